"""Which turn names what somebody was asked about, before his answer or right behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.link.responses.sides import one_side
from hearsay.link.responses.turns import Turn

# Sentences behind a question in which the answer to it begins.
NEXT = 2
# From so many telling words on, what is not quoted can be an answer to a question.
CLAUSE = 3
# What stands between somebody's words and what he was asked: he told reporters | when asked (whether).
_WHEN = re.compile(
    r"\W*(?:[\w'’]+\s+){0,4}(?:when|after|if|upon)\s+(?:(?:he|she|they|it)\s+)?(?:(?:was|were|being|is)\s+)?"
)


def question_before(text: str, all_turns: Sequence[Turn], at: int) -> Turn | None:
    """The turn before the one at `at`, of its speaker or sentence, that names what it was asked about.

    Or the one right behind it: "..., he said when asked whether"; that one leads to nothing else.
    """
    turn = all_turns[at]
    if not _can_be_led(turn):
        return None
    if _is_asked_behind(text, all_turns, at):
        return all_turns[at + 1]
    if _is_asked_behind(text, all_turns, at - 2):
        return None
    for other in reversed(all_turns[max(0, at - 3) : at]):
        if other.topic is not None:
            near = turn.sentence - other.sentence <= NEXT and (not other.speaker or one_side(turn, other))
            return other if near or turn.sentence == other.sentence else None
        if other.who != turn.who:
            return None
    return None


def _can_be_led(turn: Turn) -> bool:
    """Whether its words can answer a question: quoted, or a clause; not a thing that is only named."""
    return turn.spoken and turn.parent is None and (turn.quoted or len(turn.words) >= CLAUSE)


def _is_asked_behind(text: str, all_turns: Sequence[Turn], at: int) -> bool:
    """Whether what the turn at `at` was asked about stands right behind it: he said when asked whether."""
    if not 0 <= at < len(all_turns) - 1 or all_turns[at].topic is not None:
        return False
    turn, asked = all_turns[at], all_turns[at + 1]
    return asked.topic is not None and bool(_WHEN.fullmatch(text[turn.end : asked.topic[0]]))
