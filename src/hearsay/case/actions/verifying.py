"""Is every action where it says, and what it was?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from hearsay.case.damage import Damage
from hearsay.case.file import Case
from hearsay.model import action_id


def action_damage(case: Case) -> Iterator[Damage]:
    """Ids of actions, spans outside their document, and attributions of another one."""
    for id_, document, length, sort, start, stop, thing, actor, target, strange in case.rows(
        "SELECT c.id, d.id, length(d.text), c.sort, c.start, c.stop, c.thing, c.actor, c.target, "
        "a.document IS NOT NULL AND a.document <> c.document FROM action c "
        "JOIN document d ON d.key = c.document LEFT JOIN attribution a ON a.key = c.attribution ORDER BY c.id"
    ):
        try:
            spans = [(start, stop), *(span for part in (thing, actor, target) for span in json.loads(part))]
            outside = any(left < 0 or left >= right or right > length for left, right in spans)
        except (ValueError, TypeError):
            yield Damage("action", id_, f"its spans in document {document} cannot be read")
            continue
        if action_id(document, sort, (start, stop)) != id_:
            yield Damage("action", id_, f"its id is not that of its place in document {document}")
        if outside:
            yield Damage("action", id_, f"a span of it is not in document {document}")
        if strange:
            yield Damage("action", id_, "it has an attribution of another document")
