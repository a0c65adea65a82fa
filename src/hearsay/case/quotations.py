"""The words of quotations, each stored once."""

from __future__ import annotations

import hashlib

from hearsay.case.file import Case
from hearsay.model import Span


def words_of(text: str, content: tuple[Span, ...]) -> str:
    """The words of a content: its spans' text, joined by " … "."""
    return " … ".join(text[start:stop] for start, stop in content)


def digest_of(words: str) -> bytes:
    """What a quotation is found by."""
    return hashlib.sha256(words.encode("utf-8")).digest()


def quotation_key(case: Case, words: str) -> int:
    """The key of the row that holds these words, which is made if there is none."""
    sha256 = digest_of(words)
    row = case.row("SELECT key FROM quotation WHERE sha256 = ?", (sha256,))
    if row is not None:
        return int(row[0])
    return case.write("INSERT INTO quotation (sha256, words) VALUES (?, ?)", (sha256, words))
