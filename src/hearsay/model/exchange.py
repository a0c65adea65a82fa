"""Statement and counter-statement between two actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.response import Stance

Trend: TypeAlias = Literal["sharpens", "softens", "unchanged", "too few"]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that one of the two said to the other's words, or the words answered.

    `response` is the id of the response that it is (`None` for words that are only answered); `document`,
    `statement` and `attribution` are ids. `day` is the first ISO day that the document can be of, `None`
    where it is undated; `lag` the days since the move that it answers, `None` where either is undated or both
    stand in one document. `step` is its place on the scale, 1 (cooperate) to 8 (announce force).
    """

    by: str
    words: str
    document: str
    statement: str | None
    attribution: str | None
    response: str | None
    stance: Stance | None
    day: str | None
    lag: int | None
    step: int
    likely: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    """The moves between two actors in the order of time, and what can be read off it.

    `first` is who spoke first and `last` who has the last word, `None` where days or undated moves leave that
    open. `trend` compares the first half of the dated moves
    with the last, by their steps: it looks back and forecasts nothing.
    """

    one: str
    other: str
    moves: tuple[Move, ...]
    first: str | None
    last: str | None
    trend: Trend
