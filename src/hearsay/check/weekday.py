"""A weekday that the calendar does not have on that date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from hearsay.check.days import between, single_day
from hearsay.check.material import Material, Paper
from hearsay.lexicon import load_table
from hearsay.model import Fact, Finding, Place, TimeExpression, Verdict, finding_id

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WORD = re.compile(r"[A-Za-z]+")
_NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")

# Days from the document's date within which a date without a year is one of these days.
_NEAR = 14


def weekday(material: Material) -> Iterator[Finding]:
    """A finding for each date with a weekday that it does not have ("Tuesday, September 18" of a Wednesday).

    Certain where the text states the year, where the date lies within days of the document's and in no year
    that it names the two go together, or where they do so in no year near; else apparent: another year may be
    meant.
    """
    for paper in sorted(material.papers.values(), key=lambda each: each.id):
        for time in paper.times:
            finding = _finding(material, paper, time)
            if finding is not None:
                yield finding


def _finding(material: Material, paper: Paper, time: TimeExpression) -> Finding | None:
    words = paper.text[slice(*time.span)]
    weekdays = _WEEKDAY.findall(words)
    if len(weekdays) != 1:
        return None
    named = next(name for name in _NAMES if name.lower().startswith(weekdays[0].lower()[:3]))
    stated = bool(_YEAR.search(words))
    day = _of_these_days(paper, words) if not stated else None
    day = day or single_day(time)
    if day is None or not _NUMBER.search(words) or _name(day) in (named, None):
        return None
    other = None if stated else _fitting(paper, day, named)
    verdict: Verdict = "certain" if other is None else "apparent"
    places = (Place(paper.id, time.span),)
    return Finding(
        id=finding_id("date", places),
        kind="date",
        verdict=verdict,
        text=f"{material.where(paper.id)} writes “{words}”, but {day} is a {_name(day)}"
        + ("." if other is None else f"; in {other} it was a {named}."),
        reading=None if stated else f"the date is taken to be of {day[:4]}",
        places=places,
        facts=(Fact(f"{day} is a {_name(day)}", "the Gregorian calendar"),),
    )


def _of_these_days(paper: Paper, words: str) -> str | None:
    """The day that the words name in the document's own year, where that lies near its date."""
    if paper.day is None:
        return None
    months = [_months()[word.lower()] for word in _WORD.findall(words) if word.lower() in _months()]
    days = [int(found) for found in _NUMBER.findall(words)]
    if len(months) != 1 or len(days) != 1:
        return None
    day = f"{paper.day[:4]}-{months[0]:02}-{days[0]:02}"
    return day if _is_near(paper.day, day) else None


@cache
def _months() -> dict[str, int]:
    return {row["name"].lower(): int(row["number"]) for row in load_table("months")}


def _fitting(paper: Paper, day: str, named: str) -> int | None:
    """A year, of those that the document can mean, in which the date has that weekday.

    A weekday beside a date of these days is of this year, unless the document names another.
    """
    year = int((paper.day or day)[:4])
    named_years = {int(found[0]) for found in _YEAR.finditer(paper.text)}
    near: tuple[int, ...] = () if _is_near(paper.day, day) else (year - 1, year + 1)
    for each in (*sorted(named_years, key=lambda one: (abs(one - year), one)), *near):
        if _name(f"{each:04}{day[4:]}") == named:
            return each
    return None


def _is_near(printed: str | None, day: str) -> bool:
    days = between(printed, day)
    return days is not None and abs(days) <= _NEAR


def _name(day: str) -> str | None:
    try:
        return _NAMES[date.fromisoformat(day).weekday()]
    except ValueError:
        # February 29 of other years.
        return None
