"""Who is the subject of a cue that the tagger found without a source: the name or pronoun before its verb.

In the training articles a name, he, she or who right before a cue that is a verb of reporting is its source
in 97 of 100 cases; a verb behind "and" or "but" has the source of the verb before it in its sentence in 92.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from hearsay.extract.settling.reported import is_pronoun, is_reporting_verb
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# The longest name, in tokens, that is read before a verb.
NAME = 8


def with_subjects(tokens: Tokens, links: Sequence[Link]) -> list[Link]:
    """`links` with the subjects of those whose cue is a verb and that have no source; their order is kept."""
    taken = {token for link in links for piece in link.contents for token in range(piece.start, piece.end)}
    found: dict[int, Link] = {}
    before: Link | None = None
    for link in sorted((link for link in links if link.cue), key=_cue_start):
        if link.source is None and _is_verb(tokens, link.cue):
            source = _subject(tokens, _cue_start(link), taken) or _shared(tokens, link, before)
            if source is not None:
                found[id(link)] = replace(link, source=source)
        before = found.get(id(link), link)
    return [found.get(id(link), link) for link in links]


def _cue_start(link: Link) -> int:
    return link.cue.start if link.cue else -1


def _is_verb(tokens: Tokens, cue: Piece | None) -> bool:
    word = tokens.words[cue.start] if cue else ""
    return word.islower() and is_reporting_verb(word)


def _subject(tokens: Tokens, verb: int, taken: set[int]) -> Piece | None:
    """The pronoun or the name that ends right before the token `verb`, outside all contents."""
    words = tokens.words
    sentence = tokens.sentences[bisect_right(tokens.sentences, verb) - 1]
    if verb == sentence:
        return None
    start = verb - 1
    if is_pronoun(words[start]):
        return None if start in taken else Piece("S", start, verb)
    while start >= max(sentence, verb - NAME) and start not in taken and _is_of_name(words, start, verb):
        start -= 1
    start += 1
    while start < verb and (
        words[start].lower() in load_words("function_words") or not words[start][0].isupper()
    ):
        start += 1
    return Piece("S", start, verb) if start < verb else None


def _is_of_name(words: Sequence[str], token: int, verb: int) -> bool:
    """Whether the token can be of the name that ends before `verb`: a capital, an initial's stop, "de"."""
    word = words[token]
    if word[0].isupper():
        return True
    return token < verb - 1 and (
        word in load_words("name_particles") or (word == "." and token > 0 and words[token - 1][0].isupper())
    )


def _shared(tokens: Tokens, link: Link, before: Link | None) -> Piece | None:
    """The source of the link before, in the same sentence, whose verb this one is joined to by "and"."""
    start = _cue_start(link)
    if before is None or before.source is None or start == 0 or tokens.words[start - 1] not in ("and", "but"):
        return None
    sentences = tokens.sentences
    same = bisect_right(sentences, start) == bisect_right(sentences, before.source.start)
    return before.source if same else None
