"""An exchange as a series: each move at its step, from friendly to hostile, in the order of time, as SVG."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from hearsay.export.counts import UNDATED
from hearsay.export.visible import one_line
from hearsay.link.exchanges import STEPS
from hearsay.model import Exchange, Moment, Move, Precision
from hearsay.workbench.paper import day_text

# Moves that are drawn: the latest, where there are more.
MOST = 120
LEFT, TOP, ROW, MARK = 120, 30, 24, 5


def series(exchange: Exchange) -> Markup:
    """The moves from left to right, one place each, the days above; the two are told apart by their marks."""
    moves = exchange.moves[-MOST:]
    wide = max(26, min(100, 760 // max(1, len(moves))))
    width, height = LEFT + wide * len(moves) + 20, TOP + ROW * len(STEPS) + 8
    parts = [
        Markup('<text class="step" x="{}" y="{}">{}</text><path class="base" d="M{} {}.5H{}"/>').format(
            LEFT - 12, _y(n + 1) + 4, name, LEFT, _y(n + 1), width - 12
        )
        for n, name in enumerate(STEPS)
    ]
    grid = Markup('<path class="grid" d="M{0}.5 {1}V{2}"/><text class="day" x="{3}" y="{4}">{5}</text>')
    place = 0
    for day, listed in groupby(moves, key=lambda move: move.day or UNDATED):
        number = len(list(listed))
        x = LEFT + place * wide
        written = day_text(Moment(day, Precision.DAY, None, "")) if day != UNDATED else day
        parts.append(grid.format(x, TOP - 18, height - 8, x + 4, TOP - 10, written))
        place += number
    points = [(LEFT + wide * n + wide // 2, _y(move.step)) for n, move in enumerate(moves)]
    parts.append(Markup('<path class="run" d="{}"/>').format("M" + "L".join(f"{x} {y}" for x, y in points)))
    parts += [_mark(move, x, y, move.by == exchange.one) for move, (x, y) in zip(moves, points, strict=True)]
    names = f"{one_line(exchange.one, 60)} and {one_line(exchange.other, 60)}"
    title = f"How friendly or hostile {names} speak, move by move"
    return Markup(
        '<svg class="series" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" '
        'height="{1}" role="group" aria-label="{2}">{3}</svg>'
    ).format(width, height, title, Markup("").join(parts))


def _y(step: int) -> int:
    """The most hostile step stands at the top."""
    return TOP + ROW * (len(STEPS) - step) + ROW // 2


def _mark(move: Move, x: int, y: int, one: bool) -> Markup:
    told = one_line(f"{move.by}, {move.day or UNDATED}, {STEPS[move.step - 1]}: {move.words}", 160)
    if one:
        shape = Markup('<circle cx="{}" cy="{}" r="{}"/>').format(x, y, MARK)
    else:
        square = Markup('<rect x="{}" y="{}" width="{}" height="{}"/>')
        shape = square.format(x - MARK, y - MARK, 2 * MARK, 2 * MARK)
    address = f"/statements/{move.statement}" if move.statement else f"/documents/{move.document}"
    return Markup('<a class="{}" href="{}" aria-label="{}"><title>{}</title>{}</a>').format(
        "one" if one else "other", address, told, told, shape
    )
