"""What a noun phrase says of somebody: "the former Dover senator", "her friend", "a judge"."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.extract.naming.name_words import Role, role_at, roles
from hearsay.extract.naming.roles import calling, is_calling, like_words, prepositions
from hearsay.extract.speakers.sources import auxiliaries, plural_words, reporting_verbs
from hearsay.extract.speakers.standing import true_offices
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# How many words "of the party of Dover" may have.
COMPLEMENT = 8
# The role of a noun that tells none.
UNKNOWN = Role("u", "-", "-", False)


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says of somebody: its head's `role`, what its other words tell, what it is of.

    `epithet`: it may be said of anybody just spoken of, whatever the article says of him; `takes_up`: it is
    of somebody whom the reader knows, unlike "a judge".
    """

    head: str
    role: Role
    told: frozenset[str]
    of: frozenset[str]
    definite: bool
    restricted: bool
    epithet: bool
    start: int
    takes_up: bool
    whose: str = ""

    @property
    def not_of(self) -> str:
        """His where it says her: her friend is not the one who was called his."""
        return {"his": "her", "her": "his"}.get(self.whose, "")


def read_description(tokens: Tokens, start: int, head: int) -> Description | None:
    """What the noun phrase at the tokens [start, head] says; `None` where it is of nobody in particular."""
    words = [word.lower() for word in tokens.words[start : head + 1]]
    noun = words[-1]
    aged = "year-old" in words or (
        words[1:2] != [] and words[1] in load_words("epithet_leads") and noun not in true_offices()
    )
    role = role_at(words, len(words) - 1)
    if role is None and is_calling(noun) and words[0] == "the":
        role = Role("u", "-", calling(noun), False)
    epithet = aged or noun in load_words("epithets")
    introduces = words[0] in ("a", "an")
    if (
        (role is None and not epithet)
        or (words[0] in load_words("indefinites") and not introduces)
        or words[0].isdigit()
        or noun in plural_words()
    ):
        return None
    told = {like_words().get(word, word) for word in words[:-1] if _tells(word)}
    of = _complement(tokens, head + 1)
    if of & load_words("places") or (len(of) == 1 and of <= load_words("departments")):
        told, of = told | of, frozenset()
    for position, word in enumerate(words):
        if word in ("'s", "’s") and _owns_as_thing(tokens.words[start + position - 1]):
            of |= {like_words().get(word, word) for word in words[:position] if _tells(word)}
    following = tokens.words[head + 1].lower() if head + 1 < len(tokens) else ""
    if noun in load_words("parties") and tokens.words[head][0].isupper() and is_noun(following):
        # The Republican case.
        return None
    restricted = following in ("who", "that", "whose") or any(w in load_words("unique_words") for w in words)
    return Description(
        noun,
        role or UNKNOWN,
        frozenset(told),
        of,
        words[0] in ("the", "this", "that"),
        restricted,
        epithet,
        start,
        not introduces,
        words[0],
    )


def is_noun(word: str) -> bool:
    """Whether a word behind Republican, Democrat can only go on with the phrase."""
    return (
        word.isalpha()
        and word not in load_words("function_words")
        and word not in prepositions()
        and word not in reporting_verbs()
        and word not in auxiliaries()
        and not word.endswith(("ed", "ly"))
        and word not in load_words("verbs_behind")
    )


def _owns_as_thing(word: str) -> bool:
    """Whether an owner is no person: the programme's host, the Pentagon's spokesman."""
    plain = word.lower()
    return word.islower() or plain in load_words("outlet_words") or plain in load_words("organisation_words")


def _complement(tokens: Tokens, position: int) -> frozenset[str]:
    """The words that say of, for or from what somebody is something."""
    words = tokens.words
    if position >= len(words) or words[position] not in ("of", "for", "at", "from"):
        return frozenset()
    found = set()
    for token in range(position + 1, min(len(words), position + COMPLEMENT)):
        word = words[token].lower()
        if word in ("'s", "’s"):
            continue
        if not word[0].isalnum() or word in load_words("role_ends"):
            break
        if _tells(word) and not (words[position] == "for" and word in roles()):
            # "The nominee for president" is the nominee; the envoy of the premier is nobody else's.
            found.add(like_words().get(word, word))
    return frozenset(found)


def _tells(word: str) -> bool:
    """Whether a word before the head of a description helps to say who it is."""
    return word[0].isalpha() and len(word) > 1 and _is_content(word)


def _is_content(word: str) -> bool:
    return word == "former" or word not in load_words("function_words")
