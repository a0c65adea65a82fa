"""Who answers words that came out, or an answer to them, in an article that tells of a leak.

Such an article leads to the words, and then lets all sides speak of them. Few of these are led to by a word
for answering: they speak of the recording, of the remark, of him. Every such link is likely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.lexicon import load_words
from hearsay.link.media import is_medium
from hearsay.link.responses.came_out import standings
from hearsay.link.responses.earlier import (
    HINTED,
    REFUSALS,
    TAKEN_UP,
    Saying,
    reply_nouns,
    role_words,
    shared,
    spoken_of,
)
from hearsay.link.responses.leak import Leak, leak_nouns
from hearsay.link.responses.sides import one_side, parties
from hearsay.link.responses.turns import Turn, words_of
from hearsay.model import Response, Stance

# How many turns back what an answer goes to is looked for, if it is not what came out.
REACH = 24
# How many turns back what came out, or an answer to it, has just been told.
NEXT = 2
# The weight of its own words from which they have a stance of their own.
PLAIN = 1.8
# Stances that hardly anybody has in such an article but towards what came out.
_ALONE = ("apologise", "decline", "disbelieve", "dispute_premise", "threaten")
# Stances that who speaks right behind it, or behind an answer to it, mostly has towards it.
_OFTEN = ("criticise", "justify", "support")
# The weight from which words deny more than that something is not so.
_SAYS = 1.5
_CALLED = re.compile(r"(?:\w+\s+)?(\w+)\s+(?:\w{2,4}\s+)?[\"“«'‘]")
# As many words with one for a reply among them only name it: that answer, three explanations.
SHORT = 5
# Of the words that came out, how many are looked at for one that is told again.
AGAIN = 40
# Acts that judge whom they name.
_CHARGING = ("accuse", "criticise", "claim", "complain")
_PRAISING = ("praise", "support")


@dataclass(frozen=True, slots=True)
class Meant:
    """What an answer answers in an article on a leak, by which rule, and what it does if that is not said.

    `names_only`: what its words seem to do is what they name as done by another (that apology is worthless).
    """

    target: Turn
    rule: str
    stance: Stance | None = None
    names_only: bool = False


def meant_by(
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    leak: Leak,
    saying: Saying,
    answered: Sequence[Response | None],
) -> Meant | None:
    """What the turn at `at` answers there; `None` where it shows no sign of speaking of what came out."""
    if saying.stance == "deny" and saying.weight < _SAYS and not saying.plain:
        # A mere "not" denies no charge.
        saying = replace(saying, stance="other", weight=0.0)
        meant = _meant(text, all_turns, at, leak, saying, answered)
        return meant and replace(meant, stance=meant.stance or "other")
    return _meant(text, all_turns, at, leak, saying, answered)


def _meant(
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    leak: Leak,
    saying: Saying,
    answered: Sequence[Response | None],
) -> Meant | None:
    turn = all_turns[at]
    if not _can_answer(text, turn, leak, saying):
        return None
    words = set(words_of(text, turn.content))
    if saying.stance == "confirm" and turn.bare is None and leak_nouns().isdisjoint(words):
        return None  # he admitted that he had lost his temper
    only_named = not turn.quoted and turn.bare is None and len(words) <= SHORT
    if only_named and not saying.plain and not reply_nouns().keys().isdisjoint(words):
        return None
    earlier = spoken_of(text, all_turns, at, leak, saying, answered, words)
    if earlier is not None:
        named = turn.bare is None and any(reply_nouns().get(word) == saying.stance for word in words)
        return Meant(earlier, "speaks of an answer to what came out", _on_answer(turn), named)
    own = leak.concerns(turn)
    author = leak.is_author(turn)
    first = words_of(text, turn.content)[:1]
    judges_it = turn.act == "describe" and not load_words("thing_pronouns").isdisjoint(first)
    speaks = judges_it or not leak_nouns().isdisjoint(words) or shared(turn, leak.words, leak) >= TAKEN_UP
    named = not (leak.names | leak.titles).isdisjoint(words)
    if turn.bare is not None or saying.plain:
        return Meant(_of_leak(turn, leak), "speaks of what came out")
    if not author and (
        (speaks and not own and (turn.act == "describe" or _calls_it(text, turn)))
        or (named and turn.act in _CHARGING)
    ):
        return Meant(leak.words, "judges what came out", "criticise")
    next_to_it = _is_told_next(all_turns, at, leak, answered)
    if not own and turn.act in _PRAISING and (named or next_to_it):
        return Meant(leak.words, "judges what came out", "support")
    told = turn.quoted and next_to_it
    alone = saying.weight >= PLAIN and (saying.stance in _ALONE or (told and saying.stance in _OFTEN))
    standing = not standings().isdisjoint(words)
    enough = (speaks and (not author or standing)) or (_speaks_for_himself(saying) if own else named)
    if alone or (saying.weight >= HINTED and enough):
        return Meant(_of_leak(turn, leak), "speaks of what came out")
    goes_on = _goes_on(all_turns, at, leak, answered)
    if goes_on is None and turn.quoted and speaks and not author and saying.stance == "other":
        return Meant(_of_leak(turn, leak), "speaks of what came out")
    return goes_on


def _speaks_for_himself(saying: Saying) -> bool:
    """Whether his own side speaks of what came out, and the article does not tell more of it."""
    return saying.weight >= PLAIN and saying.stance not in ("criticise", "support")


def _calls_it(text: str, turn: Turn) -> bool:
    """Whether the content is what came out and what it is called: the remark (was) "a threat"."""
    start, end = turn.content[0]
    found = _CALLED.match(text, start, end)
    return found is not None and found[1].lower() in leak_nouns()


def _of_leak(turn: Turn, leak: Leak) -> Turn:
    """Those of the words that came out which the turn takes up; else what holds them, or the first."""
    known = (turn.words.keys() | role_words(turn)) - leak.names - leak.titles
    best, most = leak.thing or leak.words, 0
    for other in leak.told:
        points = sum(told for word, told in other.around.items() if word in known)
        if points > max(most, TAKEN_UP):
            best, most = other.turn, points
    return best


def _can_answer(text: str, turn: Turn, leak: Leak, saying: Saying) -> bool:
    """Whether the turn can be an answer: no words that came out, and nothing that a question asks."""
    return (
        turn.parent is None
        and turn.spoken
        and turn.topic is None
        and (leak.is_only_named or turn.content[0][0] not in leak.places)
        and (turn.start > leak.begins or (saying.plain and leak.concerns(turn)) or names_it(text, turn))
        and turn.act != "ask"
        and (turn.quoted or turn.bare is not None or _is_party(turn))
        and (turn.quoted or text[turn.end : turn.end + 1] != "?")
        and not (turn.quoted and any(_is_told_again(turn, each.turn) for each in leak.told[:AGAIN]))
    )


def _is_party(turn: Turn) -> bool:
    """Whether who has the word is told to be somebody: not "neither", "one", nor a paper."""
    if turn.speaker is not None:
        return not is_medium(turn.speaker)
    words = turn.who.replace("’", "'").replace(",", "").split()
    return len(words) > 1 or not parties().isdisjoint(words)


def _is_told_again(turn: Turn, told: Turn) -> bool:
    """Whether the words are those that came out, in most of what they tell."""
    both = len(turn.words.keys() & told.words.keys())
    return both >= SHORT and 3 * both >= 2 * min(len(turn.words), len(told.words))


def names_it(text: str, turn: Turn) -> bool:
    """Whether the words speak of what came out: the recording, the remark."""
    return not leak_nouns().isdisjoint(words_of(text, turn.content))


def _is_told_next(
    all_turns: Sequence[Turn], at: int, leak: Leak, answered: Sequence[Response | None]
) -> bool:
    """Whether what came out, or an answer, stands among the turns right before it."""
    before = range(max(0, at - NEXT), at)
    return any(answered[n] is not None or all_turns[n].content[0][0] in leak.places for n in before)


def _goes_on(
    all_turns: Sequence[Turn], at: int, leak: Leak, answered: Sequence[Response | None]
) -> Meant | None:
    """What the same speaker answered right before, if that was no going on itself."""
    turn = all_turns[at]
    for number in range(at - 1, max(-1, at - 3), -1):
        before, answer = all_turns[number], answered[number]
        if before.parent is not None:
            continue
        if not turn.quoted and turn.sentence != before.sentence:
            return None
        if answer is None or not one_side(turn, before) or turn.paragraph - before.paragraph > 1:
            return None
        if answer.rule == _GOES_ON or answer.stance in REFUSALS:
            return None
        things = () if leak.thing is None else (leak.thing,)
        near = (*things, *(each.turn for each in leak.told), *all_turns[max(0, at - REACH) : at])
        target = next((each for each in near if each.content == answer.target_content), None)
        return None if target is None else Meant(target, _GOES_ON, answer.stance)
    return None


_GOES_ON = "goes on after an answer"


def _on_answer(turn: Turn) -> Stance | None:
    return "criticise" if turn.bare is None else None
