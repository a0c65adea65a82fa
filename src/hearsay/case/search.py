"""Ranked full-text search over quotations and documents; what the user types is never syntax."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hearsay.case.file import Case
from hearsay.model import Moment, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: a statement by its words, or a document by its title or text.

    `snippet` is a piece of the words that were found, verbatim, and begins at offset `start` of them (of
    the quotation's words, the document's text, or its title where only that matches); `highlights` are
    the spans in `snippet` that match. `document` (an id), `name`, `outlet` and `published` are those of
    the document found, or of the statement's first appearance; `speaker` is the statement's.
    """

    kind: Literal["statement", "document"]
    id: str
    snippet: str
    start: int
    highlights: tuple[Span, ...]
    speaker: str | None
    title: str | None
    document: str
    name: str
    outlet: str | None
    published: Moment | None


def search(
    case: Case,
    words: str,
    *,
    speaker: str | None = None,
    outlet: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
) -> tuple[Hit, ...]:
    """The best `limit` finds for `words`, best first; empty where nothing matches or nothing is asked."""
    raise NotImplementedError
