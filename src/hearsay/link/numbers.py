"""Words as numbers, the same on every machine: what fingerprints and pairs of words are made of."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise


@lru_cache(maxsize=1 << 17)
def word_number(token: str) -> int:
    """A 64-bit number for a token (BLAKE2b)."""
    return int.from_bytes(
        hashlib.blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def pair_numbers(tokens: Sequence[str]) -> array[int]:
    """A 32-bit number for each two neighbouring tokens, in their order; two pairs seldom share one."""
    numbers = list(map(word_number, tokens))
    return array(
        "I", [(one * 0x2545F4914F6CDD1D + other) >> 16 & 0xFFFFFFFF for one, other in pairwise(numbers)]
    )
