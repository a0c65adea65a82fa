"""Words as numbers, the same on every machine: what fingerprints and pairs of words are made of."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.int64]]

MASK = (1 << 63) - 1


@lru_cache(maxsize=1 << 17)
def word_number(token: str) -> int:
    """A 64-bit number for a token (BLAKE2b)."""
    return int.from_bytes(
        hashlib.blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


@lru_cache(maxsize=1 << 17)
def _in_triples(token: str) -> tuple[int, int, int]:
    """What a token adds to the number of a triple as its first, second and third word."""
    number = word_number(token)
    return (
        number * 0x2545F4914F6CDD1D & MASK,
        number * 0x5851F42D4C957F2D & MASK,
        number * 0x14057B7EF767814F & MASK,
    )


def triple_numbers(tokens: Sequence[str]) -> list[int]:
    """A 63-bit number for each three neighbouring tokens, in their order."""
    if len(tokens) < 3:
        return []
    first, second, third = zip(*map(_in_triples, tokens), strict=True)
    return [a + b + c & MASK for a, b, c in zip(first, second[1:], third[2:], strict=False)]


@lru_cache(maxsize=1 << 17)
def _in_pairs(token: str) -> tuple[int, int]:
    number = word_number(token)
    return number * 0x2545F4914F6CDD1D & (1 << 48) - 1, number & (1 << 48) - 1


def pair_numbers(tokens: Sequence[str]) -> array[int]:
    """A 32-bit number for each two neighbouring tokens, in their order; two pairs seldom share one."""
    if len(tokens) < 2:
        return array("I")
    first, second = zip(*map(_in_pairs, tokens), strict=True)
    return array("I", [a + b >> 16 & 0xFFFFFFFF for a, b in zip(first, second[1:], strict=False)])


def stretches(starts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """The places of stretches laid in a row, and for each the number of the stretch that it is in."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(owners)) + (starts - np.cumsum(sizes) + sizes)[owners], owners
