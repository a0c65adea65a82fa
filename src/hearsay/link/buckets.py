"""Which wordings share a fingerprint, over a million of them in as little room as may be."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.link.fingerprints import of_wording
from hearsay.link.numbers import Numbers, stretches
from hearsay.link.wording import Wording


@dataclass(frozen=True, slots=True)
class Buckets:
    """Places that share a fingerprint, for each that several share, small buckets first.

    Bucket `n` holds `sizes[n]` of the `members`, from `starts[n]` on, in rising order.
    """

    members: Numbers
    starts: Numbers
    sizes: Numbers

    def __iter__(self) -> Iterator[list[int]]:
        for start, size in zip(self.starts.tolist(), self.sizes.tolist(), strict=True):
            yield self.members[start : start + size].tolist()

    def some(self, chosen: Numbers) -> tuple[Numbers, Numbers]:
        """The members of these buckets, and for each of them the place in `chosen` of its bucket."""
        places, owners = stretches(self.starts[chosen], self.sizes[chosen])
        return self.members[places], owners


def buckets(forms: Sequence[Wording], least: int) -> Buckets:
    """The places in `forms` of those that share a fingerprint.

    Wordings that tell less than `least` are alike with nothing and left out. Small buckets come first, so
    that what belongs together is together before the stock phrases are looked at.
    """
    values, places = array("Q"), array("I")
    for place, form in enumerate(forms):
        if form.total >= least:
            found = of_wording(form)
            values.extend(found)
            places.extend([place] * len(found))
    if not values:
        nothing = np.zeros(0, np.int64)
        return Buckets(nothing, nothing, nothing)
    order = np.lexsort((np.frombuffer(places, np.uint32), np.frombuffer(values, np.uint64)))
    sorted_values = np.frombuffer(values, np.uint64)[order]
    members = np.frombuffer(places, np.uint32)[order].astype(np.int64)
    starts = np.flatnonzero(np.r_[True, sorted_values[1:] != sorted_values[:-1]])
    sizes = np.diff(np.r_[starts, len(sorted_values)])
    shared = np.flatnonzero(sizes > 1)
    shared = shared[np.argsort(sizes[shared], kind="stable")]
    return Buckets(members, starts[shared], sizes[shared])
