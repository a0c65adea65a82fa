"""Days as readings, and from where they are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from hearsay.extract.times.calendar_days import Interval
from hearsay.extract.times.meaning import Unit


@dataclass(frozen=True, slots=True)
class Named:
    """Days that an expression can name, their unit, and why these.

    Readings that are `alike` are equally likely: the expression's days are then all theirs.
    """

    first: date | None
    last: date | None
    basis: str
    unit: Unit = "day"
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where is counted: the first and last day on which it can lie, its unit, and what it is called.

    `derived` tells that it is itself counted from another time of the story ("a year earlier"), `stated` that
    the text names it in full, `said` that it is when somebody said something.
    """

    first: date
    last: date
    name: str
    unit: Unit = "day"
    derived: bool = False
    stated: bool = False
    said: bool = False


def counted(
    anchor: Anchor, unit: Unit, days: Callable[[date], Interval | None], note: str = ""
) -> Iterator[Named]:
    """What `days` gives for the anchor; for its first and last day together where it is not one day."""
    try:
        first = days(anchor.first)
        last = first if anchor.first == anchor.last else days(anchor.last)
    except (ValueError, OverflowError):
        return
    if first and last:
        basis = f"{anchor.name}, {note}" if note else anchor.name
        yield Named(min(first[0], last[0]), max(first[1], last[1]), basis, unit)
