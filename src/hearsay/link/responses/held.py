"""Recordings, emails and the like that a document names, with who is spoken of together with each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table
from hearsay.link.responses.sentences import paragraph_starts, sentence_starts
from hearsay.link.responses.sides import surnames
from hearsay.link.responses.ties import Tie
from hearsay.link.responses.topics import Topic
from hearsay.link.responses.turns import HOLDING, Turn, asked_about_it, words_of
from hearsay.link.speakers import plain_parts
from hearsay.model import Artefact, Span

# How far around the place that names a thing somebody is spoken of together with it, in code points.
NEAR = 240
# How many things back a turn can mean one.
BACK = 20
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Held:
    """A thing that holds words: its id, its `kind`, and the place that names it first, as a turn of nobody.

    `came`: the text quotes it, or tells through whose hands it came. `spoken_of` are words in small letters
    that stand beside it or in what it is quoted with, each with the offset from which on that is read.
    """

    id: str
    kind: str
    place: Turn
    came: bool
    spoken_of: dict[str, int]

    def tie(self) -> Tie:
        """The tie of an answer to the thing."""
        return Tie(self.place, {}, (self.place.content[0],))


def things(text: str, artefacts: Sequence[Artefact], all_turns: Sequence[Turn]) -> list[Held]:
    """The things that hold words, in the order of the places that name them first. Time grows linearly."""
    sentences, paragraphs = sentence_starts(text), paragraph_starts(text)
    quoted = {turn.held for turn in all_turns}
    made: dict[str, Held] = {}
    for each in artefacts:
        if each.kind not in HOLDING or not each.mentions:
            continue
        first = Topic(each.mentions[0], each.mentions[0], of_text=False)
        beside = words_of(text, (line_around(text, first.span),))
        owner = plain_parts(each.owner) if each.owner else ()
        made[each.id] = Held(
            each.id,
            each.kind,
            asked_about_it(text, first, sentences, paragraphs),
            bool(each.hands) or each.id in quoted,
            dict.fromkeys((*beside, *owner), _NOWHERE),
        )
    for turn in all_turns:
        if turn.held in made:
            spoken = made[turn.held].spoken_of
            for word in words_of(text, (*turn.content, *turn.frame)):
                spoken[word] = min(spoken.get(word, turn.start), turn.start)
    return sorted(made.values(), key=lambda each: each.place.start)


def named_again(text: str, turn: Turn, held: Sequence[Held]) -> Held | None:
    """The thing named before `turn` that its own words name again: "the recording is genuine"."""
    told = set(words_of(text, turn.content))
    return next((each for each in _before(turn, held) if not told.isdisjoint(nouns_of(each.kind))), None)


def disowned(turn: Turn, held: Sequence[Held], *, outright: bool) -> Held | None:
    """The thing named before `turn` whose words it disowns: of his side, or spoken of together with his name.

    What denies `outright` can be about the last of them, whosesoever it is.
    """
    names = surnames(turn)
    for each in _before(turn, held):
        spoken_of = any(each.spoken_of.get(name, turn.start) < turn.start for name in names)
        if each.came and (outright or spoken_of):
            return each
    return None


def _before(turn: Turn, held: Sequence[Held]) -> Iterator[Held]:
    """The things named before the turn's words, the last first."""
    stop = bisect_left(held, turn.content[0][0], key=lambda each: each.place.start)
    return reversed(held[max(0, stop - BACK) : stop])


def line_around(text: str, span: Span, near: int = NEAR) -> Span:
    """The line that the span stands in, as far as it is near."""
    start = max(text.rfind("\n", max(0, span[0] - near), span[0]) + 1, span[0] - near)
    stop = text.find("\n", span[1], span[1] + near)
    return start, min(len(text), span[1] + near) if stop < 0 else stop


@cache
def nouns_of(kind: str) -> frozenset[str]:
    """The nouns for things of a kind: recording, tape."""
    return frozenset(row["noun"] for row in load_table("artefacts") if row["kind"] == kind)
