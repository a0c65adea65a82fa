"""Words that a document has in common with others: from whom it has them, and who has them from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hearsay.case.provenance.copies import CopyRow, Printed, copies
from hearsay.export.copies import copy_said, grounds_said
from hearsay.model import Span
from hearsay.workbench.desk import Desk


@dataclass(frozen=True, slots=True)
class Sharing:
    """One other document with which a document shares words, or which it credits.

    `said` says what the one that has it from the other did, and `taken` whether that is the document itself;
    `passages` are the spans of the common words in the document, `there` those in the other, in this order;
    `words` is how many they are.
    """

    other: Printed
    said: str
    taken: bool
    grounds: str
    passages: tuple[Span, ...]
    there: tuple[Span, ...]
    words: int


def sharings(desk: Desk, id_: str) -> list[Sharing]:
    """All of them: what it took first, the most words first."""
    found = [_sharing(row, id_) for row in copies(desk.case, document=id_)]
    return sorted(found, key=lambda one: (not one.taken, -one.words, one.other.name, one.other.id))


def marked(found: list[Sharing], asked: str | None) -> Sharing | None:
    """The one whose words are marked: the one asked for (an id), else the one of which it took most."""
    with_words = [one for one in found if one.passages]
    if asked is not None:
        return next((one for one in with_words if one.other.id == asked), None)
    return next((one for one in with_words if one.taken), None)


def sharing_row(one: Sharing) -> dict[str, Any]:
    """One of them for JSON."""
    return {
        "document": one.other.name,
        "document_id": one.other.id,
        "outlet": one.other.outlet,
        "said": one.said,
        "taken": one.taken,
        "grounds": one.grounds,
        "words": one.words,
        "passages": [
            {"span": here, "there": there} for here, there in zip(one.passages, one.there, strict=True)
        ],
    }


def _sharing(row: CopyRow, id_: str) -> Sharing:
    taken = row.copy.document == id_
    passages = row.copy.passages
    here, there = (tuple(one.one if side else one.other for one in passages) for side in (taken, not taken))
    return Sharing(
        row.source if taken else row.document,
        copy_said(row.copy),
        taken,
        grounds_said(row.copy),
        here,
        there,
        sum(one.words for one in passages),
    )
