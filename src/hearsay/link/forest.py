"""Disjoint sets of numbers."""

from __future__ import annotations

from array import array

import numpy as np

from hearsay.link.numbers import Numbers


class Forest:
    """Disjoint sets of the numbers below `size`; the smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._parents = array("q", range(size))

    def root(self, number: int) -> int:
        """The number that stands for the set that `number` is in."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, a: int, b: int) -> int:
        """Make one set of two, given by the numbers that stand for them; returns the new one."""
        low, high = (a, b) if a < b else (b, a)
        self._parents[high] = low
        return low

    def roots(self, numbers: Numbers) -> Numbers:
        """`root`, for many."""
        parents = np.frombuffer(self._parents, np.int64)
        found = parents[numbers]
        while True:
            further = parents[found]
            if np.array_equal(further, found):
                return found
            parents[numbers] = further
            found = parents[further]
