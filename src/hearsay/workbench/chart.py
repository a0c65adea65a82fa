"""A chart of time as SVG: rows of intervals on one scale; a month is a band, not a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from markupsafe import Markup

from hearsay.workbench.paper import MONTHS

WIDTH, LEFT, LANE, TOP = 1000, 250, 26, 34
# Pixels from which an interval is drawn as a band: below, nobody could tell it from a tick.
BAND = 5
# Bands of one lane; more would be one grey block, and are counted in the label.
BANDS = 400


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: its name, where it leads, and the first and last second of each thing on it."""

    label: str
    address: str | None
    intervals: Sequence[tuple[int, int]]
    strong: bool = False


def chart(lanes: Sequence[Lane], first: int, last: int, title: str) -> Markup:
    """The lanes between two seconds since 1970 (UTC)."""
    height = TOP + LANE * len(lanes) + 8
    scale = (WIDTH - LEFT - 12) / max(1, last - first)

    def x(second: int) -> float:
        return LEFT + (min(max(second, first), last) - first) * scale

    parts = [
        Markup(
            '<path class="grid" d="M{0:.1f} {1}V{2}"/><text class="axis" x="{0:.1f}" y="{3}">{4}</text>'
        ).format(x(second), TOP - 6, height - 6, TOP - 14, text)
        for second, text in _axis(first, last)
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
        seen: set[tuple[int, int]] = set()
        inside = [one for one in lane.intervals if one[1] >= first and one[0] <= last]
        for low, high in inside[:BANDS]:
            a, b = round(x(low), 1), round(x(high), 1)
            if (int(a), int(b)) in seen:
                continue
            seen.add((int(a), int(b)))
            if b - a >= BAND:
                parts.append(
                    Markup('<rect class="band" x="{:.1f}" y="{}" width="{:.1f}" height="6"/>').format(
                        a, y + 11, b - a
                    )
                )
            else:
                parts.append(Markup('<path class="tick" d="M{:.1f} {}v-14"/>').format((a + b) / 2, y + 20))
    return Markup(
        '<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="group" '
        'aria-label="{}" data-first="{}" data-last="{}" data-left="{}" data-width="{}">{}</svg>'
    ).format(WIDTH, height, title, first, last, LEFT, WIDTH - 12, Markup("").join(parts))


# Steps of the axis in days, and in how many letters each is written.
_HOURS = (1, 3, 6, 12)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 600)


def _axis(first: int, last: int) -> list[tuple[int, str]]:
    """Seven marks or fewer at round times (UTC), with their texts."""
    start, end = (datetime.fromtimestamp(second, UTC) for second in (first, last))
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
            second = int(datetime(year, month + 1, 1, tzinfo=UTC).timestamp())
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
