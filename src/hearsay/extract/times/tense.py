"""On which side of the day of writing the clause around an expression lies."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Literal, TypeAlias

from hearsay.extract.phrase_words import be_forms
from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.vocabulary import OTHER
from hearsay.lexicon import load_table

Tense: TypeAlias = Literal["past", "future", "since", ""]

# How far a verb may stand from its time, in atoms; further away is another clause.
_REACH = 16
# Between a helper and its verb: will (not soon be) held.
_GROUP = 4


@cache
def _sides() -> dict[str, str]:
    return {row["word"]: row["side"] for row in load_table("time_tense")}


def tense_around(atoms: Atoms, start: int, end: int) -> Tense:
    """The tense of the clause of the atoms [start, end): from the verb before, else from that behind."""
    if atoms.has(start - 1, "since"):
        return "since"
    if atoms.has(start - 1, "as"):
        return "past" if atoms.has(start - 2, "recently") else "future"
    at = bisect_right(atoms.sentences, start) - 1
    first = max(atoms.sentences[at], start - _REACH)
    last = atoms.sentences[at + 1] if at + 1 < len(atoms.sentences) else len(atoms)
    for i in range(start - 1, first - 1, -1):
        if side := _side(atoms, i, first):
            return side
    for i in range(end, min(last, end + _REACH)):
        if side := _side(atoms, i, end):
            return side
    return ""


def _side(atoms: Atoms, i: int, first: int) -> Tense:
    word = atoms.words[i].lower()
    if word == "to":
        return _infinitive(atoms, i, first)
    side = _sides().get(word)
    if word == "won" and atoms.low(i + 1)[1:] == "t":
        return "future"
    if side is None:
        if not (word.endswith("ed") and len(word) > 4):
            return ""
        side = "past"
    if side == "intended":
        ahead = atoms.low(i + 1) == "to" or (atoms.low(i + 1) == "for" and atoms.low(i - 1) in ("is", "are"))
        side = "planned" if ahead else "past"
    if side != "past":
        return "future"
    for j in range(i - 1, max(first, i - _GROUP) - 1, -1):
        helper = atoms.low(j)
        if not helper[0].isalpha() and helper[1:] != "ll":
            break
        if _sides().get(helper) in ("helper", "planned"):
            return "future"
    return "past"


def _infinitive(atoms: Atoms, i: int, first: int) -> Tense:
    """“Is to resume", "trying to win" lie ahead; "refused to say", "was forced to leave" do not."""
    following = atoms.low(i + 1)
    if not following.isalpha() or atoms.codes[i + 1] != OTHER or atoms.words[i + 1][0].isupper():
        return ""
    if atoms.low(i - 1) in be_forms():
        return "future"
    for j in range(i - 1, max(first, i - 2 * _GROUP) - 1, -1):
        word = atoms.low(j)
        side = _sides().get(word)
        if side in ("helper", "planned", "intended"):
            return "future"
        if side == "past" or (word.endswith("ed") and len(word) > 4):
            return "past"
    # "Trying to win" looks ahead; "the decision to strike" says nothing.
    return "future" if atoms.low(i - 1).endswith("ing") else ""
