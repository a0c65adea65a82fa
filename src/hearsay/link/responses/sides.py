"""Whose side somebody speaks for: a man, his campaign, his spokesman and his lawyer are one party."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Protocol

from hearsay.lexicon import load_table, load_words
from hearsay.link.speakers import compatible, each_name, plain_parts

_PERSONS = ("person", "persons", "group", "persons+group", "person+title")
# In small letters: berg's spokesman, a lawyer for (mr) berg.
_FOR_WHOM = re.compile(r"(?P<before>[\w-]+)'s?\s+\w+$|\b(?:for|of)\s+(?:\S+\s+){0,3}?(?P<behind>[\w-]+)$")
_BEHIND = re.compile(r"\s(?:for|of)\s")
_NAME = re.compile(r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*")


class Voice(Protocol):
    """Who has the word: by name, with what the article says he is, or by a description (`who`)."""

    @property
    def speaker(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...
    @property
    def who(self) -> str: ...


def one_side(a: Voice, b: Voice) -> bool:
    """Whether both can be the same party: the same name, or a man and his campaign, spokesman or lawyer."""
    if a.speaker is None or b.speaker is None:
        return a.who == b.who != "" or bool(surnames(a) & surnames(b))
    if compatible(a.speaker, b.speaker):
        return True
    one, other = (set(plain_parts(name)) for name in (a.speaker, b.speaker))
    if one <= other or other <= one:
        return True
    for_a, for_b = _principal(a.role), _principal(b.role)
    return bool(for_a & (_surnames(b.speaker) | for_b) or for_b & _surnames(a.speaker))


def surnames(voice: Voice) -> frozenset[str]:
    """The last parts of the names of who has the word and of whom he speaks for, in small letters."""
    own = _described(voice.who) if voice.speaker is None else _surnames(voice.speaker)
    return own | _principal(voice.role)


def speaks_for(voice: Voice) -> bool:
    """Whether his role is to speak for somebody: Berg's spokesman."""
    return bool(_principal(voice.role))


def is_voice(voice: Voice) -> bool:
    """Whether his role is to speak for others, named or not: the ministry's spokeswoman.

    What he is stands before "for" and "of": a candidate for the office is none.
    """
    heads = (_BEHIND.split(each.lower().replace("’", "'"))[0] for each in (voice.role or "", voice.who))
    return any(word.removesuffix("'s") in load_words("voices") for each in heads for word in each.split())


@cache
def parties() -> frozenset[str]:
    """Nouns for persons and bodies: the minister, the company, critics."""
    roles = frozenset(row["word"] for row in load_table("roles"))
    persons = {row["form"] for row in load_table("word_classes") if row["class"] in _PERSONS}
    return roles | persons | frozenset(row["noun"] for row in load_table("group_nouns"))


@lru_cache(1 << 12)
def _surnames(names: str) -> frozenset[str]:
    voices = load_words("voices")
    parts = [found for found in map(plain_parts, each_name(names)) if found]
    return frozenset(next((part for part in reversed(own) if part not in voices), own[-1]) for own in parts)


@lru_cache(1 << 12)
def _described(who: str) -> frozenset[str]:
    """For whom somebody of this description speaks: "a spokesman for berg", "berg's lawyer"."""
    words = who.replace("’", "'").split()
    if not any(word.strip(",").removesuffix("'s") in load_words("voices") for word in words):
        return frozenset()
    found = _FOR_WHOM.search(" ".join(words))
    return frozenset() if found is None else frozenset((found["before"] or found["behind"],))


@lru_cache(1 << 12)
def _principal(role: str | None) -> frozenset[str]:
    """For whom somebody of this role speaks, by the last parts of their names: Berg's spokesman."""
    words = (role or "").lower().replace("’", "'").split()
    if not any(word in load_words("voices") for word in words):
        return frozenset()
    named = (found.replace("’", "'").removesuffix("'s").lower() for found in _NAME.findall(role or ""))
    return frozenset(parts[-1] for name in named if (parts := plain_parts(name)))
