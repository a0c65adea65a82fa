"""Statements as rows of lists: the same few fields in HTML, CSV and JSON, whatever page they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hearsay.case.heads import Head, heads
from hearsay.export.acts import act_text
from hearsay.export.jsonl import moment
from hearsay.workbench.desk import Desk
from hearsay.workbench.ticks import Span, strip


@dataclass(frozen=True, slots=True)
class Line:
    """One statement in a list, with the strip that shows on which days it was printed."""

    head: Head
    strip: Markup


def lines(desk: Desk, keys: Sequence[int], *, drawn: bool = True) -> list[Line]:
    """The statements with these keys, in this order; their strips are empty unless `drawn`."""
    index = desk.index
    span = case_span(desk)
    made = []
    for head in heads(desk.case, keys):
        number = index.number_of(head.key) if drawn else None
        days = () if number is None else tuple(index.days(number).tolist())
        made.append(Line(head, strip(days, span, head.documents)))
    return made


def case_span(desk: Desk) -> Span:
    """The days that the strips of all statements share."""
    return desk.remembered("span", lambda _: desk.index.span())


def rows_of(listed: Sequence[Line]) -> list[dict[str, Any]]:
    """The same lines for CSV and JSON."""
    return [
        {
            "statement": head.id,
            "speaker": head.speaker,
            "actor": head.actor,
            "did": act_text(head.act, head.negated),
            "wording": head.wording,
            "kind": head.kind,
            "mode": head.mode,
            "outlets": head.outlets,
            "documents": head.documents,
            "appearances": head.appearances,
            "first_document": head.name,
            "first_outlet": head.outlet,
            "first_seen": moment(head.seen),
        }
        for head in (line.head for line in listed)
    ]
