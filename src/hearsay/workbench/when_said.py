"""When a statement was said, as the documents that carry it tell: each time, and in what words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.case.times import ToldTime
from hearsay.model import Reading, TimeExpression

# Words for one time that are given.
WORDINGS = 4


@dataclass(frozen=True, slots=True)
class Said:
    """One time; the places (ids of attributions) that tell it, of how many documents, in which words; how
    else these can be read."""

    time: TimeExpression
    places: frozenset[str]
    documents: int
    words: tuple[str, ...]
    others: tuple[Reading, ...]

    @property
    def days(self) -> str:
        """Its first and last day as an address names them: "2024-01-01..2024-01-31", an open side empty."""
        return f"{self.time.earliest or ''}..{self.time.latest or ''}"


def said_when(times: Sequence[ToldTime]) -> list[Said]:
    """The times that documents give in words, those of most documents first."""
    groups: dict[tuple[str | None, str | None], list[ToldTime]] = {}
    for one in times:
        groups.setdefault((one.time.earliest, one.time.latest), []).append(one)
    found = [
        Said(
            listed[0].time,
            frozenset(one.attribution for one in listed),
            len({one.document for one in listed}),
            tuple(dict.fromkeys(one.words for one in listed))[:WORDINGS],
            listed[0].time.readings[1:],
        )
        for listed in groups.values()
    ]
    return sorted(found, key=lambda one: (-one.documents, one.time.earliest or "", one.time.latest or ""))


def said_row(one: Said) -> dict[str, Any]:
    """One of them for JSON."""
    return {
        "earliest": one.time.earliest,
        "latest": one.time.latest,
        "basis": one.time.basis,
        "documents": one.documents,
        "words": one.words,
        "other_readings": [
            {"earliest": each.earliest, "latest": each.latest, "basis": each.basis} for each in one.others
        ],
    }
