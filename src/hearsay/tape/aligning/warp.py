"""Dynamic time warping: which moment of one sound is which moment of another (Sakoe and Chiba 1978).

Found twice: over means of ten frames in a wide band about the diagonal, then over all frames close to that.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from hearsay.tape.aligning.features import HOP, Features, coarser

Places = npt.NDArray[np.int64]

# Frames that are taken together at first; the band then, in frames of that size, is a tenth of the sound, but
# from one minute to three. Afterwards, how far in frames a moment may lie from where it was found at first.
TOGETHER = 10
_MINUTE = round(60 / HOP / TOGETHER)
CLOSE = 75
# Where the one sound is less than half as long as the other, speech may stand anywhere in it: the band is
# then as wide as their difference, but holds no more than so many pairs of frames, and `WIDEST` to a side.
PAIRS = 40_000_000
WIDEST = 30_000


def warp(spoken: Features, heard: Features) -> tuple[Places, npt.NDArray[np.float32]]:
    """For each frame of `spoken` the first frame of `heard` that goes with it, and how far apart they are.

    Both have at least one frame. Time and memory grow in proportion to the length. Stretches of `heard` that
    no band covers are passed over.
    """
    small, large = coarser(spoken, TOGETHER), coarser(heard, TOGETHER)
    line = np.arange(len(small)) * (len(large) - 1) / max(1, len(small) - 1)
    band = min(max(_MINUTE, len(large) // 10), 3 * _MINUTE)
    if not len(large) <= 2 * len(small) <= 4 * len(large):
        band = max(band, min(abs(len(large) - len(small)), PAIRS // (2 * len(small)), WIDEST))
    first, _ = _path(small, large, np.round(line).astype(np.int64), band, closed=True)
    at = np.arange(len(spoken)) / TOGETHER
    near = np.interp(at, np.arange(len(first)), first * TOGETHER + TOGETHER / 2)
    return _path(
        spoken, heard, np.clip(np.round(near).astype(np.int64), 0, len(heard) - 1), CLOSE, closed=False
    )


def _path(
    spoken: Features, heard: Features, middle: Places, band: int, *, closed: bool
) -> tuple[Places, npt.NDArray[np.float32]]:
    """The cheapest path within `band` of `middle`; if `closed`, from both beginnings to both ends."""
    number, size = len(spoken), len(heard)
    width = min(size, 2 * band + 1)
    starts = np.clip(middle - band, 0, size - width)
    # Column k of row n is the frame starts[n] + k of `heard`; `came` the column where the row was
    # entered, `diagonal` whether from the frame before it.
    came = np.zeros((number, width), np.uint16)
    diagonal = np.zeros((number, width), bool)
    reached = np.full(width, np.inf, np.float32)
    cheapest = np.zeros(number, np.int64)
    columns = np.arange(width)
    for n in range(number):
        cost = _apart(spoken[n], heard[starts[n] : starts[n] + width])
        if n == 0:
            entered = np.where((columns + starts[0] == 0) | (not closed), cost, np.inf)
        else:
            shift = int(starts[n] - starts[n - 1])
            if shift > width:  # what is heard between the bands goes with no frame
                entered = cost + reached.min()
            else:
                straight, before = _shifted(reached, shift), _shifted(reached, shift - 1)
                diagonal[n] = before <= straight
                entered = cost + np.minimum(straight, before)
        sums = np.cumsum(cost)
        level = entered - sums
        lowest = np.minimum.accumulate(level)
        first = np.r_[True, lowest[1:] < lowest[:-1]]
        came[n] = np.maximum.accumulate(np.where(first, columns, 0))
        reached = (lowest + sums).astype(np.float32)
        cheapest[n] = np.argmin(reached)
    found = np.zeros(number, np.int64)
    apart = np.zeros(number, np.float32)
    column = width - 1 if closed else int(cheapest[-1])
    for n in range(number - 1, -1, -1):
        entry = int(came[n][column])
        found[n] = starts[n] + entry
        apart[n] = _apart(spoken[n], heard[found[n] : starts[n] + column + 1]).mean()
        if n == 0:
            break
        if starts[n] - starts[n - 1] > width:
            column = int(cheapest[n - 1])
        else:
            column = int(found[n] - starts[n - 1]) - int(diagonal[n][entry])
    return found, apart


def _apart(frame: npt.NDArray[np.float32], frames: Features) -> npt.NDArray[np.float32]:
    distances: npt.NDArray[np.float32] = np.sqrt(np.square(frames - frame).sum(axis=1))
    return distances


def _shifted(row: npt.NDArray[np.float32], by: int) -> npt.NDArray[np.float32]:
    """The row as the next one's columns see it."""
    moved = np.full(len(row), np.inf, np.float32)
    if by >= 0:
        moved[: max(0, len(row) - by)] = row[by:]
    else:
        moved[-by:] = row[:by]
    return moved
