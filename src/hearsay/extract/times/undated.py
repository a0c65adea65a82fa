"""Texts without a date: a weekday beside a date bounds the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hearsay.extract.times.expression import Expression
from hearsay.extract.times.meaning import Days, Yearly
from hearsay.extract.times.named import Named

# Where a text states no year, those of the age of online news.
_YEARS = range(1990, 2050)
# The calendar comes again after 28 years; a text is not further from the years that it states.
_APART = 14


def weekday_years(
    found: Sequence[Expression], readings: Sequence[tuple[Named, ...]]
) -> list[tuple[Named, ...]]:
    """`readings`, with days for dates that stand with their weekday and without a year.

    All such dates of a text are of one year, if there is a year for all. That year is unknown: each possible
    one is a reading, the nearest to the latest year that the text states first; without such a year none is
    likelier than another.
    """
    stated = [each.meaning.first.year for each in found if isinstance(each.meaning, Days)]
    yearly = [each.meaning for each in found if isinstance(each.meaning, Yearly)]
    dates = [meaning for meaning in yearly if meaning.weekday is not None]
    if not dates:
        return list(readings)
    near = range(max(stated) - _APART, max(stated) + _APART + 1) if stated else _YEARS
    common = [year for year in near if all(_day(each, year) for each in dates)]
    result: list[tuple[Named, ...]] = []
    for each, known in zip(found, readings, strict=True):
        meaning = each.meaning
        if known or not isinstance(meaning, Yearly) or meaning.weekday is None:
            result.append(known)
            continue
        years = common or [year for year in near if _day(meaning, year)]
        if stated:
            years.sort(key=lambda year: (abs(year - max(stated)), year))
        days = [day for year in years if (day := _day(meaning, year))]
        basis = "weekday and date" if len(days) == 1 else "weekday and date, year unknown"
        result.append(tuple(Named(day, day, basis, alike=not stated) for day in days))
    return result


def _day(meaning: Yearly, year: int) -> date | None:
    try:
        day = date(year, meaning.number, meaning.day)
    except ValueError:
        return None
    return day if day.weekday() == meaning.weekday else None
