"""Wordings as columns of numbers: what it takes to bound many pairs of them at once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from operator import add
from typing import Any

import numpy as np

from hearsay.link.bound import whole
from hearsay.link.numbers import Numbers, stretches
from hearsay.link.wording import Wording

# Multiplications up to which OpenBLAS stays in one thread.
_SMALL = 1 << 18

Floats = np.ndarray[Any, np.dtype[np.float32]]


class Columns:
    """What bounds need of wordings, by their places.

    `totals` is what each tells, `wholes` its `bound.whole`.
    """

    def __init__(self, forms: Sequence[Wording]) -> None:
        self.totals = np.array([form.total for form in forms], np.int64)
        self.wholes = np.array([whole(form) for form in forms], np.int64)
        self._words = np.array([len(form.words) for form in forms], np.int64)
        self._lengths = np.array([len(form.pairs) for form in forms], np.int64)
        self._starts = np.cumsum(self._lengths) - self._lengths
        pairs, worth = array("I"), array("I")
        for form in forms:
            pairs.extend(form.pairs)
            # What both words of a pair tell.
            worth.extend(map(add, form.worth, form.worth[1:]))
        self._pairs = np.frombuffer(pairs, np.uint32) if pairs else np.zeros(0, np.uint32)
        self._worth = np.frombuffer(worth, np.uint32) if pairs else np.zeros(0, np.uint32)

    def most(self, rows: Numbers, columns: Numbers) -> Floats:
        """What each wording of `rows` can share at most with each of `columns`, which has no fewer words.

        A word between two shared pairs counts with both: this is more than `Bound.most`, and quick.
        """
        most = np.minimum(self.totals[rows][:, None], self.totals[columns]).astype(np.float32)
        chosen = rows if columns is rows else np.concatenate([rows, columns])
        places, owners = stretches(self._starts[chosen], self._lengths[chosen])
        kinds, ids = _repeated(self._pairs[places])
        known = ids < kinds
        owners, places, ids = owners[known], places[known], ids[known]
        first = 0 if columns is rows else len(rows)
        has = np.zeros((len(columns), kinds), np.float32)
        later = owners >= first
        has[owners[later] - first, ids[later]] = 1.0
        mine = owners < len(rows)
        worth = np.bincount(
            owners[mine] * kinds + ids[mine], self._worth[places[mine]], len(rows) * kinds
        ).astype(np.float32)
        worth = worth.reshape(len(rows), kinds)
        shared = np.zeros_like(most)
        # A piece at a time, each so small that the library for matrices starts no threads of its own.
        step = max(1, _SMALL // max(1, most.size))
        for piece in range(0, kinds, step):
            shared += worth[:, piece : piece + step] @ has[:, piece : piece + step].T
        # A single word has no pairs to go by.
        several = self._lengths[rows] > 0
        most[several] = np.minimum(most[several], shared[several])
        return most

    def order(self, places: Numbers) -> Numbers:
        """How to put the places into order, those with fewer words first."""
        return np.lexsort((places, self._words[places]))


def _repeated(numbers: np.ndarray[Any, np.dtype[np.uint32]]) -> tuple[int, Numbers]:
    """How many of the numbers are there more than once, and all as small ones, the others as the last."""
    order = np.argsort(numbers)
    ordered = numbers[order]
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(ordered) else order
    counts = np.diff(np.r_[begins, len(ordered)])
    often = counts > 1
    kinds = int(often.sum())
    ids = np.empty(len(numbers), np.int64)
    ids[order] = np.repeat(np.where(often, np.cumsum(often) - 1, kinds), counts)
    return kinds, ids
