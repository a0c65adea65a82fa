"""What changed between two versions of a document, paragraph by paragraph."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

# Paragraphs compared at most; beyond, a comparison takes longer than a reader waits for it.
COMPARED = 4_000


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that one of the two versions has and the other has not."""

    what: Literal["removed", "added"]
    paragraph: str


def difference(older: str, newer: str) -> Iterator[Change]:
    """The paragraphs that were removed and added, in the order of the text."""
    before, after = _paragraphs(older), _paragraphs(newer)
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        for paragraph in before[a:b]:
            yield Change("removed", paragraph)
        for paragraph in after[c:d]:
            yield Change("added", paragraph)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()][:COMPARED]
