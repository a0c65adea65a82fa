"""What ties a turn to another that it may answer: features of the pair, each with the words that show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay.link.responses.sides import one_side, surnames
from hearsay.link.responses.signs import Sign
from hearsay.link.responses.turns import Turn
from hearsay.model import Response, Span

# How many turns back and ahead are looked at, and how many paragraphs.
BACK = 14
AHEAD = 4
# An article's first paragraphs tell in short what the rest tells at length: what they answer may come later.
LEAD = 3
LEAD_AHEAD = 20
PARAGRAPHS = 8
# Tenths of a bit of shared words that count as one, and the most that count.
_BITS = 180
_MOST_SHARED = 4.0
_ATTACKS = ("accuse", "criticise", "claim", "complain", "threaten")


@dataclass(frozen=True, slots=True)
class Tie:
    """A turn that may be answered, the features of the pair, and the spans that show some of them."""

    target: Turn
    features: dict[str, float]
    evidence: tuple[Span, ...]


def ties_of(
    text: str,
    all_turns: Sequence[Turn],
    at: int,
    sign: Sign,
    answered: Sequence[Response | None],
    common: Counter[str],
) -> list[Tie]:
    """The ties of turn number `at` to each turn around it that it can answer.

    `answered` has the response that each turn before it is, or `None`; `common` in how many turns of the
    document each word is.
    """
    answer = all_turns[at]
    found: list[Tie] = []
    met: list[Turn] = []
    for back in range(at - 1, max(-1, at - 1 - BACK), -1):
        other = all_turns[back]
        if answer.paragraph - other.paragraph > PARAGRAPHS:
            break
        if _can_be_answered(answer, other, sign):
            if not any(other.who and one_side(other, each) for each in met):
                met.append(other)
            found.append(_tie(text, answer, other, sign, len(met)))
    lead = answer.paragraph <= LEAD
    for other in all_turns[at + 1 : at + 1 + (LEAD_AHEAD if lead else AHEAD)]:
        if other.paragraph - answer.paragraph > (PARAGRAPHS if lead else 1):
            break
        if _can_be_answered(answer, other, sign):
            found.append(_tie(text, answer, other, sign, 0))
    for tie in found:
        told = [common[word] - 1 for word in tie.target.words]
        tie.features["is central"] = min(sum(told) / (len(told) + 2), 4.0)
    _add_history(all_turns, at, answered, found)
    return found


def in_how_many(all_turns: Sequence[Turn]) -> Counter[str]:
    """In how many turns each word is."""
    return Counter(word for turn in all_turns for word in turn.words)


def _can_be_answered(answer: Turn, other: Turn, sign: Sign) -> bool:
    # Leaked words are disowned by whose they are.
    own = one_side(answer, other) and not (other.held and not answer.held)
    named = answer.bare is not None and other.judged is not None
    if other.bare is not None or named or (own and not other.of_others):
        return False
    if not other.speaker and _begins_with(other, surnames(answer)):
        return False  # "Mr. Orlov told donors that ...": the paper itself on what he says.
    told_within = other.parent is not None and other.parent == answer.attribution
    if (told_within or sign.strength != "said") and not other.of_others and _repeats(answer, other):
        return False
    (a, b), (c, d) = (
        (answer.content[0][0], answer.content[-1][1]),
        (other.content[0][0], other.content[-1][1]),
    )
    return b <= c or d <= a or told_within


def _begins_with(turn: Turn, names: frozenset[str]) -> bool:
    return bool(names & set(list(turn.words)[:3]))


def _repeats(answer: Turn, other: Turn) -> bool:
    """Whether both tell the same, in most of their words: one report of it within or beside another."""
    both = len(answer.words.keys() & other.words.keys())
    return 5 * both >= 3 * min(len(answer.words), len(other.words)) > 6


def _tie(text: str, answer: Turn, other: Turn, sign: Sign, rank: int) -> Tie:
    apart = abs(answer.paragraph - other.paragraph)
    features = {
        f"rank {rank}" if 0 < rank <= 3 else "ahead" if rank == 0 else "rank more": 1.0,
        f"paragraphs {apart}" if apart < 4 else "paragraphs more": 1.0,
    }
    if answer.sentence == other.sentence:
        features["one sentence"] = 1.0
    evidence: list[Span] = []
    judges = sign.stance is not None and sign.stance != "other"
    named = _mention(text, (*answer.frame, *answer.content), surnames(other) - surnames(answer))
    if named is not None:
        features["names who is answered"] = 1.0
        features["judges who is answered"] = float(judges)
        evidence.append(named)
    attacked = _mention(text, other.content, surnames(answer) - surnames(other))
    if attacked is not None:
        features["is spoken of"] = 1.0
        features["is spoken of sharply"] = float(other.sharp)
        evidence.append(attacked)
    names = surnames(answer) | surnames(other)
    both = {word: told for word, told in answer.words.items() if word in other.words and word not in names}
    if both:
        features["shared words"] = min(sum(both.values()) / _BITS, _MOST_SHARED)
    if sign.asked and (other.act == "ask" or other.topic is not None):
        features["was asked"] = 1.0
    if other.act in _ATTACKS or other.sharp:
        features["answers an attack"] = 1.0
    if other.of_others:
        features["answers a charge"] = 1.0
    if other.held and not answer.held:
        features["is held"] = 1.0
    if not other.spoken:
        features["answers a thought"] = 1.0
    if not other.who:
        features["answers nobody"] = 1.0
    if len(other.words) < 3:
        features["answers little"] = 1.0
    if other.parent is not None and other.parent == answer.attribution:
        features["tells it itself"] = 1.0
    return Tie(other, features, tuple(evidence))


def _add_history(
    all_turns: Sequence[Turn], at: int, answered: Sequence[Response | None], found: list[Tie]
) -> None:
    """Whether the pair carries on: who spoke before answered the same, or others did."""
    targets = {
        each.target_content: turn
        for turn, each in zip(
            all_turns[max(0, at - BACK) : at], answered[max(0, at - BACK) : at], strict=True
        )
        if each is not None
    }
    before = next(
        (number for number in range(at - 1, max(-1, at - 4), -1) if all_turns[number].parent is None), None
    )
    same = before is not None and one_side(all_turns[before], all_turns[at])
    earlier = answered[before] if before is not None and same else None
    if earlier is not None and (earlier.likely or earlier.attribution is None):
        earlier = None  # who is only silent says nothing that could go on
    for tie in found:
        if earlier is not None and earlier.target_content == tie.target.content:
            tie.features["goes on"] = 1.0
        elif tie.target.content in targets:
            tie.features["others answer it"] = 1.0


def _mention(text: str, spans: Sequence[Span], names: frozenset[str]) -> Span | None:
    if not names:
        return None
    pattern = _any_of(names)
    for start, end in spans:
        found = pattern.search(text, start, end)
        if found and text[found.start()].isupper():
            return found.start(), found.end()
    return None


@lru_cache(1 << 12)
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)
