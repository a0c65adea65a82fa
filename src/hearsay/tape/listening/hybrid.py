"""The filter bank of MP3: what an encoder would see of a sound, if a frame began at a given sample.

Where one did begin there, in an encoding that the sound has been through, many of the values that were
rounded to nothing then are nothing again; one sample beside it they are not (Yang, Qu and Huang 2008).
ISO/IEC 11172-3, Annex C: 32 bands, each by a transform of 36 values under a sine, and the aliases between
neighbours taken out. Of the four kinds of block only the long one, which nearly all blocks of speech are.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from hearsay.lexicon import load_table
from hearsay.tape.sound import Samples

Values: TypeAlias = npt.NDArray[np.float32]

# Samples from one granule (half a frame, or a whole one below 32 kHz) to the next, and from one value of a
# band to the next.
GRANULE, HOP = 576, 32
# A granule is seen over so many samples, and lies about so many after the first of them.
SPAN = HOP * 35 + 512
MIDDLE = SPAN // 2
# What rounding to 16 bits leaves of a value that was nothing: below it a smaller one says no more.
ROUNDING = 0.01
_WIDTH, _BANDS, _LINES = 512, 32, 18
# ISO/IEC 11172-3, table 3-B.9.
_ALIASES = (-0.6, -0.535, -0.33, -0.185, -0.095, -0.041, -0.0142, -0.0037)


def banded(sound: Samples) -> Values:
    """The 32 bands of `sound` (full scale is 1), a row for every 32 samples."""
    if len(sound) < _WIDTH:
        return np.zeros((0, _BANDS), np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(sound, _WIDTH)[::HOP]
    return np.asarray(np.ascontiguousarray(frames) @ _filters())


def smallness(bands: Values, rows: npt.NDArray[np.int64]) -> Values:
    """How small the values of granules are that begin with some of the `rows` of `bands`, one figure each.

    The mean of their logarithms: the lower, the more of them are nothing.
    """
    seen = np.lib.stride_tricks.sliding_window_view(bands, 2 * _LINES, axis=0)[rows]
    values = np.empty((len(rows), _BANDS, _LINES), np.float32)
    for odd, transform in enumerate(_transforms()):
        values[:, odd::2] = np.ascontiguousarray(seen[:, odd::2]) @ transform
    below, above = values[:, :-1, :9:-1], values[:, 1:, :8]
    cosines, sines = _butterflies()
    lower, upper = below * cosines + above * sines, above * cosines - below * sines
    values[:, :-1, :9:-1], values[:, 1:, :8] = lower, upper
    np.square(values, out=values)
    values += np.float32(ROUNDING)
    return np.asarray(np.log(values, out=values).mean(axis=(1, 2)))


@cache
def _filters() -> Values:
    """The 32 filters, one a column. Samples count as those of 16 bits, from -32,768 to 32,767."""
    half = np.array([int(row["value"]) for row in load_table("mp3_window")], np.float64)
    places = np.arange(257, _WIDTH)
    mirrored = np.where(places % 64, -half[_WIDTH - places], half[_WIDTH - places])
    window = np.concatenate((half, mirrored)) / (65536 * 32) * 32768
    place, band = np.arange(_WIDTH)[:, None], np.arange(_BANDS)
    filters = window[:, None] * np.cos((2 * band + 1) * (place % 64 - 16) * np.pi / 64)
    return np.asarray(filters[::-1], np.float32)


@cache
def _transforms() -> tuple[Values, Values]:
    """Those of even bands and of odd ones, whose frequencies run backwards: every other sign is turned."""
    place, line = np.arange(2 * _LINES)[:, None], np.arange(_LINES)
    sine = np.sin(np.pi / 36 * (place + 0.5))
    even = sine * np.cos(np.pi / 72 * (2 * place + 19) * (2 * line + 1))
    odd = np.where(place % 2, -even, even)
    return even.astype(np.float32), odd.astype(np.float32)


@cache
def _butterflies() -> tuple[Values, Values]:
    part = np.array(_ALIASES)
    whole = np.sqrt(1 + part**2)
    return (1 / whole).astype(np.float32), (part / whole).astype(np.float32)
