"""*Exchanges*: who answers whom over time, and what stands without an answer in this case."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import Response

from hearsay.case import Case
from hearsay.case.answers import exchanges, unanswered
from hearsay.case.answers.exchanging import Unanswered
from hearsay.errors import NotFoundError
from hearsay.export.exchanges import exchange_row
from hearsay.link.exchanges import STEPS
from hearsay.model import Exchange
from hearsay.workbench.asked import page_number
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.pictures import as_file
from hearsay.workbench.sharpening import MOST, series
from hearsay.workbench.sheet import Sheet

PER_PAGE, MOVES, SILENT = 10, 8, 15
# Moves on one page of an exchange.
LISTED = 60

_STYLE = (
    "text{font:12px sans-serif;fill:#5e5a50}.step{text-anchor:end}.grid,.base{stroke:#dcd7ca;fill:none}"
    ".run{stroke:#8d877a;fill:none}.one circle{fill:#1d1b17}"
    ".other rect{fill:#fdfcf8;stroke:#0f5265;stroke-width:2}"
)


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


def one(desk: Desk, request: Request) -> Sheet:
    """The exchange between the two that the address names."""
    exchange = _between(desk, request)
    place = paging(len(exchange.moves), page_number(request.query_params), LISTED)
    row = exchange_row(exchange)
    actors: dict[str, str] = {}
    for name in (exchange.one, exchange.other):
        found = desk.case.row("SELECT id FROM actor WHERE name = ?", (name,))
        if found is not None:
            actors[name] = found[0]
    return Sheet(
        "exchange.html",
        f"{exchange.one} and {exchange.other}",
        {
            "exchange": exchange,
            "moves": exchange.moves[place.first : place.last],
            "place": place,
            "values": {"one": exchange.one, "other": exchange.other},
            "svg": series(exchange),
            "drawn": min(MOST, len(exchange.moves)),
            "steps": STEPS,
            "actors": actors,
        },
        row["moves"][place.first : place.last],
        {name: row[name] for name in ("one", "other", "first", "last", "trend")}
        | {"moves": len(exchange.moves), "page": place.page, "pages": place.pages},
    )


def drawing(desk: Desk, request: Request) -> Response:
    """The series of an exchange alone, as a file."""
    return as_file(series(_between(desk, request)), _STYLE, "exchange.svg")


def of(desk: Desk, name: str) -> list[Exchange]:
    """The exchanges of one of the actors."""
    return [one for one in found(desk) if name in (one.one, one.other)]


def _between(desk: Desk, request: Request) -> Exchange:
    names = {request.query_params.get("one", ""), request.query_params.get("other", "")}
    exchange = next((one for one in found(desk) if {one.one, one.other} == names), None)
    if exchange is None:
        raise NotFoundError(
            "no exchange of this case is between these two", remedy="The list of exchanges has all of them."
        )
    return exchange


def _unanswered(case: Case) -> list[Unanswered]:
    return list(unanswered(case))
