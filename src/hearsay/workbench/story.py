"""*Story*: what is in the case, what got furthest, what is newest, who speaks; what to do if it is empty."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import islice

from starlette.requests import Request

from hearsay.case import ActorRow, Case, actors, overview, refusals, statement
from hearsay.case.appearance_columns import UNKNOWN
from hearsay.case.index import Wanted
from hearsay.case.recordings import recordings
from hearsay.export.exchanges import exchange_row
from hearsay.export.jsonl import moment, overview_row
from hearsay.workbench import exchanges
from hearsay.workbench.desk import Desk
from hearsay.workbench.findings import checked
from hearsay.workbench.origins import Origins, origins
from hearsay.workbench.replies import Reply, answers_of, replies
from hearsay.workbench.rows import Line, lines, rows_of, small_multiples
from hearsay.workbench.sheet import Sheet

# As many as are read in the first minute.
FINDINGS, REPLIES, EXCHANGES = 4, 3, 3
WIDEST, NEWEST, SPEAKERS, OUTLETS, REFUSALS = 7, 4, 8, 8, 20


@dataclass(frozen=True, slots=True)
class Lead:
    """The widest statement, and what a reader asks first: where it is from, and who answered."""

    line: Line
    origins: Origins | None
    replies: tuple[Reply, ...]


def page(desk: Desk, request: Request) -> Sheet:
    """The first page."""
    case = desk.case
    figures = desk.remembered("overview", overview)
    kept = desk.remembered("recordings", lambda case: list(recordings(case)))
    if figures.versions == 0:
        refused = refusals(case)
        return Sheet("empty.html", "Story", {"path": case.path, "refused": refused}, (), {"documents": 0})
    index = desk.index
    widest = lines(desk, index.select(Wanted(mode="speech")).keys[:WIDEST])
    newest = lines(desk, index.select(Wanted(mode="speech"), "newest").keys[:NEWEST])
    speakers = desk.remembered("speakers", _speakers)
    outlets = desk.remembered("outlets", _outlets)
    refused = refusals(case)[:REFUSALS]
    lead = _lead(desk, widest[0]) if widest else None
    talks = exchanges.found(desk)[:EXCHANGES]
    silent = exchanges.silent(desk)[:FINDINGS]
    now = checked(desk)
    countries = desk.remembered("countries", lambda _: small_multiples(desk, None))
    return Sheet(
        "story.html",
        "Story",
        {
            "figures": figures,
            "lead": lead,
            "widest": widest[1:] if lead else widest,
            "newest": newest,
            "speakers": speakers,
            "outlets": outlets,
            "countries": countries,
            "known_countries": sum(name != UNKNOWN for name, _, _ in countries),
            "recordings": kept,
            "refused": refused,
            "findings": now.standing[:FINDINGS],
            "finding_total": len(now.standing),
            "waits": now.waits,
            "exchanges": talks,
            "unanswered": silent,
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
            "countries": {name: documents for name, documents, _ in countries},
            "recordings": [
                {"recording": one.id, "name": one.name, "seconds": one.seconds, "sha256": one.sha256}
                for one in kept
            ],
            "exchanges": [exchange_row(one) for one in talks],
            "findings": now.standing[:FINDINGS],
            "findings_wait": now.waits or None,
            "unanswered": [asdict(one) for one in silent],
            "refused": [asdict(one) for one in refused],
            "published": {"first": moment(figures.first), "last": moment(figures.last)},
        },
    )


def _lead(desk: Desk, line: Line) -> Lead:
    id_ = line.head.id
    row = desk.remembered(f"statement {id_}", lambda case: statement(case, id_)).row
    answered = replies(one for one in answers_of(desk, id_) if one.answer.statement != id_)
    return Lead(line, origins(desk, row), tuple(answered[:REPLIES]))


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
