"""*Exchanges*: who answers whom over time, and what stands without an answer in this case."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request

from hearsay.case import Case
from hearsay.case.answers import exchanges, unanswered
from hearsay.case.answers.exchanging import Unanswered
from hearsay.export.exchanges import exchange_row
from hearsay.model import Exchange
from hearsay.workbench.asked import page_number
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.sheet import Sheet

PER_PAGE, MOVES, SILENT = 10, 14, 15


def found(desk: Desk) -> tuple[Exchange, ...]:
    """The exchanges of the case."""
    return desk.remembered("exchanges", exchanges)


def silent(desk: Desk) -> list[Unanswered]:
    """What many outlets carry and nobody answers in this case."""
    return desk.remembered("unanswered", _unanswered)


def page(desk: Desk, request: Request) -> Sheet:
    """The exchanges with most moves first."""
    everything = found(desk)
    place = paging(len(everything), page_number(request.query_params), PER_PAGE)
    shown = everything[place.first : place.last]
    open_ = silent(desk)[:SILENT]
    return Sheet(
        "exchanges.html",
        "Exchanges",
        {"exchanges": shown, "total": len(everything), "place": place, "moves": MOVES, "unanswered": open_},
        [exchange_row(one) for one in shown],
        {"total": len(everything), "unanswered": [asdict(one) for one in open_]},
    )


def _unanswered(case: Case) -> list[Unanswered]:
    return list(unanswered(case))
