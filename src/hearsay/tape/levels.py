"""How loud a recording is, and how long it really is: one pass over its samples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from hearsay.tape.sound import Samples

# Below this nothing is heard, whatever the volume: -80 dB of full scale.
SILENT = 1e-4


@dataclass(frozen=True, slots=True)
class Levels:
    """`seconds` that could be decoded; `peak` and `mean` in dB of full scale (-120 for nothing at all);
    `silent` seconds in which all channels are zero, in runs of at least a twentieth of a second."""

    seconds: float
    peak: float
    mean: float
    silent: float


def levels(blocks: Iterable[Samples], rate: int) -> Levels:
    """The levels of a recording in blocks, a row a sample and a column a channel."""
    number, peak, power, zeros = 0, 0.0, 0.0, 0
    least = rate // 20
    for block in blocks:
        number += len(block)
        peak = max(peak, float(np.abs(block).max(initial=0.0)))
        power += float(np.square(block, dtype=np.float64).sum()) / block.shape[1]
        zeros += _zero_runs(block, least)
    mean = (power / number) ** 0.5 if number else 0.0
    return Levels(number / rate, decibels(peak), decibels(mean), zeros / rate)


def decibels(amplitude: float) -> float:
    """An amplitude (1.0 is full scale) in dB, to a tenth."""
    return round(20 * float(np.log10(max(amplitude, 1e-6))), 1)


def _zero_runs(block: Samples, least: int) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (block == 0).all(axis=1).view(np.int8), [0]))))
    runs = edges[1::2] - edges[::2]
    return int(runs[runs >= least].sum())
