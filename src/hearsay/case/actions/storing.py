"""From stored attributions and times to actions, document by document."""

from __future__ import annotations

import json

from hearsay.case.answers.answering import stored
from hearsay.case.file import Case
from hearsay.case.times import times_of
from hearsay.case.warrant import warrant_of
from hearsay.extract.actions import actions
from hearsay.model import Action, Span

# Documents whose actions are not stored yet: new ones, and all of a case that an older Hearsay wrote.
UNREAD = "SELECT key FROM document EXCEPT SELECT document FROM acted ORDER BY 1"


class Reader:
    """Finds and stores the actions of documents, one document at a time, in the caller's transaction."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def read(self, document: int) -> int:
        """Store the actions that the document with this key tells of; how many these are."""
        row = self._case.row("SELECT id, text, published_until FROM document WHERE key = ?", (document,))
        if row is None:
            return 0
        id_, text, day = row
        attributions, keys = stored(self._case, id_, document, warrant_of(self._case, document, id_))
        found = actions(id_, text, day, attributions, times_of(self._case, document).all)
        self._case.write_all(
            "INSERT OR IGNORE INTO action (id, document, sort, plover, cameo, status, negated, start, stop, "
            "thing, actor, actor_name, target, target_name, time_start, time_stop, attribution, history) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_row(document, each, keys) for each in found],
        )
        self._case.write("INSERT OR IGNORE INTO acted (document) VALUES (?)", (document,))
        return len(found)


def forget_actions(case: Case, document: int) -> None:
    """Remove the actions of the document with this key; they are found anew by the next `add`."""
    case.write("DELETE FROM action WHERE document = ?", (document,))
    case.write("DELETE FROM acted WHERE document = ?", (document,))


def _row(document: int, action: Action, keys: dict[str, int]) -> tuple[object, ...]:
    start, stop = action.time.span if action.time else (None, None)
    return (
        action.id,
        document,
        action.sort,
        action.plover,
        action.cameo,
        action.status,
        action.negated,
        *action.span,
        _json(action.thing),
        _json(action.actor),
        action.actor_name,
        _json(action.target),
        action.target_name,
        start,
        stop,
        None if action.attribution is None else keys[action.attribution],
        action.history,
    )


def _json(span: Span | None) -> str:
    return json.dumps([] if span is None else [span])
