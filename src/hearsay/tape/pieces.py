"""A file of any size as pieces with hashes: what changed later can be told to the piece."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from hearsay.tape import merkle

# Small enough to name the place of a change, large enough that an hour of sound is some dozen pieces.
PIECE = 1 << 20


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in pieces of `PIECE` bytes; the last may be shorter."""
    while piece := stream.read(PIECE):
        # A pipe may give less than was asked for.
        while len(piece) < PIECE and (more := stream.read(PIECE - len(piece))):
            piece += more
        yield piece


class Digest:
    """The hashes of a file, fed piece by piece: its SHA-256, its size, and the root over its pieces."""

    def __init__(self) -> None:
        self._whole = hashlib.sha256()
        self._leaves: list[bytes] = []
        self.size = 0

    def add(self, piece: bytes) -> bytes:
        """Take in the next piece; returns its own hash."""
        self._whole.update(piece)
        self.size += len(piece)
        self._leaves.append(merkle.leaf(piece))
        return self._leaves[-1]

    @property
    def sha256(self) -> str:
        return self._whole.hexdigest()

    @property
    def root(self) -> str:
        return merkle.root(self._leaves).hex()


def digest_of(parts: Iterable[bytes]) -> Digest:
    """The hashes of a file that is already in pieces."""
    digest = Digest()
    for part in parts:
        digest.add(part)
    return digest
