"""Times in words, as the terminal shows them."""

from __future__ import annotations

from hearsay.export.visible import one_line
from hearsay.model import TimeExpression


def said_at(text: str, time: TimeExpression | None) -> str:
    """What stands behind an attribution: ", Monday [2024-09-16]"; nothing where its time is not told."""
    if time is None:
        return ""
    return f", {one_line(text[time.span[0] : time.span[1]])} [{days_text(time)}]"


def days_text(time: TimeExpression) -> str:
    """The days that a time can name: one, a first and a last, or an open side; and other readings."""
    if time.earliest == time.latest and time.earliest:
        days = time.earliest
    elif time.earliest is None:
        days = f"by {time.latest}"
    elif time.latest is None:
        days = f"from {time.earliest}"
    else:
        days = f"{time.earliest} to {time.latest}"
    others = len(time.readings) - 1
    return days if others < 1 else f"{days}, or {others} other reading{'s' if others > 1 else ''}"
