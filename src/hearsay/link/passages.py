"""Attributions -> passages: what was quoted in one breath, so that one utterance can be found in many papers.

An article credits a page of quotations to one speaker, and extraction gives them as one attribution with
several spans of content. Another article quotes but one of them. What is compared is therefore the passage:
spans between which no sentence ends.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hearsay.extract.kind import kind_of
from hearsay.model import Attribution, Hedge, Kind, Span, attribution_id

Content = tuple[Span, ...]

_OPENING = frozenset("\"“„«»‘‹「『'`")
_MARKS = "\"“”„‟«»‘’‚‹›「」『』'` \n\t)]"
_ENDS = frozenset(".!?…:。！？")
_WORD = re.compile(r"\w+")


def passages(text: str, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions of one document, those with several quotations taken apart, in the order of the text.

    A passage is an attribution with a part of the content, and all else that its whole has; `whole` is then
    the id of what it was taken from, and its own id that of its spans. What lies within another's content
    lies within one passage of it, which is its parent. Any text will do; offsets are those of `text`.
    """
    given = tuple(attributions)
    held: dict[str, list[Attribution]] = defaultdict(list)
    for one in given:
        if one.parent is not None:
            held[one.parent].append(one)
    cut: dict[str, list[Content]] = {}
    for one in sorted(given, key=lambda each: _extent(each.content)):
        parts = _cut(text, one.content)
        for child in held[one.id]:
            for part in cut.get(child.id, [child.content]):
                parts = _holding(parts, part)
        cut[one.id] = parts
    taken: dict[str, list[Attribution]] = {}
    known = {one.id for one in given}
    for one in given:
        taken[one.id] = [_passage(text, one, part) for part in cut[one.id]] if len(cut[one.id]) > 1 else [one]
        if len(taken[one.id]) > 1 and not known.isdisjoint(each.id for each in taken[one.id]):
            taken[one.id] = [one]
    found = [
        each if each.parent is None else replace(each, parent=_parent(each, taken.get(each.parent, [])))
        for one in given
        for each in taken[one.id]
    ]
    return tuple(found if len(found) == len(given) else sorted(found, key=lambda each: each.content[0][0]))


def _extent(content: Content) -> int:
    """Sorts contents before those that hold them."""
    return sum(end - start for start, end in content)


def _cut(text: str, content: Content) -> list[Content]:
    """The content's spans, those together between which no sentence ends."""
    parts: list[list[Span]] = []
    for span in content:
        if parts and (not _begins(text, parts[-1][-1], span) or _is_scrap(text, parts[-1])):
            parts[-1].append(span)
        else:
            parts.append([span])
    if len(parts) > 1 and _is_scrap(text, parts[-1]):
        last = parts.pop()
        parts[-1] += last
    return [tuple(part) for part in parts]


def _begins(text: str, before: Span, span: Span) -> bool:
    """Whether a sentence ends before the span, and another one begins with it."""
    between = text[before[1] : span[0]]
    if "\n" not in between and text[span[0]] not in _OPENING:
        return False  # "The bridge, he said, would be closed."
    first = next((char for char in text[span[0] : span[1]] if char.isalnum()), "")
    if first.islower():
        return False
    ends = text[before[0] : before[1]].rstrip(_MARKS)[-1:], between.rstrip(_MARKS)[-1:]
    return not _ENDS.isdisjoint(ends)


def _is_scrap(text: str, part: Sequence[Span]) -> bool:
    """Whether it is a single word, which says nothing by itself."""
    return sum(len(_WORD.findall(text, start, end)) for start, end in part) < 2


def _holding(parts: list[Content], child: Content) -> list[Content]:
    """The parts, joined so that one of them holds the child's content and is more than that."""
    touched = [n for n, part in enumerate(parts) if any(_meet(a, b) for a in part for b in child)]
    if not touched:
        return parts
    first, last = touched[0], touched[-1]
    if sum(parts[first : last + 1], ()) == child:
        last, first = (last + 1, first) if last + 1 < len(parts) else (last, max(0, first - 1))
    return [*parts[:first], sum(parts[first : last + 1], ()), *parts[last + 1 :]]


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _passage(text: str, whole: Attribution, content: Content) -> Attribution:
    return replace(
        whole,
        id=attribution_id(whole.document, content, whole.cue, whole.source),
        content=content,
        kind=_kind(text, whole.kind, content),
        whole=whole.id,
        hedges=hedges_in(whole, content),
    )


def hedges_in(whole: Attribution, content: Content) -> tuple[Hedge, ...]:
    """The hedges of an attribution that are a passage's: those in its content, and those outside them all."""
    others = [span for span in whole.content if span not in content]
    return tuple(hedge for hedge in whole.hedges if not any(_meet(hedge.span, span) for span in others))


def _kind(text: str, whole: Kind, content: Content) -> Kind:
    if whole != "mixed":
        return whole
    # A paragraph of a quotation that runs on opens with a mark and closes with none.
    found = kind_of(" ".join(text[start:end] for start, end in content))
    return "direct" if found == "indirect" and text[content[0][0]] in _OPENING else found


def _parent(child: Attribution, parts: Sequence[Attribution]) -> str | None:
    """The id of the passage that holds the child's content."""
    for part in parts:
        if all(any(a <= start and end <= b for a, b in part.content) for start, end in child.content):
            return part.id
    return parts[0].id if parts else child.parent
