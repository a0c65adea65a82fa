"""What printings of two wordings must share at least, for many pairs at once: by who spoke, how and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from hearsay.link.alike import SPANS, needed
from hearsay.link.nodes import Node
from hearsay.link.numbers import Numbers
from hearsay.link.voices import CREDITS, Voices

# More than any words tell.
_NEVER = 1 << 30
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_DAY = timedelta(days=1) // _TICK
# Where a wording has no date: before and after all times, so that it is far from any.
_NO_TIME = 1 << 60
_FAR = len(SPANS)
_UNDATED = _FAR + 1


def _told(place: int, indirect: bool, when: int) -> int:
    days = None if when == _UNDATED else 2.0 * SPANS[-1] if when == _FAR else float(SPANS[when])
    need = needed(CREDITS[place], indirect=indirect, days=days)
    return _NEVER if need is None else need.told


class Needs:
    """Wordings by their places, and what any two printings of them need at least."""

    def __init__(self, nodes: Sequence[Node], members: Sequence[Sequence[int]]) -> None:
        """Of each wording are given the places in `nodes` of its nodes."""
        names = [{nodes[n].speaker for n in own} for own in members]
        self._voices = Voices({name for found in names for name in found})
        self._speakers = np.array([self._voices.number(found) for found in names], np.int64)
        self._indirect = np.array([all(nodes[n].indirect for n in own) for own in members], bool)
        self._undated = np.array([any(nodes[n].undated for n in own) for own in members], bool)
        dated = [[nodes[n] for n in own if nodes[n].moments] for own in members]
        self._begin = np.array(
            [min((_ticks(node.moments[0][0]) for node in own), default=_NO_TIME) for own in dated], np.int64
        )
        self._end = np.array(
            [max((_ticks(node.latest[-1][1]) for node in own), default=-_NO_TIME) for own in dated], np.int64
        )
        self._told = np.array(
            [
                [[_told(place, indirect, when) for when in range(_UNDATED + 1)] for indirect in (False, True)]
                for place in range(len(CREDITS))
            ],
            np.int64,
        )

    def easiest(self, ones: Numbers, others: Numbers) -> Numbers:
        """What each of `ones` and the one beside it in `others` need if one speaker can have said both."""
        return self._least(ones, others, np.zeros(len(ones), np.int64))

    def of(self, ones: Numbers, others: Numbers) -> Numbers:
        """The same, by who is credited too."""
        return self._least(ones, others, self._voices.credits(self._speakers[ones], self._speakers[others]))

    def _least(self, ones: Numbers, others: Numbers, credits: Numbers) -> Numbers:
        gaps = np.maximum(self._begin[ones] - self._end[others], self._begin[others] - self._end[ones])
        when = np.searchsorted(_SPANS, gaps)
        indirect = (self._indirect[ones] | self._indirect[others]).astype(np.int64)
        least = np.where(gaps >= _NO_TIME // 2, _NEVER, self._told[credits, indirect, when])
        undated = self._undated[ones] | self._undated[others]
        return np.where(undated, np.minimum(least, self._told[credits, indirect, _UNDATED]), least)


_SPANS = np.array([days * _DAY for days in SPANS], np.int64)


def _ticks(moment: datetime) -> int:
    return (moment - _EPOCH) // _TICK
