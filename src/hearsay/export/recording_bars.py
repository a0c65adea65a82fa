"""What stands on the time axis of a recording: what is said and printed, what is left out, what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import groupby
from typing import Literal, TypeAlias

from hearsay.case.recordings.quotations import Placed
from hearsay.export.listening import said_of
from hearsay.export.quotations import difference_text
from hearsay.tape.custody import Event
from hearsay.tape.listening import Place
from hearsay.tape.transcripts import Word

# Lanes of one row, at most: 10,000 labels on one second are a wall.
MOST_LANES = 40

# How a bar is drawn: printed words that are verbatim, only masked or cut, or differ otherwise.
Look: TypeAlias = Literal["said", "verbatim", "masked", "cut", "other", "left out", "listen", "custody"]
_MILD: dict[str, Look] = {"verbatim": "verbatim", "masked": "masked", "cut": "cut"}


@dataclass(frozen=True, slots=True)
class Bar:
    """Something from one second to another: its label, how it is drawn, what it is in full.

    `of` is the id of the statement or attribution that a printed bar is of, else empty.
    """

    start: float
    stop: float
    label: str
    look: Look
    full: str
    of: str = ""


def rows(
    words: Sequence[Word],
    placed: Sequence[Placed],
    events: Sequence[Event],
    places: Sequence[Place] = (),
) -> list[tuple[str, list[Bar]]]:
    """All rows that have something in them, with their titles; of what has no known time there is nothing."""
    made = (
        ("Said", list(_lines(words))),
        ("Printed", list(_printed(placed))),
        ("Left out in print", list(_cuts(placed))),
        ("Worth a listen", [_worth(place) for place in places]),
        ("Custody", list(_custody(events))),
    )
    return [(title, bars) for title, bars in made if bars]


def lanes(bars: Iterable[Bar], x: Callable[[float], float]) -> Iterator[tuple[int, float, float, Bar]]:
    """The bars in as many lanes as are needed for none to cover another: lane, left, width, bar.

    What would need more than `MOST_LANES` is left out: `titled` says how many those are.
    """
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    for bar in sorted(bars, key=lambda bar: (bar.start, bar.stop, bar.label)):
        left = x(bar.start)
        width = max(2.0, round(x(bar.stop) - left, 1))
        while taken and taken[0][0] <= left:
            heappush(free, heappop(taken)[1])
        lane = heappop(free) if free else len(taken)
        heappush(taken, (left + width + 1, lane))
        if lane < MOST_LANES:
            yield lane, left, width, bar


def titled(title: str, bars: Sequence[Bar], drawn: int) -> str:
    """The title of a row of which so many bars are drawn."""
    missing = len(bars) - drawn
    return f"{title} ({missing:,} more at the same time are not drawn)" if missing else title


def _lines(words: Sequence[Word]) -> Iterator[Bar]:
    for _, line in groupby(words, key=lambda word: word.line):
        said = [word for word in line if word.start is not None]
        if said:
            start = min(word.start for word in said if word.start is not None)
            stop = max((word.stop for word in said if word.stop is not None), default=start)
            text = " ".join(word.text for word in said)
            full = f"{said[0].voice}: {text}" if said[0].voice else text
            yield Bar(start, stop, text, "said", full)


def _printed(placed: Sequence[Placed]) -> Iterator[Bar]:
    """One bar for all printings that differ alike."""
    groups: dict[tuple[tuple[str, ...], str], list[Placed]] = {}
    for one in placed:
        groups.setdefault((one.laid.how, difference_text(one.laid.differences)), []).append(one)
    for (how, text), same in groups.items():
        start, stop = same[0].laid.start, same[0].laid.stop
        if start is not None and stop is not None:
            outlets = ", ".join(dict.fromkeys(one.quoted.outlet or one.quoted.name for one in same))
            look = _MILD[how[-1]] if set(how) <= set(_MILD) else "other"
            label = f"{', '.join(how)}: {text}"
            of = same[0].quoted.statement or same[0].quoted.attribution
            yield Bar(start, stop, label, look, f"{label} ({outlets})", of)


def _cuts(placed: Sequence[Placed]) -> Iterator[Bar]:
    seen = set()
    for one in placed:
        for piece in one.laid.differences:
            if piece.kind == "left_out" and piece.start is not None and piece.stop is not None:
                bar = Bar(piece.start, piece.stop, piece.said, "left out", f"left out: {piece.said}")
                if bar not in seen:
                    seen.add(bar)
                    yield bar


def _worth(place: Place) -> Bar:
    return Bar(place.start, place.stop, place.kind, "listen", said_of(place))


def _custody(events: Sequence[Event]) -> Iterator[Bar]:
    for event in events:
        start, stop = event.detail.get("start"), event.detail.get("stop")
        if isinstance(start, int | float) and isinstance(stop, int | float):
            label = f"{event.what} by {event.by}, {event.at:%Y-%m-%d %H:%M} UTC"
            yield Bar(float(start), float(stop), label, "custody", label)
