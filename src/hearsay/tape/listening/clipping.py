"""Clipping: samples that stop at one level, as where a stretch was made too loud afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hearsay.tape.listening.place import Place
from hearsay.tape.sound import Samples

# A stretch of so many seconds is clipped if this part of its samples lies within `NEAR` of its largest.
STRETCH = 0.25
NEAR = 0.97
PART = 0.004
# It must reach this part of the loudest sample: pure tones, such as hum in a pause, dwell at their peak too.
LOUD = 0.35
# Below -80 dB of full scale there is nothing to clip.
NOTHING = 1e-4


class Clipping:
    """Takes a recording block by block; `places` gives the clipped stretches."""

    def __init__(self, rate: int) -> None:
        self._size = max(1, round(STRETCH * rate))
        self._left = np.zeros(0, np.float32)
        self._parts: list[float] = []
        self._largest: list[float] = []

    def take(self, block: Samples) -> None:
        """The next samples."""
        sound = np.abs(np.concatenate((self._left, block)))
        number = len(sound) // self._size
        self._left = sound[number * self._size :]
        frames = sound[: number * self._size].reshape(number, self._size)
        largest = frames.max(axis=1, initial=0.0)
        near = np.mean(frames >= NEAR * largest[:, None], axis=1)
        self._parts += near.tolist()
        self._largest += largest.tolist()

    def places(self) -> Iterator[Place]:
        """Stretches in a row as one place, with the largest part of its samples at the limit, in percent."""
        least = max(LOUD * max(self._largest, default=0.0), NOTHING)
        loud = [part if peak >= least else 0.0 for part, peak in zip(self._parts, self._largest, strict=True)]
        start: int | None = None
        for n, part in enumerate([*loud, 0.0]):
            if part >= PART and start is None:
                start = n
            elif part < PART and start is not None:
                most = max(loud[start:n])
                yield Place("clipping", start * STRETCH, n * STRETCH, round(100 * most, 2))
                start = None
