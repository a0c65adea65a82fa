"""Reports inside reports: who is credited, inside somebody's words, with words of his own.

"And then he goes, ‘I don't believe you’" inside a quotation is one attribution whose content holds another.
The outer ones may come from any tagger; they are not changed. The inner ones are found by grammar alone
(`inner_reports`, `inner_credits`), since no corpus of this size marks them; precision goes before recall.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.extract.kind import kind_of, mode_of
from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.naming.in_office import published_on
from hearsay.extract.nesting.frames import Framed, name_children
from hearsay.extract.nesting.inner_credits import credits_in
from hearsay.extract.nesting.inner_reports import Report, reports_in
from hearsay.extract.nesting.own_thoughts import own_thoughts
from hearsay.extract.nesting.stretches import stretch_of
from hearsay.extract.tokens import Tokens
from hearsay.model import Attribution, Document, Span, attribution_id

# Levels below the article's own attributions: he said that she told him that Lee had heard that Park said ...
# Nobody prints a fourth, and each level reads the contents of the one above once more.
LEVELS = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens [start, stop) of a content of `parent`, and whose "I" stands in them."""

    start: int
    stop: int
    parent: Attribution
    frame: str | None
    direct: bool
    level: int


def with_children(
    document: Document,
    tokens: Tokens,
    quotations: tuple[Quotation, ...],
    attributions: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """`attributions` with the reports that stand inside their contents, in the order of the text.

    A child's `parent` is the id of the attribution whose content holds it; its spans lie within one span of
    that content, and contents of the children of one parent do not overlap. A parent stands before its
    children. `tokens` and `quotations` are those of the document's text. Parents are unchanged, but for the
    order; what stands inside another content already is left alone. Takes time linear in the length of the
    text for each of `LEVELS`; never raises.
    """
    low = [word.lower().replace("’", "'") for word in tokens.words]
    cues = sorted(span for each in attributions for span in (*each.cue, *each.source))
    known = {each.id for each in attributions}
    children: list[Framed] = []
    waiting = [
        _Words(*_tokens_in(tokens, span), each, None, False, 1)
        for each in attributions
        for span in each.content
    ]
    while waiting:
        below: list[_Words] = []
        for words in waiting:
            for framed, inside in _children(document, tokens, low, quotations, words):
                if framed.child.id in known or _meets(cues, (*framed.child.cue, *framed.child.source)):
                    continue
                known.add(framed.child.id)
                children.append(framed)
                below += inside
        waiting = [words for words in below if words.level <= LEVELS]
    day = published_on(document)
    named = name_children(document.text, tokens, quotations, attributions, children, day)
    own = own_thoughts(document.text, children, named, {each.id: each for each in attributions})
    kept = [_outside(each, own) for each in named if each.id not in own]
    return tuple(sorted((*attributions, *kept), key=lambda each: (each.content[0][0], -each.content[0][1])))


def _outside(child: Attribution, own: Mapping[str, str]) -> Attribution:
    """The child under the nearest report around it that is not its speaker's own thought."""
    parent = child.parent
    while parent is not None and parent in own:
        parent = own[parent]
    return child if parent == child.parent else replace(child, parent=parent)


def _children(
    document: Document, tokens: Tokens, low: Sequence[str], quotations: Sequence[Quotation], words: _Words
) -> Iterator[tuple[Framed, list[_Words]]]:
    """The reports in a content, each with its own contents to be read in turn."""
    stretch = stretch_of(tokens, low, quotations, words.start, words.stop, direct=words.direct)
    frame = words.parent.id if stretch.direct and not words.direct else words.frame
    taken: list[tuple[int, int]] = []
    for report in _apart([*credits_in(stretch), *reports_in(stretch)]):
        child = _attribution(document, tokens, words.parent, report)
        own = child.id if report.direct else frame
        inside = [
            _Words(start, stop, child, own, report.direct or stretch.direct, words.level + 1)
            for start, stop in report.contents
        ]
        taken += report.contents
        yield Framed(child, frame), inside
    for inner in stretch.inner.values():
        # What nobody is credited with is still the words of the same person.
        if not any(start < inner.stop and inner.start < stop for start, stop in taken):
            uncredited = _Words(
                inner.first, inner.last, words.parent, frame or words.parent.id, True, words.level
            )
            yield from _children(document, tokens, low, quotations, uncredited)


def _apart(reports: list[Report]) -> list[Report]:
    """The reports of which no two overlap, the first found before the later, in the order of the text."""
    kept: list[Report] = []
    taken: list[tuple[int, int]] = []
    for report in reports:
        parts = [*report.contents, report.cue, *([report.source] if report.source else [])]
        if all(stop <= a or b <= start for start, stop in parts for a, b in taken):
            kept.append(report)
            taken += parts
    return sorted(kept, key=lambda report: report.contents[0])


def _attribution(document: Document, tokens: Tokens, parent: Attribution, report: Report) -> Attribution:
    content = tuple(_span(tokens, part) for part in report.contents)
    cue = (_span(tokens, report.cue),)
    source = (_span(tokens, report.source),) if report.source else ()
    text = document.text
    kind = kind_of(" ".join(text[start:end] for start, end in content))
    if report.direct and kind == "indirect" and not text[content[0][0]].isalnum():
        # Straight single marks, which by themselves may be apostrophes.
        kind = "direct"
    mode = mode_of(" ".join(text[start:end] for start, end in cue), kind)
    return Attribution(
        attribution_id(document.id, content, cue, source),
        document.id,
        kind,
        mode,
        content,
        cue,
        source,
        parent=parent.id,
    )


def _span(tokens: Tokens, part: tuple[int, int]) -> Span:
    return tokens.starts[part[0]], tokens.ends[part[1] - 1]


def _tokens_in(tokens: Tokens, span: Span) -> tuple[int, int]:
    start = bisect_left(tokens.starts, span[0])
    return start, max(start, bisect_right(tokens.ends, span[1]))


def _meets(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether any of `others` overlaps one of the sorted `spans`."""
    for start, end in others:
        i = bisect_left(spans, (end, end)) - 1
        # Cues and sources of one tagger do not overlap; two back is enough where they touch.
        if any(spans[k][1] > start for k in range(max(0, i - 1), i + 1)):
            return True
    return False
