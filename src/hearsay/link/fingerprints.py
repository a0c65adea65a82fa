"""Numbers under which quotations that can be alike find each other.

Each is the hash of three neighbouring words. Of every window of neighbouring triples the one that tells
most is kept (winnowing, after Schleimer, Wilkerson and Aiken, SIGMOD 2003, with rarity in the place of a
random order): what is kept in a window depends on nothing outside it, so two wordings that share a run of
five words share a fingerprint, and stock phrases seldom are one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hearsay.link.levelling import is_open
from hearsay.link.wording import Wording, wording

# Triples in a window: any shared run of WINDOW + 2 words meets.
WINDOW = 3
# Wordings up to this many words keep every triple: they are the ones that a cut leaves over.
SHORT = 8
# A triple of which the last two words tell this much (tenths of a bit) is kept wherever it stands, so that
# three or four rare words quoted on their own meet the sentence they are from.
RARE = 330
# A triple of which the last two words tell less than this is a stock phrase ("one of the"): it is kept in
# short wordings only.
STOCK = 90

_MASK = (1 << 63) - 1


def fingerprints(words: str) -> frozenset[int]:
    """The fingerprints of a quotation: 63-bit numbers, the same on every machine; none for no words.

    They depend on `words` alone. Pronouns and tenses are folded (see `wording`), so direct and indirect
    speech can meet; ellipses, inserts and masked words break a run.
    """
    return of_wording(wording(words))


def of_wording(form: Wording) -> frozenset[int]:
    """The fingerprints of a wording that is at hand."""
    found: set[int] = set()
    for start, end in _runs(form):
        found.update(_kept(form.folded[start:end], form.bits[start:end], len(form.folded) <= SHORT))
    if not found:
        plain = [token for token in form.folded if not is_open(token)]
        if plain:
            found.add(_combined(plain))
    return frozenset(found)


def _runs(form: Wording) -> Iterator[tuple[int, int]]:
    tokens = form.folded
    if not form.broken:
        yield 0, len(tokens)
        return
    start = 0
    for place, token in enumerate(tokens):
        if is_open(token):
            yield start, place
            start = place + 1
    yield start, len(tokens)


def _kept(tokens: Sequence[str], bits: Sequence[int], everything: bool) -> Iterator[int]:
    triples = len(tokens) - 2
    if triples < 1:
        return
    hashes = [_word(token) for token in tokens]
    # The first word's rarity depends on the word before it, which is outside the triple: leave it out.
    ranked = [(bits[n + 1] + bits[n + 2], _triple(*hashes[n : n + 3])) for n in range(triples)]
    if everything or triples <= WINDOW:
        if everything:
            yield from (number for _, number in ranked)
        else:
            yield max(ranked)[1]
        return
    for n in range(triples - WINDOW + 1):
        told, number = max(ranked[n : n + WINDOW])
        if told >= STOCK:
            yield number
    yield from (number for told, number in ranked if told >= RARE)


def _combined(tokens: Sequence[str]) -> int:
    number = len(tokens)
    for token in tokens:
        number = (number * 6364136223846793005 + _word(token)) & _MASK
    return number


def _triple(first: int, second: int, third: int) -> int:
    mixed = (first * 0x2545F4914F6CDD1D + second * 0x5851F42D4C957F2D + third * 0x14057B7EF767814F) & _MASK
    return (mixed ^ (mixed >> 29)) * 0x3F58476D1CE4E5B9 & _MASK


@lru_cache(maxsize=1 << 17)
def _word(token: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )
