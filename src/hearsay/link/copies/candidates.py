"""Which texts are worth comparing: those that share a kept shingle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from hearsay.link.copies.words import Numbers

# Texts that share one kept shingle and are all compared with each other. Among more of them (a wire story
# in a thousand papers, a notice under every page) each is compared with the first so many only, so that cost
# grows with their number and not with its square, and each still meets its earliest sources.
CROWD = 64

# Of two documents of one outlet only near-copies count, and so of two that share nothing but quotations.
# These share so much of the points of one of them: .28 where half of a text was taken over in runs that just
# meet. A notice under every page is less, and so is one speech that hundreds quote.
MUCH = 0.2

Pairs = npt.NDArray[np.int64]


def candidates(
    points: Sequence[Numbers], outlets: Sequence[str | None] | None = None, crowd: int = CROWD
) -> Pairs:
    """Pairs of indices (the smaller first, in order, each once) of texts that share a kept shingle.

    `points` are the texts' `meeting_points`, earliest text first, and `outlets` whose they are, if that is
    known. Two that share no shingle but such as one of them quotes are left out, unless they share much. Time
    and memory are linear in the number of points as long as few texts share one, and linear times `crowd` at
    worst.
    """
    if not points:
        return np.empty((0, 2), dtype=np.int64)
    sizes = np.fromiter((len(one) for one in points), np.int64, len(points))
    met, counts = np.unique(_meetings(points, sizes, crowd), return_counts=True)
    found, begins = np.unique(met >> 1, return_index=True)
    pairs = np.stack((found // len(points), found % len(points)), axis=1)
    if not len(found):
        return pairs
    shared = np.add.reduceat(counts, begins)
    own = np.maximum.reduceat(met & 1, begins) == 1
    if outlets is not None:
        numbers = {name: number for number, name in enumerate(dict.fromkeys(outlets)) if name is not None}
        owner = np.fromiter(
            (-1 if name is None else numbers[name] for name in outlets), np.int64, len(points)
        )
        own &= (owner[pairs[:, 0]] != owner[pairs[:, 1]]) | (owner[pairs[:, 0]] < 0)
    least = MUCH * np.minimum(sizes[pairs[:, 0]], sizes[pairs[:, 1]])
    kept: Pairs = pairs[own | (shared >= least)]
    return kept


def _meetings(points: Sequence[Numbers], sizes: Pairs, crowd: int) -> Pairs:
    """Each meeting of two texts at a point, twice, and one more where neither of them quotes it.

    A meeting is the first one's index times the number of texts, plus the other's.
    """
    values = np.concatenate(points)
    owners = np.repeat(np.arange(len(points), dtype=np.int64), sizes)
    # Stable, so that within one shingle the earliest text comes first.
    order = np.argsort(values >> np.uint64(1), kind="stable")
    values, owners = values[order], owners[order]
    own = (values & np.uint64(1)).astype(np.int64)
    values >>= np.uint64(1)
    begins = (
        np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1]))) if len(values) else values[:0]
    )
    counts = np.diff(np.append(begins, len(values)))
    shared = counts > 1
    begins, counts = begins[shared].astype(np.int64), counts[shared]
    met: list[Pairs] = [np.empty(0, dtype=np.int64)]
    for rank in range(min(crowd, int(counts.max(initial=0)))):
        # The text of this rank in each shingle's list, with all that come after it there.
        some = counts > rank + 1
        firsts, lengths = begins[some] + rank, counts[some] - rank - 1
        if not len(firsts):
            break
        starts = np.repeat(firsts + 1 - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        others = starts + np.arange(lengths.sum(), dtype=np.int64)
        pairs = np.repeat(owners[firsts], lengths) * len(points) + owners[others]
        met.append(pairs * 2 + (np.repeat(own[firsts], lengths) & own[others]))
    return np.concatenate(met)
