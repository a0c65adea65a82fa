"""A denial that only the words themselves show: "I have never met him", "This is a forgery"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.responses.sides import parties, speaks_for, surnames
from hearsay.link.responses.ties import Tie
from hearsay.link.responses.turns import Turn, words_of
from hearsay.link.speakers import plain_parts
from hearsay.model import Artefact, Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# How many words stand before the verb that is denied, and before what somebody has no part in.
SUBJECT = 3
# Within how many words from its beginning something is called false, and how far behind what it is said of.
CALLED = 16
BEFORE_CALLED = 5
# How much of somebody's words is read, in code points.
READ = 200
# How far around the place that names a thing somebody is spoken of together with it, in code points.
NEAR = 240


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
    found = list(_WORD.finditer(text, start, min(end, start + READ)))
    words = [each[0].lower().replace("’", "'") for each in found]
    first = 1 if words[:1] == ["that"] else 0
    for at in range(first, min(len(words), CALLED)):
        if words[at] in _of("false") and _is_of_thing(text, turn, words[first:at]):
            return Denial((found[at].start(), found[at].end()), outright=True)
    for at in range(first + 1, min(len(words), first + SUBJECT + 2)):
        behind = words[at + 1 : at + 4]
        if not _negates(words[at]):
            continue
        span = found[first].start(), found[at].end()
        if behind[:3] == ["to", "do", "with"] or not _of("part").isdisjoint(behind):
            return Denial(span, outright=True)
        told = [*words[first:at], words[at].removesuffix("n't")]
        if _is_own(turn, words[first:at]) and not _of("past").isdisjoint(told):
            return Denial(span, outright=False)
    return None


def speaks_of_thing(text: str, turn: Turn, held: Sequence[tuple[Artefact, Turn]]) -> Tie | None:
    """The thing named before `turn` that its own words name again: "the recording is genuine"."""
    told = set(words_of(text, turn.content))
    for artefact, place in reversed(held):
        if place.start < turn.content[0][0] and not told.isdisjoint(_nouns_of(artefact.kind)):
            return Tie(place, {}, (place.content[0],))
    return None


def disowned(
    text: str,
    turn: Turn,
    all_turns: Sequence[Turn],
    held: Sequence[tuple[Artefact, Turn]],
    *,
    outright: bool,
) -> Tie | None:
    """The thing named before `turn` whose words it disowns: of his side, or spoken of together with his name.

    `held` are the things that hold words, each with the place that names it first. What denies `outright` can
    be about the last of them, whosesoever it is.
    """
    names = surnames(turn)
    holding = {each.held for each in all_turns}
    for artefact, place in reversed(held):
        if place.start >= turn.content[0][0] or not (artefact.id in holding or artefact.hands):
            continue
        owned = artefact.owner is not None and not names.isdisjoint(plain_parts(artefact.owner))
        told = any(
            not names.isdisjoint(words_of(text, (*each.content, *each.frame)))
            for each in all_turns
            if each.held == artefact.id and each.start < turn.start
        )
        near = not names.isdisjoint(words_of(text, (_line_around(text, place.content[0]),)))
        if outright or owned or told or near:
            return Tie(place, {}, (place.content[0],))
    return None


def _line_around(text: str, span: Span) -> Span:
    """The line that the span stands in, as far as it is near."""
    start = max(text.rfind("\n", 0, span[0]) + 1, span[0] - NEAR)
    stop = text.find("\n", span[1])
    return start, min(len(text) if stop < 0 else stop, span[1] + NEAR)


def _negates(word: str) -> bool:
    return word in _of("negation") or word.endswith("n't")


def _is_of_thing(text: str, turn: Turn, before: list[str]) -> bool:
    """Whether it is a thing or a claim that is false: this, the tape, or what the words around call so."""
    if any(_negates(word) for word in before):
        return False
    near = before[-BEFORE_CALLED:]
    subjects = _nouns() | _of("thing")
    if any(word in subjects and not _of("being").isdisjoint(near[at + 1 :]) for at, word in enumerate(near)):
        return True
    calls = (word.lower() for start, end in turn.frame for word in _WORD.findall(text[start:end]))
    return not _nouns().isdisjoint(before) and not _of("calling").isdisjoint(calls)


def _is_own(turn: Turn, subject: list[str]) -> bool:
    """Whether the subject of what is denied is who speaks, or whom he speaks for."""
    if subject[0] in _of("own"):
        return True
    if turn.quoted:
        return False
    if subject[0] in _of("his") or not surnames(turn).isdisjoint(subject):
        return True
    return speaks_for(turn) and subject[0] == "the" and not parties().isdisjoint(subject)


@cache
def _nouns_of(kind: str) -> frozenset[str]:
    return frozenset(row["noun"] for row in load_table("artefacts") if row["kind"] == kind)


@cache
def _nouns() -> frozenset[str]:
    """Nouns for what was said, and for what holds it."""
    return load_words("claim_nouns") | frozenset(row["noun"] for row in load_table("artefacts"))


@cache
def _of(what: str) -> frozenset[str]:
    return frozenset(row["form"] for row in load_table("denial_words") if row["what"] == what)
