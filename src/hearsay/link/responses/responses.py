"""From the attributions of a document to its responses: the face of the part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hearsay.link.responses.meant import said_of_it
from hearsay.link.responses.scope import engagement_of, gaps_of
from hearsay.link.responses.score import own_features, score
from hearsay.link.responses.signs import Sign, sign_of
from hearsay.link.responses.stances import stance_of
from hearsay.link.responses.ties import Tie, in_how_many, ties_of
from hearsay.link.responses.turns import Turn, one_side, turns
from hearsay.model import Attribution, BareAnswer, Response, Span, response_id

# The weight from which a link is made, and from which it is not only likely if the text says that it is an
# answer. Both chosen on training articles (docs/methods/responses.md).
LEAST = 2.5
SURE = 3.2
# The same for what only the cue tells, and no word around it.
UNTOLD = 3.2
# The weight of its own words from which a refusal to answer is one whatever it may be about.
OUTRIGHT = 2.7


def responses(
    document: str, text: str, attributions: Sequence[Attribution], bare: Sequence[BareAnswer]
) -> tuple[Response, ...]:
    """Who answers whom in one document, in the order of the answers; each answer answers one thing at most.

    An answer without words, or one that says outright that it is none, is kept where it has no target.
    Depends on its arguments alone; never raises; time grows linearly.
    """
    all_turns = turns(text, attributions, bare)
    common = in_how_many(all_turns)
    answered: list[Response | None] = []
    for at in range(len(all_turns)):
        answered.append(_response(document, text, all_turns, at, answered, common))
    return tuple(each for each in answered if each is not None)


def _response(
    document: str,
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    answered: Sequence[Response | None],
    common: Counter[str],
) -> Response | None:
    turn = all_turns[at]
    if turn.topic is not None:
        return None
    led_by = _led_by(all_turns, at)
    sign = sign_of(text, turn, led_by)
    if sign.asked and turn.act == "ask":
        return None
    stance, weight, words = stance_of(text, turn, sign)
    if sign.stance is None and weight >= 1:
        sign = replace(sign, stance=stance)
    own = own_features(turn, sign, weight)
    ties = ties_of(text, all_turns, at, sign, answered, common)
    tie, odds = _best(ties, own)
    meant = None if tie is None else said_of_it(text, turn, tie, ties)
    if meant is not None:
        tie, odds = meant, 0.0
    if tie is not None and not sign.evidence and not (_is_tied(tie) and odds >= UNTOLD):
        tie = None  # the cue alone tells of an act that could be turned to anything
    if turn.bare is not None and tie is not None and not _is_tied(tie):
        tie = None
    if tie is None and not (turn.bare is not None or (stance == "decline" and words and weight >= OUTRIGHT)):
        return None
    target = tie.target if tie else None
    content = target.content if target else ()
    return Response(
        id=response_id(document, turn.content, content),
        document=document,
        stance=stance,
        content=turn.content,
        attribution=turn.attribution,
        source=turn.source,
        speaker=turn.speaker,
        # What a question or a charge was about is nobody's words here.
        target=target.attribution if target and not target.of_others else None,
        target_content=content,
        rule=_rule(sign, tie, words),
        evidence=tuple(sorted({*sign.evidence, *words, *(tie.evidence if tie else ())})),
        likely=tie is not None
        and not (sign.strength == "said" and sign.evidence and odds >= SURE and _is_tied(tie)),
        engages=engagement_of(turn, target, stance),
        gaps=gaps_of(text, turn.content, stance),
    )


def _is_tied(tie: Tie) -> bool:
    """Whether more than its place ties an answer to a target."""
    if tie.target.topic is not None or tie.features.get("shared words", 0) >= 1:
        return True
    return any(name in tie.features for name in _TYING)


_TYING = ("names who is answered", "is spoken of", "was asked", "one sentence", "others answer it")


def _led_by(all_turns: Sequence[Turn], at: int) -> Turn | None:
    """The turn before the one at `at`, of its speaker or sentence, that names what it was asked about."""
    turn = all_turns[at]
    for other in reversed(all_turns[max(0, at - 3) : at]):
        if other.topic is not None:
            near = turn.paragraph - other.paragraph <= 1 and (not other.speaker or one_side(turn, other))
            return other if near or turn.sentence == other.sentence else None
        if other.who != turn.who:
            return None
    return None


def _best(ties: Sequence[Tie], own: dict[str, float]) -> tuple[Tie | None, float]:
    """The tie with the best odds, if they reach; the nearer of equals."""
    best, most = None, LEAST
    for tie in ties:
        odds = score(tie, own)
        if odds > most:
            best, most = tie, odds
    return best, most


def _rule(sign: Sign, tie: Tie | None, words: tuple[Span, ...]) -> str:
    """What made the link, in words: the plainest of what was found."""
    if sign.rule:
        return sign.rule
    features = tie.features if tie else {}
    for name, rule in _RULES:
        if features.get(name, 0) >= 1:
            return rule
    return "words of an answer" if words else "next to it, on the same matter"


_RULES = (
    ("goes on", "goes on after an answer"),
    ("tells it itself", "tells what it answers"),
    ("is spoken of", "speaks after being spoken of"),
    ("names who is answered", "names whom it answers"),
    ("shared words", "takes up its words"),
    ("others answer it", "speaks on what others answer"),
)
