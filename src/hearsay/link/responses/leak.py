"""The words that came out in a document on a leak, whose they are, and how they are spoken of afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_words
from hearsay.lexicon.phrases import find
from hearsay.link.media import is_medium
from hearsay.link.responses.came_out import (
    NEAR,
    SOON,
    answers_outright,
    came_out,
    holding_words,
    is_led_by,
    own_prose,
    quotes_in,
    signs,
    speaks_of_it,
    thing_nouns,
    thing_out,
    whole_quotations,
)
from hearsay.link.responses.held import Held, line_around
from hearsay.link.responses.own_words import denial_of
from hearsay.link.responses.sentences import WORD, paragraph_starts, sentence_starts
from hearsay.link.responses.sides import is_voice, one_side, parties, speaks_for, surnames
from hearsay.link.responses.topics import Topic
from hearsay.link.responses.turns import Turn, asked_about_it, telling, words_of
from hearsay.link.speakers import plain_parts
from hearsay.model import Span

# Turns that are looked at for the first words that came out: an article on a leak tells them soon.
_FIRST = 24
# Places that tell of it by which who is named with it is known.
_FEW = 3
# The weight of words that tell a stance outright.
_OUTRIGHT = 3
# Telling words that make a clause.
_CLAUSE = 3
_ENDS = '.?!"”'


@dataclass(frozen=True, slots=True)
class Told:
    """Words that came out, as the article tells them once; `around` is what their whole sentence tells."""

    turn: Turn
    around: dict[str, int]


@dataclass(frozen=True, slots=True)
class Leak:
    """Words that came out: the first of them, all as the article tells them, and the places where it does.

    `thing` is the place that names what holds them, where several are told. `begins` is where the article
    first speaks of them. `names` are words in small letters for whose words they are and who is named beside,
    `titles` what these are called (minister).
    """

    words: Turn
    told: tuple[Told, ...]
    thing: Turn | None
    places: frozenset[int]
    begins: int
    names: frozenset[str]
    titles: frozenset[str]

    def concerns(self, turn: Turn) -> bool:
        """Whether who has the word is named with what came out, or speaks for somebody who is."""
        if not self.names.isdisjoint(surnames(turn)):
            return True
        return is_voice(turn) and not speaks_for(turn)

    @property
    def is_only_named(self) -> bool:
        """Whether the article tells nothing of what came out, but names it: a leaked call."""
        return self.words.attribution is None and self.words.topic == self.words.content[0]

    def is_author(self, turn: Turn) -> bool:
        """Whether the words that came out are of who has the word, where it is told whose they are."""
        return self.words.speaker is not None and one_side(turn, self.words)


def leak_of(text: str, all_turns: Sequence[Turn], held: Sequence[Held]) -> Leak | None:
    """What came out in the document, by its first words; `None` in a document that tells of no leak."""
    if not any(turn.spoken for turn in all_turns):
        return None
    sentences, paragraphs = sentence_starts(text), paragraph_starts(text)
    prose = own_prose(text)
    out = [found.start for found in signs("out", prose, 0, len(text))]
    near = [turn for turn in all_turns[:_FIRST] if turn.topic is None]
    near += _unclaimed(text, near, sentences, paragraphs)
    near.sort(key=lambda turn: turn.content[0][0])
    told = [turn for turn in near if came_out(text, prose, turn, sentences, out)]
    if not told or not is_led_by(text, out, told[0]):
        told = _not_quoted(text, near, held, sentences, paragraphs, thing_out(prose, sentences, out))
    if not told:
        return None
    line = text.find("\n")
    title = line if text[max(0, line - 1)] not in _ENDS else 0
    body = [turn for turn in told if turn.content[-1][1] > title] or told
    first = next((turn for turn in body if any(quotes_in(text, turn))), body[0])
    of_it = [
        turn
        for turn in (all_turns if first in all_turns else [first, *all_turns])
        if turn is first
        or (turn in told and turn.start < first.start)
        or (_is_held_too(text, turn, first) and any(quotes_in(text, turn)) and not _answers(text, turn))
        or (_overlap(turn, first) and first.attribution is not None)
    ]
    all_told = tuple(
        Told(turn, telling(text, (*turn.frame, *turn.content)))
        for turn in of_it
        if turn is first or (turn.start > title and any(quotes_in(text, turn)))
    )
    places = frozenset(turn.content[0][0] for turn in of_it)
    begins = min([first.start, *(each.place.start for each in held)])
    places_of = [*(turn.content[0][0] for turn in of_it[:_FEW]), *(each.place.start for each in held[:_FEW])]
    lines = sorted({line_around(text, (at, at), 2 * NEAR) for at in places_of})
    beside = {word for start, end in lines for word in _names(text, start, end)}
    medium = first.speaker is not None and is_medium(first.speaker)
    if not medium:
        beside |= surnames(first)
    speakers = {first.who.lower()} if medium else set()
    called = {word for start, end in lines for word in words_of(text, ((start, end),)) if word in parties()}
    holding = next((each for each in held if each.id == first.held), held[0] if held else None)
    thing = holding.place if holding is not None and len(all_told) > 1 else None
    return Leak(first, all_told, thing, places, begins, frozenset(beside - speakers), frozenset(called))


def _not_quoted(
    text: str,
    near: Sequence[Turn],
    held: Sequence[Held],
    sentences: list[int],
    paragraphs: list[int],
    thing: Span | None,
) -> list[Turn]:
    """What came out where the article quotes nothing of it: what it has the thing say, else the thing.

    None where the article does not begin with such a thing.
    """
    if thing is None:
        return []
    told = [
        turn
        for turn in near
        if turn.held is not None
        and turn.spoken
        and turn.bare is None
        and turn.start < SOON
        and len(turn.words) >= _CLAUSE
        and not turn.quoted
        and not holding_words().isdisjoint(words_of(text, turn.frame))
        and not speaks_of_it(text, turn)
        and not answers_outright(turn)
        and not _answers(text, turn)
    ]
    topic = Topic(thing, thing, of_text=False)
    named = asked_about_it(text, topic, sentences, paragraphs)
    return told[:1] or [next((each.place for each in held if _overlap(each.place, named)), named)]


@cache
def leak_nouns() -> frozenset[str]:
    """Nouns by which words that came out are spoken of."""
    return thing_nouns() | load_words("leak_nouns")


def _is_held_too(text: str, turn: Turn, first: Turn) -> bool:
    """Whether the words stand in what holds the first, or are of the same speaker in another such thing.

    Who speaks for others, and who denies what another says there, does not say it there.
    """
    if turn.held is None or first.held is None:
        return False
    if bool(turn.who) and turn.who == first.who:
        return True
    answering = (found for span in turn.frame for found in find("answering", text, *span))
    if not turn.quoted and any(found.row["sign"] == "answers" for found in answering):
        return False
    return turn.held == first.held and not is_voice(turn) and denial_of(text, turn) is None


def _answers(text: str, turn: Turn) -> bool:
    """Whether its words have a stance, as those of an answer that is taken for a part of what came out."""
    found = (each for start, end in turn.content for each in find("stance_words", text, start, end))
    return any(int(each.row["weight"]) >= _OUTRIGHT for each in found)


def _unclaimed(text: str, near: Sequence[Turn], sentences: list[int], paragraphs: list[int]) -> list[Turn]:
    """The first quotations that the article credits to nobody, as turns of nobody."""
    return [
        asked_about_it(text, Topic(span, span, of_text=False), sentences, paragraphs)
        for span in whole_quotations(text)
        if not any(a < span[1] and span[0] < b for turn in near for a, b in turn.content)
    ]


def _overlap(a: Turn, b: Turn) -> bool:
    return a.content[0][0] < b.content[-1][1] and b.content[0][0] < a.content[-1][1]


def _names(text: str, start: int, end: int) -> Iterator[str]:
    """The capitalised words of a stretch, in small letters."""
    for found in WORD.finditer(text, start, end):
        if found[0][0].isupper() and len(found[0]) > 2:
            yield from plain_parts(found[0].replace("’", "'").removesuffix("'s"))
