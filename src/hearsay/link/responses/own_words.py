"""A denial that only the words themselves show: "I have never met him", "This is a forgery"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table
from hearsay.link.responses.meant import holding_nouns
from hearsay.link.responses.sentences import WORD
from hearsay.link.responses.sides import parties, speaks_for, surnames
from hearsay.link.responses.turns import Turn
from hearsay.model import Span

# How many words stand before the verb that is denied, and before what somebody has no part in.
SUBJECT = 3
# Within how many words from its beginning something is called false, and how far behind what it is said of.
CALLED = 16
BEFORE_CALLED = 5
# How much of somebody's words is read, in code points.
READ = 200


@dataclass(frozen=True, slots=True)
class Denial:
    """Where the words deny something, and whether they do so outright: whatever it may be about."""

    span: Span
    outright: bool


def denial_of(text: str, turn: Turn) -> Denial | None:
    """The denial that the first words of `turn` are, if they are one.

    Outright: that a thing or a claim is false, or that one has no part in it or no knowledge of it. Else that
    who speaks, or whom he speaks for, did something.
    """
    start, end = turn.content[0]
    found = list(WORD.finditer(text, start, min(end, start + READ)))
    words = [each[0].lower().replace("’", "'") for each in found]
    first = 1 if words[:1] == ["that"] else 0
    for at in range(first, min(len(words), CALLED)):
        if words[at] in denial_forms("false") and _is_of_thing(text, turn, words[first:at]):
            return Denial((found[at].start(), found[at].end()), outright=True)
    for at in range(first + 1, min(len(words), first + SUBJECT + 2)):
        behind = words[at + 1 : at + 4]
        if not _negates(words[at]):
            continue
        span = found[first].start(), found[at].end()
        if behind[:3] == ["to", "do", "with"] or _has_no_part(words[at], behind):
            return Denial(span, outright=True)
        told = [*words[first:at], words[at].removesuffix("n't")]
        if _is_own(turn, words[first:at]) and not denial_forms("past").isdisjoint(told):
            return Denial(span, outright=False)
    return None


def _has_no_part(negation: str, behind: list[str]) -> bool:
    """Whether it is a part in it that one has not: no contact, never any deal; but not: will not deal."""
    part = next((n for n, word in enumerate(behind) if word in denial_forms("part")), None)
    if part is None or "longer" in behind[:part]:
        return False
    return part > 0 or negation in ("no", "without")


def _negates(word: str) -> bool:
    return word in denial_forms("negation") or word.endswith("n't")


def _is_of_thing(text: str, turn: Turn, before: list[str]) -> bool:
    """Whether it is a thing or a claim that is false: this, the tape, or what the words around call so."""
    if any(_negates(word) for word in before):
        return False
    near = before[-BEFORE_CALLED:]
    subjects = holding_nouns() | denial_forms("thing")
    if any(
        word in subjects and not denial_forms("being").isdisjoint(near[at + 1 :])
        for at, word in enumerate(near)
    ):
        return True
    calls = (word.lower() for start, end in turn.frame for word in WORD.findall(text[start:end]))
    return not holding_nouns().isdisjoint(before) and not denial_forms("calling").isdisjoint(calls)


def _is_own(turn: Turn, subject: list[str]) -> bool:
    """Whether the subject of what is denied is who speaks, or whom he speaks for."""
    if subject[0] in denial_forms("own"):
        return True
    if turn.quoted:
        return False
    if subject[0] in denial_forms("his") or not surnames(turn).isdisjoint(subject):
        return True
    return speaks_for(turn) and subject[0] == "the" and not parties().isdisjoint(subject)


@cache
def denial_forms(what: str) -> frozenset[str]:
    """The words of one sort in `denial_words.tsv`: own (I, we), past, negation, false and so on."""
    return frozenset(row["form"] for row in load_table("denial_words") if row["what"] == what)
