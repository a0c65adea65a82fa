"""Is every response where it says, and what it was?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hearsay.case.answers.ruled import RULED
from hearsay.case.damage import Damage
from hearsay.case.file import Case
from hearsay.model import Span, response_id


def response_damage(case: Case) -> Iterator[Damage]:
    """Ids of responses, spans outside their document, and attributions of another one."""
    for id_, document, of, lengths, content, target_content, evidence, strange in _rows(case):
        try:
            spans = [_spans(stored) for stored in (content, target_content, evidence)]
        except (ValueError, TypeError):
            yield Damage("response", id_, f"its spans in document {document} cannot be read")
            continue
        if response_id(document, spans[0], spans[1], of) != id_:
            yield Damage("response", id_, f"its id is not that of its spans in document {document}")
        if any(
            start < 0 or start >= stop or stop > length
            for part, length in zip(spans, lengths, strict=True)
            for start, stop in part
        ):
            yield Damage("response", id_, f"a span of it is not in document {document}")
        if strange:
            yield Damage("response", id_, "it has an attribution of another document")


def _rows(case: Case) -> Iterator[tuple[Any, ...]]:
    """Each response with its document, that of its target where it is another, and the lengths of its texts.

    Only a person can have ruled that something in another document is answered.
    """
    for id_, document, of, length, other, content, target_content, evidence, strange in case.rows(
        "SELECT r.id, d.id, o.id, length(d.text), ifnull(length(o.text), length(d.text)), r.content, "
        "r.target_content, r.evidence, a.document IS NOT NULL AND a.document <> r.document OR "
        f"o.key IS NOT NULL AND r.rule <> '{RULED}' FROM response r "
        "JOIN document d ON d.key = r.document LEFT JOIN attribution a ON a.key = r.attribution "
        "LEFT JOIN attribution t ON t.key = r.target "
        "LEFT JOIN document o ON o.key = t.document AND o.key <> d.key ORDER BY r.id"
    ):
        yield id_, document, of, (length, other, length), content, target_content, evidence, strange


def _spans(stored: str) -> tuple[Span, ...]:
    return tuple((int(start), int(stop)) for start, stop in json.loads(stored))
