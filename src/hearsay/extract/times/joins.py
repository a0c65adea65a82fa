"""Expressions that belong together: an hour and its date, the further days of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.extract.times import amounts
from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.expression import Expression
from hearsay.extract.times.meaning import Days, Meaning, Offset, Weekday, Yearly

# Forms that are a time of day and nothing else, and forms that name a day.
_HOURS = frozenset({"twelve hours", "o'clock", "zoned", "named hour"})


def joined(atoms: Atoms, found: Sequence[Expression]) -> Iterator[Expression]:
    """`found` with hours and dates that stand side by side as one, and lists of days completed."""
    i = 0
    while i < len(found):
        each = found[i]
        following = found[i + 1] if i + 1 < len(found) else None
        if each.rule in _HOURS and following and _names_day(following.meaning):
            gap = following.start - each.end
            if gap == 0 or (gap == 1 and (atoms.has(each.end, "comma") or atoms.has(each.end, "on"))):
                yield replace(following, start=each.start, type="time", rule="hour and day")
                i += 2
                continue
        yield each
        until = following.start if following else len(atoms)
        yield from _further_days(atoms, each, until)
        i += 1


def _names_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Days | Yearly):
        return meaning.unit == "day"
    return isinstance(meaning, Weekday) or (isinstance(meaning, Offset) and meaning.unit == "day")


def _further_days(atoms: Atoms, first: Expression, until: int) -> Iterator[Expression]:
    """ "25" of "April 24 and 25": a day of the month that was named before it."""
    meaning = first.meaning
    if (
        not isinstance(meaning, Yearly)
        or meaning.unit != "day"
        or not meaning.number
        or first.rule == "year end"
    ):
        return
    place = first.end
    days: list[int] = []
    last = False
    while not last and place + 1 < until:
        last = any(atoms.has(place, name) for name in ("and", "or", "to", "through"))
        if not last and not atoms.has(place, "comma"):
            return
        place += 1
        if not atoms.has(place, "day"):
            return
        days.append(place)
        place += 1
    if not last:
        return
    if any(
        atoms.has(place, name) for name in ("units", "unit", "minors", "percent", "counted", "scale", "dash")
    ):
        return
    for at in days:
        day = amounts.ordinal(atoms, at, at + 1)
        yield Expression(at, at + 1, "date", replace(meaning, day=day, weekday=None, days=0), "further day")
