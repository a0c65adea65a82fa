"""Where on a recording each line of a text without times is.

The text is spoken by espeak-ng, and that speech warped onto the recording, as aeneas does it. Warping
always finds some place: it locates a text that is known to be there, and never verifies that it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hearsay.errors import SourceError
from hearsay.tape.aligning.features import HOP, RATE, features
from hearsay.tape.aligning.speech import PAUSE, speak
from hearsay.tape.aligning.warp import warp
from hearsay.tape.sound import Samples, Sound
from hearsay.tape.transcripts import Word

# Words of a line that is timed as one, at most; a sentence that is longer is parted at commas, if it has any.
LONGEST_LINE = 16

# A line is doubtful if it is spoken so many times faster or slower than the rest, or sounds as unlike its
# text as few others do: deviations above the mean.
_STRETCH = 2.5
_UNLIKE = 2.0
# All are if the speech lies so near to what is heard, in parts of how near it lies when it runs backwards. Of
# readings with their own text it was .89 to .94, with another text .96 and more (docs/methods/tape.md).
_BACKWARDS = 0.95

_ENDS = re.compile(r"[.!?…]['\"”’)\]]*$")
_BREAKS = re.compile(r"[,;:–—]['\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Aligned:
    """One line of a text: its words by position, from when to when it is said; whether that is doubtful."""

    first: int
    last: int
    start: float
    stop: float
    doubtful: bool


def align(words: Sequence[Word], sound: Sound, language: str) -> tuple[Aligned, ...]:
    """Where each line of `words` (see `lines`) is on the recording, in order.

    `sound` must be at `features.RATE`. Raises `HearsayError` where espeak-ng is missing or cannot speak it,
    and where there is nothing to hear.
    """
    parts = list(lines(words))
    begins: list[float] = []
    spoken = speak([" ".join(word.text for word in words[a:b]) for a, b in parts], language)
    said = features(_begun(spoken, begins))
    heard = features(sound.blocks())
    if not len(heard) or heard.std() < 0.5:  # of any sound that changes it is 1
        raise SourceError(
            "it is silent" if len(heard) else "it is too short to hear anything",
            where=sound.path.name,
            remedy="A text can only be aligned to a recording on which somebody speaks.",
        )
    found, apart = warp(said, heard)
    strange = apart.mean() > _BACKWARDS * warp(said[::-1], heard)[1].mean()
    times = [float(found[min(round(begin / HOP), len(found) - 1)]) * HOP for begin in begins]
    costs = [
        float(apart[min(round(begin / HOP), len(apart) - 1) : round(end / HOP) + 1].mean())
        for begin, end in pairwise(begins)
    ]
    lengths = np.array(
        [(b - a) / (d - c) for (a, b), (c, d) in zip(pairwise(times), pairwise(begins), strict=True)]
    )
    usual = float(np.median(lengths)) or 1.0
    limit = float(np.mean(costs) + _UNLIKE * np.std(costs))
    found_lines = zip(parts, pairwise(times), lengths, costs, strict=True)
    return tuple(
        Aligned(
            first,
            last - 1,
            round(start, 2),
            round(max(start, stop), 2),
            bool(strange)
            or not usual / _STRETCH < length < usual * _STRETCH
            or (len(costs) > 3 and cost > limit),
        )
        for (first, last), (start, stop), length, cost in found_lines
    )


def _begun(pieces: Iterable[Samples], begins: list[float]) -> Iterator[Samples]:
    """The pieces, one by one, so that hours of speech need no memory.

    `begins` is filled with when each line begins, after its pause, and with the end as the last.
    """
    at = 0
    for piece in pieces:
        begins.append(at / RATE + PAUSE)
        at += len(piece)
        yield piece


def lines(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The words in lines that are timed as one: sentences within a line of the file, long ones at commas."""
    start = 0
    for n, word in enumerate(words):
        last = n + 1 == len(words) or words[n + 1].line != word.line
        number = n + 1 - start
        if (
            last
            or _ENDS.search(word.text)
            or number >= LONGEST_LINE
            or (number >= 6 and _BREAKS.search(word.text))
        ):
            yield start, n + 1
            start = n + 1


__all__ = ["RATE", "Aligned", "align", "lines"]
