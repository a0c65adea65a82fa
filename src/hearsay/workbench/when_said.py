"""When a statement was said, as the documents that carry it tell: each time, and in what words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.model import Reading, TimeExpression

# Words for one time that are given.
WORDINGS = 4


@dataclass(frozen=True, slots=True)
class Said:
    """One time; in how many documents it is told, in which words; how else these can be read."""

    time: TimeExpression
    documents: int
    words: tuple[str, ...]
    others: tuple[Reading, ...]


def said_when(times: Sequence[tuple[str, str, TimeExpression]]) -> list[Said]:
    """The times that documents (ids) give in words, those of most documents first."""
    groups: dict[tuple[str | None, str | None], list[tuple[str, str, TimeExpression]]] = {}
    for one in times:
        groups.setdefault((one[2].earliest, one[2].latest), []).append(one)
    found = [
        Said(
            listed[0][2],
            len({document for document, _, _ in listed}),
            tuple(dict.fromkeys(words for _, words, _ in listed))[:WORDINGS],
            listed[0][2].readings[1:],
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
