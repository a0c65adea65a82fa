"""What the speakers of two printings let them need at least, for many pairs at once.

Whether two names can be one speaker's is asked for each pair of quotations that share a phrase, and a case
has far fewer pairs of names: each is compared once, as long as there is room to remember it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from hearsay.link.alike import LEAST, Credit, credit_of, needed

# Pairs of names that are remembered: 9 bytes each.
_ROOM = 1 << 22
# More than any words tell.
_NEVER = 1 << 30

Numbers = np.ndarray[Any, np.dtype[np.int64]]


# The number of several speakers, who need no more than any.
_SEVERAL = -1


class Voices:
    """Speakers by their numbers, and what two of them need."""

    def __init__(self, names: Collection[str | None]) -> None:
        self._names = sorted(names, key=lambda name: name or "")
        self._numbers = {name: number for number, name in enumerate(self._names)}
        needs = (needed(credit, indirect=False, days=0.0) for credit in _CREDITS)
        self._needs = np.array([_NEVER if need is None else need.told for need in needs], np.int64)
        self._told: dict[Credit, int] = dict(zip(_CREDITS, self._needs.tolist(), strict=True))
        room = min(_ROOM, 1 << (max(1, len(names)) ** 2 - 1).bit_length())
        self._pairs = np.full(room, -1, np.int64)
        self._credits = np.zeros(room, np.uint8)

    def number(self, names: Collection[str | None]) -> int:
        """The number of the speakers who are credited with a wording."""
        return self._numbers[next(iter(names))] if len(names) == 1 else _SEVERAL

    def least(self, one: int, other: int) -> int:
        """What printings of these two must share at least: in direct speech, on one day."""
        if one < 0 or other < 0:
            return LEAST
        return self._told[credit_of(self._names[one], self._names[other])]

    def least_of(self, one: int, others: Numbers) -> Numbers:
        """`least` for each of the others."""
        if one < 0:
            return np.full(len(others), LEAST, np.int64)
        pairs = np.minimum(others, one) * len(self._names) + np.maximum(others, one)
        # Fibonacci hashing (Knuth, volume 3, 6.4): neighbours are spread over the room.
        spread = pairs.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(32)
        slots = spread.astype(np.int64) & (len(self._pairs) - 1)
        credits = self._credits[slots]
        for place in np.flatnonzero((self._pairs[slots] != pairs) & (others >= 0)).tolist():
            credit = _CREDITS.index(credit_of(self._names[one], self._names[int(others[place])]))
            credits[place] = credit
            slot = int(slots[place])
            self._pairs[slot], self._credits[slot] = pairs[place], credit
        return np.where(others < 0, LEAST, self._needs[credits])


_CREDITS = tuple(Credit)
