"""Which rulings stand at what a page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.case import Case
from hearsay.case.rulings import RulingRow, rulings
from hearsay.export.rulings import ruled_row
from hearsay.model import About
from hearsay.workbench.desk import Desk

REMARKS = ("pin", "tag", "note")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What persons pinned, tagged and noted at one thing, and where the form sends more."""

    about: About
    id: str
    pinned: tuple[RulingRow, ...]
    tags: tuple[RulingRow, ...]
    notes: tuple[RulingRow, ...]


def at_attributions(case: Case, ids: Sequence[str]) -> dict[str, list[RulingRow]]:
    """The rulings on each of these attributions (ids), the latest first."""
    keys = _keys(case, "attribution", ids)
    found: defaultdict[str, list[RulingRow]] = defaultdict(list)
    if keys:
        for row in rulings(case, about=("attribution", keys)):
            for key in dict.fromkeys(row.found):
                if key in keys:
                    found[keys[key]].append(row)
    return found


def at_statement(case: Case, id_: str) -> list[RulingRow]:
    """The rulings on a statement, or on an attribution that is in it, but for remarks."""
    keys = [
        key
        for (key,) in case.rows(
            "SELECT e.attribution FROM statement s JOIN appearance e ON e.statement = s.key WHERE s.id = ? "
            "ORDER BY e.position LIMIT 500",
            (id_,),
        )
    ]
    found = {
        row.ruling.id: row
        for about in ("statement", "attribution")
        for row in rulings(case, about=(about, keys))
    }
    listed = [row for row in found.values() if row.ruling.kind not in REMARKS]
    return sorted(listed, key=lambda row: (row.ruling.at, row.ruling.id), reverse=True)


def remarks(desk: Desk, about: About, id_: str) -> Remarks:
    """What is pinned, tagged and noted at the statement, document, actor or outlet with this id (or name)."""
    case = desk.case
    if about == "statement":
        keys = [
            key
            for (key,) in case.rows(
                "SELECT e.attribution FROM statement s JOIN appearance e ON e.statement = s.key WHERE s.id "
                "= ?",
                (id_,),
            )
        ]
    elif about == "actor":
        keys = [
            key
            for (key,) in case.rows(
                "SELECT l.name FROM actor c JOIN alias l ON l.actor = c.key WHERE c.id = ?", (id_,)
            )
        ]
    else:
        keys = list(_keys(case, about, [id_]))
    return remarks_in(about, id_, _few(case, about, keys) if keys else [])


def remarks_in(about: About, id_: str, rows: Iterable[RulingRow]) -> Remarks:
    """What of these rulings is a pin, a tag or a note that stands."""
    standing = [row for row in rows if row.undone is None]
    by_kind = {kind: tuple(row for row in standing if row.ruling.kind == kind) for kind in REMARKS}
    return Remarks(about, id_, by_kind["pin"], by_kind["tag"], by_kind["note"])


def at_answer(case: Case, id_: str) -> list[RulingRow]:
    """The rulings on the answer with this id, the latest first."""
    keys = list(_keys(case, "response", [id_]))
    return list(rulings(case, about=("answer", keys)))


def at_copy(case: Case, document: str, source: str) -> list[RulingRow]:
    """The rulings on whether one document (id) has something from the other, the latest first."""
    keys = list(_keys(case, "document", [document]))
    return [
        row
        for row in rulings(case, about=("copy", keys))
        if {anchor.document for anchor in row.ruling.anchors} == {document, source}
    ]


def rulings_by_id(desk: Desk) -> dict[str, RulingRow]:
    """All rulings of the case by their ids."""
    return {row.ruling.id: row for row in desk.ruled("rulings", rulings)}


def as_rows(listed: Iterable[RulingRow]) -> list[dict[str, Any]]:
    """Rulings for CSV and JSON."""
    return [ruled_row(row) for row in listed]


def _few(case: Case, about: About, keys: Sequence[int]) -> list[RulingRow]:
    found: dict[str, RulingRow] = {}
    for start in range(0, len(keys), 500):
        for row in rulings(case, about=(about, keys[start : start + 500])):
            found[row.ruling.id] = row
    return sorted(found.values(), key=lambda row: (row.ruling.at, row.ruling.id))


def _keys(case: Case, table: str, ids: Sequence[str]) -> dict[int, str]:
    column = "name" if table == "outlet" else "id"
    found: dict[int, str] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        found.update(
            case.rows(
                f"SELECT key, {column} FROM {table} WHERE {column} IN ({','.join('?' * len(part))})", part
            )
        )
    return found
