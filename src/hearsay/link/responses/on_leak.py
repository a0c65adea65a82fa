"""Who answers words that came out, or an answer to them, in an article that tells of a leak.

Such an article leads to the words, and then lets all sides speak of them. Few of these are led to by a word
for answering: they speak of the recording, of the remark, of him. Every such link is likely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.media import is_medium
from hearsay.link.responses.leak import Leak, leak_nouns
from hearsay.link.responses.sides import one_side, parties, surnames
from hearsay.link.responses.turns import Turn, words_of
from hearsay.model import Response, Span, Stance

# How many turns back what is answered is looked for, and how many paragraphs off an answer goes on.
BACK = 8
# How many turns back what an answer goes to is looked for, if it is not what came out.
REACH = 24
# How many turns back what came out, or an answer to it, has just been told.
NEXT = 2
# Tenths of a bit of shared words by which somebody's words are taken up.
TAKEN_UP = 110
# The weight of its own words from which they have a stance, and from which they have one of their own.
HINTED, PLAIN = 1.0, 1.8
# Stances that hardly anybody has in such an article but towards what came out.
_ALONE = ("apologise", "decline", "disbelieve", "dispute_premise", "threaten")
# Stances that who speaks right behind it, or behind an answer to it, mostly has towards it.
_OFTEN = ("criticise", "justify", "support")
_CALLED = re.compile(r"(?:\w+\s+)?(\w+)\s+(?:\w{2,4}\s+)?[\"“«'‘]")
_REFUSALS = ("decline", "no_answer")
# As many words with one for a reply among them only name it: that answer, three explanations.
SHORT = 5
# Acts that judge whom they name.
_CHARGING = ("accuse", "criticise", "claim", "complain")
# Acts by which who spoke before is judged, whatever he said.
_ON_PERSONS = (*_CHARGING[:2], "describe")
_DENYING = ("deny", "dispute_premise", "disbelieve")
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


def meant_by(
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    leak: Leak,
    saying: Saying,
    answered: Sequence[Response | None],
) -> Meant | None:
    """What the turn at `at` answers there; `None` where it shows no sign of speaking of what came out."""
    turn = all_turns[at]
    if not _can_answer(text, turn, leak, saying):
        return None
    words = set(words_of(text, turn.content))
    only_named = not turn.quoted and turn.bare is None and len(words) <= SHORT
    if only_named and not saying.plain and not reply_nouns().keys().isdisjoint(words):
        return None
    earlier = _spoken_of(text, all_turns, at, leak, saying, answered, words)
    if earlier is not None:
        named = turn.bare is None and any(reply_nouns().get(word) == saying.stance for word in words)
        return Meant(earlier, "speaks of an answer to what came out", _on_answer(turn), named)
    own = leak.concerns(turn)
    speaks = not leak_nouns().isdisjoint(words) or _shared(turn, leak.words, leak) >= TAKEN_UP
    named = not (leak.names | leak.titles).isdisjoint(words)
    if turn.bare is not None or saying.plain:
        return Meant(_of_leak(turn, leak), "speaks of what came out")
    if not own and (
        (speaks and (turn.act == "describe" or _calls_it(text, turn))) or (named and turn.act in _CHARGING)
    ):
        return Meant(leak.words, "judges what came out", "criticise")
    next_to_it = _is_told_next(all_turns, at, leak, answered)
    if not own and turn.act in _PRAISING and (named or next_to_it):
        return Meant(leak.words, "judges what came out", "support")
    told = turn.quoted and next_to_it
    alone = saying.weight >= PLAIN and (saying.stance in _ALONE or (told and saying.stance in _OFTEN))
    enough = speaks or (_speaks_for_himself(saying) if own else named)
    if alone or (saying.weight >= HINTED and enough):
        return Meant(_of_leak(turn, leak), "speaks of what came out")
    return _goes_on(all_turns, at, leak, answered)


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
    known = (turn.words.keys() | _role_words(turn)) - leak.names - leak.titles
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
        and turn.content[0][0] not in leak.places
        and (turn.start > leak.begins or (saying.plain and leak.concerns(turn)))
        and turn.act != "ask"
        and (turn.quoted or turn.bare is not None or bool(turn.who and not is_medium(turn.who)))
        and (turn.quoted or text[turn.end : turn.end + 1] != "?")
    )


def _spoken_of(
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
    best, most = None, 0
    for number in range(at - 1, max(-1, at - 1 - BACK), -1):
        other = all_turns[number]
        if not _can_be_meant(turn, other, leak):
            continue
        answer = answered[number]
        near = turn.paragraph - other.paragraph <= 1
        named = not (surnames(other) - leak.names - surnames(turn) - parties()).isdisjoint(around)
        called = bool(replies) and not _role_words(other).isdisjoint(words)
        points = _shared(turn, other, leak) if answer is not None or near else 0
        both = answer is not None and answer.stance in _DENYING and saying.stance in _DENYING
        if (points < TAKEN_UP or saying.weight < HINTED or both) and not replies:
            points = 0  # two that deny the same in the same words do not answer each other
        if (named and (answer is not None or replies or turn.act in _ON_PERSONS)) or called:
            points += 3 * TAKEN_UP
        if answer is not None and answer.stance in _REFUSALS:
            points -= TAKEN_UP
        last = best is None and near and (saying.replies or (turn.bare == "deny" and (replies or of_it)))
        if last or (replies and answer is not None):
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
        and not (leak.concerns(other) and leak.concerns(turn))
    )


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
        if answer.rule == _GOES_ON or answer.stance in _REFUSALS:
            return None
        things = () if leak.thing is None else (leak.thing,)
        near = (*things, *(each.turn for each in leak.told), *all_turns[max(0, at - REACH) : at])
        target = next((each for each in near if each.content == answer.target_content), None)
        return None if target is None else Meant(target, _GOES_ON, answer.stance)
    return None


_GOES_ON = "goes on after an answer"


def _shared(turn: Turn, other: Turn, leak: Leak) -> int:
    """Tenths of a bit of the words that both have, but for those that all speak of: the recording, him."""
    both = turn.words.keys() & other.words.keys() - leak_nouns() - leak.names - leak.titles
    if other is not leak.words:
        both -= leak.told[0].around.keys()
    return sum(turn.words[word] for word in both)


def _on_answer(turn: Turn) -> Stance | None:
    return "criticise" if turn.bare is None else None


def _role_words(turn: Turn) -> frozenset[str]:
    return frozenset((turn.role or "").lower().split())


@cache
def reply_nouns() -> dict[str, str]:
    """Nouns for what was said in answer, with the stance that each tells of, or none."""
    known = dict.fromkeys(load_words("answer_nouns"), "")
    return known | {row["noun"]: row["stance"] for row in load_table("reply_nouns")}
