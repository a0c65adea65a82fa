"""What comes again: weekdays, and the days, months, quarters, seasons and holidays of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from hearsay.extract.times.calendar_days import (
    SIZES,
    Interval,
    holiday,
    month_days,
    part_days,
    season_days,
    unit_around,
)
from hearsay.extract.times.meaning import Unit, Weekday, Yearly
from hearsay.extract.times.named import Anchor, Named, counted
from hearsay.extract.times.tense import Tense

# By how many days what lies on the wrong side of the day of writing has to be nearer to be meant all the
# same: tenses mislead more often than newspapers leave out the year of a date eleven months away. By the
# tense of the clause and the unit; without a tense the past is likelier. Tuned on the TimeML articles that
# docs/methods/times.md calls the tuning half.
_AGAINST: dict[Tense, dict[Unit, int]] = {
    "past": {"day": 260, "week": 260, "month": 260, "quarter": 300, "half": 300, "season": 300},
    "future": {"day": 300, "week": 300, "month": 270, "quarter": 60, "half": 60, "season": 200},
    "": {"day": 30, "week": 30, "month": 200, "quarter": 200, "half": 200, "season": 120},
    "since": {"day": 400, "week": 400, "month": 400, "quarter": 400, "half": 400, "season": 400},
}

# How many days further away another day may lie and be meant as well.
_HARDLY = 120


def weekday(
    meaning: Weekday, tense: Tense, published: Anchor | None, told: Sequence[Anchor]
) -> Iterator[Named]:
    number, pick = meaning.number, meaning.pick
    if pick in ("previous", "following"):
        for anchor in told:
            yield from counted(
                anchor, "day", lambda day: nearest(day, number, -1 if pick == "previous" else 1, 1)
            )
        return
    if published is None:
        return
    if meaning.week is not None:
        week = meaning.week
        yield from counted(published, "day", lambda day: _of_week(day, number, week))
    elif pick == "last":
        yield from counted(published, "day", lambda day: nearest(day, number, -1, 1))
        yield from counted(published, "day", lambda day: _of_week(day, number, -1), "in the week before")
    elif pick == "next":
        yield from counted(published, "day", lambda day: nearest(day, number, 1, 1))
        yield from counted(published, "day", lambda day: _of_week(day, number, 1), "in the week after")
    elif pick == "this":
        yield from counted(published, "day", lambda day: _of_week(day, number, 0))
    else:
        sides = (1, -1) if tense == "future" else (-1, 1)
        for side in sides[: 1 if tense else 2]:
            note = "" if tense else "taken as past" if side < 0 else "taken as coming"
            yield from counted(published, "day", partial(nearest, weekday=number, side=side, least=0), note)


def nearest(day: date, weekday: int, side: int, least: int) -> Interval:
    """The nearest day with this weekday, at least `least` days before (`side` -1) or after (1) `day`."""
    distance = (side * (weekday - day.weekday()) - least) % 7 + least
    found = day + timedelta(side * distance)
    return found, found


def _of_week(day: date, weekday: int, week: int) -> Interval:
    found = day - timedelta(day.weekday()) + timedelta(7 * week + weekday)
    return found, found


def yearly(
    meaning: Yearly, tense: Tense, published: Anchor | None, told: Sequence[Anchor]
) -> Iterator[Named]:
    if published is None:
        yield from _in_told_year(meaning, told)
        return
    if meaning.year is not None:
        by = meaning.year
        yield from counted(published, meaning.unit, lambda day: _in_year(meaning, day.year + by))
        return
    for first, last in _choices(meaning, tense, published.last):
        yield Named(first, last, published.name, meaning.unit)
    # "On March 3, 1996, he resigned. In April he ..." may go on in that year.
    if told and told[0].stated and tense != "future" and not meaning.pick:
        yield from (
            each for each in _in_told_year(meaning, told[:1]) if each.first and each.first <= published.last
        )


def _in_told_year(meaning: Yearly, told: Sequence[Anchor]) -> Iterator[Named]:
    """The days in the year that the text stated last, where the weekday allows it."""
    for anchor in told:
        if anchor.stated and SIZES[anchor.unit] <= SIZES["year"]:
            days = _try_year(meaning, anchor.first.year)
            if days and (meaning.weekday is None or days[0].weekday() == meaning.weekday):
                yield Named(*days, "narrative year", meaning.unit)
                return


def _choices(meaning: Yearly, tense: Tense, day: date) -> list[Interval]:
    """The years' days around `day` that can be meant, likeliest first."""
    around = [
        days for year in range(day.year - 2, day.year + 3) if (days := _try_year(meaning, year)) is not None
    ]
    if meaning.weekday is not None:
        fitting = [days for days in around if days[0].weekday() == meaning.weekday]
        around = fitting or around
    if meaning.pick == "last":
        return [days for days in reversed(around) if days[1] < day][:1]
    if meaning.pick == "next":
        return [days for days in around if days[0] > day][:1]
    if meaning.pick == "this":
        return _this(around, day)

    def apart(days: Interval) -> int:
        return max((day - days[1]).days, (days[0] - day).days, 0)

    def unlikely(days: Interval) -> int:
        before = days[1] < day
        if days[0] <= day <= days[1]:
            return 0
        wrong = before if tense == "future" else not before
        return apart(days) + (_AGAINST[tense][meaning.unit] if wrong else 0)

    likely = sorted(around, key=unlikely)
    best, others = likely[:1], likely[1:2]
    # Without a tense the other side is open too, and so is what lies nearer on the wrong side. Of days
    # without a tense the nearest is meant, unless another is hardly further away.
    for days in others:
        further = apart(days) - apart(best[0])
        if further < 0 or (not tense and (meaning.unit not in ("day", "week") or further < _HARDLY)):
            best.append(days)
    return best


def _this(around: list[Interval], day: date) -> list[Interval]:
    """Of the years' days those that hold `day`, else those of its year."""
    holding = [days for days in around if days[0] <= day <= days[1]]
    return (holding or [days for days in around if days[0].year == day.year])[:1]


def _try_year(meaning: Yearly, year: int) -> Interval | None:
    try:
        return _in_year(meaning, year)
    except (ValueError, OverflowError):
        return None


def _in_year(meaning: Yearly, year: int) -> Interval | None:
    """The days of `meaning` in `year`."""
    if meaning.unit == "month":
        return month_days(year, meaning.number)
    if meaning.unit in ("quarter", "half"):
        return part_days(year, meaning.unit, meaning.number)
    if meaning.unit == "season":
        return season_days(year, meaning.name)
    if meaning.name:
        found = holiday(year, meaning.name)
        return unit_around(found, meaning.unit) if found else None
    first = date(year, meaning.number, meaning.day)
    return first, first + timedelta(meaning.days)
