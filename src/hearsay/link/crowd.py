"""Which of many wordings that share a fingerprint can be alike: all pairs bounded at once.

A phrase that many quotations happen to share makes pairs by the square of their number, and nearly all of
them share nothing else. `bound` tells each of them off in some millionths of a second; here the same sums
are made row by row over arrays, a hundred times as fast where the crowd is large.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from hearsay.link.alike import LEAST
from hearsay.link.bound import whole
from hearsay.link.voices import Numbers, Voices
from hearsay.link.wording import Wording

# Places in the table of who has which pair of words: one byte each.
_TABLE = 1 << 25


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


def could_meet(
    forms: Sequence[Wording],
    sets: Sequence[int],
    speakers: Sequence[int],
    voices: Voices,
    together: Callable[[int, int], bool],
) -> Iterator[tuple[int, int, int]]:
    """The pairs of places in `forms` that `could_reach` what their speakers need at least, and their bound.

    Pairs whose numbers in `sets` are the same are left out, and those that are `together` once pairs before
    them have been given. `speakers` has the number in `voices` of the
    speakers of each. In a pair the shorter wording comes first, and the
    bound is that of its words.
    """
    order = sorted(range(len(forms)), key=lambda place: (len(forms[place].words), place))
    ordered = [forms[place] for place in order]
    own = np.array([sets[place] for place in order])
    named = np.array([speakers[place] for place in order])
    wholes = np.array([whole(form) for form in ordered], np.int64)
    totals = np.array([form.total for form in ordered], np.int64)
    lengths = [len(form.pairs) for form in ordered]
    ends = np.cumsum(lengths)
    columns = np.repeat(np.arange(len(ordered)), lengths)
    ids, kinds = _shared(ordered)
    width = max(256, _TABLE // (kinds + 1))
    for left in range(0, len(ordered), width):
        right = min(left + width, len(ordered))
        here = slice(int(ends[left - 1]) if left else 0, int(ends[right - 1]))
        table = np.zeros((kinds + 1, right - left), bool)
        table[ids[here], columns[here] - left] = True
        table[kinds] = False
        for row in range(right - 1):
            first = max(row + 1, left)
            others = np.flatnonzero(own[first:right] != own[row]) + first
            if not len(others):
                continue
            start = int(ends[row]) - lengths[row]
            # A single word has no pairs to go by.
            most = (
                _most(ordered[row], ids[start : start + lengths[row]], table, others - left, kinds)
                if lengths[row]
                else np.minimum(totals[row], totals[others])
            )
            enough = most >= LEAST
            others, most = others[enough], most[enough]
            whole_of = np.minimum(wholes[others], wholes[row])
            could = _reach(most, voices.least_of(int(named[row]), named[others]), whole_of)
            for place in np.flatnonzero(could).tolist():
                other = int(others[place])
                if own[other] == own[row]:
                    continue
                yield order[row], order[other], int(most[place])
                if together(order[row], order[other]):
                    own[own == own[other]] = own[row]


def _shared(forms: Sequence[Wording]) -> tuple[np.ndarray[Any, np.dtype[np.intp]], int]:
    """The pairs of words of all forms in a row as small numbers, and how many of these there are.

    All pairs that only one form has are the last number.
    """
    pairs = np.concatenate([np.frombuffer(form.pairs, np.uint32) for form in forms])
    _, ids, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    often = counts > 1
    kinds = int(often.sum())
    return np.where(often, np.cumsum(often) - 1, kinds)[ids], kinds


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
    """`bound.could_reach`, for many."""
    share = np.where(wholes > 0, most / np.maximum(wholes, 1), 1.0)
    return np.asarray(most >= told * np.where(share >= 0.9, 1.0, 1.0 + (0.9 - share) * 2.5))
