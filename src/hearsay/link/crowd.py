"""Which of many wordings that share a fingerprint can be alike: many pairs bounded at once.

A phrase that many quotations happen to share makes pairs by the square of their number, and nearly all of
them share nothing else. `bound` tells each of them off in some millionths of a second; here such sums are
products of matrices, a hundred times as fast.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hearsay.link.alike import LEAST
from hearsay.link.bound import whole
from hearsay.link.columns import Columns
from hearsay.link.needs import Needs
from hearsay.link.numbers import Numbers
from hearsay.link.wording import Wording

# So many wordings are bounded against as many at once: the products then stay in a core's cache.
TILE = 96


def could_be_alike(
    form: Wording, told: Numbers, wholes: Numbers, pairs: Sequence[array[int]]
) -> tuple[Numbers, Numbers]:
    """The places of the wordings that could be alike with `form`, and the most that each can share with it.

    Of each of them is given what it tells, its `bound.whole`, and its pairs of words.
    """
    lengths = np.array([len(each) for each in pairs])
    flat = np.concatenate([np.frombuffer(each, np.uint32) for each in pairs])
    columns = np.repeat(np.arange(len(pairs)), lengths)
    kinds, ids = np.unique(np.frombuffer(form.pairs, np.uint32), return_inverse=True)
    most = np.minimum(form.total, told)
    if len(kinds):
        places = np.minimum(np.searchsorted(kinds, flat), len(kinds) - 1)
        same = kinds[places] == flat
        table = np.zeros((len(kinds) + 1, len(pairs)), bool)
        table[places[same], columns[same]] = True
        shared = _most(form, ids, table, np.arange(len(pairs)), len(kinds))
        # All of it in `form`, or a single word: it can count in full.
        full = np.bincount(columns[same], minlength=len(pairs)) == lengths
        most = np.where(full, np.maximum(most, shared), shared)
    found = np.flatnonzero(most >= LEAST)
    least = np.full(len(found), LEAST, np.int64)
    found = found[_reach(most[found], least, np.minimum(wholes[found], whole(form)))]
    return found, most[found]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Wordings by their places, those with fewer words first; the bucket and the set of each."""

    places: Numbers
    buckets: Numbers
    sets: Numbers


def could_meet(forms: Columns, needs: Needs, rows: Crowd, columns: Crowd) -> tuple[Numbers, Numbers]:
    """The pairs of a wording of `rows` and one of `columns` that can share what they need at least.

    None of `columns` has fewer words than any of `rows`, or both are the same. Left out are pairs of two
    buckets, and of one set.
    """
    most = forms.most(rows.places, columns.places)
    could = most >= LEAST
    could &= rows.buckets[:, None] == columns.buckets
    could &= rows.sets[:, None] != columns.sets
    one, other = np.nonzero(np.triu(could, 1) if rows is columns else could)
    shared, one, other = most[one, other].astype(np.int64), rows.places[one], columns.places[other]
    enough = np.flatnonzero(shared >= needs.easiest(one, other))
    shared, one, other = shared[enough], one[enough], other[enough]
    reached = _reach(shared, needs.of(one, other), np.minimum(forms.wholes[one], forms.wholes[other]))
    return one[reached], other[reached]


def _most(
    form: Wording,
    ids: np.ndarray[Any, np.dtype[np.intp]],
    table: np.ndarray[Any, np.dtype[np.bool_]],
    columns: Numbers,
    none: int,
) -> Numbers:
    """What `form`, of two words at least, can share with each wording of these columns of `table`."""
    places = np.flatnonzero(ids != none)
    has = table[ids[places][:, None], columns]
    before = table[np.where(places > 0, ids[places - 1], none)[:, None], columns]
    worth = np.array(form.worth, np.int64)
    most: Numbers = worth[places + 1] @ has + worth[places] @ (has & ~before)
    return most


def _reach(most: Numbers, told: Numbers, wholes: Numbers) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whether likenesses that tell `most` at most can be what is needed, which is `told` and the more

    the less it is of all that the smaller wording tells, which is `wholes` (0: not known); see `strictness`.
    """
    share = np.where(wholes > 0, most / np.maximum(wholes, 1), 1.0)
    return np.asarray(most >= told * np.where(share >= 0.9, 1.0, 1.0 + (0.9 - share) * 2.5))
