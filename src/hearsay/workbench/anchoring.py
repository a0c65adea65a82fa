"""What a form rules on, told so that it can be found again, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from hearsay.case import Case
from hearsay.case.anchors import (
    actor_anchor,
    answer_anchors,
    attribution_anchor,
    copy_anchors,
    document_anchor,
    finding_anchors,
    outlet_anchor,
    recording_anchor,
    statement_anchor,
)
from hearsay.case.answers import answer, same_answers
from hearsay.case.provenance.copies import copies
from hearsay.errors import HearsayError
from hearsay.model import Anchor, RulingKind
from hearsay.workbench.choosing import answer_between
from hearsay.workbench.desk import Desk
from hearsay.workbench.finding import judged_of

Fields: TypeAlias = Mapping[str, Sequence[str]]


def asked(desk: Desk, case: Case, kind: str, fields: Fields) -> tuple[list[Anchor], str]:
    """The anchors and the value of the ruling of this kind that a form asks for; `case` is open for writing.

    Raises `HearsayError` where the form does not say what it is about, or names what is not there.
    """
    ids = [id_ for id_ in fields.get("id", ()) if id_]
    about, value = first(fields, "about") or "attribution", first(fields, "value")
    if kind == "merge":
        return [statement_anchor(case, id_) for id_ in ids], ""
    if kind in ("same", "different"):
        names = [*fields.get("name", ()), "", ""]
        return [actor_anchor(case, id_, name or None) for id_, name in zip(ids, names, strict=False)], ""
    if kind == "stance" and about == "statement":
        return answer_between(case, first(fields, "id"), first(fields, "to")), value
    if kind == "stance" and about == "attribution":
        # Of two credits the first is said to answer the second.
        return [attribution_anchor(case, id_, "answer") for id_ in ids], value
    if about == "attribution" and kind not in ("pin", "tag", "note"):
        return [attribution_anchor(case, id_) for id_ in ids], _value(case, kind, ids, value, fields)
    if len(ids) != 1:
        raise HearsayError("the form does not say what it is about")
    if kind == "confirm":
        value = _as_found(case, about, ids[0])
    return _anchors(desk, case, about, ids[0]), value


def asked_alike(case: Case, id_: str) -> tuple[RulingKind, list[list[Anchor]], str]:
    """What was ruled on the answer with this id, for the same answer wherever other documents have it.

    Raises `HearsayError` where nothing was ruled on it, or no other document has it.
    """
    row, others = same_answers(case, id_)
    if row.ruled is None or not others:
        raise HearsayError(
            "there is nothing to rule alike",
            remedy="Rule on this answer first, where other documents have it.",
        )
    kind: RulingKind = "reject" if row.ruled.rejected else "stance"
    value = "" if row.ruled.rejected else row.stance
    return kind, [answer_anchors(case, other.id) for other in others], value


def first(fields: Fields, name: str) -> str:
    """The value of a field that a form has once; empty where it has none."""
    return fields.get(name, ("",))[0]


def _anchors(desk: Desk, case: Case, about: str, id_: str) -> list[Anchor]:
    if about == "answer":
        return answer_anchors(case, id_)
    if about == "copy":
        return copy_anchors(case, *_pair(id_))
    if about == "finding":
        return finding_anchors(case, judged_of(desk, id_).finding)
    make = {
        "statement": statement_anchor,
        "document": document_anchor,
        "actor": actor_anchor,
        "outlet": outlet_anchor,
        "recording": recording_anchor,
        "attribution": attribution_anchor,
    }.get(about)
    if make is None:
        raise HearsayError("the form does not say what it is about")
    return [make(case, id_)]


def _pair(id_: str) -> tuple[str, str]:
    document, _, source = id_.partition("/")
    return document, source


def _as_found(case: Case, about: str, id_: str) -> str:
    """What whoever confirms an answer or a copy says that it is: what it is now."""
    if about == "answer":
        return answer(case, id_).stance
    if about == "copy":
        document, source = _pair(id_)
        for row in copies(case, document=document, rejected=True):
            if (row.document.id, row.source.id) == (document, source):
                return row.copy.kind
    return ""


def _value(case: Case, kind: str, ids: Sequence[str], value: str, fields: Fields) -> str:
    """What is ruled of a credit, in the words of a ruling."""
    if kind == "span":
        return _span(case, ids, value, first(fields, "start"))
    if kind == "act" and first(fields, "negated"):
        return f"not {value}"
    what = " ".join(first(fields, "what").split())
    return f"{value}: {what}" if kind == "setting" and value and what else value


def _span(case: Case, ids: Sequence[str], words: str, start: str) -> str:
    """Words of the document as spans: at `start` if they stand there, else nearest to the old ones."""
    row = case.row(
        "SELECT d.text, (SELECT min(s.start) FROM span s WHERE s.attribution = a.key AND s.part = 'content') "
        "FROM attribution a JOIN document d ON d.key = a.document WHERE a.id = ?",
        (ids[0] if ids else "",),
    )
    if row is None or not words:
        raise HearsayError(
            "no words are named", remedy="Select them in the text, or type them as they stand."
        )
    text, old = row
    if start.isascii() and start.isdecimal() and text.startswith(words, int(start)):
        return f"[[{int(start)},{int(start) + len(words)}]]"
    places = []
    place = text.find(words)
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    if not places:
        raise HearsayError(
            "these words do not stand in the document", remedy="Type them exactly as the text has them."
        )
    best = min(places, key=lambda one: (abs(one - old), one))
    return f"[[{best},{best + len(words)}]]"
