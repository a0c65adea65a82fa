"""The responses of a case, for lists."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hearsay.case.answers.across import Asked, Carried, answered_elsewhere, carried
from hearsay.case.answers.ruled import RULED, Ruled, ruled_answers
from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.case.quotations import words_of
from hearsay.case.resolve import resolve_id
from hearsay.errors import NotFoundError
from hearsay.model import Engagement, Gap, Moment, Span, Stance


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a response: what it says, who says it, and in which statement of the case that stands.

    `words` is the text at `content`, its parts joined by " … "; `described` how the document calls the
    speaker; `attribution` and `statement` are ids, `None` for an answer without words. `actor` is the id of
    whom `speaker` means. `document` and `name` are the id and the name of the document in whose text
    `content` counts.
    """

    words: str
    content: tuple[Span, ...]
    speaker: str | None
    described: str
    attribution: str | None
    statement: str | None
    actor: str | None
    document: str
    name: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One response as a list shows it; spans count in the text of `document` (an id; `name` is its name).

    What is answered stands in the same document, unless a person ruled that it is in another.
    `elsewhere` is the id of the statement of other documents that it likely answers, where its own document
    only mentions what is answered. Where a person ruled on it, `ruled` says so: `stance` is what was ruled,
    and `found_stance` what the program had found (`None` where it had found no answer).
    """

    id: str
    document: str
    name: str
    outlet: str | None
    published: Moment | None
    stance: Stance
    answer: Party
    target: Party | None
    rule: str
    evidence: tuple[Span, ...]
    evidence_words: tuple[str, ...]
    likely: bool
    engages: Engagement | None
    gaps: tuple[Gap, ...]
    elsewhere: str | None = None
    ruled: Ruled | None = None
    found_stance: Stance | None = None


def answers(case: Case, id_: str | None = None, *, rejected: bool = False) -> Iterator[AnswerRow]:
    """The responses of the case, first published first; of undated documents last.

    `id_` (or its beginning, or a document's name) takes only those of a document, those that a statement is
    or gets in any document, or those of one attribution. With `rejected` those too of which a person ruled
    that they are none. Raises `NotFoundError`, `AmbiguousError`.
    """
    wide = carried(case)
    condition, values, statement = _condition(case, id_, wide)
    for found in _listed(case, wide, condition, values):
        if found.ruled is not None and found.ruled.rejected and not rejected:
            continue
        if statement is None or statement in (
            found.answer.statement,
            found.target.statement if found.target else None,
            found.elsewhere,
        ):
            yield found


def _listed(
    case: Case, wide: tuple[Carried, ...], condition: str, values: tuple[str, ...]
) -> Iterator[AnswerRow]:
    ruled = ruled_answers(case)
    for key, *row in case.rows(f"{_ROWS} {condition} {_ORDER}", values):
        yield _as_ruled(_row(row, wide), ruled.get(key))


def answer(case: Case, id_: str) -> AnswerRow:
    """The response with this id, also one that is rejected; raises `NotFoundError`."""
    return _answer(case, id_, carried(case))


def _answer(case: Case, id_: str, wide: tuple[Carried, ...]) -> AnswerRow:
    found = list(_listed(case, wide, "WHERE r.id = ?", (id_,)))
    if not found:
        raise NotFoundError(
            f"no answer of the case has the id {id_!r}",
            where=str(case.path),
            remedy="A ruling may have changed its words, and with them its id: see the review log.",
        )
    return found[0]


def same_answers(case: Case, id_: str) -> tuple[AnswerRow, list[AnswerRow]]:
    """The response with this id, and the others in which the same statement answers the same one.

    Raises `NotFoundError`.
    """
    wide = carried(case)
    row = _answer(case, id_, wide)
    own = row.answer.statement
    if own is None:
        return row, []
    others = _listed(case, wide, f"WHERE r.attribution IN ({_PRINTINGS})", (own,))
    return row, [one for one in others if one.id != row.id and _answered(one) == _answered(row)]


def _answered(row: AnswerRow) -> str | None:
    return (row.target.statement if row.target else None) or row.elsewhere


def _as_ruled(row: AnswerRow, ruled: Ruled | None) -> AnswerRow:
    found = None if row.rule == RULED else row.stance
    if ruled is None:
        return replace(row, found_stance=found)
    # Who confirms an answer has seen that it is one.
    likely = row.likely and (ruled.rejected or ruled.stance is None)
    return replace(row, stance=ruled.stance or row.stance, likely=likely, ruled=ruled, found_stance=found)


def _condition(
    case: Case, id_: str | None, wide: Sequence[Carried]
) -> tuple[str, tuple[str, ...], str | None]:
    """The condition on the rows, its values, and the statement that they must be about."""
    if id_ is None:
        return "", (), None
    found = resolve_id(case, id_)
    if found.kind == "document":
        return "WHERE d.id = ?", (found.id,), None
    if found.kind == "attribution":
        return "WHERE a.id = ?1 OR t.id = ?1", (found.id,), None
    if any(one.id == found.id for one in wide):
        return "", (), found.id  # whatever only mentions it can answer it
    of_it = (
        f"SELECT key FROM response WHERE attribution IN ({_PRINTINGS}) "
        f"UNION SELECT key FROM response WHERE target IN ({_PRINTINGS})"
    )
    return f"WHERE r.key IN ({of_it})", (found.id,), found.id


# The attributions that print a statement.
_PRINTINGS = "SELECT i.attribution FROM statement k JOIN appearance i ON i.statement = k.key WHERE k.id = ?1"

# Whom a speaker of the document means; nobody where it names several.
_ACTOR = (
    "(SELECT c.id FROM speaker_name n JOIN mention m ON m.name = n.name AND m.document = {1} "
    "JOIN alias l ON l.key = m.alias JOIN actor c ON c.key = l.actor WHERE n.speaker = {0} AND NOT EXISTS "
    "(SELECT 1 FROM speaker_name o WHERE o.speaker = {0} AND o.position = 1) LIMIT 1)"
)
_ROWS = (
    "SELECT r.key, r.id, d.id, d.name, o.name, d.published, d.published_precision, d.published_zone, "
    "d.published_origin, r.stance, r.content, p.name, a.id, s.id, "
    f"{_ACTOR.format('r.speaker', 'r.document')}, r.target_content, q.name, t.id, z.id, "
    f"{_ACTOR.format('t.speaker', 't.document')}, r.source, "
    "(SELECT group_concat(substr(ifnull(x.text, d.text), c.start + 1, c.stop - c.start), ' ') FROM span c "
    "WHERE c.attribution = t.key AND c.part = 'source'), r.rule, r.evidence, r.likely, r.engages, r.gaps, "
    "d.published_from, t.key IS NULL OR t.speaker IS r.speaker, "
    "x.id, x.name, x.text, d.text FROM response r "
    "JOIN document d ON d.key = r.document LEFT JOIN outlet o ON o.key = d.outlet "
    "LEFT JOIN speaker p ON p.key = r.speaker LEFT JOIN attribution a ON a.key = r.attribution "
    "LEFT JOIN appearance e ON e.attribution = a.key LEFT JOIN statement s ON s.key = e.statement "
    "LEFT JOIN attribution t ON t.key = r.target LEFT JOIN speaker q ON q.key = t.speaker "
    "LEFT JOIN appearance f ON f.attribution = t.key LEFT JOIN statement z ON z.key = f.statement "
    # What a person ruled to be answered can stand in another document.
    "LEFT JOIN document x ON x.key = t.document AND x.key <> r.document"
)
_ORDER = "ORDER BY d.published IS NULL, d.published_from, d.published, d.id, r.content, r.id"


def _row(row: Sequence[Any], wide: tuple[Carried, ...]) -> AnswerRow:
    id_, document, name, outlet = row[:4]
    stance, content, speaker, attribution, statement, actor = row[8:14]
    target_content, target_speaker, target, target_statement, target_actor = row[14:19]
    source, target_source, rule, evidence, likely, engages, gaps, day, mentions = row[19:28]
    other, other_name, other_text, text = row[28:]
    described = _words(text, source)
    answer = Party(
        _words(text, content),
        _spans(content),
        speaker,
        described,
        attribution,
        statement,
        actor,
        document,
        name,
    )
    answered = None
    if _spans(target_content):
        answered = Party(
            _words(other_text or text, target_content),
            _spans(target_content),
            target_speaker,
            target_source or "",
            target,
            target_statement,
            target_actor,
            other or document,
            other_name or name,
        )
    elsewhere = None
    if other is None and (mentions or (answered is not None and answered.speaker is None)):
        about = f"{answer.words} {answered.words if answered else ''}"
        elsewhere = answered_elsewhere(Asked(stance, about, speaker, day), wide)
    shown = _spans(evidence)
    return AnswerRow(
        id=id_,
        document=document,
        name=name,
        outlet=outlet,
        published=moment(*row[4:8]),
        stance=stance,
        answer=answer,
        target=answered,
        rule=rule,
        evidence=shown,
        evidence_words=tuple(text[start:end] for start, end in shown),
        likely=bool(likely),
        engages=engages,
        gaps=tuple(Gap(by, (start, stop), leaves) for by, start, stop, leaves in json.loads(gaps)),
        elsewhere=elsewhere.id if elsewhere else None,
    )


def _spans(stored: str) -> tuple[Span, ...]:
    return tuple((start, stop) for start, stop in json.loads(stored))


def _words(text: str, stored: str) -> str:
    return words_of(text, _spans(stored))
