"""The acts by which somebody answers, with the stance and the strength of each."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from hearsay.lexicon import load_table
from hearsay.model import Stance

Strength = Literal["said", "judged", "own", "none"]


@cache
def answering_acts() -> dict[str, tuple[Stance, Strength]]:
    """By act (`lexicon/answering_acts.tsv`) what is done by it, and how plainly it is an answer."""
    return {
        row["act"]: (cast(Stance, row["stance"]), cast(Strength, row["strength"]))
        for row in load_table("answering_acts")
    }
