"""What role words say of a person: gender, office, field; whether two roles can be one person's for sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.name_forms import small_words


@dataclass(frozen=True, slots=True)
class Said:
    """A role in the words of one document, taken apart.

    `gender` is m, f or u; `offices` what its head words come down to, `fields` the fields of these that
    hardly go together with others; `words` all its telling words.
    """

    gender: str
    offices: frozenset[str]
    fields: frozenset[str]
    words: frozenset[str]


NOTHING = Said("u", frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=1 << 15)
def said_of(role: str | None) -> Said:
    """Take a role apart; never raises, whatever the text."""
    if role is None:
        return NOTHING
    tokens = [token.replace(".", "") for token in _WORD.findall(role.casefold())]
    tokens = [_spelt_out().get(token, token) for token in tokens]
    head = next(
        (n for n, token in enumerate(tokens) if n and token in load_words("phrase_borders")), len(tokens)
    )
    known = [_roles()[token] for token in tokens[:head] if token in _roles()]
    last = tokens[head - 1] if head else ""
    gender = "u"
    if last in _roles() and last not in load_words("office_men"):
        gender = _roles()[last][0]
    offices = frozenset(office for _, office in known if office != "-")
    former = not small_words("former").isdisjoint(tokens)
    fields = frozenset(_fields()[office] for office in offices if office in _fields() and not former)
    telling = (
        _roles()[token][1] if token in _roles() else token
        for token in tokens
        if token not in load_words("function_words") and token not in small_words("former")
    )
    return Said(gender, offices, fields, frozenset(word for word in telling if len(word) > 1))


@lru_cache(maxsize=1 << 16)
def agree(one: Said, other: Said) -> bool:
    """Whether two roles say the same of somebody: one office, and nothing that either adds is left unmatched.

    "President" agrees with "US president", "Ohio governor" not with "Texas governor".
    """
    if one.offices.isdisjoint(other.offices):
        return False
    return one.words <= other.words or other.words <= one.words


# Apostrophes and full stops stay inside: "Gov.", "secretary's".
_WORD = re.compile(r"[^\W_](?:[\w.'’-]*[\w])?")


@cache
def _roles() -> dict[str, tuple[str, str]]:
    """Words for what a person is, with gender and office."""
    return {row["word"]: (row["gender"], row["office"]) for row in load_table("roles")}


@cache
def _fields() -> dict[str, str]:
    return {row["office"]: row["field"] for row in load_table("role_fields")}


@cache
def _spelt_out() -> dict[str, str]:
    """What short words in descriptions stand for: vt for vermont, sen for senator."""
    return {row["short"]: row["word"] for row in load_table("short_words")}
