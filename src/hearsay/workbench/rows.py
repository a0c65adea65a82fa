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
        drawing = Markup("") if number is None else strip(index.printings(number), span, head.documents)
        made.append(Line(head, drawing))
    return made


def case_span(desk: Desk) -> Span:
    """The days that the strips of all statements share."""
    return desk.remembered("span", lambda _: desk.index.span())


def small_multiples(desk: Desk, number: int | None) -> list[tuple[str, int, Markup]]:
    """By country how a statement (its number), or all that is in the case, was printed.

    Of each country its name, how many documents there are, and their strip; all strips have one scale.
    """
    span = case_span(desk)
    return [
        (name, documents, strip(printings, span, documents))
        for name, documents, printings in desk.index.by_country(number)
    ]


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
