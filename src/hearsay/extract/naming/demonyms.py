"""Adjectives and nouns of peoples that no list has: Halvernian, where the article speaks of Halvern."""

from __future__ import annotations

from dataclasses import replace

from hearsay.extract.naming.names import Name
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# The shortest stem, so that Roman and Rome are left to the lists and Norman and Norm to be names.
STEM = 5
# By how many letters a place's name may go beyond the stem: Tarsov-a, Tarsov-an.
ENDING = 2


def mark_peoples(tokens: Tokens, names: list[Name]) -> list[Name]:
    """`names` with single words made from the name of a place in the same text sorted as peoples."""
    places = {
        name.words[-1][:length]: name.words[-1]
        for name in names
        if name.words and len(name.words) == 1 and _stands_as_place(tokens, name)
        for length in range(max(STEM, len(name.words[-1]) - ENDING), len(name.words[-1]) + 1)
    }
    if not places:
        return names
    endings = tuple(load_words("people_endings"))
    return [
        replace(name, sort="people")
        if len(name.words) == 1
        and name.sort in ("maybe", "organisation")
        and name.words[0].endswith(endings)
        and _is_made_of(name.words[0], places)
        else name
        for name in names
    ]


def _stands_as_place(tokens: Tokens, name: Name) -> bool:
    before = tokens.words[name.run - 1].lower() if name.run else ""
    return name.sort == "place" or (
        name.sort == "maybe"
        and (before in load_words("place_prepositions") or before in ("of", "from", "to"))
    )


def _is_made_of(word: str, places: dict[str, str]) -> bool:
    for ending in load_words("people_endings"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and places.get(stem, word) != word:
            return True
    return False
