"""Whom a name means among those who held an office: Lavrov, Sergei Lavrov and Sergey Lavrov are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hearsay.extract.naming.spellings import plain, skeleton
from hearsay.lexicon import load_table, load_words

# Shorter words are initials.
_WORD = re.compile(r"[^\W\d_]{2,}")
_INITIAL = re.compile(r"\b[^\W\d_]\b(?!['’])")


@lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without initials, titles and suffixes, each in the one form of its spellings."""
    left_out = load_words("name_titles") | {"jr", "sr"}
    words = (word for word in _WORD.findall(plain(name)) if word not in left_out)
    return tuple(_form(word) for word in words)


@lru_cache(maxsize=8192)
def initials(name: str) -> tuple[str, ...]:
    """The letters that stand for names: H and W of George H.W. Bush."""
    return tuple(_INITIAL.findall(plain(name)))


def is_same(name: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """Whether one name's words are a part of the other's; a single word only if it is the family name."""
    if not name or not person:
        return False
    short, long = sorted((name, person), key=len)
    if len(short) == 1 < len(long):
        return short[0] == long[-1] or (short[0] == long[0] and short[0] in _family_first())
    return set(short) <= set(long)


def is_inside(name: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """Whether a name is one word of a person's that is neither the first nor the last: Lula, of da Silva."""
    return len(name) == 1 and len(name[0]) >= len("Lula") and name[0] in person[1:-1]


def _form(word: str) -> str:
    return _given().get(word) or skeleton(word)


@cache
def _given() -> dict[str, str]:
    """Given names in other languages and spellings, each with the first of its row."""
    forms: dict[str, str] = {}
    for row in load_table("given_name_variants"):
        first, *others = row["names"].split()
        for name in (first, *others):
            forms.setdefault(name, first)
    return forms


@cache
def _family_first() -> frozenset[str]:
    return frozenset(_form(word) for word in load_words("family_first"))
