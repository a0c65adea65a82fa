"""Who wrote an article: the name behind "By" at its head, or that of a last paragraph on the author."""

from __future__ import annotations

from bisect import bisect_right

from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.naming.names import Name
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# Within how many paragraphs a byline stands.
BYLINE = 3


def is_byline(tokens: Tokens, name: Name) -> bool:
    """Whether the name is that of the article's author, at its head."""
    before = tokens.words[name.run - 1] if name.run else ""
    return before in ("By", "BY") and bisect_right(tokens.paragraphs, name.run) <= BYLINE


def author(tokens: Tokens, names: list[Name], cast: Cast) -> Person | None:
    """The author, where the article names one in full."""
    last = tokens.paragraphs[-2] if len(tokens.paragraphs) > 1 else 0
    sentences = frozenset(tokens.sentences)
    for name, person in zip(names, cast.by_name, strict=True):
        if person is None or len(person.words) < 2:
            continue
        following = tokens.words[name.last] if name.last < len(tokens) else ""
        closing = name.run >= last and name.run in sentences and following in load_words("biography_words")
        if closing or is_byline(tokens, name):
            return person
    return None
