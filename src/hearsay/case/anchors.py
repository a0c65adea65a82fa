"""Anchors: told from what a case holds, and found again in it or in another one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay.case.file import Case
from hearsay.case.read import spans_in
from hearsay.errors import HearsayError, NotFoundError
from hearsay.model import About, Anchor, Finding, Place, Span

# Code points kept on either side of the words: enough to know a place in an article from any other.
AROUND = 48

# The spans of an attribution's content as the program found them, whatever a ruling put in their place.
COMPUTED = (
    "ifnull((SELECT o.content FROM overruled o WHERE o.attribution = a.key), "
    "(SELECT json_group_array(json_array(s.start, s.stop)) FROM "
    "(SELECT start, stop FROM span WHERE attribution = a.key AND part = 'content' ORDER BY start) s))"
)


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Where one side of an answer stands: the document (key), spans, the attribution (key) that has them."""

    document: int
    spans: tuple[Span, ...]
    attribution: int | None


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
    return _place(about, sha256, document, text, spans_in(stored))


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


def recording_anchor(case: Case, id_: str) -> Anchor:
    """The anchor of the recording with this id: its bytes."""
    row = case.row("SELECT sha256, name FROM recording WHERE id = ?", (id_,))
    if row is None:
        raise NotFoundError(f"no recording of the case has the id {id_!r}", where=str(case.path))
    return Anchor("recording", row[0], words=row[1])


def answer_anchors(case: Case, id_: str) -> list[Anchor]:
    """The anchors of the response with this id: what answers and, where the text has it, what is answered."""
    row = case.row(
        "SELECT o.sha256, d.id, d.text, a.id, r.content, t.id, r.target_content FROM response r "
        "JOIN document d ON d.key = r.document JOIN original o ON o.key = d.original "
        "LEFT JOIN attribution a ON a.key = r.attribution LEFT JOIN attribution t ON t.key = r.target "
        "WHERE r.id = ?",
        (id_,),
    )
    if row is None:
        raise NotFoundError(f"no answer of the case has the id {id_!r}", where=str(case.path))
    sha256, document, text, *sides = row
    return [
        attribution_anchor(case, attribution, "answer")
        if attribution is not None
        else _place("answer", sha256, document, text, spans_in(content))
        for attribution, content in (sides[:2], sides[2:])
        if attribution is not None or spans_in(content)
    ]


def copy_anchors(case: Case, document: str, source: str) -> list[Anchor]:
    """The anchors of the copy that the document with one id is of that with the other."""
    if document == source:
        raise HearsayError("a document is no copy of itself", remedy="Name two documents.")
    return [_printed(case, id_) for id_ in (document, source)]


def finding_anchors(case: Case, finding: Finding) -> list[Anchor]:
    """The anchors of a finding: one for each of its places."""
    made = []
    for place in finding.places:
        row = case.row(
            "SELECT o.sha256, d.text, ifnull(d.title, '') FROM document d "
            "JOIN original o ON o.key = d.original WHERE d.id = ?",
            (place.document,),
        )
        if row is None:
            raise NotFoundError("a place of the finding is not in the case any more", where=str(case.path))
        text = row[2] if place.part == "title" else row[1]
        one = _place("finding", row[0], place.document, text, (place.span,))
        made.append(replace(one, part=place.part, what=finding.kind))
    return made


def found(case: Case, anchor: Anchor) -> int | None:
    """The key of what the anchor names in this case; `None` where it is gone.

    Never something that only looks like it: the bytes or the document must be the same, the words must stand
    there, and the program must have found an attribution of exactly these words. Of a copy that is the key of
    the document, of a place of a finding that of the document where the words stand; see `found_answer` for
    answers.
    """
    if anchor.about == "outlet":
        row = case.row("SELECT key FROM outlet WHERE name = ?", (anchor.words,))
        return None if row is None else int(row[0])
    if anchor.about == "recording":
        row = case.row("SELECT key FROM recording WHERE sha256 = ?", (anchor.sha256,))
        return None if row is None else int(row[0])
    if anchor.about == "finding":
        place = place_of(case, anchor)
        return None if place is None else place[0]
    for key, text in _documents(case, anchor):
        if anchor.about in ("document", "copy"):
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
        own = _attribution(case, key, _shifted(anchor, text))
        if own is not None:
            return own
    return None


def found_answer(case: Case, anchors: Sequence[Anchor]) -> int | None:
    """The key of the response that these anchors name in this case; `None` where it is gone."""
    for answer, target in answer_places(case, anchors):
        for key, attribution, content, answered, answered_content in case.rows(
            "SELECT key, attribution, content, target, target_content FROM response WHERE document = ? "
            "ORDER BY id",
            (answer.document,),
        ):
            if _meets(answer, attribution, content) and _meets(target, answered, answered_content):
                return int(key)
    return None


def answer_places(case: Case, anchors: Sequence[Anchor]) -> Iterator[tuple[AnswerPlace, AnswerPlace | None]]:
    """Where the anchors of an answer stand: the places of both of its sides.

    What is answered in another document must be an attribution there: nothing else stands in a statement.
    """
    for answer in _answer_places(case, anchors[0]):
        if len(anchors) == 1:
            yield answer, None
            continue
        within = anchors[1].document == anchors[0].document
        for target in _answer_places(case, anchors[1]):
            if target.document == answer.document if within else target.attribution is not None:
                yield answer, target


def _answer_places(case: Case, anchor: Anchor) -> Iterator[AnswerPlace]:
    for key, text in _documents(case, anchor):
        spans = _shifted(anchor, text)
        if spans is not None:
            yield AnswerPlace(key, spans, _attribution(case, key, spans))


def place_of(case: Case, anchor: Anchor) -> tuple[int, Place] | None:
    """Where a place of a finding stands in this case, with its document's key; `None` where it is gone."""
    for key, text in _documents(case, anchor):
        row = case.row("SELECT id, ifnull(title, '') FROM document WHERE key = ?", (key,))
        if row is not None:
            spans = _shifted(anchor, row[1] if anchor.part == "title" else text)
            if spans is not None:
                return key, Place(row[0], spans[0], "title" if anchor.part == "title" else "text")
    return None


def _printed(case: Case, id_: str) -> Anchor:
    """One side of a copy: a document, called by its outlet too, since both are often titled alike."""
    anchor = document_anchor(case, id_)
    row = case.row("SELECT t.name FROM document d JOIN outlet t ON t.key = d.outlet WHERE d.id = ?", (id_,))
    words = anchor.words if row is None else f"{row[0]}: {anchor.words}"
    return replace(anchor, about="copy", words=words)


def _place(about: About, sha256: str, document: str, text: str, spans: tuple[Span, ...]) -> Anchor:
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


def _attribution(case: Case, document: int, spans: tuple[Span, ...] | None) -> int | None:
    """The attribution whose content, as the program found it, has exactly these spans."""
    if spans is None:
        return None
    row = case.row(
        f"SELECT a.key FROM attribution a WHERE a.document = ? AND {COMPUTED} = ?",
        (document, json.dumps(spans, separators=(",", ":"))),
    )
    return None if row is None else int(row[0])


def _meets(place: AnswerPlace | None, attribution: int | None, content: str) -> bool:
    """Whether a side of a response is at a place; where the attribution is known, by that alone."""
    if place is None or attribution is None:
        return spans_in(content) == (() if place is None else place.spans)
    return attribution == place.attribution


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
