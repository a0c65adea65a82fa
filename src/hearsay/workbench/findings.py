"""*Findings*: what does not fit together, with the words it rests on; never which side is true."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from hearsay.case import Case, documents
from hearsay.case.judging import Judged, judge
from hearsay.case.provenance.copies import printings
from hearsay.check import KINDS
from hearsay.export.findings import judged_row
from hearsay.model import Finding
from hearsay.workbench.asked import page_number
from hearsay.workbench.checking import Known
from hearsay.workbench.decisions import rulings_by_id
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.rows import Line, lines
from hearsay.workbench.sheet import Sheet

PER_PAGE = 20
# Words at a place that a page shows.
PLACES = 4


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a case, ranked, with what was ruled on them.

    `standing` are those that nobody set aside, as rows, `concerned` the same by the ids of statements.
    `waits` is empty where they are of the present state. Of a large case they are worked out beside the
    server: "at first", "anew" after a change, or that "failed".
    """

    judged: tuple[Judged, ...]
    standing: list[dict[str, Any]]
    concerned: dict[str, list[dict[str, Any]]]
    kinds: Counter[str]
    waits: str = ""
    turn: int = 0


def checked(desk: Desk) -> Checked:
    """What is known of the findings of the case; rulings on them are applied at once."""
    known = desk.worked_out(Finding, "findings")
    return desk.ruled(
        f"checked {known.turn} {known.waits}",
        lambda case: _checked(case, judge(case, _here(case, known)), known.waits, known.turn),
    )


def marked(desk: Desk) -> Checked:
    """See to it that statements can be filtered by findings, as far as these are worked out."""
    now = checked(desk)
    desk.ruled(
        f"marked {now.turn} {now.waits}", lambda case: desk.index.mark_found(_concerned(case, now.standing))
    )
    return now


def _checked(case: Case, found: tuple[Judged, ...], waits: str, turn: int) -> Checked:
    standing = rows_of(case, [one for one in found if not one.rejected])
    concerned: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in standing:
        for id_ in row["statements"]:
            concerned[id_].append(row)
    return Checked(found, standing, dict(concerned), Counter(row["kind"] for row in standing), waits, turn)


def _here(case: Case, known: Known[Finding]) -> Sequence[Finding]:
    """The findings that are known; of an earlier state those whose documents and statements are all here."""
    if known.current:
        return known.value
    documents = {id_ for (id_,) in case.rows("SELECT id FROM document")}
    statements = {id_ for (id_,) in case.rows("SELECT id FROM statement")}
    return [
        one
        for one in known.value
        if all(place.document in documents for place in one.places) and statements.issuperset(one.statements)
    ]


def page(desk: Desk, request: Request) -> Sheet:
    """All findings, or those of one kind; those that a person set aside, or the one that was ruled on."""
    now = checked(desk)
    aside = [one for one in now.judged if one.rejected]
    show = "rejected" if request.query_params.get("show") == "rejected" else ""
    ruling = request.query_params.get("ruling", "")
    if ruling:
        everything = rows_of(desk.case, [one for one in now.judged if ruling in one.rulings])
    else:
        everything = rows_of(desk.case, aside) if show else now.standing
    kinds = now.kinds if everything is now.standing else Counter(row["kind"] for row in everything)
    kind = request.query_params.get("kind", "")
    kind = kind if kind in KINDS else ""
    statement = request.query_params.get("statement", "")
    listed = [
        row
        for row in everything
        if (not kind or row["kind"] == kind) and (not statement or statement in row["statements"])
    ]
    place = paging(len(listed), page_number(request.query_params), PER_PAGE)
    shown = listed[place.first : place.last]
    return Sheet(
        "findings.html",
        "Findings",
        {
            "rows": shown,
            "total": len(listed),
            "kinds": [(one, kinds[one]) for one in KINDS],
            "waits": now.waits,
            "kind": kind,
            "place": place,
            "values": {
                name: value
                for name, value in (("kind", kind), ("statement", statement), ("show", show))
                if value
            },
            "aside": len(aside),
            "show": show,
            "ruling": ruling,
            "decisions": rulings_by_id(desk),
            "statement": statement,
            "places": PLACES,
            "printed": printings(desk.case, {span["document_id"] for row in shown for span in row["spans"]}),
            "lines": {line.head.id: line for line in _concerned_lines(desk, shown)},
        },
        shown,
        {
            "total": len(listed),
            "kind": kind or None,
            "statement": statement or None,
            "set_aside": len(aside),
            "waits": now.waits or None,
        },
    )


def _concerned_lines(desk: Desk, rows: list[dict[str, Any]]) -> list[Line]:
    """The statements that these findings concern."""
    ids = sorted({id_ for row in rows for id_ in row["statements"]})
    keys = [
        key
        for (key,) in desk.case.rows(
            f"SELECT key FROM statement WHERE id IN ({','.join('?' * len(ids))}) ORDER BY key", ids
        )
    ]
    return lines(desk, keys, drawn=False)


def _concerned(case: Case, rows: list[dict[str, Any]]) -> dict[str, list[int]]:
    """The statements (keys) that the findings of each kind concern."""
    ids = json.dumps(sorted({id_ for row in rows for id_ in row["statements"]}))
    keys: dict[str, int] = dict(
        case.rows("SELECT id, key FROM statement WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    )
    concerned: dict[str, set[int]] = {kind: set() for kind in KINDS}
    for row in rows:
        concerned[row["kind"]].update(keys[id_] for id_ in row["statements"] if id_ in keys)
    return {kind: sorted(found) for kind, found in concerned.items() if found}


def rows_of(case: Case, listed: Sequence[Judged]) -> list[dict[str, Any]]:
    """These findings as rows."""
    told_in = {place.document for one in listed for place in one.finding.places}
    by_id = {one.id: one for one in documents(case, told_in)}
    return [judged_row(one, by_id) for one in listed]
