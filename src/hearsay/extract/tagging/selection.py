"""Which of the cues that were read are attributions, so that no word has two parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tagging.parts import CONTENT, CUE, SOURCE

# Of a content, the share that may be another's before it is taken for the same report.
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """One cue as the reader saw it: the part of each word from `offset` on; the log odds that it is a cue."""

    span: tuple[int, int]
    offset: int
    parts: npt.NDArray[np.int8]
    sure: float

    def places(self, part: int) -> list[int]:
        """The tokens of this part, rising."""
        return [int(place) + self.offset for place in np.flatnonzero(self.parts == part)]


def select(
    readings: Iterable[Reading], count: int, least: float, unsourced: float, quoted: Sequence[bytes]
) -> list[Link]:
    """The readings of at least `least` log odds as links, in order; where two meet, the surer is right.

    One without a source, of whose words none is `quoted`, needs `unsourced`; `quoted` has b"" for the tokens
    outside quotations.
    """
    owner = np.zeros(count, dtype=bool)
    cued = np.zeros(count, dtype=bool)
    links: list[Link] = []
    for reading in sorted(readings, key=lambda each: (-each.sure, each.span)):
        if reading.sure < least:
            break
        cue = reading.places(CUE) or list(range(*reading.span))
        if cued[cue].any() or owner[cue].any():
            continue
        told = reading.places(CONTENT)
        source = reading.places(SOURCE)
        if reading.sure < unsourced and not source and not any(quoted[token] for token in told):
            continue
        content = [token for token in told if not owner[token] and not cued[token]]
        if not content or len(content) < SHARED * len(told):
            continue
        owner[content] = True
        cued[cue] = True
        links.append(_link(content, cue, source))
    return sorted(links, key=lambda link: link.contents[0].start)


def _link(content: Sequence[int], cue: Sequence[int], source: Sequence[int]) -> Link:
    start = cue[0]
    pieces = tuple(Piece("A" if first >= start else "Z", first, last) for first, last in _runs(content))
    sources = sorted(_runs(source), key=lambda run: (run[0] - run[1], run))
    return Link(
        pieces,
        Piece("Q", start, _runs(cue)[0][1]),
        Piece("S", *sources[0]) if sources else None,
    )


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as half-open ranges."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs
