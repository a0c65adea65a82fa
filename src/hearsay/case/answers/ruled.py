"""What persons ruled on answers: which are none, which stance they take, which the program did not find."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.case.anchors import AnswerPlace, answer_places, found_answer
from hearsay.case.file import Case
from hearsay.case.force import IN_FORCE, anchors_of
from hearsay.case.read import spans_in, spans_of
from hearsay.model import Anchor, Span, Stance, response_id

# The rule of a response that a person found and the program did not.
RULED = "ruled"


@dataclass(frozen=True, slots=True)
class Ruled:
    """What is ruled of one response: whether it is none, its stance, and who signed the latest ruling."""

    rejected: bool
    stance: Stance | None
    by: str


def ruled_answers(case: Case) -> dict[int, Ruled]:
    """What is ruled of the responses (keys) of the case, the latest ruling last."""
    found: dict[int, Ruled] = {}
    for key, kind, value, by in case.rows(
        f"{IN_FORCE} SELECT n.found, f.kind, f.value, f.signed FROM force f "
        "JOIN anchor n ON n.ruling = f.key AND n.position = 0 WHERE n.about = 'answer' "
        "AND n.found IS NOT NULL AND f.kind IN ('confirm', 'reject', 'stance') ORDER BY f.at, f.id"
    ):
        before = found.get(key)
        stance = value if kind != "reject" else before.stance if before else None
        found[key] = Ruled(kind == "reject", stance, by)
    return found


def settle_answers(case: Case) -> None:
    """Find what rulings on answers hold of, in the caller's transaction.

    An answer that a person confirmed or found is written down where the program does not find it.
    """
    pending = list(
        case.rows(
            f"{IN_FORCE} SELECT r.key, f.kind IN ('confirm', 'stance') FROM ruling r "
            "JOIN anchor n ON n.ruling = r.key AND n.position = 0 LEFT JOIN force f ON f.key = r.key "
            "WHERE n.about = 'answer' AND n.found IS NULL ORDER BY r.at, r.id"
        )
    )
    anchors = anchors_of(case, [key for key, _ in pending])
    for ruling, holds in pending:
        named = [anchor for anchor, _ in anchors[ruling]]
        key = found_answer(case, named)
        if key is None and holds:
            key = _written(case, named)
        if key is not None:
            case.write("UPDATE anchor SET found = ? WHERE ruling = ?", (key, ruling))


def _written(case: Case, anchors: Sequence[Anchor]) -> int | None:
    """Write down an answer that the program does not find, where all of its words stand; its key.

    Which stance it takes is what is ruled, and stands with the ruling.
    """
    for answer, target in answer_places(case, anchors):
        one = _side(case, answer)
        other = ((), (), None) if target is None else _side(case, target)
        if one is None or other is None:
            continue
        of = _document(case, target.document) if target and target.document != answer.document else None
        response = response_id(_document(case, answer.document), one[0], other[0], of)
        if case.row("SELECT 1 FROM response WHERE id = ?", (response,)) is None:
            return case.write(
                "INSERT INTO response (id, document, stance, content, attribution, source, speaker, target, "
                "target_content, rule, evidence, likely, engages, gaps) "
                "VALUES (?, ?, 'other', ?, ?, ?, ?, ?, ?, ?, '[]', 0, NULL, '[]')",
                (
                    response,
                    answer.document,
                    json.dumps(one[0]),
                    answer.attribution,
                    json.dumps(one[1]),
                    one[2],
                    None if target is None else target.attribution,
                    json.dumps(other[0]),
                    RULED,
                ),
            )
    return None


def _document(case: Case, key: int) -> str:
    (id_,) = case.row("SELECT id FROM document WHERE key = ?", (key,)) or ("",)
    return str(id_)


def _side(case: Case, place: AnswerPlace) -> tuple[tuple[Span, ...], tuple[Span, ...], int | None] | None:
    """The content, source and speaker (key) of what stands at a place, as ruled; `None` if it is rejected."""
    if place.attribution is None:
        # An answer without words has its source and speaker where the program found it.
        known = case.row(
            "SELECT source, speaker FROM response WHERE document = ? AND content = ? ORDER BY id LIMIT 1",
            (place.document, json.dumps(place.spans)),
        )
        return place.spans, spans_in(known[0]) if known else (), known[1] if known else None
    row = case.row("SELECT speaker, rejected FROM attribution WHERE key = ?", (place.attribution,))
    if row is None or row[1]:
        return None
    parts = spans_of(case, place.document)[place.attribution]
    return parts["content"], parts.get("source", ()), row[0]
