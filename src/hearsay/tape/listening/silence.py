"""Digital silence: a microphone always gives some noise, a program that mutes or pads gives none."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hearsay.tape.listening.place import Place
from hearsay.tape.sound import Samples

# A run of samples this low (half a step of 16 bits) and this long, in seconds, between sound.
NOTHING = 2.0**-16
LEAST_SECONDS = 0.02


class Silence:
    """Takes a recording block by block; `places` gives the runs of digital silence in it."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._at = 0
        self._since: int | None = 0
        self._runs: list[tuple[int, int]] = []

    def take(self, block: Samples) -> None:
        """The next samples."""
        quiet = np.abs(block) < NOTHING
        edges = np.flatnonzero(np.diff(np.concatenate(([self._since is not None], quiet)).view(np.int8)))
        for edge in edges.tolist():
            if self._since is None:
                self._since = self._at + edge
            else:
                self._end(self._at + edge)
        self._at += len(block)

    def _end(self, at: int) -> None:
        if self._since is not None and at - self._since >= LEAST_SECONDS * self._rate:
            self._runs.append((self._since, at))
        self._since = None

    def places(self) -> Iterator[Place]:
        """Runs in order; what lies before the first sound and after the last is none."""
        for start, stop in self._runs:
            if start > 0:
                length = (stop - start) / self._rate
                yield Place("silence", start / self._rate, stop / self._rate, round(length, 3))
