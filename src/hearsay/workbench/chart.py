"""A chart of time as SVG: rows of intervals on one scale; a month is a band, not a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

import numpy as np
from markupsafe import Markup

from hearsay.case.appearance_columns import Column
from hearsay.workbench.paper import MONTHS

WIDTH, LEFT, LANE, TOP = 1000, 250, 28, 34
# Pixels from which an interval is drawn as a band: below, nobody could tell it from a tick.
BAND = 5
# Different bands of one lane; more would be one grey block.
BANDS = 400


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: its name, where it leads, and the first and last second (columns 0 and 1) of what is on it.

    `intervals` are when something was printed, `said` when the words were said, as it is told.
    """

    label: str
    address: str | None
    intervals: Column
    said: Column | None = None
    strong: bool = False


def chart(lanes: Sequence[Lane], first: int, last: int, title: str, clock: tzinfo = UTC) -> Markup:
    """The lanes between two seconds since 1970 (UTC); the axis tells the time of `clock`."""
    height = TOP + LANE * len(lanes) + 8
    scale = (WIDTH - LEFT - 12) / max(1, last - first)

    def x(second: int) -> float:
        return LEFT + (second - first) * scale

    parts = [
        Markup(
            '<path class="grid" d="M{0:.1f} {1}V{2}"/><text class="axis" x="{0:.1f}" y="{3}">{4}</text>'
        ).format(x(second), TOP - 6, height - 6, TOP - 14, text)
        for second, text in _axis(first, last, clock)
    ]
    for place, lane in enumerate(lanes):
        y = TOP + LANE * place
        name = Markup('<text class="lane{2}" x="{0}" y="{1}">{3}</text>').format(
            LEFT - 12, y + 16, " strong" if lane.strong else "", lane.label
        )
        parts.append(
            name if lane.address is None else Markup('<a href="{}">{}</a>').format(lane.address, name)
        )
        parts.append(Markup('<path class="base" d="M{} {}.5H{}"/>').format(LEFT, y + 20, WIDTH - 12))
        bands, ticks = _placed(lane.intervals, first, last, scale)
        parts.append(_path("band", (f"M{a} {y + 15}H{b}" for a, b in bands)))
        parts.append(_path("tick", (f"M{at} {y + 20}v-11" for at in ticks)))
        if lane.said is not None:
            parts += _said(lane.said, first, last, scale, y)
    return Markup(
        '<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="group" '
        'aria-label="{}" data-first="{}" data-last="{}" data-left="{}" data-width="{}">{}</svg>'
    ).format(WIDTH, height, title, first, last, LEFT, WIDTH - 12, Markup("").join(parts))


def _said(said: Column, first: int, last: int, scale: float, y: int) -> list[Markup]:
    """When it was said: boxes as wide as the time, diamonds where it is exact; how often it was before."""
    bands, ticks = _placed(said, first, last, scale)
    found = [
        _path("said", (f"M{a} {y + 3}H{b}V{y + 9}H{a}z" for a, b in bands)),
        _path("said", (f"M{at - 4} {y + 6}l4 -4 4 4 -4 4z" for at in ticks)),
    ]
    earlier = int((said[:, 1] < first).sum())
    if earlier:
        found.append(
            Markup('<text class="before" x="{}" y="{}">‹ {:,} before</text>').format(
                LEFT + 3, y + 11, earlier
            )
        )
    return found


def _placed(
    intervals: Column, first: int, last: int, scale: float
) -> tuple[list[tuple[int, int]], list[int]]:
    """The intervals of a window in pixels, each place once: those wide enough to be bands, and the others."""
    kept = intervals[(intervals[:, 1] >= first) & (intervals[:, 0] <= last)]
    places = np.rint(LEFT + (np.clip(kept, first, last) - first) * scale).astype(int)
    wide = places[:, 1] - places[:, 0] >= BAND
    bands = {(a, b) for a, b in places[wide].tolist()}
    ticks = {(a + b) // 2 for a, b in places[~wide].tolist()}
    return sorted(bands)[:BANDS], sorted(ticks)


def _path(name: str, pieces: Iterable[str]) -> Markup:
    path = "".join(pieces)
    return Markup('<path class="{}" d="{}"/>').format(name, path) if path else Markup("")


# Steps of the axis in days, and in how many letters each is written.
_HOURS = (1, 3, 6, 12)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 600)


def _axis(first: int, last: int, clock: tzinfo) -> list[tuple[int, str]]:
    """Seven marks or fewer at round times of a clock, with their texts."""
    start, end = (datetime.fromtimestamp(second, clock) for second in (first, last))
    hours = (last - first) / 3600
    for step in _HOURS:
        if hours / step <= 7:
            mark = start.replace(minute=0, second=0) - timedelta(hours=start.hour % step)
            return _marks(mark, end, first, timedelta(hours=step), "{d} {m}, {h}:00")
    for step in _DAYS:
        if hours / 24 / step <= 7:
            mark = start.replace(hour=0, minute=0, second=0)
            return _marks(mark, end, first, timedelta(days=step), "{d} {m}")
    months = hours / 24 / 30.4
    step = next((one for one in _MONTHS if months / one <= 7), _MONTHS[-1])
    found = []
    number = start.year * 12 + (start.month - 1) // min(step, 12) * min(step, 12)
    if step > 12:
        number -= number % step
    while number <= end.year * 12 + end.month - 1:
        year, month = divmod(number, 12)
        if 1 <= year <= 9999:
            second = int(datetime(year, month + 1, 1, tzinfo=clock).timestamp())
            if second >= first:
                found.append((second, f"{MONTHS[month]} {year}" if step < 12 else str(year)))
        number += step
    return found


def _marks(mark: datetime, end: datetime, first: int, step: timedelta, text: str) -> list[tuple[int, str]]:
    found = []
    while mark <= end:
        second = int(mark.timestamp())
        if second >= first:
            found.append((second, text.format(d=mark.day, m=MONTHS[mark.month - 1], h=mark.hour)))
        mark += step
    return found
