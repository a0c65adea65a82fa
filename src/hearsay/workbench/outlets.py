"""*Outlets*: who printed it; one outlet with what it carried first, alone, and from whom it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from hearsay.case import Case
from hearsay.case.heads import Head
from hearsay.case.index import Wanted
from hearsay.case.provenance.comparing import compare
from hearsay.case.provenance.spreading import outlets
from hearsay.errors import NotFoundError
from hearsay.workbench.asked import page_number
from hearsay.workbench.decisions import remarks
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.rows import lines, rows_of
from hearsay.workbench.sheet import Sheet

PER_PAGE, LISTED = 60, 15
# Statements of each sort that a comparison shows; its twins have all.
COMPARED = 25


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
    country: str | None
    kind: str | None
    owner: str | None


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
            "others": [each.name for each in desk.remembered("all outlets", _outlets) if each.name != name],
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


def compared(desk: Desk, request: Request) -> Sheet:
    """What each of two outlets quotes that the other does not, and how both print what both quote."""
    one, other = (request.query_params.get(side, "") for side in ("one", "other"))
    # The page shows the widest and how many there are; its twins read all, which takes longer.
    twin = request.url.path.endswith((".json", ".csv"))
    found = compare(desk.case, one, other, None if twin else COMPARED)
    rows = [
        *({"carried_by": found.one.name, **_short(row)} for row in found.only_one),
        *({"carried_by": found.other.name, **_short(row)} for row in found.only_other),
        *(
            {
                "carried_by": "both",
                **_short(each.row),
                "words_differ": each.differs,
                found.one.name: each.one.words,
                found.other.name: each.other.words,
            }
            for each in found.both
        ),
    ]
    return Sheet(
        "compare.html",
        f"{found.one.name} and {found.other.name}",
        {"found": found},
        rows,
        {"one": found.one.name, "other": found.other.name},
    )


def _short(row: Head) -> dict[str, object]:
    return {"statement": row.id, "speaker": row.speaker, "wording": row.wording, "outlets": row.outlets}


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
    known = {row.name: row.known for row in outlets(case) if row.known is not None}
    return [
        Outlet(
            key,
            name,
            documents,
            since,
            until,
            credits.get(key, 0),
            first.get(key, 0),
            *(
                (known[name].country, known[name].kind, known[name].owner)
                if name in known
                else (None, None, None)
            ),
        )
        for key, name, documents, since, until in case.rows(
            "SELECT o.key, o.name, count(DISTINCT d.page), min(d.published_from), max(d.published_until) "
            "FROM outlet o JOIN document d ON d.outlet = o.key GROUP BY o.key ORDER BY 3 DESC, 2"
        )
    ]


def _row(one: Outlet) -> dict[str, object]:
    return {
        "outlet": one.name,
        "country": one.country,
        "kind": one.kind,
        "owner": one.owner,
        "documents": one.documents,
        "printed_from": one.since,
        "printed_until": one.until,
        "credits": one.credits,
        "had_first": one.first,
    }
