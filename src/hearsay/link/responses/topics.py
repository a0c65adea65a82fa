"""What a question was about, where the text says so: "was asked whether it was his", "Is it his?"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.lexicon.phrases import find
from hearsay.model import Attribution, Span

# How far what a question was about reaches, in code points.
_REACH = 160
_END = re.compile(r"[.,;:?!\n\"“”«»()]|\s[–—]\s")
_QUESTION = re.compile(r"(?<=[.!?”\"]\s)[^.!?\n\"“”«»]{8,200}\?|(?m:^)[^.!?\n\"“”«»]{8,200}\?")
_WORD = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked about at `span`, and the words that say so; `of_text` is a question of the text's own."""

    span: Span
    lead: Span
    of_text: bool


def topics(text: str, attributions: Sequence[Attribution]) -> Iterator[Topic]:
    """What questions were about outside all contents, in order; none that is an attribution's content itself.

    A question of the text's own counts only where an attribution's content begins right behind it.
    """
    contents = sorted(span for each in attributions for span in each.content)
    starts = [start for start, _ in contents]
    found = [*_reported(text, contents, starts), *_asked(text, contents, starts)]
    yield from sorted(found, key=lambda topic: topic.span)


def _reported(text: str, contents: list[Span], starts: list[int]) -> Iterator[Topic]:
    for lead in find("topic_leads", text):
        begin = _word_at(text, lead.end)
        ends = _END.search(text, begin, begin + _REACH)
        end = ends.start() if ends else min(len(text), begin + _REACH)
        if end - begin > 2 and not _touches(contents, starts, (lead.start, end)):
            yield Topic((begin, end), (lead.start, lead.end), of_text=False)


def _asked(text: str, contents: list[Span], starts: list[int]) -> Iterator[Topic]:
    for found in _QUESTION.finditer(text):
        begin, behind = _word_at(text, found.start()), _word_at(text, found.end())
        at = bisect_left(starts, behind)
        if at < len(starts) and starts[at] == behind and not _touches(contents, starts, (begin, begin + 1)):
            yield Topic((begin, found.end()), (begin, found.end()), of_text=True)


def _word_at(text: str, at: int) -> int:
    """Where the next word begins; the end of the text where none does."""
    found = _WORD.search(text, at)
    return found.start() if found else len(text)


def _touches(contents: list[Span], starts: list[int], span: Span) -> bool:
    """Whether a content has a part in common with `span`."""
    at = bisect_right(starts, span[1] - 1)
    return any(end > span[0] for _, end in contents[max(0, at - 40) : at])
