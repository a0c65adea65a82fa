"""Times of day: "5 p.m. EST", "19:00", "ten o'clock", "noon"."""

from __future__ import annotations

from hearsay.extract.times.meaning import Meaning, Offset
from hearsay.extract.times.notation import Match, Rule


def _today(match: Match) -> Meaning | None:
    """The day is that of the story; a date beside it takes its place."""
    return Offset("day", 0, "narrative")


RULES = (
    Rule("twelve hours", "time", "approx? (hour | clock | clock_dotted | cardinal) ampm zone?", _today),
    Rule("o'clock", "time", "approx? (hour | cardinal) o mark oclock", _today),
    Rule("zoned", "time", "approx? (clock | clock_dotted) zone", _today),
    Rule("named hour", "time", "clock_word", _today),
)
