"""Dates and months: "Monday, Oct. 26", "the 9th of July 2024", "early March", "June last year"."""

from __future__ import annotations

from datetime import date

from hearsay.extract.times import amounts
from hearsay.extract.times.calendar_days import holiday_rules, month_days
from hearsay.extract.times.guards import month_alone
from hearsay.extract.times.meaning import Days, Either, Meaning, Weekday, Yearly
from hearsay.extract.times.notation import Match, Rule
from hearsay.extract.times.parts import day_of, month_of, pick_of, shift_of, unit_of, weekday_of, year_of


def _full(match: Match) -> Meaning | None:
    try:
        day = date(year_of(match), month_of(match), day_of(match))
    except ValueError:
        return None
    return Days(day, day)


def _dated(match: Match) -> Meaning | None:
    month, day = month_of(match), day_of(match)
    # 2000 had a 29th of February.
    return Yearly("day", month, day) if 1 <= day <= month_days(2000, month)[1].day else None


def _weekday_dated(match: Match) -> Meaning | None:
    month, day = month_of(match), day_of(match)
    if not 1 <= day <= month_days(2000, month)[1].day:
        return None
    return Yearly("day", month, day, weekday=weekday_of(match))


def _from_to(match: Match) -> Meaning | None:
    month = month_of(match)
    until = month_of(match, "until") if match.part("until") else month
    year = year_of(match) if match.part("year") else 2000
    try:
        first, last = date(year, month, day_of(match)), date(year, until, day_of(match, "last"))
    except ValueError:
        return None
    if first >= last:
        return None
    if match.part("year"):
        return Days(first, last)
    return Yearly("day", month, first.day, days=(last - first).days)


def _month_year(match: Match) -> Meaning | None:
    return Days(*month_days(year_of(match), month_of(match)), "month")


def _month_of_year(match: Match) -> Meaning | None:
    if unit_of(match) != "year":
        return None
    return Yearly("month", month_of(match), year=shift_of(match))


def _picked_month(match: Match) -> Meaning | None:
    return Yearly("month", month_of(match), pick=pick_of(match))


def _month(match: Match) -> Meaning | None:
    return Yearly("month", month_of(match)) if month_alone(match) else None


def _iso(match: Match) -> Meaning | None:
    try:
        day = date(*(int(match.atoms.words[match.start + i]) for i in (0, 2, 4)))
    except ValueError:
        return None
    return Days(day, day)


def _numbers(match: Match) -> Meaning | None:
    """Month and day in the American order, and in the European where both can be."""
    one, two = match.atoms.words[match.start], match.atoms.words[match.start + 2]
    year = amounts.year(match.atoms, match.end - 1, match.end)
    return _either(year, ((one, two), (two, one)))


def _named(match: Match) -> Meaning | None:
    """9/11."""
    rule, _ = holiday_rules().get("".join(match.atoms.words[match.start : match.end]), ("", 0))
    return Days(date.fromisoformat(rule), date.fromisoformat(rule)) if rule else None


def _dotted(match: Match) -> Meaning | None:
    day, month, year = match.atoms.words[match.start].split(".")
    return _either(int(year) + (2000 if len(year) == 2 else 0), ((month, day),))


def _either(year: int, orders: tuple[tuple[str, str], ...]) -> Meaning | None:
    readings: list[Days] = []
    for month, day in orders:
        try:
            found = date(year, int(month), int(day))
        except ValueError:
            continue
        if (each := Days(found, found)) not in readings:
            readings.append(each)
    return Either(tuple(readings)) if readings else None


def _weekday(match: Match) -> Meaning | None:
    return Weekday(weekday_of(match), pick_of(match))


def _weekday_of_week(match: Match) -> Meaning | None:
    return Weekday(weekday_of(match), week=shift_of(match)) if unit_of(match) == "week" else None


RULES = (
    Rule("iso date", "date", "year dash two dash two", _iso),
    Rule("numbers", "date", "day slash day slash (year | two)", _numbers),
    Rule("dotted", "date", "dotted", _dotted),
    Rule(
        "dates",
        "date",
        "month=(MONTH) day=(DAY) dash until=(MONTH)? last=(DAY) (comma? year=(YEAR))?",
        _from_to,
    ),
    Rule(
        "days of a month",
        "date",
        "day=(DAY) dash last=(DAY) of? month=(MONTH) until=(MONTH)? (comma? year=(YEAR))?",
        _from_to,
    ),
    Rule("day with a name", "date", "day slash day", _named),
    Rule("full date", "date", "(WEEKDAY comma?)? month=(MONTH) day=(DAY) comma? year=(YEAR)", _full),
    Rule(
        "full date, day first",
        "date",
        "(WEEKDAY comma?)? the? day=(DAY | ORDINAL) of? month=(MONTH) comma? year=(YEAR)",
        _full,
    ),
    Rule("weekday, date", "date", "weekday=(WEEKDAY) comma? month=(MONTH) day=(DAY)", _weekday_dated),
    Rule(
        "weekday, day first",
        "date",
        "weekday=(WEEKDAY) comma? the? day=(DAY | ORDINAL) of? month=(MONTH)",
        _weekday_dated,
    ),
    Rule(
        "month and year", "date", "(early dash? | PART_OF)? month=(MONTH) comma? of? year=(YEAR)", _month_year
    ),
    Rule(
        "month of a year",
        "date",
        "(early dash? | PART_OF)? month=(month) of? pick=(PICK) unit=(unit)",
        _month_of_year,
    ),
    Rule("month and day", "date", "month=(MONTH) day=(DAY)", _dated),
    Rule("day and month", "date", "the? day=(DAY) of? month=(MONTH)", _dated),
    Rule("day of a month", "date", "the day=(ORDINAL) of month=(MONTH)", _dated),
    Rule("picked month", "date", "early? pick=(PICK) month=(month)", _picked_month),
    Rule("month", "date", "(early dash? | PART_OF)? month=(MONTH)", _month),
    Rule(
        "day of a week",
        "date",
        "weekday=(weekday) part_of_day? of? pick=(PICK) unit=(unit)",
        _weekday_of_week,
    ),
    Rule(
        "day of the week",
        "date",
        "early? pick=(the? (last | next | previous | following) | this last? | that)?"
        " weekday=(weekday) part_of_day?",
        _weekday,
    ),
)
