"""Which rulings are in force, and what they hold of in this case: looked up, lost with what is taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from hearsay.case.anchors import found
from hearsay.case.answers.answering import forget_responses
from hearsay.case.file import Case
from hearsay.case.read import spans_in
from hearsay.model import Anchor

# Rulings that nobody has taken back, as a table of a query.
IN_FORCE = (
    "WITH force AS (SELECT r.key, r.id, r.kind, r.value, r.signed, r.at FROM ruling r "
    "WHERE r.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM ruling u WHERE u.undoes = r.id))"
)
# The columns of an anchor, in the order of its fields.
ANCHOR = "about, sha256, document, spans, words, before, after, part, what"


def anchor_from(columns: Sequence[Any]) -> Anchor:
    """An anchor of the columns of `ANCHOR`."""
    about, sha256, document, spans, *rest = columns
    return Anchor(about, sha256, document, spans_in(spans), *rest)


def anchors_of(case: Case, rulings: Sequence[int]) -> dict[int, list[tuple[Anchor, int | None]]]:
    """The anchors of these rulings (keys), in order, each with what it names in this case."""
    made: defaultdict[int, list[tuple[Anchor, int | None]]] = defaultdict(list)
    for start in range(0, len(rulings), 500):
        part = rulings[start : start + 500]
        for ruling, key, *columns in case.rows(
            f"SELECT ruling, found, {ANCHOR} FROM anchor WHERE ruling IN ({','.join('?' * len(part))}) "
            "ORDER BY ruling, position",
            part,
        ):
            made[ruling].append((anchor_from(columns), key))
    return made


def look_up(case: Case) -> list[int]:
    """Look for anchors that were not found so far; the rulings (keys) of those that now are.

    Those of answers wait until the answers are found (`answers.ruled.settle_answers`).
    """
    new = []
    for ruling, position, *columns in list(
        case.rows(
            f"SELECT ruling, position, {ANCHOR} FROM anchor WHERE found IS NULL AND about <> 'answer' "
            "ORDER BY ruling, position"
        )
    ):
        key = found(case, anchor_from(columns))
        if key is not None:
            case.write(
                "UPDATE anchor SET found = ? WHERE ruling = ? AND position = ?", (key, ruling, position)
            )
            new.append(ruling)
    return new


def lose(case: Case, document: int) -> None:
    """Forget, of the document with this key, what is about to be taken back."""
    attributions = "SELECT key FROM attribution WHERE document = ?"
    case.write(
        "UPDATE anchor SET found = NULL WHERE about IN ('attribution', 'statement') AND found IN "
        f"({attributions})",
        (document,),
    )
    case.write("UPDATE anchor SET found = NULL WHERE about = 'finding' AND found = ?", (document,))
    for table in ("overruled", "overruled_setting"):
        case.write(f"DELETE FROM {table} WHERE attribution IN ({attributions})", (document,))


def touch(case: Case, rulings: Iterable[int]) -> None:
    """Mark as not up to date what these rulings (keys) hold of; remarks and verdicts change nothing."""
    remarks = {
        key for (key,) in case.rows("SELECT key FROM ruling WHERE kind IN ('pin', 'tag', 'note', 'verdict')")
    }
    for ruling in sorted(set(rulings) - remarks):
        case.write(
            "UPDATE block SET stale = 1 WHERE key IN (SELECT a.block FROM anchor n JOIN attribution a "
            "ON a.key = n.found WHERE n.ruling = ? AND n.about IN ('attribution', 'statement'))",
            (ruling,),
        )
        case.write(
            "UPDATE name SET stale = 1 WHERE key IN "
            "(SELECT found FROM anchor WHERE ruling = ? AND about = 'actor')",
            (ruling,),
        )
        case.write(
            "DELETE FROM roots WHERE statement IN (SELECT e.statement FROM anchor n "
            "JOIN attribution a ON a.document = n.found JOIN appearance e ON e.attribution = a.key "
            "WHERE n.ruling = ? AND n.about = 'copy')",
            (ruling,),
        )
        for (document,) in list(
            case.rows(
                "SELECT DISTINCT r.document FROM anchor n JOIN response r ON r.key = n.found "
                "WHERE n.ruling = ? AND n.about = 'answer'",
                (ruling,),
            )
        ):
            forget_responses(case, document)
