"""What an answer does: what the words around it say, else what its own words do."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import cast

from hearsay.lexicon.phrases import find
from hearsay.link.responses.signs import Sign
from hearsay.link.responses.turns import Turn
from hearsay.model import Span, Stance

# How much of an answer is read for its stance, in code points: an answer says first what it is.
_READ = 320
# What one code point into the answer takes from a word's weight: later words are about something else.
_FADE = 1 / 240
# Stances that a denial before their words turns: "he would not support it".
_TURNED = ("support", "confirm", "apologise")
_NOT = re.compile(r"\b(?:not|never|no|cannot|can't|won't|\w+n['’]t)\b(?:\s[\w'’-]+){0,2}\s*$", re.IGNORECASE)
# What leaves open whether something is so: "if it is genuine".
_IF = re.compile(r"\b(?:if|whether|unless)\b(?:\s[\w'’-]+){0,3}\s*$", re.IGNORECASE)
_BEFORE = 30
# What beside a confirmation says that it is none of the whole, and how much must speak for it.
_TAKES_BACK: tuple[Stance, ...] = ("apologise", "deny", "dispute_premise", "justify")
_BESIDE = 1.5
# What the words around an answer weigh against its own.
_AROUND = {"said": 2.5, "judged": 3.5}


def stance_of(text: str, turn: Turn, sign: Sign) -> tuple[Stance, float, tuple[Span, ...]]:
    """The stance, how much speaks for it, and the answer's own words that do.

    Of an answer without words it is what its predicate says.
    """
    if turn.bare is not None:
        return turn.bare, _AROUND["judged"], ()
    weights: defaultdict[Stance, float] = defaultdict(float)
    words: defaultdict[Stance, list[Span]] = defaultdict(list)
    if sign.stance is not None and sign.stance != "other":
        weights[sign.stance] += _AROUND.get(sign.strength, 0)
    read = 0
    for start, end in turn.content:
        end = min(end, start + _READ - read)
        for found in find("stance_words", text, start, end):
            if found.row["where"] == "start" and (read or not _is_first(text, start, found.start)):
                continue
            stance = cast(Stance, found.row["stance"])
            if stance == "confirm" and _IF.search(text, max(start, found.start - _BEFORE), found.start):
                continue
            if stance in _TURNED and _NOT.search(text, max(start, found.start - _BEFORE), found.start):
                stance = "deny"
            if stance == "deny" and found.row["weight"] == "1" and words[stance]:
                continue  # two words for "not" deny no more than one
            at = read + found.start - start
            weights[stance] += int(found.row["weight"]) * (1 - at * _FADE / 2)
            words[stance].append((found.start, found.end))
        read += max(0, end - start)
        if read >= _READ:
            break
    if not weights:
        return "other", 0.0, ()
    best = max(sorted(weights), key=lambda stance: weights[stance])
    if best == "confirm" and any(weights[other] >= _BESIDE for other in _TAKES_BACK):
        return "partly_confirm", weights[best], tuple(words[best][:3])
    return best, weights[best], tuple(words[best][:3])


def is_refused(text: str, asked: Turn) -> bool:
    """Whether "no" to what was asked refuses an answer: "Can you say who gave it to you?"."""
    start, end = asked.content[0]
    return any(found.start == start for found in find("asked_to_tell", text, start, end))


def _is_first(text: str, start: int, at: int) -> bool:
    return not any(character.isalnum() for character in text[start:at])
