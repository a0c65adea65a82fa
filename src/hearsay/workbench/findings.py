"""*Findings*: what does not fit together, with the words it rests on; never which side is true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from hearsay.case import Case, documents, overview
from hearsay.case.findings import judged
from hearsay.case.judging import Judged
from hearsay.case.provenance.copies import printings
from hearsay.check import KINDS
from hearsay.export.findings import judged_row
from hearsay.workbench.asked import page_number
from hearsay.workbench.decisions import rulings_by_id
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.rows import Line, lines
from hearsay.workbench.sheet import Sheet

PER_PAGE = 20
# Attributions up to which findings are looked up without being asked for: of a large case they take long.
LARGE = 20_000
# Words at a place that a page shows.
PLACES = 4


def all_judged(desk: Desk) -> tuple[Judged, ...]:
    """All findings of the case, ranked, with what was ruled on them."""
    return desk.remembered("judged", judged)


def found(desk: Desk) -> list[dict[str, Any]]:
    """The findings that stand as rows, ranked."""
    standing = [one for one in all_judged(desk) if not one.rejected]
    return desk.remembered("findings", lambda case: rows_of(case, standing))


def concerning(desk: Desk, statement: str) -> list[dict[str, Any]]:
    """The findings that concern a statement (an id); in a large case those are on their own page."""
    if desk.remembered("overview", overview).attributions > LARGE:
        return []
    return [row for row in found(desk) if statement in row["statements"]]


def marked(desk: Desk, asked: bool = False) -> None:
    """See to it that statements can be filtered by findings: in a large case only where that is asked for."""
    figures = desk.remembered("overview", overview)
    if asked or figures.attributions <= LARGE:
        desk.remembered("marked findings", lambda case: desk.index.mark_found(_concerned(case, found(desk))))


def page(desk: Desk, request: Request) -> Sheet:
    """All findings, or those of one kind; those that a person set aside, or the one that was ruled on."""
    aside = [one for one in all_judged(desk) if one.rejected]
    show = "rejected" if request.query_params.get("show") == "rejected" else ""
    ruling = request.query_params.get("ruling", "")
    if ruling:
        everything = rows_of(desk.case, [one for one in all_judged(desk) if ruling in one.rulings])
    else:
        everything = rows_of(desk.case, aside) if show else found(desk)
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
            "kinds": [(one, sum(row["kind"] == one for row in everything)) for one in KINDS],
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
    keys: dict[str, int] = dict(case.rows("SELECT id, key FROM statement"))
    concerned: dict[str, set[int]] = {kind: set() for kind in KINDS}
    for row in rows:
        concerned[row["kind"]].update(keys[id_] for id_ in row["statements"] if id_ in keys)
    return {kind: sorted(found) for kind, found in concerned.items() if found}


def rows_of(case: Case, listed: Sequence[Judged]) -> list[dict[str, Any]]:
    """These findings as rows."""
    told_in = {place.document for one in listed for place in one.finding.places}
    by_id = {one.id: one for one in documents(case, told_in)}
    return [judged_row(one, by_id) for one in listed]
