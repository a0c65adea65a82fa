"""*Outlets*: who printed it; one outlet with what it carried first, alone, and from whom it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from hearsay.case import Case
from hearsay.case.index import Wanted
from hearsay.errors import NotFoundError
from hearsay.workbench.asked import page_number
from hearsay.workbench.decisions import remarks
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.rows import lines, rows_of
from hearsay.workbench.sheet import Sheet

PER_PAGE, LISTED = 60, 15


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: its pages, from when to when they were printed, its credits, what it had before others.

    `first` counts the statements whose earliest appearance in this case it printed, of those that others
    carry too.
    """

    key: int
    name: str
    documents: int
    since: str | None
    until: str | None
    credits: int
    first: int


def page(desk: Desk, request: Request) -> Sheet:
    """All outlets, those with most documents first."""
    everything = desk.remembered("all outlets", _outlets)
    place = paging(len(everything), page_number(request.query_params), PER_PAGE)
    shown = everything[place.first : place.last]
    return Sheet(
        "outlets.html",
        "Outlets",
        {"outlets": shown, "place": place, "total": len(everything)},
        [_row(one) for one in shown],
        {"total": len(everything), "page": place.page, "pages": place.pages},
    )


def one(desk: Desk, request: Request) -> Sheet:
    """The outlet whose name is in the address."""
    name = request.path_params["name"]
    found = next((one for one in desk.remembered("all outlets", _outlets) if one.name == name), None)
    if found is None:
        raise NotFoundError(
            f"no outlet of this case is called {name!r}", remedy="The list of outlets has all that are known."
        )
    selection = desk.index.select(Wanted(outlet=name))
    carried = lines(desk, selection.keys[:LISTED])
    return Sheet(
        "outlet.html",
        name,
        {
            "outlet": found,
            "marks": remarks(desk, "outlet", name),
            "carried": carried,
            "total": len(selection.keys),
            "speakers": selection.facets["actor"],
        },
        rows_of(carried),
        {
            "outlet": _row(found),
            "statements": len(selection.keys),
            "speakers": [
                {"actor": facet.value, "name": facet.label, "statements": facet.statements}
                for facet in selection.facets["actor"]
            ],
        },
    )


def _outlets(case: Case) -> list[Outlet]:
    credits: dict[int, int] = dict(
        case.rows(
            "SELECT d.outlet, sum(a.n) FROM "
            "(SELECT document, count(*) AS n FROM attribution GROUP BY document) a "
            "JOIN document d ON d.key = a.document WHERE d.outlet IS NOT NULL GROUP BY d.outlet"
        )
    )
    first: dict[int, int] = dict(
        case.rows(
            "SELECT d.outlet, count(*) FROM statement s JOIN attribution a ON a.key = s.first "
            "JOIN document d ON d.key = a.document "
            "WHERE s.outlets > 1 AND d.outlet IS NOT NULL AND d.published IS NOT NULL GROUP BY d.outlet"
        )
    )
    return [
        Outlet(key, name, documents, since, until, credits.get(key, 0), first.get(key, 0))
        for key, name, documents, since, until in case.rows(
            "SELECT o.key, o.name, count(DISTINCT d.page), min(d.published_from), max(d.published_until) "
            "FROM outlet o JOIN document d ON d.outlet = o.key GROUP BY o.key ORDER BY 3 DESC, 2"
        )
    ]


def _row(one: Outlet) -> dict[str, object]:
    return {
        "outlet": one.name,
        "documents": one.documents,
        "printed_from": one.since,
        "printed_until": one.until,
        "credits": one.credits,
        "had_first": one.first,
    }
