"""Is every response where it says, and what it was?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from hearsay.case.damage import Damage
from hearsay.case.file import Case
from hearsay.model import Span, response_id


def response_damage(case: Case) -> Iterator[Damage]:
    """Ids of responses, spans outside their document, and attributions of another one."""
    for id_, document, length, content, target_content, evidence, strange in case.rows(
        "SELECT r.id, d.id, length(d.text), r.content, r.target_content, r.evidence, "
        "a.document IS NOT NULL AND a.document <> r.document OR "
        "t.document IS NOT NULL AND t.document <> r.document FROM response r "
        "JOIN document d ON d.key = r.document LEFT JOIN attribution a ON a.key = r.attribution "
        "LEFT JOIN attribution t ON t.key = r.target ORDER BY r.id"
    ):
        try:
            spans = [_spans(stored) for stored in (content, target_content, evidence)]
        except (ValueError, TypeError):
            yield Damage("response", id_, f"its spans in document {document} cannot be read")
            continue
        if response_id(document, spans[0], spans[1]) != id_:
            yield Damage("response", id_, f"its id is not that of its spans in document {document}")
        if any(start < 0 or start >= stop or stop > length for part in spans for start, stop in part):
            yield Damage("response", id_, f"a span of it is not in document {document}")
        if strange:
            yield Damage("response", id_, "it has an attribution of another document")


def _spans(stored: str) -> tuple[Span, ...]:
    return tuple((int(start), int(stop)) for start, stop in json.loads(stored))
