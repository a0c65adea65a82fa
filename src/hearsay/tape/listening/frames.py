"""Where the frames of an earlier MP3 encoding go on with another offset: a cut seldom takes out whole frames.

After Yang, Qu and Huang (2008). First the offsets that occur at all are sought in short probes; then every
granule is weighed under each of them, and the likeliest run of offsets is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from hearsay.tape.listening.hybrid import GRANULE, HOP, MIDDLE, SPAN, Values, banded, smallness
from hearsay.tape.listening.place import Place
from hearsay.tape.sound import Samples

# By how much granules are smaller than others about them, by offset and granule.
Weights: TypeAlias = npt.NDArray[np.float32]

# One probe every so many seconds, of so many granules; so many probes in a row are looked at together.
EVERY, PROBE, TOGETHER = 10.0, 12, (1, 6, 36)
# Where so many probes, ten minutes, show no offset, there is none to give way to another: no more are taken.
ENOUGH = 60
# An offset stands out so many deviations from those beside it; without an encoding, 5.2 was the most of 300
# probes. Of a probe's offsets only those count that stand out a sixth as far as the first: others are echoes.
CLEAR, ECHO = 7.0, 6.0
# At most so many offsets are followed; more than that a recording is not cut from.
MOST = 16
# A granule speaks for an offset, or against it, by so many deviations at most, and counts by no more than
# `STEP` of them. To be there, or not to be there any longer, costs `CHANGE` nats.
AT_MOST, STEP, CHANGE = 4.0, 1.5, 16.0
# A run of an offset stands out so far in all, and from the other side of a change so many times.
LEAST, APART = 9.0, 4.0
# Seconds that are looked at on either side of a change, and by which it may be placed wrongly.
SIDE, ABOUT = 20.0, 0.2
# Rows of bands in a granule; and how many rows further on those lie against which one is weighed, away from
# its own echoes.
_ROWS = GRANULE // HOP
_ASIDE = (4, 7, 11, 14)


class Offsets:
    """Takes a recording block by block; `found` gives the offsets of frames that occur in it."""

    def __init__(self, rate: int) -> None:
        self._size = GRANULE * (PROBE + 1) + SPAN
        self._step = max(round(EVERY * rate), self._size)
        self._left = np.zeros(0, np.float32)
        self._taken = self._next = 0
        self._given_up = False
        self._probes: list[npt.NDArray[np.float64]] = []

    def take(self, block: Samples) -> None:
        """The next samples."""
        sound = np.concatenate((self._left, block))
        at = self._next - self._taken + len(self._left)
        self._taken += len(block)
        while at + self._size <= len(sound) and not self._given_up:
            probe = _standing_out(sound[at : at + self._size])
            self._probes.append(np.roll(probe, self._next % GRANULE))
            self._next += self._step
            at += self._step
            self._given_up = len(self._probes) == ENOUGH and not self.found()
        self._left = sound[at:] if not self._given_up else sound[:0]

    def found(self) -> tuple[int, ...]:
        """Offsets in samples, below 576; those that stand out furthest where there are many."""
        furthest = np.zeros(GRANULE)
        for n in range(len(self._probes)):
            for number in TOGETHER:
                together = self._probes[n : n + number]
                stands = np.sum(together, axis=0) / np.sqrt(len(together))
                stands[stands < max(CLEAR, stands.max() / ECHO)] = 0
                furthest = np.maximum(furthest, stands)
        best = np.argsort(-furthest, kind="stable")[:MOST]
        return tuple(sorted(int(at) for at in best if furthest[at] > 0))


def _standing_out(sound: Samples) -> npt.NDArray[np.float64]:
    """For each offset by how many deviations its values are smaller than those of the offsets about it."""
    small = np.zeros(GRANULE)
    rows = np.arange(PROBE * _ROWS)
    for phase in range(HOP):
        small[phase::HOP] = smallness(banded(sound[phase:]), rows).reshape(PROBE, _ROWS).mean(axis=0)
    around = np.concatenate((small[-8:], small, small[:8]))
    below = np.median(np.lib.stride_tricks.sliding_window_view(around, 17), axis=1) - small
    return np.asarray(below / (1.4826 * np.median(np.abs(below)) + 1e-9))


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of granules under one offset (by its number)."""

    offset: int
    start: int
    stop: int


class Frames:
    """Takes a recording block by block; `places` tells where one of the `offsets` gives way to another."""

    def __init__(self, rate: int, offsets: Sequence[int]) -> None:
        self._rate = rate
        self._offsets = offsets
        self._left = [np.zeros(0, np.float32)] * len(offsets)
        self._skip = list(offsets)
        self._smaller: list[list[Values]] = [[] for _ in offsets]

    @property
    def can_change(self) -> bool:
        """Whether there is more than one offset; else nothing need be taken."""
        return len(self._offsets) > 1

    def take(self, block: Samples) -> None:
        """The next samples."""
        for n, skip in enumerate(self._skip):
            sound = np.concatenate((self._left[n], block[skip:]))
            self._skip[n] = max(0, skip - len(block))
            number = (len(sound) - SPAN - HOP * _ASIDE[-1]) // GRANULE + 1
            if number > 0:
                bands = banded(sound)
                rows = np.arange(number)[:, None] * _ROWS + (0, *_ASIDE)
                small = smallness(bands, rows.ravel()).reshape(rows.shape)
                self._smaller[n].append(small[:, 1:].mean(axis=1) - small[:, 0])
                sound = sound[number * GRANULE :]
            self._left[n] = sound

    def places(self) -> tuple[Place, ...]:
        """Changes in order; `value` is by how many samples the frames are shifted against those before."""
        smaller = [np.concatenate(parts) for parts in self._smaller if parts]
        number = min((len(one) for one in smaller), default=0)
        if len(smaller) < 2 or not number:
            return ()
        weights = np.array([one[:number] for one in smaller])
        strange = weights[weights < 0]
        weights /= max(1.4826 * float(np.median(-strange)) if len(strange) else 0.0, 1e-3)
        np.clip(weights, -AT_MOST, AT_MOST, out=weights)
        side = round(SIDE * self._rate / GRANULE)
        found: list[Place] = []
        for before, after in _changes(weights, side, round(self._rate / GRANULE)):
            shift = (self._offsets[after.offset] - self._offsets[before.offset]) % GRANULE
            first, last = sorted((before.stop, after.start))
            start, stop = max(0.0, self._second(first) - ABOUT), self._second(last) + ABOUT
            if not found or found[-1].stop < start:
                found.append(Place("frames", start, stop, shift))
        return tuple(found)

    def _second(self, granule: int) -> float:
        return (granule * GRANULE + MIDDLE) / self._rate


def _changes(weights: Weights, side: int, second: int) -> Iterator[tuple[_Run, _Run]]:
    """Runs of two offsets of which one gives way to the other, in order; those of echoes come beside them."""
    runs = _runs(weights, side)
    for before in sorted(runs, key=lambda run: (run.stop, run.offset)):
        near = (run for run in runs if before.stop - second <= run.start <= before.stop + side)
        taken_over = (run for run in near if _gives_way(weights, side, before, run))
        after = min(taken_over, key=lambda run: (run.start, run.offset), default=None)
        if after:
            yield before, after


def _gives_way(weights: Weights, side: int, before: _Run, after: _Run) -> bool:
    """Whether neither offset is there on the other's side: two encodings in a row are there all along."""
    first = weights[:, max(before.start, before.stop - side) : before.stop].mean(axis=1)
    second = weights[:, after.start : min(after.stop, after.start + side)].mean(axis=1)
    one, other = before.offset, after.offset
    leaves = first[one] >= APART * max(first[other], second[one])
    return bool(leaves and second[other] >= APART * max(second[one], first[other]))


def _runs(weights: Weights, side: int) -> list[_Run]:
    """Where each offset is likeliest there (Viterbi), if it stands out as where it does so most."""
    offsets, number = weights.shape
    width = min(side, number)
    sums = np.cumsum(np.concatenate((np.zeros((offsets, 1), np.float32), weights), axis=1), axis=1)
    most = np.clip((sums[:, width:] - sums[:, :-width]).max(axis=1) / width, 0.0, STEP)
    gains = most[:, None] * (weights - most[:, None] / 2)
    lead = np.zeros(offsets)  # of being there over not being there
    was_there, was_not = np.zeros((2, offsets, number), bool)
    for at in range(number):
        # Whichever state lags by more than a change costs has come from the other.
        was_there[:, at], was_not[:, at] = lead >= -CHANGE, lead <= CHANGE
        lead = np.clip(lead, -CHANGE, CHANGE) + gains[:, at]
    found = []
    for one in range(offsets):
        there, stop = bool(lead[one] > 0), number
        for at in range(number - 1, -1, -1):
            stays = was_there[one, at] if there else was_not[one, at]
            if not stays or (at == 0 and there):
                if there:
                    found.append(_Run(one, at, stop))
                there, stop = not there, at
    return [run for run in found if _strength(weights[run.offset, run.start : run.stop]) >= LEAST]


def _strength(weights: Weights) -> float:
    return float(weights.sum() / np.sqrt(len(weights)))
