"""When an action took place, or is to: the time expression that its sentence ties to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from hearsay.lexicon import load_words
from hearsay.model import ActionStatus, Span, TimeExpression

# Days before the document from which on what is told is history.
_LONG = 366
# How far, in code points, a time may stand from what it dates.
_FAR = 100


class When:
    """The times of a document, in its `text`, and its day (ISO, or `None`)."""

    def __init__(self, text: str, times: Sequence[TimeExpression], day: str | None) -> None:
        self._text = text
        self._times = sorted(
            (each for each in times if each.type in ("date", "time") and (each.earliest or each.latest)),
            key=lambda each: each.span,
        )
        self._starts = [each.span[0] for each in self._times]
        self._day = day

    def of(self, where: Span, sentence: Span, status: ActionStatus) -> TimeExpression | None:
        """The time nearest to the action in its sentence, of those it can be; of equals the one behind it."""
        first, stop = (bisect_left(self._starts, border) for border in sentence)
        near = [
            (_apart(each.span, where), each.span[0] < where[0], each)
            for each in self._times[first:stop]
            if self._can_be(each, status) and self._is_tied(each.span, where)
        ]
        return min(near, key=lambda one: one[:2])[2] if near else None

    def _is_tied(self, time: Span, where: Span) -> bool:
        """Whether no other clause begins between the two, and they stand near each other."""
        between = self._text[min(time[1], where[1]) : max(time[0], where[0])].lower()
        return len(between) <= _FAR and load_words("clause_borders").isdisjoint(between.split())

    def is_history(self, time: TimeExpression | None) -> bool:
        """Whether the time lies more than a year before the document."""
        if time is None or time.latest is None or self._day is None:
            return False
        try:
            return date.fromisoformat(time.latest) < date.fromisoformat(self._day) - timedelta(days=_LONG)
        except (ValueError, OverflowError):
            return False

    def _can_be(self, time: TimeExpression, status: ActionStatus) -> bool:
        """Whether what was done was not done after the document; what is to come can be of any time."""
        if self._day is None or time.earliest is None or status not in ("done", "alleged"):
            return True
        return time.earliest[:10] <= self._day


def _apart(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
