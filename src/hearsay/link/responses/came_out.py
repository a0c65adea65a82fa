"""Whether an article leads to quoted words as ones that came out: on a tape, in a memo, near a microphone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.phrases import Found, find
from hearsay.link.responses.acts import answering_acts
from hearsay.link.responses.sentences import ending
from hearsay.link.responses.turns import HOLDING, Turn, words_of
from hearsay.model import Span

# How far before words what leads to them is looked for, in code points.
NEAR = 320
# How far into the article it must be told, in code points: three or four paragraphs.
LEAD = 900
# How far in its first words must stand: an article on what somebody was heard to say quotes it soon.
SOON = 1500
# Quotation marks of one part that are looked at.
_MARKS = 4
_QUOTED = re.compile(r"[\"“«„‘]|(?<![\w])'")
_WHOLE = re.compile(r"“[^“”\n]{12,400}”|\"[^\"\n]{12,400}\"|«[^«»\n]{12,400}»")
_IN = re.compile(r"\b(?:in|on)\s+(?:[\w'’-]+\s+){1,3}?(?=[\w-]+)", re.IGNORECASE)


def is_led_by(text: str, out: Sequence[int], first: Turn) -> bool:
    """Whether the article begins with it: what came out is named, or told of, in its first paragraphs."""
    if first.start >= SOON:
        return False
    told = first.start < LEAD or any(signs("scene", text, 0, LEAD))
    return told or (bool(out) and out[0] < LEAD and _things(text, 0, LEAD))


def came_out(text: str, turn: Turn, sentences: list[int], out: Sequence[int]) -> bool:
    """Whether the article leads to the words of `turn` as ones that came out."""
    if not turn.spoken or turn.bare is not None:
        return False
    places = list(quotes_in(text, turn))
    act = answering_acts().get(turn.act)
    if not places and act is not None and act[1] == "said":
        return False  # he denied it, a day after the tape was aired
    stop = turn.content[-1][1]
    behind = (stop, ending(sentences, stop, text))
    if any(found for span in (*turn.frame, behind) for found in signs("scene", text, *span)):
        return True
    return any(_is_led_to(text, at, behind, sentences, out, held=turn.held is not None) for at in places)


def _is_led_to(
    text: str,
    at: int,
    behind: Span,
    sentences: list[int],
    out: Sequence[int],
    *,
    held: bool,
) -> bool:
    """Whether the words before the place `at`, or `behind` those there, tell that these came out."""
    place = bisect_right(sentences, at) - 1
    start = max(sentences[place], at - NEAR)
    if any(signs("scene", text, start, at)):
        return True
    came = any(begin < LEAD or abs(begin - at) < NEAR for begin in out[: bisect_left(out, at + NEAR)])
    if not came:
        return False
    around = [(start, at), behind]
    if held and (_things(text, start, at) or _things(text, at, at + NEAR)):
        return True
    before = max(sentences[max(0, place - 1)], at - 2 * NEAR)
    if not _things(text, before, at):
        return False
    inside = any(
        _things(text, found.end(), found.end() + 20) for span in around for found in _IN.finditer(text, *span)
    )
    return inside or any(found for span in around for found in signs("within", text, *span))


def signs(kind: str, text: str, start: int, end: int) -> Iterator[Found]:
    return (found for found in find("leak_scenes", text, start, end) if found.row["kind"] == kind)


def _things(text: str, start: int, end: int) -> bool:
    return not _holding_words().isdisjoint(words_of(text, ((start, end),)))


@cache
def _holding_words() -> frozenset[str]:
    """Nouns for what can hold or carry words that come out: things, and calls, chats and orders."""
    rows = load_table("artefacts")
    return load_words("leak_things") | {row["noun"] for row in rows if row["kind"] in HOLDING}


def quotes_in(text: str, turn: Turn) -> Iterator[int]:
    """Where the quotation marks of the turn's words stand, the first of each part."""
    for start, end in turn.content:
        yield from (found.start() for found in islice(_QUOTED.finditer(text, start, end), _MARKS))


def whole_quotations(text: str) -> Iterator[Span]:
    """The quotations of some length in the article's first paragraphs, with their marks."""
    return (found.span() for found in _WHOLE.finditer(text, 0, 2 * LEAD))
