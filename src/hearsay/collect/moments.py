"""Stated dates and times, as pages, feeds and bylines write them, each as precise as it is stated."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

from hearsay.collect.zones import zone_offset, zone_pattern
from hearsay.lexicon import load_table
from hearsay.model import Moment, Precision

# Longer text is prose that happens to hold a date, not a stated date.
_LONGEST = 200
_YEARS = range(1000, 9999)

_ISO_TIME = r"(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,:]\d{1,9})?)?)?"
_STAMP = re.compile(r"1\d{9}(?P<thousandths>\d{3})?")


def parse_moment(text: str, origin: str) -> Moment | None:
    """The one moment that `text` states, or `None` where it states none, several, or an impossible one.

    Understood are ISO 8601 and RFC 3339 of every precision (calendar, week and ordinal dates, extended and
    basic), RFC 822 and 5322 (feeds), the dates of C, Java and JavaScript programs, Unix time, and written
    English dates ("Updated 9:05 p.m. ET, Tue July 9, 2024", "9th July 2024"). All-number dates are
    understood where only one order of day and month is possible ("13/07/2024", "9.7.2024"; not
    "07/09/2024").

    The value is never finer than the text: an hour without minutes is cut to the day, unless it is an
    English "9 p.m.", which by newspaper convention is 9:00; fractions of a second are dropped. The zone is
    `None` unless the text states one; names such as EST become their offset (see `zone_offset`). A year
    outside 1000-9998 is no date. `origin` is passed on.
    """
    text = text.strip().replace("−", "-")
    if not text or len(text) > _LONGEST:
        return None
    if match := _STAMP.fullmatch(text):
        seconds = int(text[:10]) if match.group("thousandths") else int(text)
        return Moment(
            f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}", Precision.SECOND, "Z", origin
        )
    for pattern in _whole():
        if match := pattern.fullmatch(text):
            return _moment(match.groupdict(), origin)
    return _written(text, origin)


@cache
def _numbers() -> dict[str, int]:
    return {row["name"].lower(): int(row["number"]) for row in load_table("months")}


@cache
def _month() -> str:
    names = "|".join(sorted(_numbers(), key=len, reverse=True))
    return rf"(?P<name>{names})(?![a-z])\.?"


@cache
def _whole() -> tuple[re.Pattern[str], ...]:
    """Formats of programs, which must be the whole text."""
    zone = rf"(?:\s*(?P<zone>{zone_pattern()}))?(?:\s*\[[\w/+-]+\]|\s*\([^()]*\))?"
    clock = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    # An unknown zone name, dropped: "21:05 IST".
    other = r"(?:\s+[A-Z]{1,5})?"
    calendar = r"(?P<year>\d{4})(?P<dash>[-/]?)(?P<month>\d{2})(?P=dash)(?P<day>\d{2})"
    loose = r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    week = r"(?P<year>\d{4})-?W(?P<week>\d{2})-?(?P<weekday>[1-7])"
    ordinal = r"(?P<year>\d{4})-?(?P<ordinal>\d{3})"
    return tuple(
        re.compile(pattern, re.I)
        for pattern in (
            rf"{calendar}{zone}",
            rf"{calendar}(?:T|\s+T?|,\s*){_ISO_TIME}{zone}{other}",
            rf"{loose}(?:(?:T|,?\s+){_ISO_TIME}{zone}{other})?",
            rf"(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_ISO_TIME}{zone}",
            rf"{week}(?:T{_ISO_TIME}{zone})?",
            rf"{ordinal}(?:T{_ISO_TIME}{zone})?",
            r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2}))?",
            rf"(?:[a-z]{{2,9}}\.?,?\s+)?(?P<day>\d{{1,2}})[\s-]+{_month()}[\s-]+(?P<year>\d{{4}}|\d{{2}})\s+{clock}{zone}{other}",
            rf"[a-z]{{3}}\s+{_month()}\s+(?P<day>\d{{1,2}})\s+{clock}{zone}{other}\s+(?P<year>\d{{4}})",
            rf"[a-z]{{3}}\s+{_month()}\s+(?P<day>\d{{1,2}})\s+(?P<year>\d{{4}})\s+{clock}{zone}{other}",
        )
    )


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    """Written dates, the more precise first."""
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    return tuple(
        re.compile(pattern, re.I)
        for pattern in (
            rf"(?<![\d:.]){day}(?:\s+of)?[\s-]+{_month()},?[\s-]+(?P<year>\d{{4}})(?!\d)",
            rf"(?<![a-z]){_month()}\s+{day},?\s+(?P<year>\d{{4}})(?!\d)",
            r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
            r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[./-])(?P<second_number>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
            rf"(?<![a-z]){_month()},?\s+(?P<year>\d{{4}})(?!\d)",
        )
    )


@cache
def _clock() -> re.Pattern[str]:
    half = r"\s*(?P<half>[ap])\.?\s?m\b\.?"
    minutes = r"[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d)"
    # Zone names are capitals here: "et" and "mt" are words.
    return re.compile(
        rf"(?<![\d:.+-])(?P<hour>\d{{1,2}})(?:{minutes}|(?i:(?=\s*[ap]\.?\s?m\b)))(?i:{half})?"
        rf"(?:\s*\(?(?P<zone>{zone_pattern()})\)?)?"
    )


def _written(text: str, origin: str) -> Moment | None:
    found: list[dict[str, str | None]] = []
    rest = text
    for pattern in _dates():
        for match in pattern.finditer(rest):
            found.append(match.groupdict())
        rest = pattern.sub(lambda match: "\n" * len(match.group()), rest)
    days = {_day(fields) for fields in found}
    if len(days) != 1 or None in days:
        return None
    clocks = {tuple(sorted(match.groupdict(default="").items())) for match in _clock().finditer(rest)}
    if len(clocks) == 1:
        times = {name: value or None for name, value in clocks.pop()}
        times["minute"] = times["minute"] or "00"
        moment = _moment(found[0] | times, origin)
        if moment is not None:
            return moment
    return _moment(found[0], origin)


def _day(fields: dict[str, str | None]) -> tuple[int, int, int] | None:
    """Year, month (0 if not stated) and day (0 if not stated) of a date that exists."""
    year = int(fields["year"] or 0)
    if len(fields["year"] or "") == 2:  # RFC 5322, section 4.3
        year += 2000 if year < 50 else 1900
    month, day = int(fields.get("month") or 0), int(fields.get("day") or 0)
    if name := fields.get("name"):
        month = _numbers()[name.lower()]
    elif fields.get("first"):
        numbers = _ordered(int(fields["first"] or 0), int(fields["second_number"] or 0), fields["mark"] or "")
        if numbers is None:
            return None
        day, month = numbers
    if year not in _YEARS:
        return None
    try:
        if fields.get("week"):
            named = date.fromisocalendar(year, int(fields["week"] or 0), int(fields["weekday"] or 0))
            return named.year, named.month, named.day
        if ordinal := int(fields.get("ordinal") or 0):
            named = date(year, 1, 1) + timedelta(days=ordinal - 1)
            return (named.year, named.month, named.day) if named.year == year else None
        if fields.get("ordinal"):
            return None
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if (fields.get("month") and not month) or (fields.get("day") and not day):
        return None
    return year, month, day


def _ordered(first: int, second: int, mark: str) -> tuple[int, int] | None:
    """Day and month of an all-number date: dots mean day first, else only one order may be possible."""
    if mark == "." or first == second or first > 12:
        return first, second
    return (second, first) if second > 12 else None


def _moment(fields: dict[str, str | None], origin: str) -> Moment | None:
    stated = _day(fields)
    if stated is None:
        return None
    year, month, day = stated
    if not month:
        return Moment(f"{year:04d}", Precision.YEAR, None, origin)
    if not day:
        return Moment(f"{year:04d}-{month:02d}", Precision.MONTH, None, origin)
    hour = _hour(fields)
    minute = int(fields.get("minute") or 0)
    if hour is None or minute > 59:
        return None
    local = datetime(year, month, day) + timedelta(hours=hour, minutes=minute)
    if local.year not in _YEARS or (hour == 24 and minute):
        return None
    zone = zone_offset(fields.get("zone") or "", local)
    if fields.get("minute") is None:
        return Moment(f"{year:04d}-{month:02d}-{day:02d}", Precision.DAY, zone, origin)
    value = f"{local:%Y-%m-%dT%H:%M}"
    second = fields.get("second")
    if second is None or second == "60":  # a leap second has no place in Python's times
        return Moment(value, Precision.MINUTE, zone, origin)
    return Moment(f"{value}:{int(second):02d}", Precision.SECOND, zone, origin) if int(second) < 60 else None


def _hour(fields: dict[str, str | None]) -> int | None:
    hour = int(fields.get("hour") or 0)
    half = (fields.get("half") or "").lower()
    if half:
        return hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else None
    return hour if hour <= 24 else None
