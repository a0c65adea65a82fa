"""Days that expressions of time can name, compared."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from hearsay.model import Reading, Span, TimeExpression

# First and last day (ISO), `None` where that end is open.
Days: TypeAlias = tuple[str | None, str | None]


def readings_of(time: TimeExpression) -> tuple[Reading, ...]:
    """All readings of a time that name days, the likeliest first."""
    found = time.readings or (Reading(time.earliest, time.latest, time.basis),)
    return tuple(each for each in found if each.earliest or each.latest)


def single_day(time: TimeExpression) -> str | None:
    """The one day that a time names in its only reading; `None` where it names more, or is a bound."""
    if time.readings or time.bound is not None or time.earliest is None or time.earliest != time.latest:
        return None
    return time.earliest


def apart(one: Days, other: Days) -> bool:
    """Whether no day is in both."""
    (first, last), (start, end) = one, other
    return (last is not None and start is not None and last < start) or (
        end is not None and first is not None and end < first
    )


def length(days: Days) -> int | None:
    """How many days these are; `None` where an end is open or no date."""
    more = between(*days)
    return None if more is None else more + 1


def between(one: str | None, other: str | None) -> int | None:
    """Days from one day to another, negative where that is earlier; `None` where either is unknown.

    A day may have a time of day behind it, which does not count.
    """
    try:
        return (date.fromisoformat((other or "")[:10]) - date.fromisoformat((one or "")[:10])).days
    except ValueError:
        return None


def at(times: tuple[TimeExpression, ...], span: Span | None) -> TimeExpression | None:
    """The time that stands at a span, or in it."""
    if span is None:
        return None
    return next((each for each in times if each.span[0] < span[1] and span[0] < each.span[1]), None)


def told(days: Days) -> str:
    """Days as a sentence names them."""
    first, last = days
    if first == last and first is not None:
        return first
    if first is None:
        return f"until {last}"
    return f"from {first} on" if last is None else f"{first} to {last}"
