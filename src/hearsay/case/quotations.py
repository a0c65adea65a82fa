"""The words of quotations, each stored once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from hearsay.case.file import Case
from hearsay.link import fingerprints
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


def forget_unused(case: Case, quotations: Iterable[int]) -> None:
    """Remove those of the quotations with these keys that no attribution and no statement has any more."""
    for quotation in quotations:
        row = case.row(
            "SELECT words FROM quotation q WHERE key = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM attribution WHERE quotation = ?1) AND NOT EXISTS "
            "(SELECT 1 FROM statement WHERE wording = ?1)",
            (quotation,),
        )
        if row is None:
            continue
        case.write_all(
            "DELETE FROM fingerprint WHERE value = ? AND quotation = ?",
            ((value, quotation) for value in fingerprints(row[0])),
        )
        case.write("DELETE FROM sketch WHERE quotation = ?", (quotation,))
        # The foreign key of `fingerprint` has no index of its own: nothing else deletes a quotation.
        case.write("DELETE FROM quotation WHERE key = ?", (quotation,))
