"""Actions as rows for programs, as a table, and as text that reads well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hearsay.case.actions import ActionRow, Doer
from hearsay.export.counts import date_text
from hearsay.export.visible import one_line

COLUMNS = (
    "document", "published", "actor", "sort", "status", "target", "thing", "when", "earliest", "latest",
    "plover", "cameo", "told_by", "words", "action",
)  # fmt: skip
_WIDE = 140
_ALSO = 5


def action_row(row: ActionRow) -> dict[str, Any]:
    """One action, as `hearsay actions --jsonl` prints it."""
    return {
        "action": row.id,
        "document": row.name,
        "document_id": row.document,
        "outlet": row.outlet,
        "published": row.published.value if row.published else None,
        "sort": row.sort,
        "plover": row.plover,
        "cameo": row.cameo,
        "status": row.status,
        "negated": row.negated,
        "span": row.span,
        "words": row.words,
        "thing": row.thing,
        "actor": _doer(row.actor),
        "target": _doer(row.target),
        "time": None
        if row.when_span is None
        else {"span": row.when_span, "words": row.when, "earliest": row.earliest, "latest": row.latest},
        "history": row.history,
        "attribution": row.attribution,
        "told_by": row.teller,
        "statement": row.statement,
    }


def _doer(doer: Doer | None) -> dict[str, Any] | None:
    if doer is None:
        return None
    return {"name": doer.name, "span": doer.span, "words": doer.words, "actor": doer.actor}


def action_fields(row: ActionRow) -> tuple[str, ...]:
    """One action as fields in the order of `COLUMNS`."""
    return (
        row.name,
        row.published.value if row.published else "",
        called(row.actor),
        row.sort,
        row.status,
        called(row.target),
        row.thing_words or "",
        row.when or "",
        row.earliest or "",
        row.latest or "",
        row.plover or "",
        row.cameo or "",
        row.teller or "",
        row.words,
        row.id,
    )


def told_together(rows: Iterable[ActionRow]) -> list[tuple[ActionRow, ...]]:
    """Actions that several documents tell alike, together, in the order of the first of each.

    Alike are those of one actor and sort, as far as they have come, to one target, in one statement; or, told
    in documents' own words, of one day.
    """
    groups: dict[tuple[str | None, ...], list[ActionRow]] = {}
    for row in rows:
        groups.setdefault(_alike(row), []).append(row)
    return [tuple(each) for each in groups.values()]


def _alike(row: ActionRow) -> tuple[str | None, ...]:
    actor = (row.actor.actor or row.actor.name) if row.actor is not None else None
    if actor is None and row.statement is None:
        return (row.id,)
    day = row.earliest or (row.published.value[:10] if row.published else row.id)
    target = called(row.target).casefold()
    return actor, row.sort, row.status, str(row.negated), target, row.statement or day


def action_text(rows: Sequence[ActionRow]) -> list[str]:
    """Actions told alike as lines: who, what, to whom, how far, by which codes; where, when, which words."""
    return [action_line(rows[0]), *(f"  {line}" for line in action_notes(rows))]


def action_line(row: ActionRow) -> str:
    """Who does what to whom, and how far it has come."""
    who = one_line(called(row.actor) or "somebody unnamed", 60)
    to = f" → {one_line(called(row.target), 60)}" if row.target else ""
    status = f"not {row.status}" if row.negated else row.status
    code = f" [{row.plover} {row.cameo}]" if row.plover else ""
    return f"{who}: {row.sort}{to}, {status}{code}"


def action_notes(rows: Sequence[ActionRow]) -> list[str]:
    """Where it is told first and where else, when it was or is to be, who tells of it, and in which words."""
    row = rows[0]
    when = ""
    if row.when:
        days = row.earliest or ""
        if row.latest and row.latest != row.earliest:
            days = f"{days} to {row.latest}"
        when = f"; {one_line(row.when, 40)} ({days})" if days else f"; {one_line(row.when, 40)}"
    outlet = one_line(row.outlet or row.name, 60)
    told = f"; told by {one_line(row.teller, 60)}" if row.teller else ""
    lines = [f"{outlet}, {date_text(row.published)}{when}{told}", f"“{one_line(row.words, _WIDE)}”"]
    also = dict.fromkeys(one_line(each.outlet or each.name, 60) for each in rows[1:])
    also.pop(outlet, None)
    if also:
        shown = list(also)[:_ALSO]
        more = f" and {len(also) - _ALSO} more" if len(also) > _ALSO else ""
        lines.append(f"also in {', '.join(shown)}{more}")
    return lines


def called(doer: Doer | None) -> str:
    """How somebody is called in a list: by name, else in the document's words."""
    return "" if doer is None else doer.name or doer.words
