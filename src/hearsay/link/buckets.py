"""Which wordings share a fingerprint, over a million of them in as little room as may be."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from hearsay.link.fingerprints import of_wording
from hearsay.link.wording import Wording


def buckets(forms: Sequence[Wording], least: int) -> Iterator[list[int]]:
    """The places in `forms` of those that share a fingerprint, for each that several share.

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
        return
    order = np.lexsort((np.frombuffer(places, np.uint32), np.frombuffer(values, np.uint64)))
    sorted_values = np.frombuffer(values, np.uint64)[order]
    sorted_places = np.frombuffer(places, np.uint32)[order]
    starts = np.flatnonzero(np.r_[True, sorted_values[1:] != sorted_values[:-1]])
    sizes = np.diff(np.r_[starts, len(sorted_values)])
    shared = np.flatnonzero(sizes > 1)
    shared = shared[np.argsort(sizes[shared], kind="stable")]
    for start, size in zip(starts[shared].tolist(), sizes[shared].tolist(), strict=True):
        yield sorted_places[start : start + size].tolist()
