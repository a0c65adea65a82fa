"""Where words, sentences and paragraphs of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|St|Lt|Col|Jr|Sr))\.$")
# How far around a place its sentence is looked at, in code points.
_NEAR = 240


def sentence_starts(text: str) -> list[int]:
    """The offsets at which sentences begin; a line begins one too."""
    starts = [0]
    for found in _SENTENCE.finditer(text):
        if "\n" in found[0] or not _ABBREVIATED.search(text[max(0, found.start() - 6) : found.start() + 1]):
            starts.append(found.end())
    return starts


def paragraph_starts(text: str) -> list[int]:
    """The offsets at which lines begin that are not empty."""
    return [0, *(found.end() for found in re.finditer(r"\n\s*", text))]


def beginning(sentences: list[int], at: int) -> int:
    """Where the sentence begins that the offset `at` stands in, or what is near of it."""
    return max(sentences[bisect_right(sentences, at) - 1], at - _NEAR)


def ending(sentences: list[int], at: int, text: str) -> int:
    """Where the sentence ends that the offset `at` ends in, or what is near of it."""
    place = bisect_right(sentences, max(0, at - 1))
    return min(sentences[place] if place < len(sentences) else len(text), at + _NEAR)
