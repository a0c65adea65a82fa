"""*Timeline*: when things were printed and fetched, and the widest statements; as precise as stated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import numpy as np
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from hearsay.case import Case
from hearsay.case.appearance_columns import Column
from hearsay.export.counts import UNNAMED
from hearsay.export.visible import one_line
from hearsay.workbench.chart import Lane, chart
from hearsay.workbench.desk import Desk
from hearsay.workbench.pictures import as_file
from hearsay.workbench.rows import Line, lines, rows_of
from hearsay.workbench.sheet import Sheet

STATEMENTS = 14
DAY = 24 * 3600

_STYLE = (
    "text{font:13px sans-serif;fill:#1d1b17}.lane{text-anchor:end}.strong{font-weight:bold}"
    ".axis{text-anchor:middle;fill:#5e5a50}.grid,.base{stroke:#dcd7ca;fill:none}"
    ".tick{stroke:#1d1b17;stroke-width:2}.band{stroke:#0f5265;stroke-width:6;opacity:.3}"
)


def page(desk: Desk, request: Request) -> Sheet:
    """The time between the days that the address names, or in which nearly all of the case was printed."""
    window = _window(desk, request.query_params)
    if window is None:
        return Sheet(
            "timeline.html", "Timeline", {"svg": None, "lines": [], "choices": [], "since": "", "until": ""}
        )
    since, until = window
    first, last = _second(since), _second(until + timedelta(days=1)) - 1
    shown = lines(
        desk,
        [int(desk.index.statement_keys[n]) for n in desk.index.printed_between(first, last, STATEMENTS)],
        drawn=False,
    )
    published = len(desk.index.published(first, last))
    return Sheet(
        "timeline.html",
        "Timeline",
        {
            "svg": _svg(desk, shown, first, last),
            "lines": shown,
            "choices": _choices(desk, since, until),
            "since": since.isoformat(),
            "until": until.isoformat(),
            "published": published,
        },
        rows_of(shown),
        {
            "since": since.isoformat(),
            "until": until.isoformat(),
            "published": published,
        },
    )


def drawing(desk: Desk, request: Request) -> Response:
    """The chart alone, as a file."""
    window = _window(desk, request.query_params)
    if window is None:
        return Response(b"", 404)
    first, last = _second(window[0]), _second(window[1] + timedelta(days=1)) - 1
    numbers = desk.index.printed_between(first, last, STATEMENTS)
    shown = lines(desk, [int(desk.index.statement_keys[n]) for n in numbers], drawn=False)
    return as_file(_svg(desk, shown, first, last), _STYLE, "timeline.svg")


def _svg(desk: Desk, shown: list[Line], first: int, last: int) -> Markup:
    index = desk.index
    lanes = [
        Lane("All documents, published", "/documents", index.published(first, last), strong=True),
    ]
    fetched = desk.remembered("fetched", _fetched)
    if len(fetched):
        lanes.append(Lane("Fetched, where known", None, fetched, strong=True))
    for line in shown:
        number = index.number_of(line.head.key)
        label = one_line(f"{(line.head.speaker or UNNAMED).split()[-1]}: {line.head.wording}", 36)
        if number is not None:
            lanes.append(Lane(label, f"/statements/{line.head.id}", index.printings(number)))
    return chart(
        lanes, first, last, "When the documents, and those that carry the widest statements, were printed"
    )


def _fetched(case: Case) -> Column:
    found = []
    for (retrieved,) in case.rows(
        "SELECT min(s.retrieved) FROM sighted l JOIN sighting s ON s.key = l.sighting "
        "WHERE s.retrieved IS NOT NULL GROUP BY l.document"
    ):
        stated = datetime.fromisoformat(retrieved)
        second = int((stated if stated.tzinfo else stated.replace(tzinfo=UTC)).timestamp())
        found.append((second, second))
    return np.array(found, np.int64).reshape(-1, 2)


def _window(desk: Desk, values: Mapping[str, str]) -> tuple[date, date] | None:
    span = desk.index.span()
    if span is None:
        return None
    since, until = _day(values.get("since")), _day(values.get("until"))
    first = since or date.fromordinal(max(1, span[0] - 1))
    last = until or date.fromordinal(min(date.max.toordinal() - 2, span[1] + 1))
    return (first, last) if first <= last else (last, first)


def _choices(desk: Desk, since: date, until: date) -> list[tuple[str, str, str]]:
    """Other windows: their names, first and last days."""
    days = (until - since).days + 1
    dated = desk.index.bounds_of_days()
    near = max(1, days // 4)
    made = [
        ("Everything", dated[0], dated[1]) if dated else None,
        ("Closer", since.toordinal() + near, until.toordinal() - near) if days > 2 else None,
        ("Wider", since.toordinal() - days // 2 - 1, until.toordinal() + days // 2 + 1),
        ("Earlier", since.toordinal() - days, since.toordinal() - 1),
        ("Later", until.toordinal() + 1, until.toordinal() + days),
    ]
    top = date.max.toordinal() - 2
    return [
        (name, date.fromordinal(max(1, low)).isoformat(), date.fromordinal(min(top, high)).isoformat())
        for name, low, high in (one for one in made if one is not None)
        if high >= 1 and low <= top and low <= high
    ]


def _day(text: str | None) -> date | None:
    try:
        found = date.fromisoformat(text or "")
    except ValueError:
        return None
    # A day on either side is added, and must be one.
    return found if 1 < found.toordinal() < date.max.toordinal() - 1 else None


def _second(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
