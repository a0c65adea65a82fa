"""A recording as one picture over time: waveform, spectrum, what is said and printed, what happened to it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from html import escape

import numpy as np

from hearsay.case.recordings import Recording
from hearsay.case.recordings.quotations import Placed
from hearsay.export.quotations import clock
from hearsay.export.recording_bars import Bar, Look, lanes, titled
from hearsay.export.recording_bars import rows as bar_rows
from hearsay.export.visible import one_line
from hearsay.tape.custody import Event
from hearsay.tape.listening import Place
from hearsay.tape.picture import Picture, png
from hearsay.tape.transcripts import Word

# Columns and bands of the picture, and the sampling rate at which it is made.
COLUMNS, BANDS, RATE = 1600, 64, 8000

_LEFT, _WAVE, _SPECTRUM, _ROW, _GAP = 10, 120, 128, 15, 26
_LETTER = 5.4  # pixels of a letter of the smaller writing
_STEPS = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_COLOURS: dict[Look, str] = {
    "said": "#90a4ae",
    "verbatim": "#2e7d32",
    "masked": "#8d6e00",
    "cut": "#c77700",
    "other": "#b71c1c",
    "left out": "#c77700",
    "listen": "#00695c",
    "custody": "#5e35b1",
}


def plot(
    kept: Recording,
    shown: Picture,
    words: Sequence[Word],
    placed: Sequence[Placed],
    events: Sequence[Event],
    places: Sequence[Place] = (),
) -> str:
    """An SVG; of what has no known time nothing is drawn. It refers to nothing outside itself."""
    seconds = max(kept.seconds, 0.001)
    rows: list[str] = []
    y = 24
    rows.append(
        _text(_LEFT, 16, f"{one_line(kept.name, 80)}  {clock(kept.seconds)}  SHA-256 {kept.sha256}", 12)
    )
    rows += _axis(seconds, y)
    y += 16
    rows.append(_waveform(shown, y))
    y += _WAVE + 4
    image = base64.b64encode(png(255 - shown.spectrum.T[::-1])).decode("ascii")
    rows.append(
        f'<image x="{_LEFT}" y="{y}" width="{COLUMNS}" height="{_SPECTRUM}" preserveAspectRatio="none" '
        f'href="data:image/png;base64,{image}"><title>0 to {RATE // 2} Hz</title></image>'
    )
    y += _SPECTRUM
    for title, bars in bar_rows(words, placed, events, places):
        y += _GAP
        number, drawn = _drawn(bars, seconds, y)
        rows += [_text(_LEFT, y - 6, titled(title, bars, len(drawn)), 12), *drawn]
        y += number * _ROW
    size = f'width="{COLUMNS + 2 * _LEFT}" height="{y + 12}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n' + "\n".join(rows) + "\n</svg>\n"
    )


def _x(second: float, seconds: float) -> float:
    return round(_LEFT + COLUMNS * second / seconds, 1)


def _text(x: float, y: float, words: str, size: int, colour: str = "#222") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}">{escape(words)}</text>'


def _axis(seconds: float, y: int) -> Iterator[str]:
    step = next((step for step in _STEPS if seconds / step <= 16), _STEPS[-1])
    for n in range(int(seconds // step) + 1):
        x = _x(n * step, seconds)
        yield f'<path d="M{x} {y}v8" stroke="#888"/>'
        yield _text(x + 2, y + 9, clock(n * step).removesuffix(".0"), 10, "#666")


def _waveform(shown: Picture, y: int) -> str:
    middle, half = y + _WAVE / 2, _WAVE / 2
    strokes = outline(shown, _LEFT, middle, half)
    return f'<path d="{strokes}" stroke="#37474f" fill="none"/>'


def outline(shown: Picture, left: float, middle: float, half: float) -> str:
    """The waveform as a path: a stroke for each column, the loudest as high as `half`."""
    loudest = max(float(np.abs(shown.lows).max()), float(np.abs(shown.highs).max()), 1e-6)
    return "".join(
        f"M{left + n:g} {middle - half * high / loudest:.1f}V{middle - half * low / loudest + 0.5:.1f}"
        for n, (low, high) in enumerate(zip(shown.lows.tolist(), shown.highs.tolist(), strict=True))
    )


def _drawn(bars: Sequence[Bar], seconds: float, y: int) -> tuple[int, list[str]]:
    """The bars as shapes, and in how many lanes."""
    drawn, number = [], 0
    for lane, x, width, bar in lanes(bars, lambda second: _x(second, seconds)):
        number = max(number, lane + 1)
        top = y + lane * _ROW
        label = one_line(bar.label, max(1, int(width / _LETTER))) if width > 4 * _LETTER else ""
        when = f"{clock(bar.start)}-{clock(bar.stop)}"
        colour = _COLOURS[bar.look]
        drawn.append(
            f"<g><title>{when}  {escape(one_line(bar.full))}</title>"
            f'<rect x="{x}" y="{top}" width="{width}" height="{_ROW - 2}" '
            f'fill="{colour}" fill-opacity="0.25" stroke="{colour}"/>'
            f"{_text(x + 2, top + 10, label, 9) if label else ''}</g>"
        )
    return number, drawn
