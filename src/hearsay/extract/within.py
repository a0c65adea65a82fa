"""Which attribution's content a stretch of text stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hearsay.model import Attribution, Span

# How many contents back the innermost one is looked for: contents nest three deep, and few overlap otherwise.
BACK = 12


class Contents:
    """Contents in the order of the text; each attribution is told by its index in `attributions`."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._spans = sorted((span, n) for n, each in enumerate(attributions) for span in each.content)

    @property
    def spans(self) -> Sequence[tuple[Span, int]]:
        """All contents, each with the index of its attribution."""
        return self._spans

    def innermost(self, span: Span) -> int | None:
        """The attribution with the shortest content that holds the span, `None` where none does."""
        last = bisect_right(self._spans, ((span[0], 1 << 60), -1))
        holding = [
            (end - start, n)
            for (start, end), n in self._spans[max(0, last - BACK) : last]
            if start <= span[0] and span[1] <= end
        ]
        return min(holding)[1] if holding else None

    def within(self, start: int, stop: int) -> Sequence[tuple[Span, int]]:
        """The contents that begin in [start, stop)."""
        return self._spans[
            bisect_left(self._spans, ((start, start), -1)) : bisect_left(self._spans, ((stop, stop), -1))
        ]

    def last_before(self, offset: int) -> int | None:
        """The attribution whose content begins last before the offset."""
        at = bisect_left(self._spans, ((offset, offset), -1)) - 1
        return self._spans[at][1] if at >= 0 else None
