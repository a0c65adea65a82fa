"""An attribution before it is one of the ledger: ranges of tokens that belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

# Source, cue, content that follows its cue, content that precedes it.
Part: TypeAlias = Literal["S", "Q", "A", "Z"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens, half-open `start`:`end`, that one part of an attribution covers."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution as pieces of the text; `cue` and `source` are `None` where the text has none."""

    contents: tuple[Piece, ...]
    cue: Piece | None
    source: Piece | None
