"""How much a run of words tells: words that everybody says prove nothing when two articles share them.

The measure is the surprise of each word after the one before it, in tenths of a bit, under counts from
ordinary news text (`lexicon/word_counts.tsv`, `lexicon/neighbour_counts.tsv`). "United" tells something,
"States" after it next to nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from hearsay.lexicon import load_table

# A word that the counts do not know: short words are common in every language (Zipf's law of
# abbreviation), so a short one tells less. Tenths of a bit by length in characters.
_UNKNOWN = (0, 60, 80, 100, 115, 125, 135, 140)
# A character of a script without spaces: some thousand are in common use, and words are made of two.
_IDEOGRAPH = 60


def rarity(tokens: Sequence[str]) -> tuple[int, ...]:
    """What each token tells after the one before it, in tenths of a bit; open tokens tell nothing."""
    return tuple(map(_surprise, ("", *tokens), tokens))


@lru_cache(maxsize=1 << 16)
def alone(token: str) -> int:
    """What the token tells wherever it stands, in tenths of a bit."""
    if not token[0].isalnum() or "*" in token:
        return 0
    words, total, _ = _counts()
    count = words.get(token)
    if count is not None:
        return round(10 * math.log2(total / count))
    if len(token) == 1 and ord(token) >= 0x0E00:
        return _IDEOGRAPH
    return _UNKNOWN[min(len(token), len(_UNKNOWN) - 1)]


def is_known(token: str) -> bool:
    """Whether the counts know the token: it is a word of ordinary news and not misspelt."""
    return token in _counts()[0]


@lru_cache(maxsize=1 << 18)
def _surprise(before: str, token: str) -> int:
    words, _, pairs = _counts()
    pair = pairs.get((before, token))
    own = alone(token)
    return own if pair is None else min(own, round(10 * math.log2(words[before] / pair)))


@cache
def _counts() -> tuple[dict[str, int], int, dict[tuple[str, str], int]]:
    words = {row["word"]: int(row["count"]) for row in load_table("word_counts")}
    pairs = {(row["word"], row["next"]): int(row["count"]) for row in load_table("neighbour_counts")}
    total = words.pop("*")
    return words, total, pairs
