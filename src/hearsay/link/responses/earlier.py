"""Which earlier answer, in an article on a leak, somebody speaks of: whom he names, what he takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.responses.leak import Leak, leak_nouns
from hearsay.link.responses.sides import one_side, parties, surnames
from hearsay.link.responses.turns import Turn, words_of
from hearsay.model import Response, Span, Stance

# How many turns back what is answered is looked for.
BACK = 8
# Tenths of a bit of shared words by which somebody's words are taken up; an earlier answer needs twice as
# many, since on a leak all speak of the same.
TAKEN_UP = 110
# The weight of its own words from which they have a stance.
HINTED = 1.0
REFUSALS = ("decline", "no_answer")
# Acts by which who spoke before is judged, whatever he said.
_ON_PERSONS = ("accuse", "criticise", "describe")
_DENYING = ("deny", "dispute_premise", "disbelieve")


@dataclass(frozen=True, slots=True)
class Saying:
    """What a turn says of itself: its stance with the weight of its words, and how the text leads to it.

    `plain`: they tell that it answers; `replies`: they tell so of whoever spoke last; `to`: they name what it
    answers there.
    """

    stance: Stance
    weight: float
    plain: bool
    replies: bool
    to: tuple[Span, ...] = ()


def spoken_of(
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    leak: Leak,
    saying: Saying,
    answered: Sequence[Response | None],
    words: set[str],
) -> Turn | None:
    """The turn before it, of another side, that the turn speaks of: whom it names, what it takes up."""
    turn = all_turns[at]
    named_so = words.union(words_of(text, saying.to))
    replies = {stance for noun, stance in reply_nouns().items() if noun in named_so}
    of_it = turn.bare is not None and not load_words("thing_pronouns").isdisjoint(words)
    around = words.union(words_of(text, turn.frame))
    if replies and not surnames(leak.words).isdisjoint(named_so) and not leak.is_author(turn):
        return None  # his claims are what came out
    if saying.stance in REFUSALS and turn.bare is None and not replies:
        return None
    names_it = not leak_nouns().isdisjoint(words)
    best, most = None, 0
    for number in range(at - 1, max(-1, at - 1 - BACK), -1):
        other = all_turns[number]
        if not _can_be_meant(turn, other, leak):
            continue
        answer = answered[number]
        near = turn.paragraph - other.paragraph <= 1
        named = not (surnames(other) - leak.names - surnames(turn) - parties()).isdisjoint(around)
        called = bool(replies) and not role_words(other).isdisjoint(words)
        points = shared(turn, other, leak) if answer is not None else 0
        both = answer is not None and answer.stance in _DENYING and saying.stance in _DENYING
        if both and not called:
            continue  # two that deny the same do not answer each other
        if (points < 2 * TAKEN_UP or saying.weight < HINTED) and not replies:
            points = 0
        if (named and (answer is not None or replies or turn.act in _ON_PERSONS)) or called:
            points += 3 * TAKEN_UP
        if answer is not None and answer.stance in REFUSALS:
            points -= TAKEN_UP
        last = (
            best is None
            and near
            and (replies or not names_it)
            and (saying.replies or (turn.bare == "deny" and (replies or of_it)))
        )
        if last and not replies:
            points += 2 * TAKEN_UP
        elif last or (replies and answer is not None):
            points += 1
        if answer is not None and answer.stance in replies:
            points += TAKEN_UP
        if points > most:
            best, most = other, points
    return best


def _can_be_meant(turn: Turn, other: Turn, leak: Leak) -> bool:
    return (
        other.bare is None
        and other.topic is None
        and other.act != "ask"
        and other.spoken
        and other.parent is None
        and bool(other.who)
        and other.content[0][0] not in leak.places
        and other.content[-1][1] <= turn.content[0][0]
        and not one_side(turn, other)
        and not _may_be_one(turn, other)
        and (other.quoted or len(other.words) > 1)
        and not (leak.concerns(other) and leak.concerns(turn))
    )


def _may_be_one(turn: Turn, other: Turn) -> bool:
    """Whether one is only described, by what the other can be or have given: he, the minister, the letter."""
    for one, two in ((turn, other), (other, turn)):
        if one.speaker is None:
            words = set(one.who.split())
            told = role_words(two) | load_words("document_nouns") | load_words("claim_nouns")
            if len(words) == 1 or not words.isdisjoint(told):
                return True
    return False


def shared(turn: Turn, other: Turn, leak: Leak) -> int:
    """Tenths of a bit of the words that both have, but for those that all speak of: the recording, him."""
    both = turn.words.keys() & other.words.keys() - leak_nouns() - leak.names - leak.titles
    if other is not leak.words:
        both -= leak.told[0].around.keys()
    return sum(turn.words[word] for word in both)


def role_words(turn: Turn) -> frozenset[str]:
    return frozenset((turn.role or "").lower().split())


@cache
def reply_nouns() -> dict[str, str]:
    """Nouns for what was said in answer, with the stance that each tells of, or none."""
    known = dict.fromkeys(load_words("answer_nouns"), "")
    return known | {row["noun"]: row["stance"] for row in load_table("reply_nouns")}
