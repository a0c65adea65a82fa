"""The actions of a case, for lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.case.file import Case, Row
from hearsay.case.pages import moment
from hearsay.case.resolve import resolve_id
from hearsay.model import ActionStatus, Moment, Span


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does it, or to whom it is done: the words for it, their place, the name, and the actor's id.

    `name` is the fullest that the document gives, `None` where it names nobody; `actor` is the id of whom it
    means, `None` for those who are credited with no words in the case.
    """

    words: str
    span: Span
    name: str | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action as a list shows it; spans count in the text of `document` (an id; `name` is its name).

    `words` is the text at `span`. `when` are the words that say when, `earliest` and `latest` the ISO days
    that they can name. `teller` is who tells of it, where the document only reports it as somebody's words
    (`attribution`, an id); `statement` is the id of the statement that these are.
    """

    id: str
    document: str
    name: str
    outlet: str | None
    published: Moment | None
    sort: str
    plover: str | None
    cameo: str | None
    status: ActionStatus
    negated: bool
    words: str
    span: Span
    thing: Span | None
    thing_words: str | None
    actor: Doer | None
    target: Doer | None
    when: str | None
    when_span: Span | None
    earliest: str | None
    latest: str | None
    history: bool
    attribution: str | None
    teller: str | None
    statement: str | None


def actions(
    case: Case, id_: str | None = None, *, history: bool = False, negated: bool = False
) -> Iterator[ActionRow]:
    """The actions that the documents of the case tell of, first published first; of undated documents last.

    `id_` (or its beginning, or a document's name) takes only those of one document. What lies more than a
    year before its document is left out unless `history`, what the text says was or will not be done unless
    `negated`. Raises `NotFoundError`, `AmbiguousError`.
    """
    conditions, values = [], []
    if id_ is not None:
        found = resolve_id(case, id_)
        conditions.append({"document": "d.id", "statement": "s.id"}.get(found.kind, "a.id") + " = ?")
        values.append(found.id)
    if not history:
        conditions.append("c.history = 0")
    if not negated:
        conditions.append("c.negated = 0")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    for row in case.rows(f"{_ROWS} {where} {_ORDER}", values):
        yield _row(row)


# Whom a name of the document means; nobody where it names several.
_ACTOR = (
    "(SELECT x.id FROM name n JOIN mention m ON m.name = n.key AND m.document = c.document "
    "JOIN alias l ON l.key = m.alias JOIN actor x ON x.key = l.actor WHERE n.text = {0})"
)
_ROWS = (
    "SELECT c.id, d.id, d.name, o.name, d.published, d.published_precision, d.published_zone, "
    "d.published_origin, c.sort, c.plover, c.cameo, c.status, c.negated, d.text, c.start, c.stop, c.thing, "
    f"c.actor, c.actor_name, {_ACTOR.format('c.actor_name')}, "
    f"c.target, c.target_name, {_ACTOR.format('c.target_name')}, "
    "c.time_start, c.time_stop, t.earliest, t.latest, c.history, a.id, p.name, s.id FROM action c "
    "JOIN document d ON d.key = c.document LEFT JOIN outlet o ON o.key = d.outlet "
    "LEFT JOIN time t ON t.document = c.document AND t.attribution IS NULL AND t.start = c.time_start "
    "AND t.stop = c.time_stop LEFT JOIN attribution a ON a.key = c.attribution "
    "LEFT JOIN speaker p ON p.key = a.speaker LEFT JOIN appearance e ON e.attribution = a.key "
    "LEFT JOIN statement s ON s.key = e.statement"
)
_ORDER = "ORDER BY d.published IS NULL, d.published_from, d.published, d.id, c.start, c.stop, c.id"


def _row(row: Row) -> ActionRow:
    id_, document, name, outlet = row[:4]
    sort, plover, cameo, status, negated, text, start, stop, thing = row[8:17]
    when_start, when_stop, earliest, latest, history, attribution, teller, statement = row[23:]
    thing_span = _span(thing)
    timed = when_start is not None
    return ActionRow(
        id=id_,
        document=document,
        name=name,
        outlet=outlet,
        published=moment(*row[4:8]),
        sort=sort,
        plover=plover,
        cameo=cameo,
        status=status,
        negated=bool(negated),
        words=text[start:stop],
        span=(start, stop),
        thing=thing_span,
        thing_words=text[slice(*thing_span)] if thing_span else None,
        actor=_doer(text, *row[17:20]),
        target=_doer(text, *row[20:23]),
        when=text[when_start:when_stop] if timed else None,
        when_span=(when_start, when_stop) if timed else None,
        earliest=earliest,
        latest=latest,
        history=bool(history),
        attribution=attribution,
        teller=teller,
        statement=statement,
    )


def _doer(text: str, stored: str, name: str | None, actor: str | None) -> Doer | None:
    span = _span(stored)
    return None if span is None else Doer(text[slice(*span)], span, name, actor)


def _span(stored: str) -> Span | None:
    spans = json.loads(stored)
    return (spans[0][0], spans[0][1]) if spans else None
