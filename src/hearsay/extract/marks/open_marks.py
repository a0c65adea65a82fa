"""The quotations that stand open while a paragraph is read, and those that it has closed.

A mark that never closes costs no more than its paragraph, and no more than the way to the next quotation
with the same mark.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay.extract.marks import marks

# Deeper nesting than any text has; it bounds the work for each mark.
DEPTH = 12


@dataclass(slots=True)
class Open:
    """A quotation while its paragraph is read."""

    mark: str
    start: int
    inner_start: int
    continued: bool = False
    # Opened by a mark that faces neither way: forgotten unless it closes.
    doubtful: bool = False
    # Where the next quotation with the same mark begins inside: the end, if this one never closes.
    sibling: int | None = None
    # A mark that says inches, but closes if nothing else does.
    measure: tuple[int, int] | None = None
    end: int = -1
    inner_end: int = -1
    closing: str = ""
    # Closed by a mark that may be an apostrophe or a measure: a later, clear one extends the quotation.
    weak: bool = False
    last: Open | None = None


@dataclass(slots=True)
class Paragraph:
    """The open and the found quotations of the paragraph [start, stop)."""

    text: str
    start: int
    stop: int
    stack: list[Open] = field(default_factory=list)
    found: list[Open] = field(default_factory=list)
    last: Open | None = None

    def open(
        self, mark: str, start: int, end: int, *, continued: bool = False, doubtful: bool = False
    ) -> None:
        if len(self.stack) >= DEPTH:
            return
        outer = self._innermost_double() if mark not in marks.SINGLES else self.stack[-1:]
        if outer and outer[0].mark == mark and outer[0].sibling is None:
            outer[0].sibling = start
        self.stack.append(Open(mark, start, end, continued=continued, doubtful=doubtful))

    def close(self, index: int, mark: str, start: int, end: int, *, weak: bool) -> None:
        """Close the quotation at `index` of the stack; what is open inside it never closes."""
        while len(self.stack) > index + 1:
            inner = self.stack.pop()
            if inner.mark not in marks.SINGLES and not inner.doubtful:
                self._leave_open(inner, start)
        quotation = self.stack.pop()
        quotation.end, quotation.inner_end, quotation.closing, quotation.weak = end, start, mark, weak
        for outer in self._innermost_double():
            if quotation.mark in marks.SINGLES and (outer.sibling or 0) > quotation.start:
                outer.sibling = None  # “He said ‘I read “War” twice’ …: it stood in a quotation of its own
        self.found.append(quotation)
        if self.stack:
            self.stack[-1].last = quotation
        else:
            self.last = quotation

    def extend(self, mark: str, start: int, end: int) -> None:
        """Let the last quotation reach to this mark, if its own closing mark was a doubtful one."""
        last = self.stack[-1].last if self.stack else self.last
        if last is not None and last.weak and mark == last.closing:
            last.end, last.inner_end, last.weak = end, start, False

    def _innermost_double(self) -> list[Open]:
        """The last open quotation with a double mark: a single one may be an apostrophe and hides nothing."""
        return next(([q] for q in reversed(self.stack) if q.mark not in marks.SINGLES), [])

    def _leave_open(self, quotation: Open, stop: int) -> None:
        if quotation.measure is not None:
            quotation.inner_end, quotation.end = quotation.measure
            quotation.closing = self.text[quotation.inner_end : quotation.end]
        else:
            stop = min(stop, quotation.sibling or stop)
            quotation.end = quotation.inner_end = _rstrip(self.text, quotation.inner_start, stop)
        if quotation.inner_end > quotation.inner_start:
            self.found.append(quotation)

    def finish(self, leading: list[str]) -> list[str]:
        """End the paragraph; `leading` are the next one's first marks. The marks that those go on from."""
        waiting = [q for q in self.stack if q.sibling is None and q.measure is None and not q.doubtful]
        count = 0
        for quotation, mark in zip(waiting, leading, strict=False):
            if mark != quotation.mark and (quotation.mark, mark) not in _FRENCH:
                break
            count += 1
        going_on = waiting[:count]
        for quotation in self.stack:
            if not quotation.doubtful and (
                quotation.mark not in marks.SINGLES or any(quotation is q for q in going_on)
            ):
                self._leave_open(quotation, self.stop)
        return [quotation.mark for quotation in going_on]


# French printers open a paragraph inside a quotation with the closing mark.
_FRENCH = {("«", "»"), ("‹", "›")}


def _rstrip(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop
