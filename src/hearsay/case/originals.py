"""The bytes of documents as they came in."""

from __future__ import annotations

import hashlib
import zlib

from hearsay.case.file import Case
from hearsay.errors import CaseError, NotFoundError


def original(case: Case, sha256: str) -> bytes:
    """The bytes with this SHA-256 as they came in; raises `NotFoundError`, `CaseError` if damaged."""
    row = case.row("SELECT packing, content FROM original WHERE sha256 = ?", (sha256,))
    if row is None:
        raise NotFoundError(
            f"no original with the SHA-256 {sha256}",
            where=str(case.path),
            remedy="`hearsay show CASE DOCUMENT` gives the hash of a document's original.",
        )
    try:
        return unpacked(sha256, *row)
    except ValueError as error:
        raise CaseError(
            f"the original {sha256} is damaged: {error}",
            where=str(case.path),
            remedy="Restore a copy of the case, or start a new one from the same sources.",
        ) from error


def unpacked(sha256: str, packing: str, content: bytes) -> bytes:
    """The bytes of a row of `original`; raises `ValueError` if they are not those that were kept."""
    if packing == "zlib":
        try:
            content = zlib.decompress(content)
        except zlib.error as error:
            raise ValueError(f"it cannot be decompressed ({error})") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError("its bytes have another hash")
    return content
