"""Arithmetic of the calendar: units as first and last days, and steps from one to another.

Weeks are those of ISO 8601, Monday to Sunday. Everything that would leave the years 1 to 9999 raises
`OverflowError` or `ValueError`, as `datetime` does; callers take that for "no such day".
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import TypeAlias

from hearsay.extract.times.meaning import Unit
from hearsay.lexicon import load_table

Interval: TypeAlias = tuple[date, date]

# How long a unit is, in days; only for comparing.
SIZES: dict[Unit, int] = {
    "second": 1, "minute": 1, "hour": 1, "day": 1, "weekend": 2, "week": 7, "fortnight": 14, "month": 30,
    "season": 90, "quarter": 91, "half": 182, "year": 365, "decade": 3650, "century": 36500,
}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS_OF = {"quarter": 3, "half": 6}
_DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_YEARS_OF = {"year": 1, "season": 1, "decade": 10, "century": 100}


def month_days(year: int, month: int) -> Interval:
    """The first and last day of a month; `month` may lie outside 1 to 12 and then counts into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_days(year: int, years: int = 1) -> Interval:
    """The first day of `year` and the last of the `years` that begin with it."""
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def part_days(year: int, unit: Unit, number: int) -> Interval:
    """The first and last day of the `number`th quarter or half (`unit`) of a year."""
    months = _MONTHS_OF[unit]
    return month_days(year, months * (number - 1) + 1)[0], month_days(year, months * number)[1]


def unit_around(day: date, unit: Unit) -> Interval:
    """The first and last day of the `unit` of the calendar that holds `day`.

    The weekend of a weekday is the one that follows it. Parts of a day are the day.
    """
    if unit == "year":
        return year_days(day.year)
    if unit == "month":
        return month_days(day.year, day.month)
    if unit in ("quarter", "half"):
        return part_days(day.year, unit, (day.month - 1) // _MONTHS_OF[unit] + 1)
    if unit == "decade":
        return year_days(day.year // 10 * 10, 10)
    if unit == "century":
        return year_days((day.year - 1) // 100 * 100 + 1, 100)
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(day.weekday())
        return monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6)
    if unit == "season":
        return next(
            days
            for year in (day.year, day.year - 1)
            for name in ("spring", "summer", "autumn", "winter")
            if (days := season_days(year, name))[0] <= day <= days[1]
        )
    return day, day


def step(day: date, unit: Unit, amount: int) -> date:
    """The day `amount` units after `day`, in the same place of its month where there is such a place."""
    if unit in _DAYS_OF:
        return day + timedelta(amount * _DAYS_OF[unit])
    if unit in _YEARS_OF:
        months = 12 * amount * _YEARS_OF[unit]
    elif unit == "month" or unit in _MONTHS_OF:
        months = amount * _MONTHS_OF.get(unit, 1)
    else:
        return day
    first, last = month_days(day.year, day.month + months)
    return first.replace(day=min(day.day, last.day))


@cache
def _seasons() -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    return {
        row["season"]: (_month_day(row["first"]), _month_day(row["last"]))
        for row in load_table("time_seasons")
    }


def season_days(year: int, name: str) -> Interval:
    """The first and last day of the season that begins in `year`."""
    first, last = _seasons()[name]
    return date(year, *first), date(year + (last < first), *last)


@cache
def holiday_rules() -> dict[str, tuple[str, int]]:
    """The holidays by name: their rule, and what is added to what it gives."""
    return {row["name"]: (row["rule"], int(row["plus"] or 0)) for row in load_table("time_holidays")}


def holiday(year: int, name: str) -> date | None:
    """The day of the holiday `name` in `year`, `None` where no rule gives one."""
    rule, plus = holiday_rules()[name]
    if rule == "unknown":
        return None
    if rule == "easter":
        day = easter(year)
    elif " " in rule:
        nth, weekday, month = rule.split()
        day = _nth(year, int(month), _WEEKDAYS.index(weekday), int(nth))
    elif len(rule) == 10:
        day = date.fromisoformat(rule)
    else:
        day = date(year, *_month_day(rule))
    return day + timedelta(plus)


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first, last = month_days(year, month)
    if nth > 0:
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return last - timedelta((last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
