"""What is so far from somewhere: "last week", "two days later", "the weekend", "then"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from hearsay.extract.times.calendar_days import SIZES, Interval, step, unit_around, year_days
from hearsay.extract.times.meaning import Back, Offset, Within
from hearsay.extract.times.named import Anchor, Named, counted
from hearsay.extract.times.tense import Tense

# How many days before the day of writing are still now.
_NOW = 7


def offset(
    meaning: Offset, tense: Tense, published: Anchor | None, told: Sequence[Anchor]
) -> Iterator[Named]:
    if meaning.anchor == "either":
        for anchor in told:
            if anchor.unit in ("quarter", "half") and not anchor.derived:
                yield from shifted(anchor, meaning)
                break
    if meaning.anchor != "narrative":
        if published and meaning.unit == "weekend" and not meaning.amount:
            yield from _weekend(published, tense)
        elif published:
            yield from counted(
                published,
                meaning.unit,
                lambda day: unit_around(step(day, meaning.unit, meaning.amount), meaning.unit),
            )
        return
    if meaning.unit == "year":
        told = sorted(told, key=lambda anchor: anchor.unit not in ("quarter", "half"))
    found = False
    for anchor in told:
        if anchor.derived and meaning.unit == "year":
            continue
        # So many days or weeks cannot be counted from a year.
        if SIZES[meaning.unit] < SIZES[anchor.unit]:
            continue
        for each in shifted(anchor, meaning):
            # What is not told as coming was not after the day of writing: then another day is meant.
            if tense == "future" or not published or not each.first or each.first <= published.last:
                found = True
                yield each
                # An hour is on the day that was named last.
                if not meaning.amount and meaning.unit == "day":
                    return
    if not found and published and meaning.unit == "day" and not meaning.amount:
        yield from counted(published, "day", lambda day: (day, day), "no other day is named")


def _weekend(published: Anchor, tense: Tense) -> Iterator[Named]:
    """The weekend that was or that comes; on a Saturday or Sunday the one that is."""
    for side in (1, -1) if tense == "future" else (-1, 1):
        yield from counted(
            published,
            "weekend",
            partial(_weekend_by, side=side),
            "" if tense else "taken as past" if side < 0 else "",
        )
        if tense:
            return


def _weekend_by(day: date, side: int) -> Interval:
    saturday, sunday = unit_around(day, "weekend")
    back = timedelta(7 if side < 0 and saturday > day else 0)
    return saturday - back, sunday - back


def shifted(anchor: Anchor, meaning: Offset) -> Iterator[Named]:
    """So much from a day is a day or the unit that holds it; so much from a quarter is a quarter."""
    unit = meaning.unit
    if SIZES[anchor.unit] > SIZES["week"] and SIZES[anchor.unit] <= SIZES[unit]:
        try:
            first = step(anchor.first, unit, meaning.amount)
            last = (
                unit_around(first, anchor.unit)[1]
                if anchor.unit != "season"
                else step(anchor.last, unit, meaning.amount)
            )
        except (ValueError, OverflowError):
            return
        yield Named(first, last, anchor.name, anchor.unit)
        return
    yield from counted(anchor, unit, lambda day: unit_around(step(day, unit, meaning.amount), unit))


def back(meaning: Back, published: Anchor | None, told: Sequence[Anchor]) -> Iterator[Named]:
    """The time named before; of a longer unit the one that holds it.

    "Then" is not now: the day of writing, often no more than a dateline, is none, and times well before its
    week, in which most things are said, are likelier than those in it.
    """
    unit = meaning.unit
    if unit == "quarter":
        told = sorted(told, key=lambda anchor: anchor.derived)
    elif unit is None and published:
        other = [
            anchor for anchor in told if not anchor.said and not anchor.first <= published.last <= anchor.last
        ]
        told = sorted(other, key=lambda anchor: (published.first - anchor.last).days <= _NOW)
    for anchor in told:
        if unit is None or anchor.unit == unit:
            yield Named(anchor.first, anchor.last, anchor.name, anchor.unit)
        elif SIZES[anchor.unit] < SIZES[unit]:
            yield from counted(anchor, unit, lambda day: unit_around(day, unit))


def within(meaning: Within, told: Sequence[Anchor]) -> Iterator[Named]:
    for anchor in told:
        if anchor.unit in ("quarter", "half", "month"):
            yield from shifted(anchor, Offset("year", meaning.year - anchor.first.year, "narrative"))
            return
    yield Named(*year_days(meaning.year), "stated", "year")
