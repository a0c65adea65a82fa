"""Quotations by their marks: every typography, nested, over several paragraphs, however badly printed.

Each paragraph is read on its own with a stack of open marks, so an odd mark never costs more than its
paragraph. Marks that have two faces (straight ones, ” in Swedish, » in German) are told apart by what
stands around them; apostrophes are left out by `marks.CANDIDATE` and the list of elisions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hearsay.extract import marks

# Deeper nesting than any text has; it bounds the work for each mark.
DEPTH = 12

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+")
_BLOCK = re.compile(r"(?:[^\n]|\n(?![^\S\n]*\n))+")
_SINGLE_BREAK = re.compile(r"\n(?:(?<=\S\n)|(?<=\S\r\n))(?=\S)")
_LEADING = re.compile(r"[\s\-–—―•*>]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks, or from a mark that never closes to its paragraph's end.

    [start, end) includes the marks, [inner_start, inner_end) does not. `depth` is 0 for a quotation that
    stands in no other. `closed` is False where the mark never closes. `continued` is True where the
    paragraph opens with the mark that the paragraph before left open: one quotation over several
    paragraphs. `style` is the pair of marks as printed ("“”", "«»", "``''"), with the usual closing mark
    where there is none; "《》" are titles.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool
    continued: bool
    style: str


@dataclass(slots=True)
class _Open:
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
    last: _Open | None = None


@dataclass(slots=True)
class _Paragraph:
    """The open and the found quotations of the paragraph [start, stop)."""

    text: str
    start: int
    stop: int
    stack: list[_Open] = field(default_factory=list)
    found: list[_Open] = field(default_factory=list)
    last: _Open | None = None

    def open(
        self, mark: str, start: int, end: int, *, continued: bool = False, doubtful: bool = False
    ) -> None:
        if len(self.stack) >= DEPTH:
            return
        if self.stack and self.stack[-1].mark == mark and self.stack[-1].sibling is None:
            self.stack[-1].sibling = start
        self.stack.append(_Open(mark, start, end, continued=continued, doubtful=doubtful))

    def close(self, index: int, mark: str, start: int, end: int, *, weak: bool) -> None:
        """Close the quotation at `index` of the stack; what is open inside it never closes."""
        while len(self.stack) > index + 1:
            inner = self.stack.pop()
            if inner.mark not in marks.SINGLES and not inner.doubtful:
                self._leave_open(inner, start)
        quotation = self.stack.pop()
        quotation.end, quotation.inner_end, quotation.closing, quotation.weak = end, start, mark, weak
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

    def _leave_open(self, quotation: _Open, stop: int) -> None:
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


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of `text`, outer before inner, in the order of their opening marks.

    Spans are code-point offsets, properly nested, and never cross a paragraph: a line, or, where lines
    are plainly wrapped, a block between blank lines. Takes time linear in the length of the text; never
    raises.
    """
    found: list[Quotation] = []
    waiting: _Paragraph | None = None
    for start, stop in paragraphs(text):
        continued: dict[int, str] = {}
        if waiting is not None:
            leading = _leading_marks(text, start, stop) if waiting.stack else []
            going_on = waiting.finish([mark for mark, _ in leading])
            continued = {position: mark for (_, position), mark in zip(leading, going_on, strict=False)}
            found.extend(_nest(waiting.found))
        waiting = _read(text, start, stop, continued) if marks.CANDIDATE.search(text, start, stop) else None
    if waiting is not None:
        waiting.finish([])
        found.extend(_nest(waiting.found))
    return tuple(found)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of `text`: its lines, or its blocks between blank lines where lines are wrapped.

    Lines count as wrapped if a third of those that go on from another line begin with a small letter.
    """
    single = [found.end() for found in _SINGLE_BREAK.finditer(text)]
    wrapped = len(single) > 1 and 3 * sum(text[position].islower() for position in single) >= len(single)
    for found in (_BLOCK if wrapped else _LINE).finditer(text):
        if not found[0].isspace():
            yield found.span()


def _leading_marks(text: str, start: int, stop: int) -> list[tuple[str, int]]:
    """The marks that a paragraph begins with, and where they stand."""
    leading: list[tuple[str, int]] = []
    blank = _LEADING.match(text, start, stop)
    position = blank.end() if blank else start
    while len(leading) < DEPTH:
        found = marks.CANDIDATE.match(text, position, stop)
        if found is None or (found[0] in marks.SINGLES and marks.is_elision(text, found.end())):
            break
        leading.append((found[0], position))
        position = found.end()
        while position < stop and text[position] in "\u00a0\u202f\u2009 ":
            position += 1
    return leading


def _read(text: str, start: int, stop: int, continued: dict[int, str]) -> _Paragraph:
    paragraph = _Paragraph(text, start, stop)
    swedish = text.find("‘", start, stop) < 0
    before_end, before = start, " "
    for found in marks.CANDIDATE.finditer(text, start, stop):
        here, end = found.span()
        if here != before_end:
            before = text[here - 1]
        for mark, first, last in _steps(paragraph, found[0], here, end):
            if first in continued:
                paragraph.open(continued[first], first, last, continued=True)
                before = " "
            else:
                before = _step(paragraph, mark, first, last, before, swedish)
        before_end = end
    return paragraph


def _steps(paragraph: _Paragraph, mark: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """Read a doubled mark as two where it closes nothing as one and a single quotation is open."""
    stack = paragraph.stack
    closes_singles = mark in ("''", "’’") and bool(stack) and stack[-1].mark in marks.SINGLES
    if closes_singles and not any(mark in marks.OPENS[quotation.mark] for quotation in stack):
        return (mark[0], start, start + 1), (mark[0], start + 1, end)
    return ((mark, start, end),)


def _step(paragraph: _Paragraph, mark: str, start: int, end: int, before: str, swedish: bool) -> str:
    """Let one mark open, close, extend or mean nothing; what it is to the mark right after it."""
    text, stack = paragraph.text, paragraph.stack
    single = mark in marks.SINGLES
    opens, closes = marks.facing(text, start, end, before, paragraph.stop)
    if single and not before.isalnum() and marks.is_elision(text, end) and not (closes and not opens):
        return text[end - 1]
    index = _accepting(stack, mark, single)
    if mark in '"”' and before.isdigit() and marks.is_measure(text, start):
        if index >= 0:
            stack[index].measure = (start, end)
        return text[end - 1]
    if index >= 0 and _closes(stack[index].mark, mark, opens, closes, single):
        paragraph.close(index, mark, start, end, weak=_is_weak(text, end, mark, before, paragraph.stop))
        return "x"
    if _opens(mark, opens, closes, before, swedish, open_already=index >= 0):
        paragraph.open(
            mark, start, end, doubtful=not opens and mark not in marks.OPENING_FIRST | marks.OPENING_ONLY
        )
        return " "
    if closes and not opens and not before.isdigit() and (not single or before in ".,!?…"):
        paragraph.extend(mark, start, end)
    return text[end - 1]


def _accepting(stack: list[_Open], mark: str, single: bool) -> int:
    """The innermost open quotation that `mark` can close, -1 if none; a single mark closes only the last."""
    if not stack:
        return -1
    if single:
        return len(stack) - 1 if mark in marks.OPENS[stack[-1].mark] else -1
    for index in range(len(stack) - 1, -1, -1):
        if mark in marks.OPENS[stack[index].mark]:
            return index
    return -1


def _closes(opening: str, mark: str, opens: bool, closes: bool, single: bool) -> bool:
    if (opening, mark) in marks.ALWAYS:
        return True
    if single or (opening == mark and mark in marks.OPENING_FIRST):
        return closes
    return closes or not opens


def _opens(mark: str, opens: bool, closes: bool, before: str, swedish: bool, *, open_already: bool) -> bool:
    if mark in marks.OPENERS and mark in marks.OPENING_ONLY:
        return True
    if mark not in marks.OPENERS:
        return False
    if mark in marks.OPENING_FIRST:
        return opens or not closes
    if mark in "'`":
        return opens
    if mark == "’":
        return opens and not closes and swedish
    if mark in '"' or mark == "''":
        # A straight mark that faces neither way opens what is not yet open: a space was left out.
        return opens or not (closes or open_already or before.isdigit() or _is_hebrew(before))
    return opens and not closes


def _is_weak(text: str, end: int, mark: str, before: str, stop: int) -> bool:
    """Whether a closing mark may be an apostrophe (the students' books) or say inches (a 9" plate)."""
    if mark in marks.SINGLES:
        follows = text[end : min(end + 2, stop)]
        return before in "sxzn" and len(follows) == 2 and follows[0] == " " and follows[1].islower()
    return before.isdigit()


def _is_hebrew(character: str) -> bool:
    # Hebrew writes a straight double mark inside abbreviations.
    return "\u0590" <= character <= "\u05ff"


def _nest(found: list[_Open]) -> list[Quotation]:
    """Order the quotations of a paragraph and count how deep each stands."""
    found.sort(key=lambda q: (q.start, -q.end))
    nested: list[Quotation] = []
    ends: list[int] = []
    for q in found:
        while ends and ends[-1] <= q.start:
            ends.pop()
        style = q.mark + (q.closing or marks.USUAL_END[q.mark])
        nested.append(
            Quotation(
                q.start, q.end, q.inner_start, q.inner_end, len(ends), bool(q.closing), q.continued, style
            )
        )
        ends.append(q.end)
    return nested


def _rstrip(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop
