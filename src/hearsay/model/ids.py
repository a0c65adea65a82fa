"""Ids are content hashes: the same input gives the same id on every machine."""

from __future__ import annotations

import hashlib


def content_id(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on `parts` alone (SHA-256, parts kept apart)."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:16]
