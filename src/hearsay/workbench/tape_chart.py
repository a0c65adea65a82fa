"""What stands on the axis of a recording, as SVG: rows of bars that lead to what they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from hearsay.export.quotations import clock
from hearsay.export.recording_bars import Bar, lanes, titled
from hearsay.export.visible import one_line

# The picture above it has the same width.
WIDTH, LANE, TITLE, AXIS = 1600, 26, 24, 22
# Bars of one row with words and a title of their own; more are drawn without, as one shape of each sort.
TOLD = 150
# Letters below which the beginning of a sentence tells nothing.
LEGIBLE = 16
_LETTER = 7.5
_STEPS = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)


def chart(rows: Sequence[tuple[str, Sequence[Bar]]], seconds: float, targets: frozenset[str]) -> Markup:
    """The rows over `seconds`; bars of something in `targets` lead to `#q-` and its id."""
    length = max(seconds, 0.001)
    parts, y = [_axis(length)], AXIS
    for title, bars in rows:
        y += TITLE
        laid = list(lanes(bars, lambda second: round(WIDTH * second / length, 1)))
        name = titled(title, bars, len(laid))
        parts.append(Markup('<text class="row" x="4" y="{}">{}</text>').format(y - 7, name))
        if len(laid) > TOLD:
            parts += _shapes(laid, y)
        else:
            parts += [_drawn(bar, x, y + lane * LANE, width, targets) for lane, x, width, bar in laid]
        y += max((lane + 1 for lane, *_ in laid), default=0) * LANE
    return Markup(
        '<svg class="tape" viewBox="0 0 {} {}" data-seconds="{}" role="group" aria-label="{}">{}</svg>'
    ).format(WIDTH, y + 6, round(length, 3), "What is said and printed, over time", Markup("").join(parts))


def _shapes(laid: Sequence[tuple[int, float, float, Bar]], y: int) -> list[Markup]:
    """All bars of a row, one path for each way in which they are drawn."""
    paths: dict[str, list[str]] = {}
    for lane, x, width, bar in laid:
        shape = f"M{x} {y + lane * LANE}h{width}v{LANE - 4}h-{width}z"
        paths.setdefault(bar.look.replace(" ", "-"), []).append(shape)
    return [
        Markup('<g class="{}"><path d="{}"/></g>').format(look, "".join(shapes))
        for look, shapes in paths.items()
    ]


def _drawn(bar: Bar, x: float, y: int, width: float, targets: frozenset[str]) -> Markup:
    label = _label(bar, int(width / _LETTER))
    shape = Markup(
        '<g class="{}"><title>{}-{}  {}</title><rect x="{}" y="{}" width="{}" height="{}"/>{}</g>'
    ).format(
        bar.look.replace(" ", "-"),
        clock(bar.start),
        clock(bar.stop),
        one_line(bar.full, 140),
        x,
        y,
        width,
        LANE - 4,
        Markup('<text x="{}" y="{}">{}</text>').format(x + 3, y + 16, label) if label else "",
    )
    if bar.of not in targets:
        return shape
    return Markup('<a href="#q-{}" tabindex="-1">{}</a>').format(bar.of, shape)


def _label(bar: Bar, room: int) -> str:
    """The beginning of a bar's words; of a narrow one how it stands there alone, if even that."""
    how = bar.label.partition(":")[0]
    if room >= LEGIBLE:
        return one_line(bar.label, room)
    return how if bar.of and len(how) <= room else ""


def _axis(seconds: float) -> Markup:
    step = next((step for step in _STEPS if seconds / step <= 16), _STEPS[-1])
    return Markup("").join(
        Markup('<path class="grid" d="M{0} 2v8"/><text class="axis" x="{1}" y="14">{2}</text>').format(
            round(WIDTH * n * step / seconds, 1),
            round(WIDTH * n * step / seconds, 1) + 4,
            clock(n * step).removesuffix(".0"),
        )
        for n in range(int(seconds // step) + 1)
    )
