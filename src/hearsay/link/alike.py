"""Whether two appearances can report the same utterance: like words, and who and when allow it."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from hearsay.link.likeness import Likeness, likeness
from hearsay.link.speakers import compatible
from hearsay.link.wording import wording
from hearsay.model import Appearance, Moment

# How alike the shared stretch must be: the part of what it tells that both print.
CLOSE = 0.62
CLOSE_INDIRECT = 0.75

# What the shared words must tell, in tenths of a bit, before two printings are one utterance: by whether
# both name the speaker, and by the days between them. Tuned on the rumours bieber-bear, isis-organs and
# ferguson-eye and on the polnear pairs with an even number.
_NEED_KNOWN = ((3, 160), (30, 290), (None, 340))
_NEED_UNKNOWN = ((3, 300), (30, 340), (None, 420))
_NEED_KNOWN_UNDATED = 300
_NEED_UNKNOWN_UNDATED = 330
# Indirect speech is the reporter's wording: it needs more, and an occasion.
_NEED_INDIRECT = 450
_NEED_INDIRECT_UNKNOWN = 700
_OCCASION_DAYS = 14


def alike(a: Appearance, b: Appearance) -> bool:
    """Whether the two appearances can be one utterance. Symmetric, and a function of the two alone."""
    if not compatible(a.speaker, b.speaker):
        return False
    return enough(
        likeness(wording(a.words), wording(b.words)),
        known=a.speaker is not None and b.speaker is not None,
        indirect="indirect" in (a.kind, b.kind),
        days=days_between(bounds(a.published), bounds(b.published)),
    )


def enough(like: Likeness, *, known: bool, indirect: bool, days: float | None) -> bool:
    """Whether words so alike, printed so many days apart (None: a date is missing), are one utterance."""
    if like.told < 160:
        return False
    if indirect:
        near = days is not None and days <= _OCCASION_DAYS
        need = _NEED_INDIRECT if known and near else _NEED_INDIRECT_UNKNOWN
        return like.closeness >= CLOSE_INDIRECT and like.told >= need * like.strictness
    if days is None:
        need = _NEED_KNOWN_UNDATED if known else _NEED_UNKNOWN_UNDATED
    else:
        steps = _NEED_KNOWN if known else _NEED_UNKNOWN
        need = next(need for limit, need in steps if limit is None or days <= limit)
    return like.closeness >= CLOSE and like.told >= need * like.strictness


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
