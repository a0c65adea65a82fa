"""Years and what they are made of: "1998", "the early 1980s", "the third quarter", "last fall"."""

from __future__ import annotations

from hearsay.extract.times.calendar_days import part_days, season_days, year_days
from hearsay.extract.times.guards import season_alone, year_alone
from hearsay.extract.times.meaning import Days, Meaning, Timeless, Within, Yearly
from hearsay.extract.times.notation import Match, Rule
from hearsay.extract.times.parts import day_of, pick_of, shift_of, unit_of, year_of


def _year(match: Match) -> Meaning | None:
    return Days(*year_days(year_of(match)), "year") if year_alone(match) else None


def _certain_year(match: Match) -> Meaning | None:
    return Days(*year_days(year_of(match)), "year")


def _years(match: Match) -> Meaning | None:
    """1994-95, 2016/17."""
    first, last = year_of(match), int(match.atoms.words[match.end - 1])
    if last < 100:
        last += first // 100 * 100
    return Days(*year_days(first, last - first + 1), "year") if first < last <= first + 60 else None


def _decade(match: Match) -> Meaning | None:
    if match.atoms.low(match.end - 1) != "s":
        return None
    year = year_of(match)
    return Days(*year_days(year, 10), "decade") if year % 10 == 0 else None


def _named_decade(match: Match) -> Meaning | None:
    return Days(*year_days(1900 + int(match.value("decade", "decade_name")), 10), "decade")


def _century(match: Match) -> Meaning | None:
    number = day_of(match, "number")
    if unit_of(match) != "century" or not 1 <= number <= 30:
        return None
    return Days(*year_days(max(1, 100 * number - 99), 100), "century")


def _quarter(match: Match) -> Meaning | None:
    """“The third quarter", "third-quarter": of the year that is meant, or stated with it."""
    unit, number = unit_of(match), day_of(match, "number")
    if unit != "quarter" or not 1 <= number <= 4:
        return None
    groups = match.found.re.groupindex
    if "year" in groups:
        return Days(*part_days(year_of(match), "quarter", number), "quarter")
    if "pick" in groups:
        return Yearly("quarter", number, year=shift_of(match)) if unit_of(match, "of") == "year" else None
    if "year_ago" in groups:
        return Yearly("quarter", number, year=-1)
    return Yearly("quarter", number)


def _half(match: Match) -> Meaning | None:
    number = day_of(match, "number")
    if number not in (1, 2):
        return None
    groups = match.found.re.groupindex
    if "year" in groups:
        return Days(*part_days(year_of(match), "half", number), "half")
    if "pick" in groups:
        return Yearly("half", number, year=shift_of(match)) if unit_of(match, "of") == "year" else None
    return Yearly("half", number)


def _short_quarter(match: Match) -> Meaning | None:
    """Q3 2023."""
    number = day_of(match, "number")
    if number > 4 or match.atoms.starts[match.start + 1] > match.atoms.ends[match.start]:
        return None
    if not match.part("year"):
        return Yearly("quarter", number)
    return Days(*part_days(year_of(match), "quarter", number), "quarter")


def _season_name(match: Match) -> str:
    i = match.at("season")
    return match.atoms.value(i, "season" if match.atoms.has(i, "season") else "fall")


def _season_year(match: Match) -> Meaning | None:
    return Days(*season_days(year_of(match), _season_name(match)), "season")


def _season(match: Match) -> Meaning | None:
    return Yearly("season", name=_season_name(match), pick=pick_of(match)) if season_alone(match) else None


def _season_of_year(match: Match) -> Meaning | None:
    return (
        Yearly("season", name=_season_name(match), year=shift_of(match)) if unit_of(match) == "year" else None
    )


def _year_end(match: Match) -> Meaning | None:
    unit = unit_of(match)
    if unit == "year":
        return Yearly("day", 12, 31)
    return Timeless()


def _period(match: Match) -> Meaning | None:
    return Within(year_of(match))


RULES = (
    Rule(
        "quarter of a year",
        "date",
        "the? fiscal? number=(ORDINAL) dash? unit=(unit) of? comma? fiscal? year=(YEAR)",
        _quarter,
    ),
    Rule(
        "fiscal quarter of a year",
        "date",
        "the? number=(ORDINAL) fiscal unit=(unit) of? comma? fiscal? year=(YEAR)",
        _quarter,
    ),
    Rule("a year's quarter", "date", "the? fiscal? year=(year) number=(ORDINAL) dash? unit=(unit)", _quarter),
    Rule(
        "quarter of this year",
        "date",
        "the? number=(ORDINAL) unit=(unit) of? pick=(PICK) of=(unit)",
        _quarter,
    ),
    Rule(
        "this year's quarter",
        "date",
        "(early | comparative)? pick=(PICK) of=(unit) possessive number=(ORDINAL) unit=(unit)",
        _quarter,
    ),
    Rule(
        "year-earlier quarter",
        "date",
        "the? year_ago=(unit dash (ago | earlier)) number=(ORDINAL) unit=(unit)",
        _quarter,
    ),
    Rule("century", "date", "LEAD? the? number=(ORDINAL) dash? unit=(unit)", _century),
    Rule("quarter", "date", "the? fiscal? number=(ORDINAL) dash? unit=(unit)", _quarter),
    Rule("fiscal quarter", "date", "the? number=(ORDINAL) fiscal unit=(unit)", _quarter),
    Rule("half of a year", "date", "the? number=(ordinal) half of year=(YEAR)", _half),
    Rule("half of this year", "date", "the? number=(ordinal) half of pick=(PICK) of=(unit)", _half),
    Rule("short quarter", "date", "quarter_letter number=(day) (of? comma? year=(YEAR))?", _short_quarter),
    Rule("half", "date", "the? fiscal? number=(ordinal) dash? half", _half),
    Rule(
        "season and year", "date", "(LEAD | the)? season=(season | fall) comma? of? year=(YEAR)", _season_year
    ),
    Rule(
        "season of a year",
        "date",
        "LEAD? season=(season | fall) of? pick=(PICK) unit=(unit)",
        _season_of_year,
    ),
    Rule(
        "season",
        "date",
        "early? (pick=(this? last | the? next | this | that) | LEAD | the)? season=(season | fall)",
        _season,
    ),
    Rule("year end", "date", "the? unit=(unit) (dash? | possessive) period_word", _year_end),
    Rule("period of a year", "date", "the? year=(year) (period | unit)", _period),
    Rule("decade", "date", "LEAD? the? year=(year) decade_tail", _decade),
    Rule("short decade", "date", "(LEAD | the)? year=(mark two) decade_tail", _decade),
    Rule("shorter decade", "date", "(LEAD | the) year=(two) decade_tail", _decade),
    Rule("named decade", "date", "(LEAD | the) decade=(decade_name)", _named_decade),
    Rule("years", "date", "year=(year) (dash | slash) (year | two)", _years),
    Rule("fiscal year", "date", "LEAD? the? fiscal year=(YEAR)", _certain_year),
    Rule("part of a year", "date", "LEAD year=(YEAR)", _certain_year),
    Rule("year", "date", "year=(YEAR)", _year),
)
