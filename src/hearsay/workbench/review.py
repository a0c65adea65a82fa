"""*Review log*: every ruling, also those taken back; orphans; where two persons differ."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from hearsay.case import Case
from hearsay.case.exchange import as_line, conflicts, exported
from hearsay.case.rulings import RulingRow, rulings
from hearsay.workbench.asked import page_number
from hearsay.workbench.decisions import as_rows
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.paper import segment
from hearsay.workbench.sheet import Sheet

PER_PAGE = 50
SHOWN = ("all", "standing", "taken back", "orphaned")


def page(desk: Desk, request: Request) -> Sheet:
    """The log, the latest first."""
    everything = desk.ruled("rulings", rulings)
    only = request.query_params.get("show", "all")
    only = only if only in SHOWN else "all"
    listed = [row for row in everything if _shown(row, only)]
    place = paging(len(listed), page_number(request.query_params), PER_PAGE)
    shown = listed[place.first : place.last]
    found = desk.ruled("conflicts", conflicts)
    return Sheet(
        "review.html",
        "Review log",
        {
            "rows": [(row, _places(desk.case, row)) for row in shown],
            "total": len(listed),
            "counts": {name: sum(_shown(row, name) for row in everything) for name in SHOWN},
            "only": only,
            "place": place,
            "values": {} if only == "all" else {"show": only},
            "conflicts": found,
        },
        as_rows(shown),
        {
            "total": len(listed),
            "show": only,
            "conflicts": [{"earlier": one.earlier.id, "later": one.later.id} for one in found],
        },
    )


def download(desk: Desk, request: Request) -> Response:
    """All rulings, to be merged into another copy of the case."""
    return Response(
        b"".join(map(as_line, exported(desk.case))),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="rulings.jsonl"'},
    )


def _shown(row: RulingRow, only: str) -> bool:
    return {
        "all": True,
        "standing": row.undone is None,
        "taken back": row.undone is not None,
        "orphaned": row.undone is None and row.orphaned,
    }[only]


def _places(case: Case, row: RulingRow) -> list[str | None]:
    """The address of what each anchor names in this case, `None` where it is gone."""
    if row.ruling.anchors and row.ruling.anchors[0].about in ("answer", "copy", "finding"):
        return _judged_places(case, row)
    made: list[str | None] = []
    for anchor, key in zip(row.ruling.anchors, row.found, strict=True):
        if key is None:
            made.append(None)
            continue
        sql, address = {
            "attribution": ("SELECT id FROM attribution WHERE key = ?", "/attributions/{}"),
            "statement": (
                "SELECT s.id FROM appearance e JOIN statement s ON s.key = e.statement WHERE e.attribution "
                "= ?",
                "/statements/{}",
            ),
            "document": ("SELECT id FROM document WHERE key = ?", "/documents/{}"),
            "actor": (
                "SELECT c.id FROM alias l JOIN actor c ON c.key = l.actor WHERE l.name = ? ORDER BY c.key",
                "/actors/{}",
            ),
            "outlet": ("SELECT name FROM outlet WHERE key = ?", "/outlets/{}"),
            "recording": ("SELECT id FROM recording WHERE key = ?", "/recordings/{}"),
        }[anchor.about]
        found = case.row(sql, (key,))
        made.append(None if found is None else address.format(segment(found[0])))
    return made


def _judged_places(case: Case, row: RulingRow) -> list[str | None]:
    """The same of a ruling on an answer, a copy or a finding, which is told by all of its anchors."""
    about = row.ruling.anchors[0].about
    table = "response" if about == "answer" else "document"
    ids = [
        None
        if key is None
        else next(iter(case.row(f"SELECT id FROM {table} WHERE key = ?", (key,)) or ()), None)
        for key in row.found
    ]
    if about == "answer":
        return [None if id_ is None else f"/answers/{id_}" for id_ in ids]
    if about == "copy" and None not in ids:
        return [f"/copies/{ids[0]}/{ids[1]}"] * len(ids)
    return [None if id_ is None else f"/documents/{id_}" for id_ in ids]
