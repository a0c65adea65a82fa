"""The words that came out in a document on a leak, whose they are, and how they are spoken of afterwards."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.phrases import Found, find
from hearsay.link.media import is_medium
from hearsay.link.responses.held import Held
from hearsay.link.responses.sentences import WORD, ending, sentence_starts
from hearsay.link.responses.sides import parties, surnames
from hearsay.link.responses.turns import HOLDING, Turn, telling, words_of
from hearsay.link.speakers import plain_parts
from hearsay.model import Span

# How far before words what leads to them is looked for, in code points.
_BEFORE = 320
# How far into the article it must be told, in code points: three or four paragraphs.
_LEAD = 900
# Turns that are looked at for the first words that came out: an article on a leak tells them soon.
_FIRST = 24
# Places that tell of it by which who is named with it is known.
_FEW = 3
# Quotation marks of one part that are looked at.
_MARKS = 4
# The weight of words that tell a stance outright.
_OUTRIGHT = 3
_ENDS = '.?!"”'
_QUOTED = re.compile(r"[\"“«„‘]|(?<![\w])'")
_IN = re.compile(r"\b(?:in|on)\s+(?:[\w'’-]+\s+){1,3}?(?=[\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Words that came out, as the article tells them once; `around` is what their whole sentence tells."""

    turn: Turn
    around: dict[str, int]


@dataclass(frozen=True, slots=True)
class Leak:
    """Words that came out: the first of them, all as the article tells them, and the places where it does.

    `begins` is where the article first speaks of them. `names` are words in small letters for whose words
    they are and who is named beside, `titles` what these are called (minister).
    """

    words: Turn
    told: tuple[Told, ...]
    places: frozenset[int]
    begins: int
    names: frozenset[str]
    titles: frozenset[str]

    def concerns(self, turn: Turn) -> bool:
        """Whether who has the word is named with what came out, or speaks for somebody who is."""
        return not self.names.isdisjoint(surnames(turn))


def leak_of(text: str, all_turns: Sequence[Turn], held: Sequence[Held]) -> Leak | None:
    """What came out in the document, by its first words; `None` in a document that tells of no leak."""
    if not any(turn.spoken for turn in all_turns):
        return None
    sentences = sentence_starts(text)
    out = [found.start for found in _signs("out", text, 0, len(text))]
    told = [turn for turn in all_turns[:_FIRST] if _came_out(text, turn, sentences, out)]
    if not told or not _is_led_by(text, out, told[0]):
        return None
    title = text.find("\n") if text[max(0, text.find("\n") - 1)] not in _ENDS else 0
    body = [turn for turn in told if turn.content[-1][1] > title] or told
    first = next((turn for turn in body if any(_quotes_in(text, turn))), body[0])
    of_it = [
        turn
        for turn in all_turns
        if turn is first
        or (turn in told and turn.start < first.start)
        or (turn.held == first.held is not None and any(_quotes_in(text, turn)) and not _answers(text, turn))
        or _overlap(turn, first)
    ]
    all_told = tuple(
        Told(turn, telling(text, (*turn.frame, *turn.content)))
        for turn in of_it
        if turn is first or (turn.start > title and any(_quotes_in(text, turn)))
    )
    places = frozenset(turn.content[0][0] for turn in of_it)
    begins = min([first.start, *(each.place.start for each in held)])
    places_of = [*(turn.content[0][0] for turn in of_it[:_FEW]), *(each.place.start for each in held[:_FEW])]
    lines = sorted({_line_around(text, at) for at in places_of})
    beside = {word for start, end in lines for word in _names(text, start, end)}
    speakers = {first.who.lower()} if first.speaker and is_medium(first.speaker) else set()
    called = {word for start, end in lines for word in words_of(text, ((start, end),)) if word in parties()}
    return Leak(first, all_told, places, begins, frozenset(beside - speakers), frozenset(called))


def _is_led_by(text: str, out: Sequence[int], first: Turn) -> bool:
    """Whether the article begins with it: what came out is named, or told of, in its first paragraphs."""
    told = first.start < _LEAD or any(_signs("scene", text, 0, _LEAD))
    return told or (bool(out) and out[0] < _LEAD and _things(text, 0, _LEAD))


def _came_out(text: str, turn: Turn, sentences: list[int], out: Sequence[int]) -> bool:
    """Whether the article leads to the words of `turn` as ones that came out."""
    if not turn.spoken or turn.bare is not None or turn.topic is not None:
        return False
    places = list(_quotes_in(text, turn))
    stop = turn.content[-1][1]
    behind = (stop, ending(sentences, stop, text))
    if any(found for span in turn.frame for found in _signs("scene", text, *span)):
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
    start = max(sentences[place], at - _BEFORE)
    if any(_signs("scene", text, start, at)):
        return True
    came = any(begin < _LEAD or abs(begin - at) < _BEFORE for begin in out[: bisect_left(out, at + _BEFORE)])
    if not came:
        return False
    around = [(start, at), behind]
    if held and (_things(text, start, at) or _things(text, at, at + _BEFORE)):
        return True
    before = max(sentences[max(0, place - 1)], at - 2 * _BEFORE)
    if not _things(text, before, at):
        return False
    inside = any(
        _things(text, found.end(), found.end() + 20) for span in around for found in _IN.finditer(text, *span)
    )
    return inside or any(found for span in around for found in _signs("within", text, *span))


def _signs(kind: str, text: str, start: int, end: int) -> Iterator[Found]:
    return (found for found in find("leak_scenes", text, start, end) if found.row["kind"] == kind)


def _things(text: str, start: int, end: int) -> bool:
    return not thing_nouns().isdisjoint(words_of(text, ((start, end),)))


@cache
def thing_nouns() -> frozenset[str]:
    """Nouns for things that hold words which somebody can disown."""
    return frozenset(row["noun"] for row in load_table("artefacts") if row["kind"] in HOLDING)


@cache
def leak_nouns() -> frozenset[str]:
    """Nouns by which words that came out are spoken of."""
    return thing_nouns() | load_words("leak_nouns")


def _quotes_in(text: str, turn: Turn) -> Iterator[int]:
    """Where the quotation marks of the turn's words stand, the first of each part."""
    for start, end in turn.content:
        yield from (found.start() for found in islice(_QUOTED.finditer(text, start, end), _MARKS))


def _answers(text: str, turn: Turn) -> bool:
    """Whether its words have a stance, as those of an answer that is taken for a part of what came out."""
    found = (each for start, end in turn.content for each in find("stance_words", text, start, end))
    return any(int(each.row["weight"]) >= _OUTRIGHT for each in found)


def _overlap(a: Turn, b: Turn) -> bool:
    return a.content[0][0] < b.content[-1][1] and b.content[0][0] < a.content[-1][1]


def _names(text: str, start: int, end: int) -> Iterator[str]:
    """The capitalised words of a stretch, in small letters."""
    for found in WORD.finditer(text, start, end):
        if found[0][0].isupper() and len(found[0]) > 2:
            yield from plain_parts(found[0].replace("’", "'").removesuffix("'s"))


def _line_around(text: str, at: int) -> Span:
    start = max(text.rfind("\n", max(0, at - 2 * _BEFORE), at) + 1, at - 2 * _BEFORE)
    stop = text.find("\n", at, at + 2 * _BEFORE)
    return start, min(len(text), at + 2 * _BEFORE) if stop < 0 else stop
