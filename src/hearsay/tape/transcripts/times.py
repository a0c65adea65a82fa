"""Times as transcripts write them."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)$")
_SECONDS = re.compile(r"^\d{1,7}(?:[.,]\d{1,9})?s?$")


def seconds(text: str) -> float | None:
    """Seconds of "1:02:03.5", "02:03,500", "123.5" or "123.5s"; `None` for anything else."""
    text = text.strip()
    if clock := _CLOCK.match(text):
        hours, minutes, rest = clock.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))
    if _SECONDS.match(text):
        return float(text.rstrip("s").replace(",", "."))
    return None
