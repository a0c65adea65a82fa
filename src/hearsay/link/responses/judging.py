"""Which turn names what another defends or denies: "He defended his tweets, saying they were fine"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.link.responses.turns import Turn
from hearsay.model import Span


def judging(all_turns: Sequence[Turn], at: int) -> Turn | None:
    """The turn that names what the one at `at` defends or denies: itself, or the one before of the speaker.

    "He defended his tweets, saying they were fine": the second names nothing, and does what the first tells.
    """
    turn = all_turns[at]
    if turn.judged is not None:
        return None if is_judged_by(all_turns, at) else turn
    return all_turns[at - 1] if at and is_judged_by(all_turns, at - 1) else None


def is_judged_by(all_turns: Sequence[Turn], at: int) -> bool:
    """Whether the next turn does what this one only tells: it goes on with words of the same speaker."""
    turn = all_turns[at]
    if turn.judged is None or at + 1 == len(all_turns):
        return False
    following = all_turns[at + 1]
    return (
        following.who == turn.who != ""
        and (following.participle or following.sentence > turn.sentence)
        and following.judged is None
        and following.topic is None
        and following.bare is None
        and following.paragraph - turn.paragraph <= 1
        and following.content[0][0] >= turn.content[-1][1]
    )


def as_topic(turn: Turn) -> Turn:
    """What the turn names as judged, as a turn of nobody."""
    if turn.judged is None:
        return turn
    thing = (turn.judged.thing,)
    return replace(turn, attribution=None, content=thing, of_others=True, topic=turn.judged.cue, held=None)


def predicate(turn: Turn) -> tuple[Span, ...]:
    """The words from the cue on that tell what is done: "defended the remark"."""
    if turn.judged is None:
        return turn.content
    return ((min(turn.judged.cue[0], turn.content[0][0]), turn.content[-1][1]),)
