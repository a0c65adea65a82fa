"""The days that an expression names: every reading that is open, likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from hearsay.extract.times.meaning import Back, Days, Either, Meaning, Offset, Vague, Weekday, Within, Yearly
from hearsay.extract.times.named import Anchor, Named
from hearsay.extract.times.offsets import back, offset, within
from hearsay.extract.times.recurring import weekday, yearly
from hearsay.extract.times.tense import Tense


def resolve(
    meaning: Meaning, tense: Tense, published: Anchor | None, told: Sequence[Anchor]
) -> tuple[Named, ...]:
    """The readings of `meaning`, likeliest first; none where it names no days or has nothing to count from.

    `published` is the day of writing, `told` the times that the text tells of before it, latest first.
    """
    if isinstance(meaning, Days):
        return (Named(meaning.first, meaning.last, "stated", meaning.unit),)
    if isinstance(meaning, Either):
        return tuple(Named(each.first, each.last, "stated", each.unit) for each in meaning.readings)
    if isinstance(meaning, Vague):
        return _vague(meaning, tense, published)
    readings: Iterable[Named] = ()
    if isinstance(meaning, Offset):
        readings = offset(meaning, tense, published, told)
    elif isinstance(meaning, Back):
        readings = back(meaning, published, told)
    elif isinstance(meaning, Within):
        readings = within(meaning, told)
    elif isinstance(meaning, Weekday):
        readings = weekday(meaning, tense, published, told)
    elif isinstance(meaning, Yearly):
        readings = yearly(meaning, tense, published, told)
    distinct: dict[tuple[date | None, date | None], Named] = {}
    for each in readings:
        distinct.setdefault((each.first, each.last), each)
    return tuple(distinct.values())


def _vague(meaning: Vague, tense: Tense, published: Anchor | None) -> tuple[Named, ...]:
    """ "Recently" was by the day of writing, "soon" is from then on; how far nobody can say."""
    if published is None or meaning.side not in ("past", "future"):
        return ()
    # "He soon noticed" was soon after something else.
    if meaning.side == "future" and tense == "past":
        return ()
    if meaning.side == "past":
        return (Named(None, published.last, "before the " + published.name),)
    return (Named(published.first, None, "after the " + published.name),)
