"""What a thing reports that somebody published: "Dover Nord aired a tape on which | Lee says it rained".

Taggers now and then take the whole relative clause for what the publisher says. What is said is what its verb
reports, by its subject; through whose hands it came is read off the words before it later.
"""

from __future__ import annotations

from collections.abc import Container

from hearsay.extract.prose import is_adverb
from hearsay.extract.settling.reported import is_reporting_verb
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# The longest subject, and the longest addressee between the verb and "that", in tokens.
SUBJECT = 8
ADDRESSEE = 5


def of_its_teller(tokens: Tokens, link: Link, inside: Container[int]) -> Link:
    """The link credited to the subject of the clause "on which X says", if its content begins with that."""
    first = link.contents[0]
    words = tokens.words
    if first.start == 0 or first.start in inside or words[first.start].lower() not in ("which", "whom"):
        return link
    before = words[max(0, first.start - 3) : first.start]
    if not before or before[-1].lower() not in ("on", "in") or not _holds(before):
        return link
    verb = next((i for i in _subject_ends(first) if _is_verb(words[i])), None)
    if verb is None:
        return link
    start = first.start + 1
    stop = verb
    while stop > start and is_adverb(words[stop - 1].lower()):
        stop -= 1
    content = _content(words, verb + 1, first.end)
    if stop == start or content >= first.end:
        return link
    told = (Piece("A", content, first.end), *link.contents[1:])
    return Link(told, Piece("Q", verb, verb + 1), Piece("S", start, stop))


def _subject_ends(content: Piece) -> range:
    return range(content.start + 2, min(content.end - 1, content.start + 2 + SUBJECT))


def _is_verb(word: str) -> bool:
    return word.islower() and is_reporting_verb(word)


def _content(words: list[str], start: int, stop: int) -> int:
    """Where what is reported begins: at "that" behind whom it is told to, or right behind the verb."""
    for token in range(start, min(stop, start + ADDRESSEE)):
        if words[token].lower() == "that":
            return token
    return start


def _holds(before: list[str]) -> bool:
    """Whether one of the words is a thing that holds somebody's words: a recording, an email."""
    things = {row["noun"] for row in load_table("artefacts")} | load_words("document_nouns")
    return any(word.lower() in things for word in before)
