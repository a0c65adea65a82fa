"""The strip under a statement: a quiet tick for each time at which it was printed, a band for a vague one."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import TypeAlias

import numpy as np
from markupsafe import Markup

from hearsay.case.appearance_columns import Column
from hearsay.export.counts import count
from hearsay.workbench.paper import MONTHS

# First and last day (ordinals) that a strip shows; `None` where nothing is dated.
Span: TypeAlias = tuple[int, int] | None

WIDTH, HEIGHT, COLUMN = 200, 18, 2
# A tick's least and greatest height: few documents and many at one time must differ at a glance.
_LOW, _HIGH = 4.0, 15.0
# From this width in pixels on a time is a band: where in it the printing was, nobody knows.
_BAND = 5
_DAY = 24 * 3600
_EPOCH = date(1970, 1, 1).toordinal()


def strip(printings: Column, span: Span, documents: int) -> Markup:
    """A strip over the whole time of the case: the taller a tick, the more documents of that time.

    `printings` are first and last seconds that the times of the dated ones of these `documents` can name.
    """
    if span is None or not len(printings):
        return Markup("")
    first, last = ((day - _EPOCH) * _DAY for day in (span[0], span[1] + 1))
    early, seen = printings[:, 0], printings[:, 1]
    inside = (seen >= first) & (early < last)
    places = 3 + (WIDTH - 6) * (np.clip(printings[inside], first, last) - first) / (last - first)
    vague = places[:, 1] - places[:, 0] >= _BAND
    # Times that fall on one column are one tick: a strip costs the same however many there are.
    columns = Counter(np.rint(places[~vague].mean(axis=1) / COLUMN).astype(int).tolist())
    most = max(columns.values(), default=1)
    ticks = "".join(
        f"M{column * COLUMN} {HEIGHT - 1}v-{_LOW + (_HIGH - _LOW) * number / max(most, 4):.0f}"
        for column, number in sorted(columns.items())
    )
    bands = "".join(
        f"M{a} {HEIGHT - 3}H{b}"
        for a, b in sorted(set(map(tuple, np.rint(places[vague]).astype(int).tolist())))
    )
    more = Markup('<text x="0" y="10">‹</text>') if bool((seen < first).any()) else Markup("")
    if bool((early >= last).any()):
        more += Markup('<text x="{}" y="10">›</text>').format(WIDTH - 5)
    return Markup(
        '<svg class="strip" viewBox="0 0 {0} {1}" role="img" aria-label="{2}">'
        '<path class="base" d="M0 {3}.5H{0}"/>{4}<path d="{5}"/>{6}</svg>'
    ).format(
        WIDTH,
        HEIGHT,
        _label(printings, documents),
        HEIGHT - 1,
        Markup('<path class="vague" d="{}"/>').format(bands) if bands else Markup(""),
        ticks,
        more,
    )


def band(first: str | None, last: str | None, span: Span) -> Markup:
    """From one ISO day to another as a band on the scale of the case; empty where there is no such scale."""
    if span is None or first is None or last is None:
        return Markup("")
    days = (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1)
    scale = (WIDTH - 6) / (span[1] + 1 - span[0])
    low, high = (3 + scale * min(max(day - span[0], 0), span[1] + 1 - span[0]) for day in days)
    return Markup(
        '<svg class="strip" viewBox="0 0 {0} {1}" aria-hidden="true"><path class="base" d="M0 {2}.5H{0}"/>'
        '<path class="vague" d="M{3:.0f} {4}H{5:.0f}"/></svg>'
    ).format(WIDTH, HEIGHT, HEIGHT - 1, low, HEIGHT - 3, max(high, low + 2))


def _label(printings: Column, documents: int) -> str:
    first, last = (_day(second) for second in (printings[:, 0].min(), printings[:, 1].max()))
    when = f"on {first}" if first == last else f"from {first} to {last}"
    undated = documents - len(printings)
    more = f", {undated:,} undated" if undated > 0 else ""
    return f"printed {when}: {count(len(printings), 'dated document')}{more}"


def _day(second: int) -> str:
    day = datetime.fromtimestamp(int(second), UTC)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
