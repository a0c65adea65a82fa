"""Block quotations: words that the layout sets apart, credited by the line above or the signature below.

What a page sets apart is a quotation only in every other case: summaries, key points and sentences in large
print are set so as well. So a block counts only where the paragraph before it ends with a colon, or where it
is signed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from hearsay.extract.layouts.introduction import introduction
from hearsay.extract.layouts.signed import Signature, name_line, signature
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.model import Span

_COLONS = frozenset(":：")
_QUOTED_LINE = re.compile(r"[ ]{0,3}>[>\s]*")
_INDENTED_LINE = re.compile(r"(?:[ ]{4,}|[ ]{0,3}\t)\s*(?=\S)")
_LINE = re.compile(r"[^\n]*\n?")
# Where more of a text's paragraphs are indented, indentation is how its paragraphs begin.
_SHARE = 0.5


def plain_blocks(text: str) -> tuple[Span, ...]:
    """The paragraphs of a plain text that stand behind `>` on each line, or are indented as a whole.

    Spans begin with the first word and end with the last; `>` at the beginning of a further line is
    within. Takes time linear in the length of the text.
    """
    quoted: list[Span] = []
    indented: list[Span] = []
    plain = 0
    before = ""
    for start, stop in _lines(text):
        if not text[start:stop].strip():
            before = ""
            continue
        mark = _QUOTED_LINE.match(text, start, stop)
        indent = mark or _INDENTED_LINE.match(text, start, stop)
        end = start + len(text[start:stop].rstrip())
        if indent is None:
            plain += before != "plain"
            before = "plain"
        elif indent.end() >= end:
            before = ""  # a line that holds `>` alone parts paragraphs
        else:
            kind, spans = (">", quoted) if mark else (" ", indented)
            if before == kind:
                spans[-1] = spans[-1][0], end
            elif before == "plain" and not mark:
                continue  # the second line of a paragraph, hanging
            else:
                spans.append((indent.end(), end))
            before = kind
    if len(indented) > _SHARE * (plain + len(indented)):
        indented.clear()
    return tuple(sorted(quoted + indented))


def _lines(text: str) -> Iterator[Span]:
    if ">" in text or "\t" in text or "    " in text:
        for found in _LINE.finditer(text):
            if found.end() > found.start():
                yield found.span()


def block_links(text: str, tokens: Tokens, blocks: Sequence[Span]) -> list[Link]:
    """One attribution a block quotation (or several, one right after the other) that is credited or led in.

    `blocks` are spans of `text` in order and apart, `Document.blocks` or `plain_blocks`. Each paragraph is a
    content of its own; the cue and the source are those of the line before, or the signature; both are
    missing where the line before ends with a colon and names nobody.
    """
    links = []
    for contents in _groups(text, tokens, blocks):
        link = _link(tokens, contents)
        if link is not None:
            links.append(link)
    return links


def _groups(text: str, tokens: Tokens, blocks: Sequence[Span]) -> Iterator[list[Piece]]:
    """The paragraphs of each block, of those together that have no words between them."""
    group: list[Piece] = []
    for start, end in blocks:
        pieces = _paragraphs(text, tokens, start, end)
        if not pieces:
            continue
        between = tokens.words[group[-1].end : pieces[0].start] if group else []
        if group and any(word != ">" for word in between):
            yield group
            group = []
        group += pieces
    if group:
        yield group


def _paragraphs(text: str, tokens: Tokens, start: int, end: int) -> list[Piece]:
    """What stands between empty lines in `text[start:end]`."""
    first, last = bisect_left(tokens.starts, start), bisect_right(tokens.ends, end)
    pieces = []
    begin = first
    for i in range(bisect_right(tokens.paragraphs, first), bisect_left(tokens.paragraphs, last)):
        border = tokens.paragraphs[i]
        if text.count("\n", tokens.ends[border - 1], tokens.starts[border]) > 1:
            pieces.append(Piece("A", begin, border))
            begin = border
    if begin < last:
        pieces.append(Piece("A", begin, last))
    return pieces


def _link(tokens: Tokens, contents: list[Piece]) -> Link | None:
    first, last = contents[0].start, contents[-1].end
    signed = _signed_within(tokens, contents)
    if signed is None:
        signed = _signed_below(tokens, last)
    home = bisect_left(tokens.paragraphs, first)
    led_in = _before(tokens, first)
    if signed is not None:
        return Link(tuple(contents), signed.dash, signed.source) if contents else None
    if led_in is None or home == 0:
        return None
    cue, source = introduction(tokens, *led_in)
    return Link(tuple(contents), cue, source)


def _before(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The paragraph before the token `first` if it ends with a colon."""
    stop = first
    while stop and tokens.words[stop - 1] == ">":
        stop -= 1
    if stop == 0 or tokens.words[stop - 1] not in _COLONS:
        return None
    return tokens.paragraphs[bisect_left(tokens.paragraphs, stop) - 1], stop


def _signed_within(tokens: Tokens, contents: list[Piece]) -> Signature | None:
    """The signature that is the last line of the block; it is taken off the contents."""
    last = contents[-1]
    start = tokens.paragraphs[bisect_left(tokens.paragraphs, last.end) - 1]
    start = max(start, last.start)
    line = start
    while line < last.end and tokens.words[line] == ">":
        line += 1
    if line == contents[0].start:
        return None
    found = signature(tokens, line, last.end) or name_line(tokens, line, last.end)
    if found is None:
        return None
    while start > last.start and tokens.words[start - 1] == ">":
        start -= 1
    contents[-1:] = [Piece("A", last.start, start)] if start > last.start else []
    return found


def _signed_below(tokens: Tokens, last: int) -> Signature | None:
    """The signature that is the next paragraph."""
    home = bisect_left(tokens.paragraphs, last)
    if home + 1 >= len(tokens.paragraphs):
        return None
    start, stop = tokens.paragraphs[home], tokens.paragraphs[home + 1]
    return signature(tokens, start, stop) or name_line(tokens, start, stop)
