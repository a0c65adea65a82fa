"""Whether the speakers of two printings are one, for many pairs at once.

That is asked for each pair of quotations that share a phrase, and a case has far fewer pairs of names: each
is compared once, as long as there is room to remember it.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from hearsay.link.alike import Credit, credit_of
from hearsay.link.numbers import Numbers

# Pairs of names that are remembered: 9 bytes each.
_ROOM = 1 << 22


# The number of several speakers, who can each be anybody.
_SEVERAL = -1
# Credits by their places in what `Voices.credits` gives; the first is the one that needs least.
CREDITS = (Credit.ONE, Credit.UNKNOWN, Credit.TWO)


class Voices:
    """Speakers by their numbers."""

    def __init__(self, names: Collection[str | None]) -> None:
        self._names = sorted(names, key=lambda name: name or "")
        self._numbers = {name: number for number, name in enumerate(self._names)}
        room = min(_ROOM, 1 << (max(1, len(names)) ** 2 - 1).bit_length())
        self._pairs = np.full(room, -1, np.int64)
        self._credits = np.zeros(room, np.uint8)

    def number(self, names: Collection[str | None]) -> int:
        """The number of the speakers who are credited with a wording."""
        return self._numbers[next(iter(names))] if len(names) == 1 else _SEVERAL

    def credits(self, ones: Numbers, others: Numbers) -> Numbers:
        """For each two numbers the place in `CREDITS` of what they are; the first where there are several."""
        pairs = np.minimum(others, ones) * len(self._names) + np.maximum(others, ones)
        # Fibonacci hashing (Knuth, volume 3, 6.4): neighbours are spread over the room.
        spread = pairs.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(32)
        slots = spread.astype(np.int64) & (len(self._pairs) - 1)
        found = self._credits[slots].astype(np.int64)
        several = (ones < 0) | (others < 0)
        for place in np.flatnonzero((self._pairs[slots] != pairs) & ~several).tolist():
            slot = int(slots[place])
            if self._pairs[slot] != pairs[place]:
                one, other = self._names[int(ones[place])], self._names[int(others[place])]
                self._pairs[slot] = pairs[place]
                self._credits[slot] = CREDITS.index(credit_of(one, other))
            found[place] = self._credits[slot]
        return np.where(several, 0, found)
