"""What speech sounds like, frame by frame: mel-frequency cepstra (Davis and Mermelstein 1980)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from hearsay.tape.sound import Samples

Features = npt.NDArray[np.float32]

RATE = 16_000
# Seconds from frame to frame, and in a frame.
HOP = 0.02
_WIDTH = 0.04
_BANDS = 26
_CEPSTRA = 13
_LOWEST, _HIGHEST = 80.0, 7600.0
_BINS = 1024
# Below this part of the mean power of a band all is one.
FLOOR = 0.01
# Cepstra that deviate less than this are rounding: of the faintest speech they deviate by a tenth and more.
_STILL = 1e-3


def features(blocks: Iterable[Samples]) -> Features:
    """One row of cepstra for every `HOP` of sound at `RATE`, of mean 0 and deviation 1; silence is all 0."""
    rows = list(_rows(blocks))
    if not rows:
        return np.zeros((0, _CEPSTRA), np.float32)
    bands = np.concatenate(rows)
    # What lies far below the mean is noise in one sound and nothing in the other.
    floor = bands.mean(axis=0) * FLOOR + 1e-12
    found: Features = (np.log(bands + floor) @ _cosines()).astype(np.float32)
    found -= found.mean(axis=0)
    found /= np.maximum(found.std(axis=0), _STILL)
    return found


def coarser(fine: Features, factor: int) -> Features:
    """The mean of each `factor` rows."""
    whole = len(fine) // factor * factor
    means: Features = fine[:whole].reshape(-1, factor, fine.shape[1]).mean(axis=1)
    return means if len(means) else fine[:1]


def _rows(blocks: Iterable[Samples]) -> Iterator[Features]:
    hop, width = round(HOP * RATE), round(_WIDTH * RATE)
    left = np.zeros(0, np.float32)
    window = np.hamming(width).astype(np.float32)
    for block in blocks:
        sound = np.concatenate((left, block))
        number = (len(sound) - width) // hop + 1
        if number < 1:
            left = sound
            continue
        frames = np.lib.stride_tricks.sliding_window_view(sound, width)[::hop][:number]
        left = sound[number * hop :]
        power = np.square(np.abs(np.fft.rfft(frames * window, _BINS))).astype(np.float32)
        yield power @ _mel()


@cache
def _mel() -> Features:
    """Triangles over the bins of a spectrum, evenly spaced on the mel scale."""

    def mel(hertz: float) -> float:
        return 2595 * float(np.log10(1 + hertz / 700))

    points = 700 * (10 ** (np.linspace(mel(_LOWEST), mel(_HIGHEST), _BANDS + 2) / 2595) - 1)
    bins = np.arange(_BINS // 2 + 1) * RATE / _BINS
    rising = (bins[:, None] - points[:-2]) / (points[1:-1] - points[:-2])
    falling = (points[2:] - bins[:, None]) / (points[2:] - points[1:-1])
    return np.maximum(0, np.minimum(rising, falling)).astype(np.float32)


@cache
def _cosines() -> Features:
    bands = np.arange(_BANDS) + 0.5
    return np.cos(np.pi / _BANDS * np.outer(bands, np.arange(_CEPSTRA))).astype(np.float32)
