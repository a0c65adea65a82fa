"""What a text says of where somebody's words were said, or of the thing that holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from hearsay.lexicon import load_table
from hearsay.model import Span

_SENTENCE = re.compile(r"[.!?…]['\"”’»)]*\s+(?=[^a-z])|\n")


@dataclass(frozen=True, slots=True)
class Origin:
    """An event or an artefact, and where the text names it."""

    kind: Literal["event", "artefact"]
    name: str
    span: Span


def origin_of(text: str, content: tuple[Span, ...]) -> Origin | None:
    """The origin that stands nearest to a content: in its sentence, else in the sentence before.

    Words within the content count for nothing: there somebody else speaks.
    """
    if not content:
        return None
    start, stop = content[0][0], content[-1][1]
    begin, end = sentence_around(text, start, stop)
    here = [origin for origin in _named(text, begin, end) if not _within(origin.span, content)]
    if here:
        return min(here, key=lambda origin: (_distance(origin.span, start, stop), origin.span))
    before = sentence_around(text, max(0, begin - 2), max(0, begin - 2))[0] if begin else 0
    found = [origin for origin in _named(text, before, begin) if not _within(origin.span, content)]
    return found[-1] if found else None


def sentence_around(text: str, start: int, stop: int) -> Span:
    """Where the sentence begins that holds `start`, and where that ends which holds `stop`."""
    begin = 0
    for border in _SENTENCE.finditer(text, 0, start):
        begin = border.end()
    border = _SENTENCE.search(text, stop)
    return begin, border.start() + 1 if border else len(text)


def _named(text: str, begin: int, end: int) -> list[Origin]:
    table = _origins()
    return [
        Origin(*table[" ".join(found.group().lower().split())], found.span())
        for found in _pattern().finditer(text, begin, end)
    ]


def _within(span: Span, content: tuple[Span, ...]) -> bool:
    return any(start <= span[0] < stop for start, stop in content)


def _distance(span: Span, start: int, stop: int) -> int:
    return max(0, start - span[1], span[0] - stop)


@cache
def _origins() -> dict[str, tuple[Literal["event", "artefact"], str]]:
    return {
        row["words"].lower(): (cast(Literal["event", "artefact"], row["kind"]), row["root"])
        for row in load_table("origin_words")
    }


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_origins(), key=lambda each: (-len(each), each))
    spaced = (r"\s+".join(map(re.escape, each.split())) for each in words)
    return re.compile(rf"\b(?:{'|'.join(spaced)})\b", re.IGNORECASE)
