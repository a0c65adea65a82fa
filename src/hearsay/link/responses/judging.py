"""Which turn names what another defends or denies: "He defended his tweets, saying they were fine"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.link.responses.sentences import WORD
from hearsay.link.responses.turns import Turn
from hearsay.model import Span

# As many words and no more are but somebody who is named.
NAMED = 3


def judging(all_turns: Sequence[Turn], at: int) -> Turn | None:
    """The turn that names what the one at `at` defends or denies: itself, or the one before of the speaker.

    "He defended his tweets, saying they were fine": the second names nothing, and does what the first tells.
    """
    turn = all_turns[at]
    if turn.judged is not None:
        return turn
    return all_turns[at - 1] if at and _is_judged_by(all_turns, at - 1) else None


def _is_judged_by(all_turns: Sequence[Turn], at: int) -> bool:
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
    return turn if turn.judged is None else about(turn, turn.judged.thing, turn.judged.cue)


def about(turn: Turn, thing: Span, lead: Span | None = None) -> Turn:
    """A thing that the turn names, as a turn of nobody; `lead` are the words before it, or its predicate."""
    lead = lead or turn.content[0]
    return replace(turn, attribution=None, content=(thing,), of_others=True, topic=lead, held=None, bare=None)


def predicate(turn: Turn) -> tuple[Span, ...]:
    """The words that tell what is done: "defended the remark"; "defended" alone, of a remark before it."""
    cues = (turn.judged.cue,) if turn.judged is not None else turn.cue[:1]
    if not cues:
        return turn.content
    cue, content = cues[0], turn.content
    return (cue,) if cue[0] > content[0][0] else ((cue[0], content[-1][1]),)


def is_only_named(text: str, turn: Turn) -> bool:
    """Whether the content is but whom the cue names: (backed) his boss, (apologised to) the family."""
    if turn.quoted or turn.bare is not None or len(turn.content) > 1 or not turn.cue:
        return False
    return len(list(WORD.finditer(text, *turn.content[0]))) <= NAMED
