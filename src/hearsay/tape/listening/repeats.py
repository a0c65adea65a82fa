"""Stretches that are on a recording twice: the same noise never comes twice by itself.

Fingerprints of 32 bits, as of Haitsma and Kalker (ISMIR 2002): the sign of how the difference of two
neighbouring bands changes from frame to frame. Equal ones give candidates, and most bits must agree over the
length of a word.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from hearsay.tape.listening.place import Place
from hearsay.tape.sound import Samples

RATE = 8000
# Frames of so many samples, one every `HOP`.
WIDTH, HOP = 2048, 80
_BANDS = 33
_LOWEST, _HIGHEST = 300.0, 3400.0
# A fingerprint that occurs more often than this is of no use.
COMMON = 12
# A repeat must be so long, in frames, and so many of its bits may differ.
LEAST = 70
DIFFERENT = 0.25
# One that is shorter than this, in frames, must agree better: a synthetic voice says the same words alike,
# and only the noise behind it differs. Tuned on the example's tape, made with four other seeds and voices.
SHORT = 130
DIFFERENT_IF_SHORT = 0.14
# Pairs of equal fingerprints that are looked at, those of the commonest distances first.
MOST = 100_000
# Two stretches must lie so far apart, in frames.
APART = 100

Prints = npt.NDArray[np.uint32]


class Repeats:
    """Takes a recording at `RATE` block by block; `places` gives the stretches that are on it twice."""

    def __init__(self) -> None:
        self._left = np.zeros(0, np.float32)
        self._prints: list[Prints] = []
        self._loud: list[npt.NDArray[np.bool_]] = []
        self._before: npt.NDArray[np.float64] | None = None
        edges = np.geomspace(_LOWEST, _HIGHEST, _BANDS + 1)
        self._places = np.searchsorted(np.fft.rfftfreq(WIDTH, 1 / RATE), edges)
        self._window = np.hanning(WIDTH).astype(np.float32)

    def take(self, block: Samples) -> None:
        """The next samples."""
        sound = np.concatenate((self._left, block))
        number = (len(sound) - WIDTH) // HOP + 1
        if number < 1:
            self._left = sound
            return
        frames = np.lib.stride_tricks.sliding_window_view(sound, WIDTH)[::HOP][:number]
        self._left = sound[number * HOP :]
        for n in range(0, number, 500):
            self._fingerprint(frames[n : n + 500])

    def _fingerprint(self, frames: Samples) -> None:
        power = np.square(np.abs(np.fft.rfft(frames * self._window)))
        energy = np.add.reduceat(power, self._places, axis=1)[:, :-1].astype(np.float64)
        slope = energy[:, :-1] - energy[:, 1:]
        before = slope[:1] if self._before is None else self._before
        rising = np.diff(np.concatenate((before, slope)), axis=0) > 0
        self._before = slope[-1:]
        weights = np.left_shift(np.uint32(1), np.arange(_BANDS - 1, dtype=np.uint32))
        self._prints.append((rising * weights).sum(axis=1, dtype=np.uint32))
        self._loud.append(energy.sum(axis=1) > 1e-9 * WIDTH**2)

    def places(self) -> Iterator[Place]:
        """The later stretch of each pair, and how many seconds before it the same is heard."""
        if not self._prints:
            return
        prints, loud = np.concatenate(self._prints), np.concatenate(self._loud)
        taken: list[tuple[int, int, int]] = []
        for lag, at in _candidates(prints, loud):
            if any(start <= at < stop for start, stop, _ in taken):
                continue
            start, stop = _extent(prints, lag, at)
            overlaps = any(start < end and begin < stop for begin, end, _ in taken)
            if overlaps or not loud[start:stop].all():
                continue
            if stop - start >= SHORT or (
                stop - start >= LEAST and _apart(prints, lag, start, stop).mean() <= DIFFERENT_IF_SHORT
            ):
                taken.append((start, stop, lag))
        for start, stop, lag in sorted(taken):
            yield Place("repeat", _second(start), _second(stop), round(lag * HOP / RATE, 2))


def _candidates(prints: Prints, loud: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Pairs of frames (lag, the later one) that have the same print; lags that many pairs have come first."""
    order = np.argsort(prints, kind="stable")
    order = order[loud[order]]
    if not len(order):
        return []
    ordered = prints[order]
    firsts, seconds = [], []
    for step in range(1, COMMON):
        same = np.flatnonzero(ordered[step:] == ordered[:-step])
        firsts.append(order[same])
        seconds.append(order[same + step])
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    sizes = np.diff(np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True]))))
    often = np.repeat(sizes, sizes)
    common = np.zeros(len(prints), bool)
    common[order[often > COMMON]] = True
    keep = (second - first >= APART) & ~common[first]
    first, second = first[keep], second[keep]
    lags = second - first
    _, where, counts = np.unique(lags, return_inverse=True, return_counts=True)
    ranked = np.lexsort((second, lags, -counts[where]))[:MOST]
    return list(zip(lags[ranked].tolist(), second[ranked].tolist(), strict=True))


def _extent(prints: Prints, lag: int, at: int) -> tuple[int, int]:
    """How far around a frame the prints agree with those `lag` before."""
    half = 20 * LEAST
    begin, end = max(lag, at - half), min(len(prints), at + half)
    apart = _apart(prints, lag, begin, end)
    sums = np.concatenate(([0.0], np.cumsum(apart)))
    short = LEAST // 3
    means = (sums[short:] - sums[:-short]) / short
    here = min(max(0, at - begin - short // 2), len(means) - 1)
    if len(means) == 0 or means[here] > DIFFERENT:
        return at, at
    good = means <= DIFFERENT
    left = here - int(np.argmin(np.concatenate((good[: here + 1][::-1], [False])))) + 1
    right = here + int(np.argmin(np.concatenate((good[here:], [False])))) - 1
    return begin + left, begin + right + short


def _apart(prints: Prints, lag: int, start: int, stop: int) -> npt.NDArray[np.float64]:
    """Which part of their bits differs between these frames and those `lag` before, frame by frame."""
    different = prints[start:stop] ^ prints[start - lag : stop - lag]
    bits = np.unpackbits(different.view(np.uint8).reshape(-1, 4), axis=1)
    return np.asarray(bits.mean(axis=1), np.float64)


def _second(frame: int) -> float:
    return frame * HOP / RATE + WIDTH / RATE / 2
