"""*Who speaks*: all who are credited; one of them with his names, his roles over time, and what he said."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request

from hearsay.case import actor
from hearsay.case.cast import actor_rows, ranked
from hearsay.case.index import Wanted
from hearsay.export.jsonl import actor_row
from hearsay.workbench import exchanges
from hearsay.workbench.asked import page_number
from hearsay.workbench.decisions import remarks
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.rows import case_span, lines, rows_of
from hearsay.workbench.sheet import Sheet
from hearsay.workbench.ticks import band

PER_PAGE, LISTED, ROLES = 40, 15, 14


def page(desk: Desk, request: Request) -> Sheet:
    """All actors, those most often credited first, or those whose name holds the words asked for."""
    words = request.query_params.get("q", "").strip()
    values = {"q": words} if words else {}
    keys = desk.remembered(f"actors {words}", lambda case: ranked(case, words or None))
    place = paging(len(keys), page_number(request.query_params), PER_PAGE)
    listed = keys[place.first : place.last]
    shown = desk.remembered(f"actors {words} {place.page}", lambda case: actor_rows(case, listed))
    return Sheet(
        "actors.html",
        "Who speaks",
        {"actors": shown, "place": place, "values": values, "total": len(keys)},
        [
            {
                "actor": one.id,
                "name": one.name,
                "kind": one.kind,
                "role": one.roles[0].role if one.roles else None,
                "names": [alias.name for alias in one.aliases],
                "statements": one.statements,
                "attributions": one.attributions,
                "documents": one.documents,
                "outlets": one.outlets,
            }
            for one in shown
        ],
        {"total": len(keys), "page": place.page, "pages": place.pages, "filters": values},
    )


def one(desk: Desk, request: Request) -> Sheet:
    """The actor whose id or name is in the address."""
    asked = request.path_params["id"]
    view = desk.remembered(f"actor {asked}", lambda case: actor(case, asked, statements=0))
    selection = desk.index.select(Wanted(actor=view.row.id))
    said = lines(desk, selection.keys[:LISTED])
    about = desk.index.select(Wanted(words=f'"{view.row.name}"'))
    own = set(selection.keys)
    others = [key for key in about.keys if key not in own]
    mentioned = lines(desk, others[:LISTED])
    talks = exchanges.of(desk, view.row.name)
    span = case_span(desk)
    return Sheet(
        "actor.html",
        view.row.name,
        {
            "view": view,
            "row": view.row,
            "marks": remarks(desk, "actor", view.row.id),
            "said": said,
            "total": len(selection.keys),
            "outlets": selection.facets["outlet"],
            "about": mentioned,
            "about_total": len(others),
            "exchanges": talks,
            "roles": [(one, band(one.first, one.last, span)) for one in view.row.roles[:ROLES]],
        },
        [
            *({"list": "said", **row} for row in rows_of(said)),
            *({"list": "said by others with the name in it", **row} for row in rows_of(mentioned)),
        ],
        {
            "actor": actor_row(view.row),
            "statements": len(selection.keys),
            "exchanges": [
                {"one": each.one, "other": each.other, "moves": len(each.moves), "last": each.last}
                for each in talks
            ],
            "doubtful": [asdict(other) for other in view.doubtful],
        },
    )
