"""Lengths that lead to a date: "two days before Christmas", "a week after the Oct. 23 shooting"."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.extract.times import amounts
from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.calendar_days import SIZES
from hearsay.extract.times.expression import Expression
from hearsay.extract.times.meaning import Offset, Timeless, Weekday
from hearsay.extract.times.named import Anchor, Named, counted
from hearsay.extract.times.offsets import shifted
from hearsay.extract.times.parts import unit_at
from hearsay.extract.times.recurring import nearest


def counted_from_next(
    atoms: Atoms, found: Sequence[Expression], readings: Sequence[tuple[Named, ...]]
) -> list[tuple[Named, ...]]:
    """`readings`, with days for what leads with "before" or "after" to a date that stands right behind it."""
    result = list(readings)
    for i in range(len(found) - 2, -1, -1):
        each, following = found[i], found[i + 1]
        if not atoms.has(each.end, "event_side"):
            continue
        gap = 2 if atoms.has(each.end + 1, "the") else 1
        if following.start != each.end + gap or not result[i + 1]:
            continue
        event = result[i + 1][0]
        if event.first and event.last:
            anchor = Anchor(event.first, event.last, "date behind it", event.unit)
            side = -1 if atoms.has(each.end, "earlier") else 1
            result[i] = _from_event(atoms, each, anchor, side) or result[i]
    return result


def _from_event(atoms: Atoms, each: Expression, anchor: Anchor, side: int) -> tuple[Named, ...]:
    if isinstance(each.meaning, Weekday) and not each.meaning.pick:
        number = each.meaning.number
        return tuple(counted(anchor, "day", lambda day: nearest(day, number, side, 1)))
    if not isinstance(each.meaning, Timeless) or (unit := unit_at(atoms, each.end - 1)) is None:
        return ()
    number_of = (
        1
        if atoms.has(each.start - 1, "the") and each.end == each.start + 1
        else amounts.amount(atoms, each.start, each.end - 1)
    )
    if number_of is None or number_of != int(number_of) or SIZES[unit] < SIZES[anchor.unit]:
        return ()
    return tuple(shifted(anchor, Offset(unit, side * int(number_of))))
