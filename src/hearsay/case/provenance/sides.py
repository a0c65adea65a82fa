"""The documents of a case as sides of a comparison, and their texts when they are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from hearsay.case.file import Case
from hearsay.case.pages import REVISED, moment
from hearsay.case.read import spans_in
from hearsay.link.alike import Bounds, bounds
from hearsay.link.copies import Side, Texts, side, text_of
from hearsay.link.copies.overlap import Comparable
from hearsay.link.outlets import Directory
from hearsay.model import Credit, Document, Span

# Texts kept at hand while pairs are judged: some 200 MB.
_AT_HAND = 1 << 12


def sides_of(case: Case, known: Directory) -> dict[int, Side]:
    """Every version of every page by its key, with the credits that are stored."""
    credits = stored_credits(case)
    found: dict[int, Side] = {}
    for key, id_, page, name, outlet, url, *stated in case.rows(
        "SELECT d.key, d.id, d.page, d.name, t.name, d.url, "
        f"d.published, d.published_precision, d.published_zone, d.published_origin, {REVISED} "
        "FROM document d LEFT JOIN outlet t ON t.key = d.outlet ORDER BY d.id"
    ):
        found[key] = side(
            Document(id_, name, "", "", url=url, outlet=outlet),
            page=str(page),
            outlet=known.outlet(outlet, url),
            seen=seen_of(stated),
            credits=credits.get(key, ()),
        )
    return found


def seen_of(stated: Sequence[Any]) -> Bounds | None:
    """When the words of a version were certainly public: eight columns, of publication and of revision."""
    published, revised = stated[:4], stated[4:8]
    return bounds(moment(*revised) or moment(*published))


def stored_credits(case: Case, document: int | None = None) -> dict[int, tuple[Credit, ...]]:
    """The credits of each document by its key, or of one."""
    found: dict[int, list[Credit]] = defaultdict(list)
    condition, values = ("", ()) if document is None else ("WHERE c.document = ?", (document,))
    for key, id_, named, outlet, agency, how, start, stop in case.rows(
        "SELECT c.document, d.id, c.named, c.outlet, c.agency, c.how, c.start, c.stop FROM credit c "
        f"JOIN document d ON d.key = c.document {condition} ORDER BY c.document, c.position",
        values,
    ):
        span = None if start is None else (start, stop)
        found[key].append(Credit(id_, named, outlet, bool(agency), how, span))
    return {key: tuple(listed) for key, listed in found.items()}


def texts_of(case: Case) -> Texts:
    """Gives the text of a document by its id, ready to be compared; the last few thousand stay at hand."""

    @lru_cache(_AT_HAND)
    def text(id_: str) -> Comparable:
        # The id is that of a document of this case.
        ((key, name, words, blocks),) = case.rows(
            "SELECT key, name, text, blocks FROM document WHERE id = ?", (id_,)
        )
        return text_of(Document(id_, name, "", words, blocks=spans_in(blocks)), said_in(case, key))

    return text


def said_in(case: Case, document: int) -> list[Span]:
    """The contents of the direct quotations of the document with this key."""
    # The plus keeps SQLite from going through all direct quotations of the case, which have an index too.
    return list(
        case.rows(
            "SELECT s.start, s.stop FROM attribution a JOIN span s ON s.attribution = a.key "
            "WHERE a.document = ? AND +a.kind = 'direct' AND s.part = 'content'",
            (document,),
        )
    )
