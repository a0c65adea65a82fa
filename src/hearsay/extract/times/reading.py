"""The times of one text: expressions found, and counted from the day of writing or that of the story."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from hearsay.extract.times.atoms import Atoms, atoms_of
from hearsay.extract.times.calendar_days import SIZES, month_days, year_days
from hearsay.extract.times.events import counted_from_events
from hearsay.extract.times.expression import Expression
from hearsay.extract.times.expressions import find_expressions
from hearsay.extract.times.meaning import Days, Offset, Saying, Timeless
from hearsay.extract.times.named import Anchor, Named
from hearsay.extract.times.resolve import resolve
from hearsay.extract.times.tense import tense_around
from hearsay.extract.times.undated import weekday_years
from hearsay.extract.tokens import Tokens
from hearsay.model import Bound, Moment, Precision, Reading, Span, TimeExpression, TimeType

# How many sentences, and how many times named in them, a word like "then" or "two days later" can point back.
_SENTENCES = 4
_TIMES = 8
# Words before the first and the last time of a range.
_RANGES = frozenset({("from", "to"), ("from", "until"), ("from", "through"), ("between", "and")})


def read_times(
    tokens: Tokens, published: Moment | None, said: frozenset[Span] = frozenset()
) -> tuple[TimeExpression, ...]:
    """The time expressions of a tokenized text in its order.

    Any text will do. `published` is what relative expressions count from; without it only stated dates, what
    counts from them, and dates with their weekday have days. `said` are expressions that are known to tell
    when something was said: nobody means these by "then".
    """
    atoms = atoms_of(tokens)
    found = list(find_expressions(atoms))
    readings = list(_readings(atoms, found, _anchor(published), said))
    if published is None:
        readings = weekday_years(found, readings)
    readings = counted_from_events(atoms, found, readings)
    readings = [_with_fiscal(atoms, each, named) for each, named in zip(found, readings, strict=True)]
    return tuple(_expression(atoms, each, named) for each, named in zip(found, readings, strict=True))


def _readings(
    atoms: Atoms, found: Sequence[Expression], published: Anchor | None, said: frozenset[Span]
) -> Iterator[tuple[Named, ...]]:
    """What each expression can name, read from the first to the last."""
    told: deque[tuple[int, Anchor]] = deque(maxlen=_TIMES)
    for i, each in enumerate(found):
        if isinstance(each.meaning, Timeless | Saying):
            yield ()
            continue
        sentence = bisect_right(atoms.sentences, each.start)
        while told and sentence - told[0][0] > _SENTENCES:
            told.popleft()
        tense = tense_around(atoms, each.start, each.end)
        near = [anchor for _, anchor in reversed(told)]
        readings = resolve(each.meaning, tense, published, near)
        yield readings
        # "Overnight" says when something went on in between; nothing is counted from it.
        if readings and each.rule != "overnight" and (anchor := _told(each, readings[0])):
            tied = _span(atoms, each) in said
            told.append((sentence, replace(anchor, said=True) if tied else anchor))
            whole = _whole(atoms, found, i, [anchor for _, anchor in reversed(told)])
            if whole is not None:
                told.append((sentence, whole))


def _with_fiscal(atoms: Atoms, each: Expression, named: tuple[Named, ...]) -> tuple[Named, ...]:
    """The readings of a fiscal quarter or year, which begins when its firm or government says: said so."""
    if not named or not any(atoms.has(at, "fiscal") for at in range(each.start, each.end)):
        return named
    if any(atoms.low(at) == "calendar" for at in range(each.start, each.end)):
        return named
    return tuple(replace(one, basis=f"{one.basis}, fiscal year taken for the calendar year") for one in named)


def _whole(atoms: Atoms, found: Sequence[Expression], i: int, told: Sequence[Anchor]) -> Anchor | None:
    """From when until when, where the expression closes a range: from 2019 until 2023."""
    if len(told) < 2 or i == 0 or found[i].start != found[i - 1].end + 1:
        return None
    opens, closes = atoms.low(found[i - 1].start - 1), atoms.low(found[i].start - 1)
    if (opens, closes) not in _RANGES:
        return None
    last, first = told[0], told[1]
    if first.first > last.last or SIZES[last.unit] < SIZES["month"]:
        return None
    return Anchor(first.first, last.last, last.name, last.unit, stated=first.stated and last.stated)


def _told(each: Expression, named: Named) -> Anchor | None:
    if named.first is None or named.last is None:
        return None
    derived = isinstance(each.meaning, Offset) and named.basis == "narrative day"
    return Anchor(
        named.first, named.last, "narrative day", named.unit, derived, isinstance(each.meaning, Days)
    )


def _expression(atoms: Atoms, each: Expression, named: Sequence[Named]) -> TimeExpression:
    span = _span(atoms, each)
    kind: TimeType = "generic" if isinstance(each.meaning, Saying) else each.type
    bound = cast(Bound, atoms.value(each.start - 1, "bound")) if atoms.has(each.start - 1, "bound") else None
    if not named:
        return TimeExpression(span, kind, None, None, "", (), bound)
    if named[0].first is None and named[0].last is None:
        return TimeExpression(span, kind, None, None, named[0].basis, (), bound)
    if kind == "duration":
        kind = "date"
    readings = tuple(Reading(_iso(each.first), _iso(each.last), each.basis) for each in named)
    best = readings[0]
    earliest, latest = best.earliest, best.latest
    if named[0].alike:
        earliest = min(each.earliest or "" for each in readings)
        latest = max(each.latest or "" for each in readings)
    others = readings if len(readings) > 1 else ()
    return TimeExpression(span, kind, earliest, latest, best.basis, others, bound)


def _span(atoms: Atoms, each: Expression) -> Span:
    return atoms.starts[each.start], atoms.ends[each.end - 1]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _anchor(published: Moment | None) -> Anchor | None:
    """The day of writing, or the month or year of which no more is known."""
    if published is None:
        return None
    value = published.value
    if published.precision is Precision.YEAR:
        return Anchor(*year_days(int(value[:4])), "publication date", "year")
    if published.precision is Precision.MONTH:
        return Anchor(*month_days(int(value[:4]), int(value[5:7])), "publication date", "month")
    day = date.fromisoformat(value[:10])
    return Anchor(day, day, "publication date")
