"""What a stated zone says: an offset, a name, or nothing that can be relied on."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hearsay.lexicon import load_table

_OFFSET = re.compile(r"([+-])(\d{1,2})(?::?(\d{2}))?")
# The widest offsets in use are -12:00 and +14:00.
_WIDEST = 14


@cache
def zone_pattern() -> str:
    """A regular expression for an offset or a known zone name, without groups."""
    names = "|".join(sorted((re.escape(row["name"]) for row in load_table("zones")), key=len, reverse=True))
    offset = r"[+-]\d{2}:?\d{2}|[+-]\d{1,2}"
    return (
        rf"(?:(?:GMT|UTC)\s?(?:{offset})(?!\d)|(?:{offset})(?!\d)|(?:{names})\b(?:\s+(?:Time|time)\b)?|z\b)"
    )


def zone_offset(stated: str, local: datetime) -> str | None:
    """ "Z" or "+02:00" for a zone as a text states it at the local time `local` (naive).

    UTC, GMT, "-0000" (RFC 5322: the time is UTC, the place unknown) are "Z". Names of regions whose clocks
    change ("ET") give the offset in force; in the hour that occurs twice in autumn they give `None`, as do
    unknown and ambiguous names ("IST") and impossible offsets.
    """
    stated = stated.strip()
    if match := _OFFSET.search(stated):
        return _written(match.group(1), int(match.group(2)), int(match.group(3) or 0))
    name = stated.split()[0] if stated else ""
    row = _names().get(name.upper() if len(name) <= 4 else name.title())
    if row is None:
        return None
    return row["offset"] or _regional(row["region"], local)


def _written(sign: str, hours: int, minutes: int) -> str | None:
    if minutes > 59 or hours * 60 + minutes > _WIDEST * 60:
        return None
    if sign == "-" and not hours and not minutes:
        return "Z"
    return f"{sign}{hours:02d}:{minutes:02d}"


def _regional(region: str, local: datetime) -> str | None:
    try:
        zone = ZoneInfo(region)
    except (ZoneInfoNotFoundError, OSError):
        return None  # a system without a time zone database
    first = local.replace(tzinfo=zone, fold=0).utcoffset()
    second = local.replace(tzinfo=zone, fold=1).utcoffset()
    if first is None or first != second:
        return None
    minutes = abs(first) // timedelta(minutes=1)
    return f"{'-' if first < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


@cache
def _names() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in load_table("zones")}
