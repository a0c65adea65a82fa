"""Anchors: told from what a case holds, and found again in it or in another one."""

from __future__ import annotations

import json

from hearsay.case.file import Case
from hearsay.case.read import spans_in
from hearsay.errors import NotFoundError
from hearsay.model import About, Anchor, Span

# Code points kept on either side of the words: enough to know a place in an article from any other.
AROUND = 48

# The spans of an attribution's content as the program found them, whatever a ruling put in their place.
COMPUTED = (
    "ifnull((SELECT o.content FROM overruled o WHERE o.attribution = a.key), "
    "(SELECT json_group_array(json_array(s.start, s.stop)) FROM "
    "(SELECT start, stop FROM span WHERE attribution = a.key AND part = 'content' ORDER BY start) s))"
)


def attribution_anchor(case: Case, id_: str, about: About = "attribution") -> Anchor:
    """The anchor of the attribution with this id, or of the statement that it stands in."""
    row = case.row(
        f"SELECT o.sha256, d.id, d.text, {COMPUTED} FROM attribution a JOIN document d ON d.key = a.document "
        "JOIN original o ON o.key = d.original WHERE a.id = ?",
        (id_,),
    )
    if row is None:
        raise NotFoundError(f"no attribution of the case has the id {id_!r}", where=str(case.path))
    sha256, document, text, stored = row
    spans = spans_in(stored)
    start, stop = spans[0][0], spans[-1][1]
    return Anchor(
        about,
        sha256,
        document,
        spans,
        text[start:stop],
        text[max(0, start - AROUND) : start],
        text[stop : stop + AROUND],
    )


def statement_anchor(case: Case, id_: str) -> Anchor:
    """The anchor of the statement with this id: its first appearance."""
    row = case.row(
        "SELECT a.id FROM statement s JOIN attribution a ON a.key = s.first WHERE s.id = ?", (id_,)
    )
    if row is None:
        raise NotFoundError(f"no statement of the case has the id {id_!r}", where=str(case.path))
    return attribution_anchor(case, row[0], "statement")


def document_anchor(case: Case, id_: str) -> Anchor:
    """The anchor of the document with this id."""
    row = case.row(
        "SELECT o.sha256, d.title, d.name FROM document d JOIN original o ON o.key = d.original WHERE d.id "
        "= ?",
        (id_,),
    )
    if row is None:
        raise NotFoundError(f"no document of the case has the id {id_!r}", where=str(case.path))
    return Anchor("document", row[0], id_, words=row[1] or row[2])


def actor_anchor(case: Case, id_: str, name: str | None = None) -> Anchor:
    """The anchor of the actor with this id, by one of his names (or what he is called), where first."""
    row = case.row(
        "SELECT o.sha256, d.id, n.text FROM actor c JOIN alias l ON l.actor = c.key "
        "JOIN name n ON n.key = l.name JOIN mention m ON m.alias = l.key JOIN document d ON d.key = "
        "m.document "
        "JOIN original o ON o.key = d.original WHERE c.id = ? AND n.text = ifnull(?, c.name) "
        "ORDER BY m.seen IS NULL, m.seen, d.id LIMIT 1",
        (id_, name),
    )
    if row is None:
        raise NotFoundError(f"no actor of the case has the id {id_!r} and that name", where=str(case.path))
    return Anchor("actor", row[0], row[1], words=row[2])


def outlet_anchor(case: Case, name: str) -> Anchor:
    """The anchor of the outlet with this name."""
    if case.row("SELECT 1 FROM outlet WHERE name = ?", (name,)) is None:
        raise NotFoundError(f"no outlet of the case is called {name!r}", where=str(case.path))
    return Anchor("outlet", words=name)


def found(case: Case, anchor: Anchor) -> int | None:
    """The key of what the anchor names in this case; `None` where it is gone.

    Never something that only looks like it: the bytes or the document must be the same, the words must stand
    there, and the program must have found an attribution of exactly these words.
    """
    if anchor.about == "outlet":
        row = case.row("SELECT key FROM outlet WHERE name = ?", (anchor.words,))
        return None if row is None else int(row[0])
    for key, text in _documents(case, anchor):
        if anchor.about == "document":
            return key
        if anchor.about == "actor":
            row = case.row(
                "SELECT n.key FROM name n JOIN mention m ON m.name = n.key WHERE n.text = ? AND m.document "
                "= ?",
                (anchor.words, key),
            )
            if row is not None:
                return int(row[0])
            continue
        spans = _shifted(anchor, text)
        if spans is None:
            continue
        row = case.row(
            f"SELECT a.key FROM attribution a WHERE a.document = ? AND {COMPUTED} = ?",
            (key, json.dumps(spans, separators=(",", ":"))),
        )
        if row is not None:
            return int(row[0])
    return None


def _documents(case: Case, anchor: Anchor) -> list[tuple[int, str]]:
    """The documents that an anchor can mean: the one of its id, else those read from the same bytes."""
    row = case.row("SELECT key, text FROM document WHERE id = ?", (anchor.document,))
    if row is not None:
        return [(row[0], row[1])]
    return [
        (key, text)
        for key, text in case.rows(
            "SELECT d.key, d.text FROM original o JOIN document d ON d.original = o.key WHERE o.sha256 = ? "
            "ORDER BY d.id",
            (anchor.sha256,),
        )
    ]


def _shifted(anchor: Anchor, text: str) -> tuple[Span, ...] | None:
    """The anchor's spans in `text`: where they were, or where the words stand once, the same around."""
    start, stop = anchor.spans[0][0], anchor.spans[-1][1]
    if text[start:stop] == anchor.words:
        return anchor.spans
    context = anchor.before + anchor.words + anchor.after
    place = text.find(context)
    if place < 0 or text.find(context, place + 1) >= 0:
        return None
    by = place + len(anchor.before) - start
    return tuple((low + by, high + by) for low, high in anchor.spans)
