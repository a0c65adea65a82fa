"""Where a text has time expressions, and what each says: the grammar laid over the atoms."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from hearsay.extract.times import rules_clock, rules_dates, rules_lengths, rules_relative, rules_years
from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.expression import Expression
from hearsay.extract.times.guards import is_name
from hearsay.extract.times.holidays import find_holidays
from hearsay.extract.times.joins import joined
from hearsay.extract.times.notation import Match, Rule, compiled
from hearsay.extract.times.sayings import with_sayings
from hearsay.extract.times.vocabulary import OTHER, vocabulary

# Every expression holds a word of one of these classes.
_ANCHORS = (
    "weekday", "weekdays", "weekday_short", "month", "month_short", "year", "two", "dotted", "clock_dotted",
    "clock", "unit", "units", "minor", "minors", "minor_joined", "deictic", "tonight", "overnight", "now",
    "recently", "recent", "soon", "future", "season", "fall", "part_of_day", "ampm", "oclock", "regular",
    "decade_name", "time", "moment", "then", "half", "slash", "hundreds", "present", "period",
    "quarter_letter",
)  # fmt: skip
_RULES: tuple[Rule, ...] = (
    *rules_clock.RULES, *rules_dates.RULES, *rules_lengths.SETS, *rules_years.RULES, *rules_relative.RULES,
    *rules_lengths.LENGTHS,
)  # fmt: skip


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """What finds anchors; all rules in one, in their order; each rule with its parts named."""
    known = vocabulary()
    anchors = "".join(sorted({character for name in _ANCHORS for character in known.characters(name)}))
    whole = "|".join(f"(?P<r{i}>{compiled(rule.pattern, captures=False)})" for i, rule in enumerate(_RULES))
    return (
        re.compile(f"[{anchors}]"),
        re.compile(whole),
        tuple(re.compile(compiled(rule.pattern)) for rule in _RULES),
    )


def find_expressions(atoms: Atoms) -> Iterator[Expression]:
    """The time expressions of a text in its order, none overlapping another.

    The first rule that holds at the leftmost place wins. No expression crosses the border of a paragraph.
    """
    named = list(find_holidays(atoms))
    rest = _without(atoms, named) if named else atoms
    found = sorted([*named, *_in_text(rest)], key=lambda each: each.start)
    return with_sayings(atoms, joined(atoms, found))


def _without(atoms: Atoms, taken: Sequence[Expression]) -> Atoms:
    codes = list(atoms.codes)
    for each in taken:
        codes[each.start : each.end] = OTHER * (each.end - each.start)
    return replace(atoms, codes="".join(codes))


def _in_text(atoms: Atoms) -> Iterator[Expression]:
    anchor, whole, each = _grammar()
    codes = atoms.codes
    done = 0
    while found := anchor.search(codes, done):
        place = found.start()
        start = max(codes.rfind(OTHER, done, place) + 1, done)
        end = codes.find(OTHER, place)
        end = len(codes) if end < 0 else end
        for first, last in _between_borders(atoms.paragraphs, start, end):
            yield from _in_run(atoms, whole, each, first, last)
        done = end
        if done >= len(codes):
            return


def _between_borders(borders: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    i = bisect_right(borders, start)
    while i < len(borders) and borders[i] < end:
        yield start, borders[i]
        start = borders[i]
        i += 1
    yield start, end


def _in_run(
    atoms: Atoms, whole: re.Pattern[str], each: tuple[re.Pattern[str], ...], start: int, end: int
) -> Iterator[Expression]:
    place = start
    while place < end and (found := whole.search(atoms.codes, place, end)):
        place = found.start()
        name = found.lastgroup
        first = int(name[1:]) if name else 0
        for i in range(first, len(_RULES)):
            rule = _RULES[i]
            matched = each[i].match(atoms.codes, place, end)
            if not matched or matched.end() == place:
                continue
            meaning = rule.meaning(Match(atoms, matched))
            if meaning is not None and not is_name(atoms, place, matched.end()):
                yield Expression(place, matched.end(), rule.type, meaning, rule.name)
                place = matched.end()
                break
        else:
            place += 1
