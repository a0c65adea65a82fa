"""From the attributions of a document to its responses: the face of the part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hearsay.lexicon import load_words
from hearsay.lexicon.phrases import find
from hearsay.link.media import is_medium
from hearsay.link.responses.earlier import REFUSALS, Saying, reply_nouns
from hearsay.link.responses.held import Held, disowned, things
from hearsay.link.responses.judging import about, as_topic, is_only_named, predicate
from hearsay.link.responses.leak import Leak, leak_nouns, leak_of
from hearsay.link.responses.meant import holding_nouns, said_of_it
from hearsay.link.responses.objects import object_of
from hearsay.link.responses.on_leak import Meant, meant_by, names_it
from hearsay.link.responses.reading import DENIALS, SAYS, Reading, reading
from hearsay.link.responses.scope import engagement_of, gaps_of
from hearsay.link.responses.score import own_features, score
from hearsay.link.responses.sides import surnames
from hearsay.link.responses.signs import Sign
from hearsay.link.responses.ties import BACK, Tie, in_how_many, ties_of
from hearsay.link.responses.turns import Turn, turns, words_of
from hearsay.model import Artefact, Attribution, BareAnswer, Response, Span, response_id

# The weight from which a link is made, and from which it is not only likely if the text says that it is an
# answer. Both chosen on training articles (docs/methods/responses.md).
LEAST = 2.5
SURE = 3.2
# The same for what only the cue tells, and no word around it.
UNTOLD = 3.2
# The weight of its own words from which a refusal to answer is one whatever it may be about.
OUTRIGHT = 2.7
# What is named as judged is what somebody said where one in so many of its words is in his, or more.
NAMED = 3
# How far before somebody's words a sentence that leads to them begins, in code points.
LED = 160
# Acts that charge somebody with something.
CHARGING = ("accuse", "criticise", "claim", "complain", "threaten")


def responses(
    document: str,
    text: str,
    attributions: Sequence[Attribution],
    bare: Sequence[BareAnswer],
    artefacts: Sequence[Artefact] = (),
) -> tuple[Response, ...]:
    """Who answers whom in one document, in the order of the answers; each answer answers one thing at most.

    An answer without words, or one that says outright that it is none, is kept where it has no target.
    `artefacts` are the document's, by whose ids the chains of the attributions go. Depends on its arguments
    alone; never raises; time grows linearly.
    """
    all_turns = turns(text, attributions, bare, artefacts)
    common = in_how_many(all_turns)
    held = things(text, artefacts, all_turns)
    leak = leak_of(text, all_turns, held)
    answered: list[Response | None] = []
    for at in range(len(all_turns)):
        answered.append(_response(document, text, all_turns, at, answered, common, held, leak))
    return tuple(each for each in answered if each is not None)


def _response(
    document: str,
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    answered: Sequence[Response | None],
    common: Counter[str],
    held: Sequence[Held],
    leak: Leak | None,
) -> Response | None:
    turn = all_turns[at]
    read = reading(text, all_turns, at, held)
    if read is None:
        return None
    if turn.parent is not None and turn.negated:
        return None  # "I did not say that it was a fake" does not call it one
    names_reply = is_only_named(text, turn) and turn.judged is None
    if names_reply and not reply_nouns().keys().isdisjoint(words_of(text, turn.content)):
        return None  # he said so when he was told of the denial
    if read.sign.strength == "none" and turn.speaker is not None and is_medium(turn.speaker):
        return None  # a paper that tells what others said answers nobody
    if leak is not None and read.sign.rule != "words for answering":
        judges = read.sign.strength == "judged" and read.stance == "criticise"
        own = judges and leak.is_author(turn) and not names_it(text, turn)
        if own or (turn.content[0][0] in leak.places and not leak.is_only_named):
            return None  # what came out tells itself what it judges
    if leak is not None and turn.held is not None and turn.held == leak.words.held and leak.is_author(turn):
        return None  # what he goes on to say on the tape
    ties = ties_of(text, all_turns, at, read.sign, answered, common)
    if turn.bare in REFUSALS:
        # Whoever is silent is asked about a charge, and not about somebody's denial of it.
        denials = {each.content for each in answered[max(0, at - BACK) :] if each and each.stance in DENIALS}
        ties = [tie for tie in ties if tie.target.content not in denials]
    tie, odds = _answers(text, turn, read, ties, held)
    meant = _meant(text, all_turns, at, leak, read, tie, answered)
    if meant is not None:
        tie, odds = Tie(meant.target, {}, ()), 0.0
        if meant.stance is not None and (read.weight < SAYS or meant.names_only):
            read = replace(read, stance=meant.stance)
    refused = read.stance == "decline" and bool(read.words) and read.weight >= OUTRIGHT
    if tie is None and not (turn.bare is not None or read.outright or refused):
        return None
    target = tie.target if tie else None
    content = target.content if target else ()
    told = (
        predicate(turn)
        if read.names is turn or (meant is not None and is_only_named(text, turn))
        else turn.content
    )
    sign = read.sign
    return Response(
        id=response_id(document, told, content),
        document=document,
        stance=read.stance,
        content=told,
        attribution=turn.attribution,
        source=turn.source,
        speaker=turn.speaker,
        # What a question or a charge was about is nobody's words here.
        target=target.attribution if target and not target.of_others else None,
        target_content=content,
        rule=meant.rule if meant is not None else _rule(sign, tie, read.words),
        evidence=tuple(sorted({*sign.evidence, *read.words, *(tie.evidence if tie else ())})),
        likely=_is_likely(sign, tie, odds) or _is_silent_there(turn, target, leak),
        engages=engagement_of(turn, target, read.stance),
        gaps=gaps_of(text, turn.content, read.stance),
    )


def _answers(
    text: str, turn: Turn, read: Reading, ties: Sequence[Tie], held: Sequence[Held]
) -> tuple[Tie | None, float]:
    """What the turn answers, of the ties that it has and the things that the document names, and the odds."""
    tie, odds = _tie(text, turn, read, ties)
    asked = tie is not None and tie.target.topic is not None
    unmet = tie is None and (read.denial is not None or read.sign.strength == "said")
    thing = read.thing
    if thing is None and ((read.outright and not asked) or unmet):
        thing = disowned(turn, held, outright=read.outright)
    if thing is not None:
        tie, odds = thing.tie(), 0.0
    named = object_of(text, turn)
    if named is not None and not (tie and _is_what_is_named(tie, turn)):
        return Tie(about(turn, named), {}, ()), SURE
    names = read.names
    if names is not None and names.judged is not None and not (tie and _is_what_is_named(tie, names)):
        judged = names.judged.thing
        said = judged != names.content[0] or len(words_of(text, (judged,))) > 1  # not: mocked pupils
        sure = said and names.sentence == turn.sentence
        return Tie(as_topic(names), {}, ()), SURE if sure else 0.0
    return tie, odds


def _meant(
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    leak: Leak | None,
    read: Reading,
    tie: Tie | None,
    answered: Sequence[Response | None],
) -> Meant | None:
    """What the turn answers of a leak that the document tells of; `None` where `tie` tells it better."""
    if leak is None:
        return None
    turn = all_turns[at]
    of_it = False
    if tie is not None and tie.target.of_others:
        named = set(words_of(text, tie.target.content))
        far = turn.bare is not None and turn.paragraph > tie.target.paragraph
        of_it = named <= load_words("thing_pronouns") | load_words("matter_nouns") | load_words("articles")
        itself = turn.start <= tie.target.content[0][0] < turn.end and leak.concerns(turn)
        itself = itself and read.stance != "criticise"
        unnamed = named.isdisjoint(leak_nouns()) and named.isdisjoint(reply_nouns())
        if not far and not itself and not of_it and unnamed:
            return None
    sign = read.sign
    denies = read.outright or (read.denial is not None and leak.concerns(turn))
    led = _is_led_to(text, all_turns, at)
    plain = led or denies or sign.strength == "said" or read.thing is not None
    replies = of_it or led or (sign.rule == "words for answering" and sign.stance is None)
    to = tie.target.content if tie is not None and tie.target.of_others else ()
    meant = meant_by(
        text, all_turns, at, leak, Saying(read.stance, read.weight, plain, replies, to), answered
    )
    if tie is not None and meant is not None and meant.target.content[0][0] in leak.places:
        return None if tie.target.content[0][0] in leak.places else meant
    return meant


def _is_led_to(text: str, all_turns: Sequence[Turn], at: int) -> bool:
    """Whether a sentence right before the words says that they answer: "Holm hit back."."""
    turn = all_turns[at]
    start = text.rfind("\n", max(0, turn.start - LED), turn.start) + 1
    if at:
        start = max(start, all_turns[at - 1].end)
    leading = find("answering", text, min(start, turn.start), turn.start)
    return turn.quoted and any(
        found.row["sign"] == "answers" and not found.row["stance"] for found in leading
    )


def _tie(text: str, turn: Turn, read: Reading, ties: Sequence[Tie]) -> tuple[Tie | None, float]:
    """The best tie and its odds; `None` where the sign of an answer does not go with what ties it."""
    sign = read.sign
    tie, odds = _best(ties, own_features(turn, sign, read.weight))
    if tie is None:
        return None, odds
    meant = said_of_it(text, turn, tie, ties)
    if meant is not None:
        return meant, 0.0
    tied = _is_tied(tie)
    if not sign.evidence and not (tied and odds >= UNTOLD):
        return None, 0.0  # the cue alone tells of an act that could be turned to anything
    if (turn.bare is not None or sign.strength == "own") and not tied:
        return None, 0.0
    if sign.strength == "own" and not read.outright and not _is_charge(tie):
        return None, 0.0
    return tie, odds


def _is_charge(tie: Tie) -> bool:
    """Whether what may be denied is said sharply of who denies it, asks about it, or are leaked words."""
    other = tie.target
    about = "is spoken of" in tie.features and (other.sharp or other.act in CHARGING)
    return about or other.held is not None or other.act == "ask" or other.topic is not None


def _is_likely(sign: Sign, tie: Tie | None, odds: float) -> bool:
    """Whether no words say that it is an answer, or nothing but its place ties it to what it answers."""
    if sign.strength == "own":
        return True
    said = sign.strength == "said" and bool(sign.evidence) and odds >= SURE
    return tie is not None and not (said and _is_tied(tie))


def _is_silent_there(turn: Turn, target: Turn | None, leak: Leak | None) -> bool:
    """Whether somebody gave no answer, and that it was to what came out is only read off the article."""
    if leak is None or target is None or turn.bare not in REFUSALS:
        return False
    return target.content[0][0] in leak.places


def _is_tied(tie: Tie) -> bool:
    """Whether more than its place ties an answer to a target."""
    if tie.target.topic is not None or tie.features.get("shared words", 0) >= 1:
        return True
    return any(name in tie.features for name in _TYING)


_TYING = ("is held", "names who is answered", "is spoken of", "was asked", "one sentence", "others answer it")


def _is_what_is_named(tie: Tie, names: Turn) -> bool:
    """Whether the words that `tie` goes to are what is named as judged: "that claim", "the closing"."""
    if names.of_others:
        return True
    # Two that speak of the recording do not thereby speak of each other.
    told = names.words.keys() - surnames(tie.target) - holding_nouns()
    if not told:
        return False
    return len(told) <= NAMED * len(told & tie.target.words.keys())


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
