"""Ranked full-text search over quotations and documents; what the user types is never syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from typing import Any, Literal

from hearsay.case.file import Case
from hearsay.case.filters import Filters
from hearsay.case.pages import moment
from hearsay.case.snippet import marked, snippet
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
    setting: str | None = None,
    hedge: str | None = None,
    artefact: str | None = None,
    when: tuple[date, date] | None = None,
    limit: int = 20,
) -> tuple[Hit, ...]:
    """The best `limit` finds for `words`, best first; empty where nothing matches or nothing is asked.

    Every word must occur, whatever its case and accents; words between double quotes must stand together
    in this order. Statements and documents are ranked apart by BM25 (Robertson and Zaragoza 2009) and
    then taken in turn, statements first, as their scores cannot be compared. The filters are those of
    `statements`, and `setting`, `hedge`, `artefact` and `when` of `Filters`: a document passes with one
    attribution that has all of them.
    """
    expression = query(words)
    if not expression or limit < 1:
        return ()
    filters = Filters(
        speaker=speaker,
        outlet=outlet,
        since=since,
        until=until,
        setting=setting,
        hedge=hedge,
        artefact=artefact,
        when=when,
    )
    with case.snapshot():
        pairs = zip_longest(
            _statements(case, expression, filters, limit), _documents(case, expression, filters, limit)
        )
        hits = [hit for hit in chain.from_iterable(pairs) if hit is not None]
    return tuple(hits[:limit])


def query(words: str) -> str:
    """The FTS5 expression that finds these words and nothing else; empty if there are none."""
    return " AND ".join(f'"{term}"' for term in terms(words))


def terms(words: str) -> list[str]:
    """The words, and the phrases between double quotes, that can be looked for, without quotation marks."""
    found = _TERM.findall(words.encode("utf-8", "replace").decode("utf-8").replace("\0", " "))
    # Only what has a letter or a digit can be found; FTS5 drops the rest from what it indexes.
    return [
        (phrase or word).replace('"', " ") for phrase, word in found if _SEARCHABLE.search(phrase or word)
    ]


# Words between straight or typographic double quotes, or a run of anything but spaces.
_TERM = re.compile(r'["“„«]([^"“”„«»]*)["”“»]|(\S+)')
_SEARCHABLE = re.compile(r"[^\W_]")


def _statements(case: Case, expression: str, filters: Filters, limit: int) -> Iterator[Hit]:
    """Statements in the order of their best matching quotation; equal ones widest first, then by id."""
    condition, values = filters.on_statement(case)
    for row in case.rows(
        # The statements of each matching quotation, each statement once, with its best quotation.
        "WITH found AS MATERIALIZED (SELECT rowid AS quotation, rank FROM quotation_words "
        "WHERE quotation_words MATCH ?), "
        "best AS (SELECT e.statement, min(found.rank) AS rank, found.quotation FROM found "
        "JOIN attribution a ON a.quotation = found.quotation JOIN appearance e ON e.attribution = a.key "
        "GROUP BY e.statement) "
        "SELECT s.id, p.name, d.id, d.name, o.name, d.title, "
        "d.published, d.published_precision, d.published_zone, d.published_origin, best.quotation "
        "FROM best JOIN statement s ON s.key = best.statement JOIN attribution f ON f.key = s.first "
        "JOIN document d ON d.key = f.document LEFT JOIN outlet o ON o.key = d.outlet "
        f"LEFT JOIN speaker p ON p.key = s.speaker {condition} "
        "ORDER BY best.rank, s.outlets DESC, s.pages DESC, s.id LIMIT ?",
        (expression, *values, limit),
    ):
        words, spans = _highlighted(case, "quotation_words", 0, row[-1], expression, "quotation", "words")
        yield _hit("statement", row[0], row[1], row, *snippet(words, spans))


def _documents(case: Case, expression: str, filters: Filters, limit: int) -> Iterator[Hit]:
    condition, values = filters.on_document(case)
    for row in case.rows(
        "WITH found AS MATERIALIZED (SELECT rowid AS key, bm25(document_words, ?, 1.0) AS rank "
        "FROM document_words WHERE document_words MATCH ?) "
        "SELECT d.id, NULL, d.id, d.name, o.name, d.title, "
        "d.published, d.published_precision, d.published_zone, d.published_origin, d.key "
        "FROM found JOIN document d ON d.key = found.key LEFT JOIN outlet o ON o.key = d.outlet "
        f"WHERE TRUE {condition} ORDER BY found.rank, d.name, d.id LIMIT ?",
        (_TITLE_WEIGHT, expression, *values, limit),
    ):
        words, spans = _highlighted(case, "document_words", 1, row[-1], expression, "document", "text")
        if not spans and row[5] is not None:
            words, spans = _highlighted(case, "document_words", 0, row[-1], expression, "document", "title")
        yield _hit("document", row[0], None, row, *snippet(words, spans))


# A word in a title says more about a document than one in its text; the usual factor in BM25F's papers
# lies between 2 and 10.
_TITLE_WEIGHT = 4.0


def _highlighted(
    case: Case, table: str, column: int, key: int, expression: str, content: str, name: str
) -> tuple[str, tuple[Span, ...]]:
    """A text and the spans of it that match."""
    row = case.row(
        f"SELECT c.{name}, highlight({table}, {column}, char(2), char(3)) FROM {table} "
        f"JOIN {content} c ON c.key = {table}.rowid WHERE {table} MATCH ? AND {table}.rowid = ?",
        (expression, key),
    )
    return ("", ()) if row is None else (row[0], marked(row[0], row[1]))


def _hit(
    kind: Literal["statement", "document"],
    id_: str,
    speaker: str | None,
    row: tuple[Any, ...],
    piece: str,
    start: int,
    highlights: tuple[Span, ...],
) -> Hit:
    return Hit(
        kind=kind,
        id=id_,
        snippet=piece,
        start=start,
        highlights=highlights,
        speaker=speaker,
        document=row[2],
        name=row[3],
        outlet=row[4],
        title=row[5],
        published=moment(*row[6:10]),
    )
