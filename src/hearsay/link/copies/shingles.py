"""Runs of eight words as numbers, and the few of them by which two texts that share a passage meet.

Winnowing after Schleimer, Wilkerson and Aiken (SIGMOD 2003): of every window of neighbouring shingles the one
with the smallest number is kept, so that two texts with a common run of fifteen words share a kept one,
wherever the run stands.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from hearsay.link.copies.words import Numbers, Words

# Words in a shingle: long enough that two writers do not hit on the same by chance.
LENGTH = 8
# Shingles in a window. Half the shingles of a text cannot be another's unless some run of LENGTH + WINDOW - 1
# words is: with every sixteenth word changed, exactly half are shared.
WINDOW = 8
# A shingle is a text's own when at least so many of its words stand outside quotations.
OWN = 4

_OWN = np.uint64(1)

# Odd multipliers, one for each place in a shingle (SplitMix64's constant times odd numbers).
_WEIGHTS = np.array(
    [0x9E3779B97F4A7C15 * (2 * n + 1) & 0xFFFFFFFFFFFFFFFF for n in range(LENGTH)], dtype=np.uint64
)


def shingles(words: Words) -> Numbers:
    """The number of the shingle that begins at each word; a text shorter than one has none."""
    return combined(words.numbers)


def combined(numbers: Numbers, length: int = LENGTH) -> Numbers:
    """The number of the run of so many words that begins at each word, from the words' numbers."""
    if len(numbers) < length:
        return np.empty(0, dtype=np.uint64)
    count = len(numbers) - length + 1
    total = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        total += numbers[place : place + count] * _WEIGHTS[place]
    # Mixed, so that the smallest of a window is any of them with equal chance.
    total ^= total >> np.uint64(31)
    total *= np.uint64(0xBF58476D1CE4E5B9)
    return total ^ (total >> np.uint64(29))


def own_shingles(words: Words, least: int = OWN) -> npt.NDArray[np.bool_]:
    """Whether the shingle that begins at each word is the text's own: `least` words of it in no quotation."""
    if len(words) < LENGTH:
        return np.empty(0, dtype=np.bool_)
    counts: npt.NDArray[np.int64] = sliding_window_view(words.own, LENGTH).sum(axis=1)
    return counts >= least


def meeting_points(words: Words) -> Numbers:
    """The shingles kept of a text, each once, in rising order.

    The lowest bit of a number tells whether none of the words is quoted where the shingle stands, once at
    least; what is kept does not depend on it.
    """
    found = combined(words.numbers)
    if not len(found):
        return found
    found &= ~_OWN
    if len(found) <= WINDOW:
        places = np.array([np.argmin(found)])
    else:
        least = sliding_window_view(found, WINDOW).argmin(axis=1)
        places = np.flatnonzero(np.bincount(least + np.arange(len(least))))
    marked = np.unique(found[places] | own_shingles(words, LENGTH)[places])
    # Of a shingle that is both, the own one stands last.
    kept: Numbers = marked[np.append(marked[:-1] | _OWN != marked[1:] | _OWN, True)]
    return kept
