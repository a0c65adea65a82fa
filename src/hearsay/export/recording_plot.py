"""A recording as one picture over time: waveform, spectrum, what is said and printed, what happened to it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

import numpy as np

from hearsay.case.recordings import Recording
from hearsay.case.recordings.quotations import Placed
from hearsay.export.quotations import clock, difference_text
from hearsay.export.visible import one_line
from hearsay.tape.custody import Event
from hearsay.tape.picture import Picture, png
from hearsay.tape.transcripts import Word

# Columns and bands of the picture, and the sampling rate at which it is made.
COLUMNS, BANDS, RATE = 1600, 64, 8000

_LEFT, _WAVE, _SPECTRUM, _ROW, _GAP = 10, 120, 128, 15, 26
_LETTER = 5.4  # pixels of a letter of the smaller writing
_STEPS = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_COLOURS = {"verbatim": "#2e7d32", "masked": "#8d6e00", "cut": "#c77700"}
_OTHER = "#b71c1c"


@dataclass(frozen=True, slots=True)
class _Bar:
    """Something from one second to another, with its label, colour, and what it is in full."""

    start: float
    stop: float
    label: str
    colour: str
    full: str


def plot(
    kept: Recording,
    shown: Picture,
    words: Sequence[Word],
    placed: Sequence[Placed],
    events: Sequence[Event],
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
    for title, bars in (
        ("Said", list(_lines(words))),
        ("Printed", list(_printed(placed))),
        ("Left out in print", list(_cuts(placed))),
        ("Custody", list(_custody(events))),
    ):
        if bars:
            y += _GAP
            rows.append(_text(_LEFT, y - 6, title, 12))
            lanes, drawn = _drawn(bars, seconds, y)
            rows += drawn
            y += lanes * _ROW
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
    loudest = max(float(np.abs(shown.lows).max()), float(np.abs(shown.highs).max()), 1e-6)
    strokes = "".join(
        f"M{_LEFT + n} {middle - half * high / loudest:.1f}V{middle - half * low / loudest + 0.5:.1f}"
        for n, (low, high) in enumerate(zip(shown.lows.tolist(), shown.highs.tolist(), strict=True))
    )
    return f'<path d="{strokes}" stroke="#37474f" fill="none"/>'


def _lines(words: Sequence[Word]) -> Iterator[_Bar]:
    for _, line in groupby(words, key=lambda word: word.line):
        said = [word for word in line if word.start is not None]
        if said:
            start = min(word.start for word in said if word.start is not None)
            stop = max((word.stop for word in said if word.stop is not None), default=start)
            text = " ".join(word.text for word in said)
            full = f"{said[0].voice}: {text}" if said[0].voice else text
            yield _Bar(start, stop, text, "#90a4ae", full)


def _printed(placed: Sequence[Placed]) -> Iterator[_Bar]:
    """One bar for all printings that differ alike."""
    groups: dict[tuple[tuple[str, ...], str], list[Placed]] = {}
    for one in placed:
        groups.setdefault((one.laid.how, difference_text(one.laid.differences)), []).append(one)
    for (how, text), same in groups.items():
        start, stop = same[0].laid.start, same[0].laid.stop
        if start is not None and stop is not None:
            outlets = ", ".join(dict.fromkeys(one.quoted.outlet or one.quoted.name for one in same))
            colour = next((_COLOURS[one] for one in reversed(how) if one in _COLOURS), _OTHER)
            colour = colour if set(how) <= set(_COLOURS) else _OTHER
            yield _Bar(
                start, stop, f"{', '.join(how)}: {text}", colour, f"{', '.join(how)}: {text} ({outlets})"
            )


def _cuts(placed: Sequence[Placed]) -> Iterator[_Bar]:
    seen = set()
    for one in placed:
        for piece in one.laid.differences:
            if piece.kind == "left_out" and piece.start is not None and piece.stop is not None:
                bar = _Bar(piece.start, piece.stop, piece.said, "#c77700", f"left out: {piece.said}")
                if bar not in seen:
                    seen.add(bar)
                    yield bar


def _custody(events: Sequence[Event]) -> Iterator[_Bar]:
    for event in events:
        start, stop = event.detail.get("start"), event.detail.get("stop")
        if isinstance(start, int | float) and isinstance(stop, int | float):
            label = f"{event.what} by {event.by}, {event.at:%Y-%m-%d %H:%M} UTC"
            yield _Bar(float(start), float(stop), label, "#5e35b1", label)


def _drawn(bars: Sequence[_Bar], seconds: float, y: int) -> tuple[int, list[str]]:
    """Bars in as many lanes as are needed for none to cover another, and their number."""
    ends: list[float] = []
    drawn = []
    for bar in sorted(bars, key=lambda bar: (bar.start, bar.stop, bar.label)):
        x = _x(bar.start, seconds)
        width = max(2.0, round(_x(bar.stop, seconds) - x, 1))
        lane = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = x + width + 1
        top = y + lane * _ROW
        label = one_line(bar.label, max(1, int(width / _LETTER))) if width > 4 * _LETTER else ""
        when = f"{clock(bar.start)}-{clock(bar.stop)}"
        drawn.append(
            f"<g><title>{when}  {escape(one_line(bar.full))}</title>"
            f'<rect x="{x}" y="{top}" width="{width}" height="{_ROW - 2}" '
            f'fill="{bar.colour}" fill-opacity="0.25" stroke="{bar.colour}"/>'
            f"{_text(x + 2, top + 10, label, 9) if label else ''}</g>"
        )
    return len(ends), drawn
