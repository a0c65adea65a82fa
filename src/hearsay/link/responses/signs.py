"""What shows that somebody's words answer: words around them, what is done by them, how they begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from hearsay.lexicon.phrases import Found, find
from hearsay.link.responses.acts import Strength, answering_acts
from hearsay.link.responses.judged import names_person
from hearsay.link.responses.turns import Turn
from hearsay.model import Span, Stance


@dataclass(frozen=True, slots=True)
class Sign:
    """That a turn answers: how plainly, by which rule, on which words; and what it is then, if they say.

    `said`: the text says that it is an answer. `judged`: it judges what others said or did. `own`: only its
    own words deny something. `asked` tells
    that a question led to it, `turns` that the text turns from one side to another ("but").
    """

    strength: Strength
    rule: str
    evidence: tuple[Span, ...]
    stance: Stance | None = None
    asked: bool = False
    turns: bool = False


def sign_of(text: str, turn: Turn, led_by: Turn | None = None, before: Turn | None = None) -> Sign:
    """The plainest sign that `turn` is an answer; `led_by` is the turn that names what it was asked about.

    What is done by the cue of the turn `before`, of the same speaker, is not done by this: "he admitted it
    but said that".
    """
    if turn.bare is not None:
        return Sign("said", "answer without words", turn.content, turn.bare)
    if led_by is not None and led_by.topic is not None:
        return Sign("said", "asked about it", (led_by.topic,), asked=True)
    around = [
        found
        for start, end in turn.frame
        for found in find("answering", text, start, end)
        if not _is_content(turn, found.start)
        and not _is_of(before, turn, found)
        and not _is_done_to_him(text, start, found)
        and not (found.row["stance"] == "deny" and _is_of_somebody(text, turn, found))
    ]
    by_sign = {found.row["sign"]: found for found in reversed(around)}
    turned = "turns" in by_sign
    for sign, strength, rule in _RULES:
        found = by_sign.get(sign)
        if found is not None:
            stance = cast("Stance | None", found.row["stance"] or None)
            if turn.negated and stance is not None:
                stance = None
            evidence = ((found.start, found.end),)
            return Sign(strength, rule, evidence, stance, sign == "asked", turned)
    act = answering_acts().get(turn.act)
    if act is not None and act[0] == "deny" and _names_somebody(text, turn):
        act = None
    if act is not None and not (turn.negated and turn.act != "decline"):
        return Sign(
            act[1], "act of answering" if act[1] == "said" else "act of judging", (), act[0], turns=turned
        )
    return Sign("none", "", (), turns=turned)


# Signs of what somebody does by his words.
_DOING = ("answers", "judges")
# How far before a word its helping verb stands, in code points.
_BEFORE = 20
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_RULES: tuple[tuple[str, Strength, str], ...] = (
    ("answers", "said", "words for answering"),
    ("asked", "said", "asked about it"),
    ("judges", "judged", "words for judging"),
)


def _is_of_somebody(text: str, turn: Turn, found: Found) -> bool:
    """Whether it is done to somebody: (dismissed) a minister, Ada Holt; and not to a claim of hers."""
    return any(start <= found.start < end for start, end in turn.cue) and _names_somebody(text, turn)


def _names_somebody(text: str, turn: Turn) -> bool:
    return not turn.quoted and names_person(text, turn.content[0])


def _is_done_to_him(text: str, start: int, found: Found) -> bool:
    """Whether the words tell what others do: (the call, which) has been confirmed by both."""
    passive = _PASSIVE.search(text, max(start, found.start - _BEFORE), found.start)
    return found.row["sign"] in _DOING and passive is not None


def _is_of(before: Turn | None, turn: Turn, found: Found) -> bool:
    """Whether the words tell what the speaker does by the turn before, in the same sentence."""
    if before is None or before.who != turn.who or before.sentence != turn.sentence:
        return False
    told = any(start <= found.start < end for start, end in before.cue)
    return told and found.row["stance"] not in ("", "other") and turn.cue != before.cue


def _is_content(turn: Turn, at: int) -> bool:
    return any(start <= at < end for start, end in turn.content)
