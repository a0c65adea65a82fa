"""Whom "I", "he" and a name mean inside somebody's words.

"I" and "we" inside A's own words are A; inside words that are only reported they are whoever is quoted
around them. "He" inside A's own words is somebody else than A. Who is addressed as "you" is not said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.speakers.gathering import read
from hearsay.extract.speakers.reading import Reading
from hearsay.extract.speakers.sources import pronouns
from hearsay.extract.speakers.speaker import name_speakers
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words
from hearsay.model import Attribution


@dataclass(frozen=True, slots=True)
class Framed:
    """A child and the id of the attribution whose own words it stands in, `None` outside quoted words."""

    child: Attribution
    frame: str | None


def name_children(
    text: str,
    tokens: Tokens,
    quotations: tuple[Quotation, ...],
    outer: Sequence[Attribution],
    children: Sequence[Framed],
    day: str | None,
) -> tuple[Attribution, ...]:
    """The children with `speaker` and `role`, in their order; a parent stands before its children.

    The article's own resolution names whom a name, a description or "he" means, and the frame corrects it.
    Where that leaves a doubt the speaker is `None`.
    """
    sourced = [each.child for each in children if each.child.source]
    whole = cache(lambda: read(text, tokens, quotations, day))
    found = {}
    if sourced:
        every = (*outer, *sourced)
        resolved = name_speakers(text, every, tokens=tokens, quotations=quotations, day=day)
        found = {each.id: each for each in resolved}
    named: dict[str, Attribution] = {each.id: each for each in outer}
    for each in children:
        speaker, role = _speaker(text, each, found, named, whole)
        named[each.child.id] = replace(each.child, speaker=speaker, role=role)
    return tuple(named[each.child.id] for each in children)


def _speaker(
    text: str,
    each: Framed,
    found: Mapping[str, Attribution],
    named: Mapping[str, Attribution],
    whole: Callable[[], Reading],
) -> tuple[str | None, str | None]:
    child = each.child
    if not child.source:
        return None, None
    frame = named.get(each.frame) if each.frame else None
    words = text[child.source[0][0] : child.source[0][1]].split()
    first = words[0].lower() if words else ""
    phrase = _phrases().get(first, "")
    if first in ("i", "we"):
        return (frame.speaker, frame.role) if frame else (None, None)
    if phrase == "third" and len(words) == 1:
        resolved = found[child.id]
        # Nobody calls himself he; nor is he whom his own words or their cue name.
        if frame is not None and resolved.speaker in (frame.speaker, None):
            return _alone(whole(), frame, child, words[0].lower())
        if resolved.speaker and _names(text[child.source[-1][1] : child.content[-1][1]], resolved.speaker):
            return None, None
        return resolved.speaker, resolved.role
    if phrase in ("plural", "relative") or first in ("you", "it") or first in load_words("indefinites"):
        return None, None
    # "The president": which one he means the article around his words does not tell.
    if not any(word[:1].isupper() for word in words[first in _leads() :]):
        return None, None
    return found[child.id].speaker, found[child.id].role


def _alone(
    reading: Reading, frame: Attribution, child: Attribution, pronoun: str
) -> tuple[str | None, str | None]:
    """The only one but himself whom somebody names before his "he": "With Orlov I said ... And he goes"."""
    start = child.source[0][0]
    before = tuple((a, min(b, start)) for a, b in frame.content if a < start)
    gender = pronouns()[pronoun][1]
    others = {
        person
        for person in reading.persons_in(before) - reading.persons_in(child.content)
        if person.full != frame.speaker and person.gender in ("u", gender)
    }
    person = others.pop() if len(others) == 1 else None
    return (person.full, person.role) if person is not None else (None, None)


def _names(text: str, speaker: str) -> bool:
    """Whether `text` has a part of the name: "Corwin, nobody is that foolish" was not said by Corwin."""
    parts = {part for part in speaker.split() if len(part) > 2}
    return any(word in parts for word in _WORD.findall(text))


_WORD = re.compile(r"\w+")


@cache
def _leads() -> frozenset[str]:
    """Articles and possessives, which may have a capital from their place alone."""
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"].startswith(("determiner", "possessive"))) | {
        "her"
    }


@cache
def _phrases() -> dict[str, str]:
    return {row["pronoun"]: row["phrase"] for row in load_table("source_pronouns")}
