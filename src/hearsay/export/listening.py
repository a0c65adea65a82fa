"""Places worth a listen, as programs and people read them."""

from __future__ import annotations

from typing import Any, TypeAlias

from hearsay.export.quotations import clock
from hearsay.tape.listening import Place, detectors

Row: TypeAlias = dict[str, Any]

MEANS_NOTHING = "Listen there. No place proves an edit, and nothing found means nothing."


def said_of(place: Place) -> str:
    """One place in a line: from when to when, and what was measured."""
    says = detectors()[place.kind].says.replace("{value}", f"{place.value:g}")
    return f"{clock(place.start)}-{clock(place.stop)}  {says}"


def place_row(place: Place) -> Row:
    """One place of `hearsay tape listen --jsonl`."""
    detector = detectors()[place.kind]
    return {
        "kind": place.kind,
        "from": round(place.start, 2),
        "to": round(place.stop, 2),
        "value": place.value,
        "unit": detector.unit,
        "can_be": detector.can,
        "misses": detector.misses,
        "measured": detector.measured,
    }
