"""When: words that name a time, and the days that they can mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.span import Span

# date: a day or longer; time: a part of a day; duration: how long; set: how often; generic: a way of speaking
# that names no time ("the 24-hour news cycle").
TimeType: TypeAlias = Literal["date", "time", "duration", "set", "generic"]

Bound: TypeAlias = Literal["since", "from", "until", "by", "before", "after"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a time: its first and last day (ISO, inclusive), `None` where that end is open.

    `basis` says where these are from: "stated", "publication date", "narrative day", "office term: ...".
    """

    earliest: str | None
    latest: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and the days they name.

    `earliest`, `latest` and `basis` are those of the likeliest reading; both days are `None` where the words
    name no days (durations, repetitions, ways of speaking) or nothing is known to count from. `readings` are
    all readings, the likeliest first, where there is more than one. `bound` is the word before it that leaves
    one side open: "since Monday" names Monday, and what is told of it goes on.
    """

    span: Span
    type: TimeType
    earliest: str | None
    latest: str | None
    basis: str
    readings: tuple[Reading, ...] = ()
    bound: Bound | None = None
