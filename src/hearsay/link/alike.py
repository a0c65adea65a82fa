"""Whether two appearances can report the same utterance: like words, and who and when allow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from hearsay.link.likeness import Likeness, at_most, likeness
from hearsay.link.speakers import compatible
from hearsay.link.wording import Wording, wording
from hearsay.model import Appearance, Moment


@dataclass(frozen=True, slots=True)
class Need:
    """What two printings must share: how much it must tell (tenths of a bit), and how alike it must be."""

    told: int
    closeness: float


# Tuned on the rumours bieber-bear, isis-organs and ferguson-eye and on the polnear pairs with an even number.
# Two days of printing are near: the day of the speech and the morning papers.
_NEAR_DAYS = 3
_CLOSE = 0.75
_DIRECT = {"near": Need(160, _CLOSE), "undated": Need(300, _CLOSE), "far": Need(370, _CLOSE)}
_DIRECT_UNKNOWN = {"near": Need(300, _CLOSE), "undated": Need(300, _CLOSE), "far": Need(420, _CLOSE)}
# Indirect speech is the reporter's wording: it needs more, and an occasion.
_OCCASION_DAYS = 14
_INDIRECT = Need(450, 0.8)
_INDIRECT_UNKNOWN = Need(700, 0.8)


def alike(a: Appearance, b: Appearance) -> bool:
    """Whether the two appearances can be one utterance. Symmetric, and a function of the two alone."""
    if not compatible(a.speaker, b.speaker):
        return False
    need = needed(
        known=a.speaker is not None and b.speaker is not None,
        indirect="indirect" in (a.kind, b.kind),
        days=days_between(bounds(a.published), bounds(b.published)),
    )
    return meets(wording(a.words), wording(b.words), need)


def needed(*, known: bool, indirect: bool, days: float | None) -> Need:
    """What appearances printed so many days apart must share (None: a date is missing).

    `known` tells whether both name their speaker, `indirect` whether either is indirect speech.
    """
    if indirect:
        return _INDIRECT if known and days is not None and days <= _OCCASION_DAYS else _INDIRECT_UNKNOWN
    when = "undated" if days is None else "near" if days <= _NEAR_DAYS else "far"
    return (_DIRECT if known else _DIRECT_UNKNOWN)[when]


def most(*, known: bool, indirect: bool) -> int:
    """What must be told at the most, whatever the dates."""
    if indirect:
        return _INDIRECT_UNKNOWN.told
    return (_DIRECT if known else _DIRECT_UNKNOWN)["far"].told


def least(*, known: bool, indirect: bool) -> int:
    """What must be told at the least, whatever the dates."""
    if indirect:
        return (_INDIRECT if known else _INDIRECT_UNKNOWN).told
    return (_DIRECT if known else _DIRECT_UNKNOWN)["near"].told


def meets(a: Wording, b: Wording, need: Need) -> bool:
    """Whether two wordings share what is needed; the more where they share only a part of their pieces."""
    return at_most(a, b) >= need.told and reaches(likeness(a, b), need)


def reaches(like: Likeness, need: Need) -> bool:
    """Whether a likeness is what is needed."""
    return like.closeness >= need.closeness and like.told >= need.told * like.strictness


Bounds = tuple[datetime, datetime]


@lru_cache(maxsize=1 << 14)
def bounds(moment: Moment | None) -> Bounds | None:
    """`Moment.bounds`, remembered: a case has few moments and asks for each often."""
    return None if moment is None else moment.bounds()


def days_between(a: Bounds | None, b: Bounds | None) -> float | None:
    """The days that surely lie between the two moments; None where one is unknown."""
    if a is None or b is None:
        return None
    gap = max(a[0] - b[1], b[0] - a[1])
    return max(0.0, gap.total_seconds() / 86400)
