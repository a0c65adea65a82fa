"""*Story*: what is in the case, what got furthest, what is newest, who speaks; what to do if it is empty."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice

from starlette.requests import Request

from hearsay.case import ActorRow, Case, actors, overview, refusals
from hearsay.case.index import Wanted
from hearsay.export.counts import time_span
from hearsay.export.jsonl import moment, overview_row
from hearsay.workbench.desk import Desk
from hearsay.workbench.exchanges import silent
from hearsay.workbench.findings import LARGE, found
from hearsay.workbench.rows import lines, rows_of
from hearsay.workbench.sheet import Sheet

# As many as are read in the first minute.
FINDINGS = 4
WIDEST, NEWEST, SPEAKERS, OUTLETS, REFUSALS = 7, 5, 8, 8, 20


def page(desk: Desk, request: Request) -> Sheet:
    """The first page."""
    case = desk.case
    figures = desk.remembered("overview", overview)
    if figures.versions == 0:
        refused = refusals(case)
        return Sheet("empty.html", "Story", {"path": case.path, "refused": refused}, (), {"documents": 0})
    index = desk.index
    widest = lines(desk, index.select(Wanted(mode="speech")).keys[:WIDEST])
    newest = lines(desk, index.select(Wanted(mode="speech"), "newest").keys[:NEWEST])
    speakers = desk.remembered("speakers", _speakers)
    outlets = desk.remembered("outlets", _outlets)
    refused = refusals(case)[:REFUSALS]
    # Of a large case they take minutes: there they are on their own pages.
    few = figures.attributions <= LARGE
    return Sheet(
        "story.html",
        "Story",
        {
            "figures": figures,
            "span": time_span(figures),
            "widest": widest,
            "newest": newest,
            "speakers": speakers,
            "outlets": outlets,
            "refused": refused,
            "findings": found(desk)[:FINDINGS] if few else [],
            "finding_total": len(found(desk)) if few else 0,
            "unanswered": silent(desk)[:FINDINGS] if few else [],
        },
        [
            *({"list": "widest", **row} for row in rows_of(widest)),
            *({"list": "newest", **row} for row in rows_of(newest)),
        ],
        {
            "case": {**overview_row(figures), "thoughts": figures.thoughts},
            "speakers": [
                {"actor": one.id, "name": one.name, "statements": one.statements, "outlets": one.outlets}
                for one in speakers
            ],
            "outlets": [{"outlet": name, "documents": number} for name, number in outlets],
            "refused": [asdict(one) for one in refused],
            "published": {"first": moment(figures.first), "last": moment(figures.last)},
        },
    )


def _speakers(case: Case) -> list[ActorRow]:
    return list(islice(actors(case, limit=SPEAKERS), SPEAKERS))


def _outlets(case: Case) -> list[tuple[str, int]]:
    return list(
        case.rows(
            "SELECT o.name, count(DISTINCT d.page) FROM document d JOIN outlet o ON o.key = d.outlet "
            "GROUP BY o.key ORDER BY 2 DESC, 1 LIMIT ?",
            (OUTLETS,),
        )
    )
