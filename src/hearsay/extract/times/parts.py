"""What the named parts of a match say: months, weekdays, years, and which of several is picked."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from hearsay.extract.times import amounts
from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.meaning import Pick, Unit
from hearsay.extract.times.notation import Match

_SHIFTS: dict[Pick, int] = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
_CLASSES: tuple[Pick, ...] = ("last", "previous", "next", "following")


def month_of(match: Match, part: str = "month") -> int:
    """The number of the month in `part`."""
    i = match.at(part)
    return int(match.atoms.value(i, "month" if match.atoms.has(i, "month") else "month_short"))


def weekday_of(match: Match) -> int:
    """The number of the weekday (Monday 0)."""
    i = match.at("weekday")
    return int(match.atoms.value(i, "weekday" if match.atoms.has(i, "weekday") else "weekday_short"))


def day_of(match: Match, part: str = "day") -> int:
    """The day of the month in `part`."""
    return amounts.ordinal(match.atoms, *match.found.span(part))


def year_of(match: Match) -> int:
    """The year as a number of four digits."""
    return amounts.year(match.atoms, *match.found.span("year"))


def amount_of(match: Match) -> Fraction | None:
    """The number of units, `None` where the words leave it open."""
    return amounts.amount(match.atoms, *match.found.span("amount"))


def unit_of(match: Match, part: str = "unit") -> Unit:
    """The unit in `part`, whatever its number."""
    unit = unit_at(match.atoms, match.at(part))
    if unit is None:
        raise KeyError(part)
    return unit


def unit_at(atoms: Atoms, i: int) -> Unit | None:
    """The unit that the atom `i` names, if it names one."""
    for name in ("unit", "units", "minor", "minors", "minor_joined"):
        if atoms.has(i, name):
            return cast(Unit, atoms.value(i, name))
    return None


def pick_of(match: Match, part: str = "pick") -> Pick:
    """What "last", "this", "next", "previous", "following" pick; "" where the part is not there.

    "This past" picks the last, "the same" this.
    """
    if not match.part(part):
        return ""
    for i in range(*match.found.span(part)):
        for pick in _CLASSES:
            if match.atoms.has(i, pick):
                return pick
    return "this"


def shift_of(match: Match, part: str = "pick") -> int:
    """By how many units "last", "this", "next" move."""
    return _SHIFTS[pick_of(match, part)]
