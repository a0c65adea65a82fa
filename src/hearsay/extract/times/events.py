"""Lengths that lead to an event: "two days before Christmas", "hours after the call in May".

The day of the event is a date in the words for it, or, where the text has dated it before, that date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from functools import cache

from hearsay.extract.times import amounts
from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.calendar_days import SIZES
from hearsay.extract.times.expression import Expression
from hearsay.extract.times.meaning import Offset, Timeless, Weekday
from hearsay.extract.times.named import Anchor, Named, counted
from hearsay.extract.times.offsets import shifted
from hearsay.extract.times.parts import unit_at
from hearsay.extract.times.recurring import nearest
from hearsay.lexicon import load_table, load_words

# How many words an event's date can stand behind "before" or "after", and how many its name has.
BEHIND = 8
NAME = 4
# How many sentences back an event may have been dated, and how near to its date, in atoms, it then stands.
SENTENCES = 5
BESIDE = 8
UNDATED = "event without a date"


def counted_from_events(
    atoms: Atoms, found: Sequence[Expression], readings: Sequence[tuple[Named, ...]]
) -> list[tuple[Named, ...]]:
    """`readings`, with days for what leads with "before" or "after" to an event of which the text has a date.

    One of which it has none is said to be undated.
    """
    result = list(readings)
    for i in range(len(found) - 1, -1, -1):
        each = found[i]
        if not atoms.has(each.end, "event_side") or atoms.low(each.start - 1) == "for":
            # Suspended for a month after the vote: how long, and not when.
            continue
        named = _date_behind(atoms, found, result, i) or _date_before(atoms, found, result, i)
        if named is None:
            if isinstance(each.meaning, Timeless) and each.type == "duration" and _names_event(atoms, each):
                result[i] = (Named(None, None, UNDATED),)
            continue
        event, why = named
        if event.first and event.last:
            anchor = Anchor(event.first, event.last, why, event.unit)
            side = -1 if atoms.has(each.end, "earlier") else 1
            result[i] = _from_event(atoms, each, anchor, side) or result[i]
    return result


def _date_behind(
    atoms: Atoms, found: Sequence[Expression], readings: Sequence[tuple[Named, ...]], i: int
) -> tuple[Named, str] | None:
    """The date in the words for the event: the Oct. 23 shooting, the vote in May, she left on Tuesday."""
    if i + 1 >= len(found) or not readings[i + 1]:
        return None
    start, stop = found[i].end + 1, found[i + 1].start
    if stop - start > BEHIND or any(border in atoms.borders for border in range(start, stop + 1)):
        return None
    between = [atoms.low(at) for at in range(start, stop)]
    if not all(word[0].isalpha() or word == "'s" for word in between):
        return None
    if isinstance(found[i].meaning, Weekday) and between not in ([], ["the"]):
        return None
    plain = not between or between == ["the"]
    told = bool(between) and (between[-1] == "of" or between[-1] in load_words("time_leads"))
    if not plain and (not told or any(word in load_words("event_ends") for word in between)):
        return None
    event = readings[i + 1][0]
    return (event, "date behind it") if event.first and event.last else None


def _date_before(
    atoms: Atoms, found: Sequence[Expression], readings: Sequence[tuple[Named, ...]], i: int
) -> tuple[Named, str] | None:
    """The day that stood beside the event when it was told of just before: the dinner was held on March 3."""
    noun = _event(atoms, found[i]) if isinstance(found[i].meaning, Timeless) else None
    if noun is None:
        return None
    forms = _events()[noun]
    here = bisect_right(atoms.sentences, found[i].start)
    for j in range(i - 1, -1, -1):
        sentence = bisect_right(atoms.sentences, found[j].start)
        if here - sentence > SENTENCES:
            return None
        event = readings[j][0] if readings[j] else None
        if sentence == here or event is None or not event.first or not event.last or event.unit != "day":
            continue
        start = max(atoms.sentences[sentence - 1], found[j].start - BESIDE)
        stop = min(_end(atoms, sentence), found[j].end + BESIDE)
        if any(atoms.low(at) in forms for at in range(start, stop)):
            return event, f"date told with the {noun}"
    return None


def _end(atoms: Atoms, sentence: int) -> int:
    return atoms.sentences[sentence] if sentence < len(atoms.sentences) else len(atoms)


def _event(atoms: Atoms, each: Expression) -> str | None:
    """The noun of the event behind "before" or "after", if it is one known already: the vote, his dinner."""
    at = each.end + 1
    if not atoms.has(at, "event_start") or atoms.low(at) not in load_words("event_known"):
        return None
    noun = None
    for place in range(at + 1, min(len(atoms), at + 1 + NAME)):
        word = atoms.low(place)
        if place in atoms.borders or not word.isalpha() or word in load_words("function_words"):
            break
        noun = word
        if word in _events():
            return noun
    return None


def _names_event(atoms: Atoms, each: Expression) -> bool:
    """Whether an event follows at all: hours after the call, not hours before midnight."""
    return atoms.has(each.end + 1, "event_start")


@cache
def _events() -> dict[str, frozenset[str]]:
    """Nouns for events, each with the forms that tell the same."""
    return {row["noun"]: frozenset({row["noun"], *row["verbs"].split()}) for row in load_table("event_nouns")}


def _from_event(atoms: Atoms, each: Expression, anchor: Anchor, side: int) -> tuple[Named, ...]:
    if isinstance(each.meaning, Weekday) and not each.meaning.pick:
        number = each.meaning.number
        return tuple(counted(anchor, "day", lambda day: nearest(day, number, side, 1)))
    if not isinstance(each.meaning, Timeless) or (unit := unit_at(atoms, each.end - 1)) is None:
        return ()
    number_of = (
        Fraction(1)
        if atoms.has(each.start - 1, "the") and each.end == each.start + 1 and atoms.has(each.start, "unit")
        else amounts.amount(atoms, each.start, each.end - 1)
    )
    try:
        if SIZES[unit] <= 1 and unit != "day":
            # Hours after a day are on that day or, as far as they reach, the next.
            over = timedelta(max(1, -(-int(number_of or 1) // 24)) if unit == "hour" else 1)
            first, last = (
                (anchor.first, anchor.last + over) if side > 0 else (anchor.first - over, anchor.last)
            )
            return (Named(first, last, anchor.name),)
        if number_of is None:
            # Days before the vote: how many nobody says.
            if side < 0:
                return (Named(None, anchor.first - timedelta(1), anchor.name),)
            return (Named(anchor.last + timedelta(1), None, anchor.name),)
    except OverflowError:
        return ()
    if number_of != int(number_of) or SIZES[unit] < SIZES[anchor.unit]:
        return _around(anchor, unit, side, number_of)
    return tuple(shifted(anchor, Offset(unit, side * int(number_of))))


def _around(anchor: Anchor, unit: str, side: int, number_of: Fraction) -> tuple[Named, ...]:
    """So many days from some day of a month: as wide as the month."""
    days = {"day": 1, "week": 7}.get(unit)
    if days is None or number_of != int(number_of) or SIZES[anchor.unit] > SIZES["month"]:
        return ()
    try:
        moved = timedelta(side * days * int(number_of))
        return (Named(anchor.first + moved, anchor.last + moved, anchor.name, anchor.unit),)
    except OverflowError:
        return ()
