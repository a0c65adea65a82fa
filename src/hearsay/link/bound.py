"""The most that two wordings can share, seen without aligning them.

Nearly all quotations that share a fingerprint share a phrase by chance, and nothing else. For them it is
enough to look at the pairs of neighbouring words that both have, wherever these stand. Of the other wording
only the numbers of its pairs are needed, which take a tenth of the room of its words.
"""

from __future__ import annotations

from array import array

from hearsay.link.wording import Wording


class Bound:
    """Bounds what one wording can share with any other."""

    __slots__ = ("_form", "_pairs")

    def __init__(self, form: Wording) -> None:
        self._form = form
        self._pairs = frozenset(form.pairs)

    def most(self, pairs: array[int], told: int) -> int:
        """What `likeness` can at most find told, of this wording and one with these pairs of words.

        `told` is all that the other one tells. A run of shared words is a run of shared pairs, and a word in
        it counts no more than it does here; unless the other is a part of this one, since then it counts
        in full, as far as this one tells as much.
        """
        form = self._form
        if not form.pairs or not pairs:
            # A single word, or none: there are no pairs to go by.
            return min(form.total, told)
        shared = self._pairs.intersection(pairs)
        if not shared:
            return 0
        if len(pairs) <= len(form.pairs) and shared.issuperset(pairs):
            return min(form.total, told)
        total, counted = 0, -1
        for n, pair in enumerate(form.pairs):
            if pair in shared:
                total += form.worth[n + 1] + (form.worth[n] if counted < n else 0)
                counted = n + 1
        return total


def whole(form: Wording) -> int:
    """What the pieces tell that words shared with `form` stand in; 0 where that depends on the words."""
    return 0 if form.broken or form.pieces[:1] != form.pieces[-1:] or not all(form.inside) else form.total


def could_tell(a: Wording, b: Wording, told: int) -> bool:
    """Whether `likeness(a, b).told` can come to `told`."""
    if a.total < told or b.total < told:
        return False
    if len(a.pairs) > len(b.pairs):
        a, b = b, a
    return Bound(a).most(b.pairs, b.total) >= told
