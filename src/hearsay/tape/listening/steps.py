"""Steps of the noise floor and of the cut-off: what two recordings have in common ends at the splice.

Between words a recording falls to the noise of its room, device and encoding. Above 4.5 kHz a voice leaves
that bare several times a second, so that a step shows within a second on either side.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hearsay.tape.listening.place import Kind, Place, peaks
from hearsay.tape.listening.spectrum import HOP, Bands, floors

# Seconds that are looked at on either side of a place, and that are left out about it.
WINDOW, GAP = 1.0, 0.06
# The floor is what a tenth of the frames stay below. It is one only where two fifths lie within `STEADY` dB
# of it: else a voice is heard all the time, and nothing is known. Tuned, like the least steps in dB, on the
# first seed of benchmarks/listening.py, and STEADY on meetings and readings without edits too.
LOW, MIDDLE, STEADY = 0.1, 0.4, 3.0
FLOOR_STEP = 5.0
# The upper half of the bands steps so far, and so much further than those of a voice: a cut-off.
CUTOFF_STEP, BEYOND = 12.0, 10.0
# What is looked at in hertz, and the bands of a voice with which it is compared.
LOWEST, HIGHEST = 4500.0, 16_000.0
VOICE = 900.0


def can_look(bands: Bands) -> bool:
    """Whether the recording reaches high enough."""
    return len(_high(bands)) >= 2


def steps(bands: Bands) -> Iterator[Place]:
    """Places where the floor or the cut-off steps, in order; `value` is the step in dB."""
    size, gap = round(WINDOW / HOP), round(GAP / HOP)
    at = np.arange(size + gap, len(bands.levels) - size - gap)
    high = _high(bands)
    if len(at) < 1 or len(high) < 2:
        return
    voice = [n for n, edge in enumerate(bands.edges[:-1]) if VOICE <= edge < LOWEST]
    before, after = at - gap - size, at + gap
    low = floors(bands.levels[:, high], size, LOW)
    above = floors(bands.levels[:, high], size, MIDDLE) - low
    spread = np.maximum(above[after], above[before])
    step = low[after] - low[before]
    upper = slice(len(high) // 2, None)
    floor = np.abs(np.median(step, axis=1)) * (np.median(spread, axis=1) <= STEADY)
    cutoff = np.abs(np.median(step[:, upper], axis=1)) * (np.median(spread[:, upper], axis=1) <= STEADY)
    low = floors(bands.levels[:, voice], size, LOW)
    beyond = cutoff - np.abs(np.median(low[after] - low[before], axis=1))
    is_cutoff = (cutoff >= CUTOFF_STEP) & (beyond >= BEYOND)
    statistic = np.maximum(floor / FLOOR_STEP, np.where(is_cutoff, cutoff / CUTOFF_STEP, 0.0))
    for n in peaks(statistic, 1.0, round((WINDOW + 0.2) / HOP)):
        second = float(at[n]) * HOP
        kind: Kind = "cutoff" if is_cutoff[n] else "floor"
        value = cutoff[n] if is_cutoff[n] else floor[n]
        yield Place(kind, second - 0.1, second + 0.1, round(float(value), 1))


def _high(bands: Bands) -> list[int]:
    pairs = zip(bands.edges, bands.edges[1:], strict=False)
    return [n for n, (low, top) in enumerate(pairs) if low >= LOWEST and top <= HIGHEST]
