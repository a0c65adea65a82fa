"""Days that have a name: "Christmas Eve", "last Thanksgiving", "Easter week", "9/11"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hearsay.extract.times import amounts
from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.calendar_days import holiday, holiday_rules, unit_around
from hearsay.extract.times.expression import Expression
from hearsay.extract.times.meaning import Days, Meaning, Pick, Unit, Vague, Yearly
from hearsay.extract.times.vocabulary import vocabulary

_PICKS: tuple[Pick, ...] = ("last", "next", "this")


@cache
def _by_words() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The names as sequences of atoms, the longest first, each with the name in the table."""
    split = re.compile(r"\d+|['’]s\b|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
    return tuple(
        sorted(
            ((tuple(split.findall(name)), name) for name in holiday_rules()),
            key=lambda row: (-len(row[0]), row[1]),
        )
    )


def find_holidays(atoms: Atoms) -> Iterator[Expression]:
    """The named days of a text in its order."""
    firsts = re.compile(f"[{vocabulary().characters('feast')}]")
    done = 0
    while found := firsts.search(atoms.codes, done):
        start = found.start()
        done = start + 1
        for words, name in _by_words():
            end = start + len(words)
            if tuple(atoms.words[start:end]) == words:
                done = end
                if atoms.has(end, "feast_thing"):
                    # Easter Island, a Christmas tree.
                    break
                yield _expression(atoms, start, end, name)
                break


def _expression(atoms: Atoms, start: int, end: int, name: str) -> Expression:
    unit: Unit = "day"
    if atoms.low(end) == "week":
        unit, end = "week", end + 1
    pick: Pick = next((pick for pick in _PICKS if atoms.has(start - 1, pick)), "")
    year_at = end + (atoms.low(end) in ("of", ","))
    if atoms.has(year_at, "year"):
        year = amounts.year(atoms, year_at, year_at + 1)
        day = holiday(year, name)
        meaning: Meaning = Days(*unit_around(day, unit), unit) if day else Vague("")
        return Expression(start, year_at + 1, "date", meaning, "holiday")
    if holiday(2000, name) is None:
        return Expression(start - bool(pick), end, "date", Vague(""), "holiday")
    return Expression(start - bool(pick), end, "date", Yearly(unit, name=name, pick=pick), "holiday")
