"""The days of an office: from when until when somebody held it, as far as the terms in hand tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hearsay.extract.times.office_holders import initials, is_inside, is_same, name_words
from hearsay.extract.times.office_phrases import OfficePhrase, find_office_phrases
from hearsay.lexicon import load_table
from hearsay.lexicon.offices import first_day, last_day
from hearsay.model import OfficeTerm, Reading, TimeExpression

UNKNOWN = "office term: unknown"
# Sources that have a row a term; the others have a row for all terms that follow each other.
_BY_TERM = frozenset({"executive.yaml", "own file"})

# Who "left office" led a state or government rather than a ministry.
_HEADS = frozenset({"state", "government"})


def read_office_times(
    text: str, who: Callable[[tuple[int, int]], str | None], terms: Callable[[], Sequence[OfficeTerm]]
) -> tuple[TimeExpression, ...]:
    """The times that `text` tells by an office, with the days by `terms`.

    `who` gives the full name of the person whom some characters mean, `None` where nobody can tell; `terms`
    is asked only if there is anything to look up. Where it does not have the person, the days are unknown.
    """
    return tuple(_expression(text, phrase, who, terms) for phrase in find_office_phrases(text))


def _expression(
    text: str,
    phrase: OfficePhrase,
    who: Callable[[tuple[int, int]], str | None],
    terms: Callable[[], Sequence[OfficeTerm]],
) -> TimeExpression:
    readings: tuple[Reading, ...] = ()
    for holder in (phrase.holder, *phrase.others):
        name = None if readings else who(holder)
        if name:
            letters = initials(text[slice(*holder)]) or initials(name)
            readings = _readings(phrase, _held_by(text, name, letters, phrase.offices, terms()))
    span = (phrase.start, phrase.end)
    if not readings:
        return TimeExpression(span, "date", None, None, UNKNOWN)
    best = readings[0]
    return TimeExpression(
        span, "date", best.earliest, best.latest, best.basis, readings if len(readings) > 1 else ()
    )


def _held_by(
    text: str, name: str, letters: tuple[str, ...], offices: Sequence[str], terms: Sequence[OfficeTerm]
) -> list[list[OfficeTerm]]:
    """The terms of the person of this name, by office, earliest first.

    Of rows that only say "leader" none where others are known, or of a country without such an office, and by
    a family name alone none of a country that the text does not name. Where nobody has the family name: who
    has it inside his own and leads a state. The initials `letters`
    tell namesakes apart.
    """
    words, lesser = name_words(name), bool(offices) and set(offices) <= _lesser()
    is_other = frozenset(words).isdisjoint
    held: dict[tuple[str, str, str], list[OfficeTerm]] = defaultdict(list)
    inside: dict[tuple[str, str, str], list[OfficeTerm]] = defaultdict(list)
    for term in terms:
        person = name_words(term.person)
        if is_other(person):
            continue
        if offices and term.office not in offices and (lesser or term.kind != "leader"):
            continue
        if not offices and term.kind in ("spokesperson", "other"):
            continue
        if term.kind == "leader" and min(len(words), len(person)) == 1 and term.country not in text:
            continue
        if is_same(words, person):
            held[term.country, term.office, term.person].append(term)
        elif term.kind in _HEADS and is_inside(words, person):
            inside[term.country, term.office, term.person].append(term)
    held = held or inside
    spelt = {key: each for key, each in held.items() if letters and initials(key[2]) == letters}
    by_office = [sorted(each, key=lambda term: first_day(term.start)) for each in (spelt or held).values()]
    known = [each for each in by_office if each[0].kind != "leader"] or [
        each for each in by_office if not offices or _has_office(each[0].country, offices, terms)
    ]
    return sorted(
        known,
        key=lambda each: (
            each[0].kind not in _HEADS,
            first_day(each[0].start),
            each[0].office,
            each[0].country,
        ),
    )


def _has_office(country: str, offices: Sequence[str], terms: Sequence[OfficeTerm]) -> bool:
    return any(term.country == country and term.office in offices for term in terms)


@cache
def _lesser() -> frozenset[str]:
    """Offices by which nobody leads a country: of them rows that only say "leader" tell nothing."""
    lesser = (row["offices"].split(", ") for row in load_table("office_nouns") if row["led"] == "no")
    return frozenset(office for offices in lesser for office in offices)


def _readings(phrase: OfficePhrase, held: Sequence[Sequence[OfficeTerm]]) -> tuple[Reading, ...]:
    readings: dict[tuple[str | None, str | None], Reading] = {}
    for terms in held:
        for earliest, latest, spell in _days(phrase, terms):
            basis = _basis(spell)
            readings.setdefault((earliest, latest), Reading(earliest, latest, basis))
    return tuple(readings.values())


def _basis(term: OfficeTerm) -> str:
    kept = f"{term.source or 'no source'}{'' if term.checked else ', unchecked'}"
    until = term.end or f"at least {term.as_of}" if term.end or term.as_of else "?"
    return f"office term: {term.person}, {term.office}, {term.country}, {term.start} to {until} ({kept})"


def _days(
    phrase: OfficePhrase, terms: Sequence[OfficeTerm]
) -> list[tuple[str | None, str | None, OfficeTerm]]:
    if phrase.nth is not None:
        if any(term.source not in _BY_TERM for term in terms) or len(terms) < phrase.nth:
            return []
        terms = [terms[phrase.nth - 1]]
    spells = terms if phrase.nth is not None else _spells(terms)
    if phrase.side == "during":
        return [(first_day(each.start), last_day(each.end) if each.end else None, each) for each in spells]
    if phrase.side == "outside":
        left = _days(replace(phrase, side="after"), terms)[-1:] if spells and spells[-1].end else []
        return _days(replace(phrase, side="before"), terms) + left
    if phrase.side == "since":
        return [(first_day(each.start), None, each) for each in spells]
    if phrase.side == "until":
        return [(None, last_day(each.end), each) for each in spells if each.end]
    if phrase.side == "after":
        return [
            (first_day(each.end), first_day(after.start) if after else None, each)
            for each, after in zip(spells, [*spells[1:], None], strict=True)
            if each.end
        ]
    return [
        (
            first_day(earlier.end) if earlier and earlier.end and phrase.nth is None else None,
            _before(each.start),
            each,
        )
        for earlier, each in zip([None, *spells[:-1]], spells, strict=True)
    ]


def _before(start: str) -> str:
    """The last day that can lie before a start of any precision."""
    return (date.fromisoformat(last_day(start)) - timedelta(1)).isoformat()


def _spells(terms: Sequence[OfficeTerm]) -> list[OfficeTerm]:
    """Terms that follow each other as one."""
    spells: list[OfficeTerm] = []
    for term in terms:
        if spells and spells[-1].end and last_day(spells[-1].end) >= first_day(term.start):
            last = spells.pop()
            term = replace(last, end=term.end, as_of=term.as_of)
        spells.append(term)
    return spells
