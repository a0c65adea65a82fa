"""Whether two appearances can report the same utterance: like words, and who and when allow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from hearsay.link.likeness import at_most, likeness
from hearsay.link.speakers import compatible
from hearsay.link.wording import Wording, wording
from hearsay.model import Appearance, Moment

# How alike the shared stretch must be: the part of what it tells that both print.
CLOSE = 0.75
CLOSE_INDIRECT = 0.8

# What the shared words must tell, in tenths of a bit, before two printings are one utterance: by whether
# both name the speaker, and by the days between them. Tuned on the rumours bieber-bear, isis-organs and
# ferguson-eye and on the polnear pairs with an even number.
_NEAR_DAYS = 3
_NEED = {"near": 160, "far": 370, "undated": 300}
_NEED_UNKNOWN = {"near": 300, "far": 420, "undated": 300}
# Indirect speech is the reporter's wording: it needs more, and an occasion.
_NEED_INDIRECT = 450
_NEED_INDIRECT_UNKNOWN = 700
_OCCASION_DAYS = 14


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


@dataclass(frozen=True, slots=True)
class Need:
    """What two printings must share: how much it must tell (tenths of a bit), and how alike it must be."""

    told: int
    closeness: float


def needed(*, known: bool, indirect: bool, days: float | None) -> Need:
    """What appearances printed so many days apart must share (None: a date is missing).

    `known` tells whether both name their speaker, `indirect` whether either is indirect speech.
    """
    if indirect:
        near = days is not None and days <= _OCCASION_DAYS
        return Need(_NEED_INDIRECT if known and near else _NEED_INDIRECT_UNKNOWN, CLOSE_INDIRECT)
    when = "undated" if days is None else "near" if days <= _NEAR_DAYS else "far"
    return Need((_NEED if known else _NEED_UNKNOWN)[when], CLOSE)


def meets(a: Wording, b: Wording, need: Need) -> bool:
    """Whether two wordings share what is needed; the more where they share only a part of their pieces."""
    if at_most(a, b) < need.told:
        return False
    like = likeness(a, b)
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
