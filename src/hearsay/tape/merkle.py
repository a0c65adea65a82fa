"""Hash trees as certificate logs have them: one root stands for a whole list, in its order.

After RFC 6962, section 2.1: leaves and inner nodes are hashed with different first bytes, so that no list
can be passed off as another one of the same root.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def leaf(content: bytes) -> bytes:
    """The hash of one element."""
    return hashlib.sha256(b"\x00" + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over the hashes of all elements, in order; that of nothing is the hash of no bytes."""
    # Whole subtrees so far, the largest first, each with its number of leaves (a power of two).
    whole: list[tuple[int, bytes]] = []
    for digest in leaves:
        size = 1
        while whole and whole[-1][0] == size:
            digest = node(whole.pop()[1], digest)
            size *= 2
        whole.append((size, digest))
    return _joined([digest for _, digest in whole])


def _joined(subtrees: Sequence[bytes]) -> bytes:
    if not subtrees:
        return hashlib.sha256().digest()
    digest = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        digest = node(left, digest)
    return digest
