"""What a turn says of being an answer, by its own words and those around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay.lexicon import load_words
from hearsay.link.responses.asked import question_before
from hearsay.link.responses.held import Held, named_again
from hearsay.link.responses.judging import judging
from hearsay.link.responses.own_words import Denial, denial_of
from hearsay.link.responses.sentences import WORD
from hearsay.link.responses.signs import Sign, sign_of
from hearsay.link.responses.stances import is_refused, stance_of
from hearsay.link.responses.turns import Turn
from hearsay.model import Span, Stance

# The weight of its own words from which they have a stance towards a thing that they name.
SAYS = 1.8
# Stances of somebody who denies something in his own words.
DENIALS = ("deny", "dispute_premise", "disbelieve", "decline", "partly_confirm", "counter_claim")
# Stances towards a recording, an email or the like of somebody whose own words name it.
_ON_THINGS = ("confirm", "partly_confirm", "disbelieve", "dispute_premise", "decline")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a turn says of being an answer: its sign, and what it does, how plainly and by which own words.

    `names` is the turn that names what is defended or denied, `thing` a recording or the like that its words
    name again.
    """

    sign: Sign
    stance: Stance
    weight: float
    words: tuple[Span, ...]
    denial: Denial | None
    names: Turn | None
    thing: Held | None

    @property
    def outright(self) -> bool:
        """Whether it denies whatever it may be about."""
        return self.denial is not None and self.denial.outright


def reading(text: str, all_turns: Sequence[Turn], at: int, held: Sequence[Held]) -> Reading | None:
    """What the turn at `at` says of being an answer; `None` for one that tells what is asked."""
    turn = all_turns[at]
    if turn.topic is not None or _is_question(text, turn):
        return None
    led_by = question_before(text, all_turns, at)
    sign = sign_of(text, turn, led_by, all_turns[at - 1] if at else None)
    if sign.asked and turn.act == "ask":
        return None
    names = judging(all_turns, at)
    before = all_turns[at - 1].judged if at else None
    if names is not None and names.judged is not None and sign.strength != "said":
        sign = Sign("said", "tells what it answers", (names.judged.cue,), names.judged.stance)
    elif names is None and before is not None and sign.evidence == (before.cue,):
        sign = Sign("none", "", ())  # the words before tell what he does there, and not here
    stance, weight, words = stance_of(text, turn, sign)
    if led_by is not None and stance == "deny" and is_refused(text, led_by):
        stance = "decline"
    if sign.stance is None and weight >= 1:
        sign = replace(sign, stance=stance)
    denial = None
    if turn.spoken and turn.bare is None and stance != "decline" and sign.strength != "judged":
        denial = denial_of(text, turn)
        if denial is not None and not denial.outright and weight >= SAYS and stance == "support":
            denial = None  # "he had no reason to doubt her word" supports her
    thing = None
    if denial is not None and sign.strength == "none":
        sign = replace(sign, strength="own", rule="denies it in so many words", evidence=(denial.span,))
        stance = stance if stance in DENIALS else "deny"
    elif turn.bare is not None:
        thing = named_again(text, turn, held)
    elif sign.strength == "none" and stance in _ON_THINGS and weight >= SAYS:
        thing = named_again(text, turn, held)
        if thing is not None:
            sign = replace(sign, strength="own", rule="speaks of what holds the words", evidence=words)
    return Reading(sign, stance, weight, words, denial, names, thing)


def _is_question(text: str, turn: Turn) -> bool:
    """Whether the sentence asks what was said: "What Orlov has denied", "And would he apologise to her?"."""
    if turn.quoted or not turn.frame:
        return False
    if text[turn.end : turn.end + 1] == "?":
        return True
    if not turn.source:
        return False
    first = WORD.search(text, *turn.frame[0])
    return (
        first is not None
        and first.end() < turn.source[0][0]
        and first[0].lower() in load_words("asking_openers")
    )
