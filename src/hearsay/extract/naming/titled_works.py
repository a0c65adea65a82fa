"""Names in titles of works, where every word has a capital letter: (the book) How Smith Won the Vote."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from hearsay.extract.naming.name_words import given_gender
from hearsay.extract.naming.names import Name
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words


def without_title_word(
    tokens: Tokens, name: Name, alone: Set[tuple[str, ...]], starts: frozenset[int]
) -> Name:
    """`name` cut to its first word, behind a question word with a capital letter that begins no sentence.

    Only where the article has the first word as a name elsewhere (`alone`), and neither is a given name.
    """
    words, before = name.words, name.run - 1
    if len(words) < 2 or words[:1] not in alone or before < 0 or before in starts:
        return name
    opener = tokens.words[before]
    if not opener[0].isupper() or opener.lower() not in load_words("title_openers"):
        return name
    if any(given_gender(word) is not None for word in (words[0], words[-1])):
        return name
    return replace(name, last=name.run + 1, words=words[:1], sort="maybe", possessive=False)
