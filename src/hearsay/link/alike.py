"""Whether two appearances can report the same utterance: like words, and who and when allow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache

from hearsay.link.bound import could_tell
from hearsay.link.likeness import Likeness, likeness
from hearsay.link.media import is_medium
from hearsay.link.speakers import compatible
from hearsay.link.wording import read, wording
from hearsay.model import Appearance, Kind, Moment


@dataclass(frozen=True, slots=True)
class Need:
    """What two printings must share: how much it must tell (tenths of a bit), and how alike it must be."""

    told: int
    closeness: float


# The numbers were chosen on rumours and polnear pairs; docs/methods/statements.md says how.
# Three days of printing are near: the day of the speech and the papers of the two mornings after.
NEAR_DAYS = 3
_CLOSE = 0.75
_DIRECT = {"near": Need(160, _CLOSE), "undated": Need(300, _CLOSE), "far": Need(430, _CLOSE)}
_DIRECT_UNKNOWN = {"near": Need(300, _CLOSE), "undated": Need(300, _CLOSE), "far": Need(430, _CLOSE)}
# Indirect speech is the reporter's wording: it needs more, and an occasion.
_OCCASION_DAYS = 14
_INDIRECT = Need(450, 0.8)
_INDIRECT_UNKNOWN = Need(700, 0.8)
# Fifteen telling words, verbatim, within a season: nobody says them by chance. Where two articles credit them
# to two names, one name is mistaken, or the one quotes the other. (Years apart it may be an oath.)
_SEASON_DAYS = 90
_TWO_NAMES = Need(1000, 0.96)
# Days at which what is needed changes, for the first time beyond each.
SPANS = (NEAR_DAYS, _OCCASION_DAYS, _SEASON_DAYS)

# Words that tell less than this are alike with nothing, not even with themselves.
LEAST = min(need.told for need in (*_DIRECT.values(), *_DIRECT_UNKNOWN.values(), _INDIRECT, _TWO_NAMES))

# Words that tell less than this are alike only where they were printed near each other, or a date is missing.
FAR = min(need.told for need in (_DIRECT["far"], _DIRECT_UNKNOWN["far"], _INDIRECT, _TWO_NAMES))


def alike(a: Appearance, b: Appearance) -> bool:
    """Whether the two appearances can be one utterance. Symmetric, and a function of the two alone."""
    one, other = wording(a.words), wording(b.words)
    need = needed(
        credit_of(a.speaker, b.speaker),
        indirect=is_indirect(a.kind, a.words) or is_indirect(b.kind, b.words),
        days=days_between(bounds(a.published), bounds(b.published)),
    )
    if need is None or not could_tell(one, other, need.told):
        return False
    return reaches(likeness(one, other, need.told), need)


def is_indirect(kind: Kind, words: str) -> bool:
    """Whether all words are the reporter's: an opening mark shows speech even where none closes it."""
    return kind == "indirect" and not read(words)[1]


class Credit(Enum):
    """What two printings say of who spoke: one speaker, two, or it is not said."""

    ONE = "one"
    TWO = "two"
    UNKNOWN = "unknown"


@lru_cache(maxsize=1 << 17)
def credit_of(a: str | None, b: str | None) -> Credit:
    """What two speakers' names, or the lack of them, say."""
    if a is None or b is None:
        return Credit.UNKNOWN
    if compatible(a, b):
        return Credit.ONE
    return Credit.UNKNOWN if is_medium(a) or is_medium(b) else Credit.TWO


def needed(credit: Credit, *, indirect: bool, days: float | None) -> Need | None:
    """What appearances printed so many days apart must share; None where nothing suffices.

    `days` is None where a date is missing; `indirect` tells whether either is indirect speech. Fewer days
    never need more, nor does one speaker more than an unknown one, or that more than two.
    """
    if credit is Credit.TWO:
        return _TWO_NAMES if (days is None or days <= _SEASON_DAYS) and not indirect else None
    one = credit is Credit.ONE
    if indirect:
        occasion = days is not None and days <= _OCCASION_DAYS
        return _INDIRECT if one and occasion else _INDIRECT_UNKNOWN
    when = "undated" if days is None else "near" if days <= NEAR_DAYS else "far"
    return (_DIRECT if one else _DIRECT_UNKNOWN)[when]


def reaches(like: Likeness, need: Need) -> bool:
    """Whether a likeness is what is needed; the more where pieces of the quotations are shared in part."""
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
