"""What two texts have in common, word for word, and how much of it is more than quoting the same speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.link.copies.shingles import LENGTH, own_shingles, shingles
from hearsay.link.copies.words import Numbers, Words
from hearsay.model import Passage

# Words between two common runs that still count as one passage: a word changed, a house style kept.
GAP = 3


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share: the share of each text's eight-word shingles, quotations included.

    `own` counts the common shingles that are part of a quotation in neither text, `unquoted` those that are
    none in one of them at least: 0 means that the two have nothing in common but what both quote.
    """

    of_one: float
    of_other: float
    own: int
    unquoted: int
    passages: tuple[Passage, ...]

    def turned(self) -> Overlap:
        """The same with the texts the other way round."""
        passages = (Passage(each.other, each.one, each.words, each.own) for each in self.passages)
        return Overlap(self.of_other, self.of_one, self.own, self.unquoted, tuple(passages))

    @property
    def share(self) -> float:
        """The larger of the two shares: 1.0 where one text stands whole in the other."""
        return max(self.of_one, self.of_other)


@dataclass(frozen=True, slots=True, eq=False)
class Comparable:
    """A text ready to be compared with many.

    `shingles` are the numbers of the runs that begin at each word, `distinct` these as a set, `ordered` these
    in rising order and `places` where each of them begins.
    """

    words: Words
    shingles: Numbers
    own: npt.NDArray[np.bool_]
    distinct: frozenset[int]
    ordered: Numbers
    places: npt.NDArray[np.int64]


def comparable(words: Words) -> Comparable:
    """Prepare a text for `overlap`."""
    found = shingles(words)
    places = np.argsort(found, kind="stable")
    return Comparable(
        words, found, own_shingles(words), frozenset(found.tolist()), found[places], places.astype(np.int64)
    )


def overlap(one: Comparable, other: Comparable, *, least: float = 0.0, passages: bool = True) -> Overlap:
    """What two texts share; where that is less than `least` of both, the shares alone."""
    common = len(one.distinct & other.distinct)
    if not common:
        return Overlap(0.0, 0.0, 0, 0, ())
    shares = round(common / len(one.distinct), 4), round(common / len(other.distinct), 4)
    if max(shares) < least:
        return Overlap(*shares, 0, 0, ())
    ranks = np.minimum(np.searchsorted(other.ordered, one.shingles), len(other.ordered) - 1)
    here = np.flatnonzero(other.ordered[ranks] == one.shingles)
    # Where a run stands several times in the other text, its first place is meant.
    there = other.places[ranks[here]]
    unquoted = int((one.own[here] | other.own[there]).sum())
    return Overlap(
        *shares,
        int((one.own[here] & other.own[there]).sum()),
        unquoted,
        tuple(_passages(one.words, other.words, here, there)) if passages and unquoted else (),
    )


def _passages(
    one: Words, other: Words, here: npt.NDArray[np.int64], there: npt.NDArray[np.int64]
) -> Iterator[Passage]:
    """The common stretches in the order of the first text, each as long as both texts go on together."""
    steps, steps_there = np.diff(here), np.diff(there)
    reach = LENGTH + GAP
    ends = np.flatnonzero((steps > reach) | (steps_there <= 0) | (steps_there > reach))
    begins = np.concatenate(([0], ends + 1))
    for begin, end in zip(begins.tolist(), [*ends.tolist(), len(here) - 1], strict=True):
        yield _passage(one, other, (int(here[begin]), int(there[begin])), (int(here[end]), int(there[end])))


def _passage(one: Words, other: Words, first: tuple[int, int], last: tuple[int, int]) -> Passage:
    ends = (last[0] + LENGTH - 1, last[1] + LENGTH - 1)
    here, there = slice(first[0], ends[0] + 1), slice(first[1], ends[1] + 1)
    return Passage(
        (int(one.starts[first[0]]), int(one.stops[ends[0]])),
        (int(other.starts[first[1]]), int(other.stops[ends[1]])),
        ends[0] + 1 - first[0],
        min(int(one.own[here].sum()), int(other.own[there].sum())),
    )
