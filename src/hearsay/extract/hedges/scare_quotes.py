"""Words between quotation marks by which a writer keeps them at a distance: his “friends”.

A borrowed word looks the same. So none is taken in a sentence that credits somebody, none that is printed as
somebody's elsewhere in the text, none that is named as a word ("the term"), and no title.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hearsay.extract.prose import Prose
from hearsay.extract.within import Contents
from hearsay.lexicon import load_words

# The most words that are kept at a distance; more are a quotation.
LONGEST = 3
_OPENING = {"“": "”", '"': '"', "‘": "’", "'": "'"}


def scare_quotes(prose: Prose, crediting: Collection[int], contents: Contents) -> Iterator[tuple[int, int]]:
    """The tokens [start, stop) of such words with their marks; `crediting` are the first tokens of sentences
    that credit somebody."""
    quoted: str | None = None
    for at, word in enumerate(prose.tokens.words):
        if word not in _OPENING or prose.sentence(at)[0] in crediting:
            continue
        stop = _closing(prose, at)
        if stop is None or not _is_kept_off(prose, at):
            continue
        if quoted is None:
            # Whatever is printed as somebody's words somewhere.
            quoted = " ".join(prose.text[start:end] for (start, end), _ in contents.spans).lower()
        inner = prose.text[prose.tokens.starts[at + 1] : prose.tokens.ends[stop - 2]].lower()
        if inner not in quoted and contents.innermost(prose.span(at, stop)) is None:
            yield at, stop


def _closing(prose: Prose, at: int) -> int | None:
    """Where one to three words between the marks end, the closing mark included."""
    words, starts, ends = prose.tokens.words, prose.tokens.starts, prose.tokens.ends
    _, last = prose.sentence(at)
    if at and ends[at - 1] == starts[at] and words[at - 1] not in "([—–-":
        # No space before it: this mark closes something.
        return None
    for close in range(at + 2, min(last, at + LONGEST + 2)):
        inside = words[at + 1 : close]
        if words[close] == _OPENING[words[at]]:
            plain = all(word.replace("-", "").isalpha() for word in inside)
            small = inside[0][0].islower() and ends[at] == starts[at + 1] and ends[close - 1] == starts[close]
            return close + 1 if plain and small else None
    return None


def _is_kept_off(prose: Prose, at: int) -> bool:
    """Whether the words are the writer's own: a noun phrase goes on with them, and nothing names them."""
    first, _ = prose.sentence(at)
    if at == first:
        return False
    low = prose.low
    if any(word in load_words("naming_words") for word in low[max(first, at - 2) : at]):
        return False
    return low[at - 1] in load_words("keeping_off")
