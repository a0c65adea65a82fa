"""Quotations by their marks: every typography, nested, over several paragraphs, however badly printed.

Each paragraph is read on its own with a stack of open marks, so an odd mark never costs more than its
paragraph. Marks that have two faces (straight ones, ” in Swedish, » in German) are told apart by what
stands around them; apostrophes are left out by `marks.CANDIDATE` and the list of elisions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.extract.marks import marks
from hearsay.extract.marks.open_marks import DEPTH, Open, Paragraph

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


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of `text`, outer before inner, in the order of their opening marks.

    Spans are code-point offsets, properly nested, and never cross a paragraph: a line, or, where lines
    are plainly wrapped, a block between blank lines. Takes time linear in the length of the text; never
    raises.
    """
    found: list[Quotation] = []
    waiting: Paragraph | None = None
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
        mark = found[0][:2]  # of a trebled mark the first two open, and the third opens within
        leading.append((mark, position))
        position += len(mark)
        while position < stop and text[position] in "\u00a0\u202f\u2009 ":
            position += 1
    return leading


def _read(text: str, start: int, stop: int, continued: dict[int, str]) -> Paragraph:
    paragraph = Paragraph(text, start, stop)
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


def _steps(paragraph: Paragraph, mark: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """Read a doubled mark as two where it closes nothing as one and a single quotation is open.

    A trebled one is a single mark and a doubled one, the single one inside.
    """
    stack = paragraph.stack
    within_single = bool(stack) and stack[-1].mark in marks.SINGLES
    if len(mark) == 3:
        middle = start + (1 if within_single else 2)
        return (mark[: middle - start], start, middle), (mark[middle - start :], middle, end)
    closes_singles = mark in ("''", "’’") and within_single
    if closes_singles and not any(quotation.mark in marks.DOUBLED for quotation in stack):
        return (mark[0], start, start + 1), (mark[0], start + 1, end)
    return ((mark, start, end),)


def _step(paragraph: Paragraph, mark: str, start: int, end: int, before: str, swedish: bool) -> str:
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
    ends = closes or (single and not before.isspace() and marks.is_unspaced(text, end))
    if index >= 0 and _closes(stack[index].mark, mark, opens, ends, single):
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


def _accepting(stack: list[Open], mark: str, single: bool) -> int:
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
        return opens or not closes or (mark == "«" and before in "'’")  # l’« État »
    if mark in "'`":
        return opens
    if mark == "’":
        return opens and not closes and swedish
    if mark in ('"', "＂", "''"):
        # A straight mark that faces neither way opens what is not yet open: a space was left out.
        return opens or not (closes or open_already or before.isdigit() or _is_hebrew(before))
    return opens and not closes


def _is_weak(text: str, end: int, mark: str, before: str, stop: int) -> bool:
    """Whether a closing mark may be an apostrophe (the students' books) or say inches (a 9" plate)."""
    if mark in marks.SINGLES:
        follows = text[end : min(end + 2, stop)]
        if before in "sxz" and follows[:1] in (".", ",", ";"):
            return True  # ‘It was the Smiths’.’
        return before in "sxzn" and len(follows) == 2 and follows[0] == " " and follows[1].islower()
    return before.isdigit()


def _is_hebrew(character: str) -> bool:
    # Hebrew writes a straight double mark inside abbreviations.
    return "\u0590" <= character <= "\u05ff"


def _nest(found: list[Open]) -> list[Quotation]:
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
