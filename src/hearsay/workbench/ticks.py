"""The strip under a statement: one quiet tick for each day on which it was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from markupsafe import Markup

from hearsay.export.counts import count
from hearsay.workbench.paper import MONTHS

# First and last day (ordinals) that a strip shows; `None` where nothing is dated.
Span: TypeAlias = tuple[int, int] | None

WIDTH, HEIGHT, COLUMN = 200, 18, 2
# A tick's least and greatest height: few documents and many on one day must differ at a glance.
_LOW, _HIGH = 4.0, 15.0


def strip(days: Sequence[int], span: Span, documents: int) -> Markup:
    """A strip over the whole time of the case: the taller a tick, the more documents of that day."""
    if span is None or not days:
        return Markup("")
    first, last = span
    # Days that fall on one column are one tick: a strip costs the same however long the time.
    inside = Counter(round(_place(day, span) / COLUMN) for day in days if first <= day <= last)
    earlier = sum(day < first for day in days)
    most = max(inside.values(), default=1)
    ticks = "".join(
        f"M{column * COLUMN} {HEIGHT - 1}v-{_LOW + (_HIGH - _LOW) * number / max(most, 4):.0f}"
        for column, number in sorted(inside.items())
    )
    more = Markup('<text x="0" y="10">‹</text>') if earlier else Markup("")
    return Markup(
        '<svg class="strip" viewBox="0 0 {0} {1}" role="img" aria-label="{2}">'
        '<path class="base" d="M0 {3}.5H{0}"/><path d="{4}"/>{5}</svg>'
    ).format(WIDTH, HEIGHT, _label(days, documents), HEIGHT - 1, ticks, more)


def _place(day: int, span: tuple[int, int]) -> float:
    first, last = span
    return 3 + (WIDTH - 6) * ((day - first) / (last - first) if last > first else 0.5)


def _label(days: Sequence[int], documents: int) -> str:
    first, last = (_short(date.fromordinal(day)) for day in (min(days), max(days)))
    when = f"on {first}" if first == last else f"from {first} to {last}"
    undated = documents - len(days)
    more = f", {undated:,} undated" if undated > 0 else ""
    return f"printed {when}: {count(len(days), 'dated document')}{more}"


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
