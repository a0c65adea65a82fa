"""Which of the places that a detector names lie at an edit."""

from __future__ import annotations

from benchmarks.tapes.making import Edit
from hearsay.tape.listening import Place

# How far from an edit a place may lie, in seconds.
NEAR = 1.0


def near(place: Place, edit: Edit) -> bool:
    """Whether the place lies within `NEAR` of what was edited."""
    return place.start <= max(edit.places) + NEAR and place.stop >= min(edit.places) - NEAR
