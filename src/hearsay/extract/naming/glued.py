"""Names that a page glued together: "Kristi NoemKristi Lynn Noem", where markup stood between them."""

from __future__ import annotations

import re
from bisect import bisect_left

from hearsay.extract.naming.name_words import given_gender
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[AP]M)(?=[A-Z][a-z])")
_SEEN = re.compile(r"[a-z]{2}[A-Z][a-z]{2}|[AP]M[A-Z][a-z]")
# A shorter part is a prefix of names (McCain, DeVos) rather than a name.
SHORTEST = 3


def unglue(tokens: Tokens, capitals: list[int]) -> Tokens:
    """`tokens` with those cut in two that are two words of the text without a space between.

    A word of the `capitals` is cut where both parts stand in the text as capitalised words of their own, or
    the first is the end of a time of day (PMAnn). KellyAnne stays whole.
    """
    words = tokens.words
    glued = [token for token in capitals if not words[token][1:].islower() and _SEEN.search(words[token])]
    if not glued:
        return tokens
    seen = frozenset(words[token] for token in capitals)
    cuts = {token: seam for token in glued if (seam := _seam(words[token], seen, words[token - 1]))}
    return _cut(tokens, cuts) if cuts else tokens


def _seam(word: str, seen: frozenset[str], before: str) -> int:
    """Where `word`, which follows the word `before`, is glued, 0 for nowhere."""
    for found in _SEAM.finditer(word):
        left, right = word[: found.start()], word[found.start() :]
        right = _SEAM.split(right)[0]
        if left.lower() in load_words("calendar_words"):
            return found.start()
        both_given = given_gender(left.lower()) is not None and given_gender(right.lower()) is not None
        known = (left in seen or left.rsplit("-", 1)[-1] in seen) and right in seen
        if known and (not both_given or right == before) and min(len(left), len(right)) >= SHORTEST:
            return found.start()
    return 0


def _cut(tokens: Tokens, cuts: dict[int, int]) -> Tokens:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token, word in enumerate(tokens.words):
        start = tokens.starts[token]
        seam = cuts.get(token)
        if seam:
            words.append(word[:seam])
            starts.append(start)
            ends.append(start + seam)
        words.append(word[seam or 0 :])
        starts.append(start + (seam or 0))
        ends.append(tokens.ends[token])
    places = sorted(cuts)

    def moved(borders: list[int]) -> list[int]:
        return [border + bisect_left(places, border) for border in borders]

    return Tokens(words, starts, ends, moved(tokens.paragraphs), moved(tokens.sentences))
