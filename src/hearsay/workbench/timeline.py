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
from hearsay.case.index import Wanted
from hearsay.case.times import all_said, said_times
from hearsay.export.visible import one_line
from hearsay.workbench.chart import Lane, chart
from hearsay.workbench.desk import Desk
from hearsay.workbench.narrowing import day_of
from hearsay.workbench.paper import days
from hearsay.workbench.pictures import as_file
from hearsay.workbench.rows import Line, lines, rows_of
from hearsay.workbench.sheet import Sheet
from hearsay.workbench.when_said import said_when
from hearsay.workbench.zones import Zone, zone_names, zone_of

STATEMENTS = 14
# Letters that fit before a lane, wide ones too.
LABEL = 32
DAY = 24 * 3600
# Seconds before and after all that can be dated, for times that are open on one side.
_EVER = 10**11

_STYLE = (
    "text{font:13px sans-serif;fill:#1d1b17}.lane{text-anchor:end}.strong{font-weight:bold}"
    ".axis{text-anchor:middle;fill:#5e5a50}.grid,.base{stroke:#dcd7ca;fill:none}"
    ".tick{stroke:#1d1b17;stroke-width:2}.band{stroke:#0f5265;stroke-width:6;opacity:.3}"
    ".said{fill:#fdfcf8;stroke:#8a3d0e;stroke-width:1.3}.before{font-size:11px;fill:#8a3d0e}"
)


def page(desk: Desk, request: Request) -> Sheet:
    """The time between the days that the address names, or in which nearly all of the case was printed."""
    window = _window(desk, request.query_params)
    if window is None:
        return Sheet(
            "timeline.html", "Timeline", {"svg": None, "lines": [], "choices": [], "since": "", "until": ""}
        )
    since, until = window
    zone = zone_of(request.query_params.get("zone"))
    first, last = _seconds(window, zone)
    shown = _shown(desk, first, last)
    told = {line.head.id: _told(desk, line) for line in shown}
    published = len(desk.index.published(first, last))
    return Sheet(
        "timeline.html",
        "Timeline",
        {
            "svg": _svg(desk, shown, first, last, zone),
            "zone": zone,
            "zones": zone_names(),
            "lines": shown,
            "told": told,
            "said_total": len(desk.index.select(Wanted(said_since=since, said_until=until)).keys),
            "fetched_total": len(_inside(desk.remembered("fetched", _fetched), first, last)),
            "fetched_all": len(desk.remembered("fetched", _fetched)),
            "choices": _choices(desk, since, until),
            "since": since.isoformat(),
            "until": until.isoformat(),
            "published": published,
        },
        [{**row, "said": told[row["statement"]]} for row in rows_of(shown)],
        {
            "since": since.isoformat(),
            "until": until.isoformat(),
            "zone": zone.name,
            "published": published,
        },
    )


def drawing(desk: Desk, request: Request) -> Response:
    """The chart alone, as a file."""
    window = _window(desk, request.query_params)
    if window is None:
        return Response(b"", 404)
    zone = zone_of(request.query_params.get("zone"))
    first, last = _seconds(window, zone)
    return as_file(_svg(desk, _shown(desk, first, last), first, last, zone), _STYLE, "timeline.svg")


def _seconds(window: tuple[date, date], zone: Zone) -> tuple[int, int]:
    """The first and last second of a window of days of a zone."""
    return zone.second(window[0]), zone.second(window[1] + timedelta(days=1)) - 1


def _shown(desk: Desk, first: int, last: int) -> list[Line]:
    """The widest statements that were printed, or said, in the window."""
    index = desk.index
    statements, said = desk.remembered("said", _said)
    inside = statements[(said[:, 1] >= first) & (said[:, 0] <= last)]
    numbers = set(np.flatnonzero(np.isin(index.statement_keys, inside))[:STATEMENTS].tolist())
    numbers.update(index.printed_between(first, last, STATEMENTS))
    return lines(desk, [int(index.statement_keys[n]) for n in sorted(numbers)[:STATEMENTS]], drawn=False)


def _told(desk: Desk, line: Line) -> list[str]:
    """When a statement was said, as documents tell it, in words."""
    times = desk.remembered(f"said {line.head.id}", lambda case: said_times(case, line.head.key))
    return [days(one.time.earliest, one.time.latest) for one in said_when(times)]


def _inside(intervals: Column, first: int, last: int) -> Column:
    found: Column = intervals[(intervals[:, 1] >= first) & (intervals[:, 0] <= last)]
    return found


def _svg(desk: Desk, shown: list[Line], first: int, last: int, zone: Zone) -> Markup:
    index = desk.index
    lanes = [
        Lane("All documents, published", "/documents", index.published(first, last), strong=True),
    ]
    fetched = desk.remembered("fetched", _fetched)
    if len(_inside(fetched, first, last)):
        lanes.append(Lane("Fetched from the network", None, fetched, strong=True))
    statements, said = desk.remembered("said", _said)
    # When something was said is told as days of a calendar, wherever that was: they stand there on the axis.
    said = said - zone.offset((first + last) // 2)
    if len(said):
        lanes.append(Lane("Said, as documents tell", None, said[:0], said, strong=True))
    for line in shown:
        number = index.number_of(line.head.key)
        who = one_line(line.head.speaker, 18) if line.head.speaker else "unnamed"
        label = one_line(f"{who}: {line.head.wording}", LABEL)
        if number is not None:
            told = said[statements == line.head.key]
            lanes.append(Lane(label, f"/statements/{line.head.id}", index.printings(number), told))
    return chart(
        lanes, first, last, "When documents were printed, and when what they tell was said", zone.clock
    )


def _said(case: Case) -> tuple[Column, Column]:
    """The statements (keys) of which a time is told, and the first and last second of each time."""
    rows = list(all_said(case))
    keys = np.array([key for key, _, _ in rows], np.int64)
    times = [
        (
            -_EVER if first is None else _noon(first) - DAY // 2,
            _EVER if last is None else _noon(last) + DAY // 2 - 1,
        )
        for _, first, last in rows
    ]
    return keys, np.array(times, np.int64).reshape(-1, 2)


def _noon(day: str) -> int:
    return _second(date.fromisoformat(day)) + DAY // 2


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
    since, until = day_of(values.get("since", "")), day_of(values.get("until", ""))
    first = since or date.fromordinal(max(1, span[0] - 1))
    last = until or date.fromordinal(min(date.max.toordinal() - 2, span[1] + 1))
    return (first, last) if first <= last else (last, first)


def _choices(desk: Desk, since: date, until: date) -> list[tuple[str, str, str]]:
    """Other windows: their names, first and last days."""
    length = (until - since).days + 1
    dated = desk.index.bounds_of_days()
    near = max(1, length // 4)
    made = [
        ("Everything", dated[0], dated[1]) if dated else None,
        _all_said(desk, dated),
        ("Closer", since.toordinal() + near, until.toordinal() - near) if length > 2 else None,
        ("Wider", since.toordinal() - length // 2 - 1, until.toordinal() + length // 2 + 1),
        ("Earlier", since.toordinal() - length, since.toordinal() - 1),
        ("Later", until.toordinal() + 1, until.toordinal() + length),
    ]
    top = date.max.toordinal() - 2
    return [
        (name, date.fromordinal(max(1, low)).isoformat(), date.fromordinal(min(top, high)).isoformat())
        for name, low, high in (one for one in made if one is not None)
        if high >= 1 and low <= top and low <= high
    ]


def _all_said(desk: Desk, dated: tuple[int, int] | None) -> tuple[str, int, int] | None:
    """The window in which all of it was said and printed, if that is wider than when it was printed."""
    _, said = desk.remembered("said", _said)
    known = said[(said[:, 0] > -_EVER) & (said[:, 1] < _EVER)]
    if dated is None or not len(known):
        return None
    epoch = date(1970, 1, 1).toordinal()
    low, high = int(known[:, 0].min()) // DAY + epoch, int(known[:, 1].max()) // DAY + epoch
    if low >= dated[0] and high <= dated[1]:
        return None
    return "All that was said", min(low, dated[0]), max(high, dated[1])


def _second(day: date) -> int:
    return zone_of(None).second(day)
