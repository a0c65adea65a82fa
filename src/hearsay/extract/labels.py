"""The labels that a tagger gives to tokens, and the spans that they stand for.

Every token has one label: `O`, or the begin (`B`) or inside (`I`) of a part of an attribution: `S` source,
`Q` cue, `A` content that follows its cue, `Z` content that precedes it. Which side the cue stands on is in
the label because a linear chain remembers nothing else of what it has passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Part: TypeAlias = Literal["S", "Q", "A", "Z"]
OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens, half-open `start`:`end`, that one part of an attribution covers."""

    part: Part
    start: int
    end: int


def pieces(labels: Sequence[str], borders: Sequence[int] = ()) -> Iterator[Piece]:
    """The runs that the labels stand for; an inside without a begin begins; none crosses a border."""
    cuts = set(borders)
    part: Part | None = None
    start = 0
    for i, label in enumerate(labels):
        now = label[1:] if label != OUTSIDE else ""
        if part is not None and (now != part or label[0] == "B" or i in cuts):
            yield Piece(part, start, i)
            part = None
        if now and part is None:
            part, start = now, i  # type: ignore[assignment]
    if part is not None:
        yield Piece(part, start, len(labels))
