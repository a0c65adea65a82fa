"""Actions as rows for programs, as a table, and as text that reads well."""

from __future__ import annotations

from typing import Any

from hearsay.case.actions import ActionRow, Doer
from hearsay.export.counts import date_text
from hearsay.export.visible import one_line

COLUMNS = (
    "document", "published", "actor", "sort", "status", "target", "thing", "when", "earliest", "latest",
    "plover", "cameo", "told_by", "words", "action",
)  # fmt: skip
_WIDE = 140


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


def action_text(row: ActionRow) -> list[str]:
    """One action as lines: who, what, to whom, how far; when, by which codes, who tells of it, the words."""
    return [action_line(row), *(f"  {line}" for line in action_notes(row))]


def action_line(row: ActionRow) -> str:
    """Who does what to whom, and how far it has come."""
    who = one_line(called(row.actor) or "somebody unnamed", 60)
    to = f" → {one_line(called(row.target), 60)}" if row.target else ""
    status = f"not {row.status}" if row.negated else row.status
    code = f" [{row.plover} {row.cameo}]" if row.plover else ""
    return f"{who}: {row.sort}{to}, {status}{code}"


def action_notes(row: ActionRow) -> list[str]:
    """Where that is told, when it was or is to be, who tells of it, and in which words."""
    when = ""
    if row.when:
        days = row.earliest or ""
        if row.latest and row.latest != row.earliest:
            days = f"{days} to {row.latest}"
        when = f"; {one_line(row.when, 40)} ({days})" if days else f"; {one_line(row.when, 40)}"
    outlet = one_line(row.outlet or row.name, 60)
    told = f"; told by {one_line(row.teller, 60)}" if row.teller else ""
    return [f"{outlet}, {date_text(row.published)}{when}{told}", f"“{one_line(row.words, _WIDE)}”"]


def called(doer: Doer | None) -> str:
    """How somebody is called in a list: by name, else in the document's words."""
    return "" if doer is None else doer.name or doer.words
