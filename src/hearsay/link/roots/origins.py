"""What a text says of where somebody's words were said, or of the thing that holds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.leading import Leading, first_letters
from hearsay.model import Span

_SENTENCE = re.compile(r"[.!?…]['\"”’»)]*\s+(?=[^a-z])|\n")

# No sentence is looked for over more characters: some pages have no full stops. Most begin much nearer.
_FAR, _NEAR = 2000, 250


# Contents whose origin is remembered: each is asked for again with every other statement of its speaker.
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Origin:
    """An event or an artefact, and where the text names it."""

    kind: Literal["event", "artefact"]
    name: str
    span: Span


@lru_cache(_REMEMBERED)
def origin_of(text: str, content: tuple[Span, ...]) -> Origin | None:
    """The origin that stands nearest to a content in its sentence, or an event in the sentence before.

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
    events = [origin for origin in _named(text, before, begin) if origin.kind == "event"]
    return events[-1] if events else None


def origin_of_speaker(text: str, contents: Iterable[tuple[Span, ...]]) -> Origin | None:
    """The one origin that several contents of one speaker have, `None` where they have none or several."""
    found = [origin for content in contents if (origin := origin_of(text, content))]
    return found[0] if len({origin.name for origin in found}) == 1 else None


def sentence_around(text: str, start: int, stop: int) -> Span:
    """Where the sentence begins that holds `start`, and where that ends which holds `stop`."""
    far = max(0, start - _FAR)
    near = max(far, start - _NEAR)
    # No border holds a letter: behind one the search finds the same as from further off.
    while near > far and not text[near - 1].isalpha():
        near -= 1
    begin = _last_border(text, near, start) or (_last_border(text, far, start) if near > far else 0)
    end = _SENTENCE.search(text, stop, stop + _FAR)
    return begin or max(0, start - _FAR), end.start() + 1 if end else min(len(text), stop + _FAR)


def _last_border(text: str, begin: int, end: int) -> int:
    """Where the last border of two sentences ends; 0 where there is none."""
    last = 0
    for border in _SENTENCE.finditer(text, begin, end):
        last = border.end()
    return last


def _named(text: str, begin: int, end: int) -> list[Origin]:
    table = _origins()
    return [
        Origin(
            *table[" ".join(found[found.lastgroup or 0].lower().split())], found.span(found.lastgroup or 0)
        )
        for found in _patterns().find(text, begin, end)
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
def _patterns() -> Leading:
    """Events as they are; things only where words are said to be on them, in them or from them."""
    words: dict[str, list[str]] = {"event": [], "artefact": []}
    for each in sorted(_origins(), key=lambda each: (-len(each), each)):
        words[_origins()[each][0]].append(r"\s+".join(map(re.escape, each.split())))
    things = f"(?P<artefact>{'|'.join(words['artefact'])})"
    events: dict[str, list[str]] = defaultdict(list)
    for each in words["event"]:
        events[first_letters(each)].append(each)
    return Leading(
        [
            *((first, f"(?P<event>{'|'.join(each)})") for first, each in events.items()),
            *(
                (first_letters(each), rf"{re.escape(each)}\s+(?:[\w'’-]+\s+){{0,4}}?{things}")
                for each in sorted(load_words("origin_prepositions"))
            ),
        ]
    )
