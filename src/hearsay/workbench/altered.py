"""What changed between two versions of a page: paragraphs taken out, put in, and changed word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Literal

from hearsay.export.difference import difference

# From this share of common words on, a paragraph put in where one was taken out is the same one, changed.
ALIKE = 0.5
# Words compared at most in one paragraph.
LONGEST = 1_500


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph, verbatim with the space behind them."""

    text: str
    what: Literal["kept", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Altered:
    """One paragraph that differs."""

    what: Literal["removed", "added", "changed"]
    pieces: tuple[Piece, ...]


def altered(older: str, newer: str) -> list[Altered]:
    """The paragraphs that differ, in the order of the text."""
    changes = list(difference(older, newer))
    found: list[Altered] = []
    at = 0
    while at < len(changes):
        first = at
        while at < len(changes) and changes[at].what == "removed":
            at += 1
        middle = at
        while at < len(changes) and changes[at].what == "added":
            at += 1
        found += _matched(
            [one.paragraph for one in changes[first:middle]], [one.paragraph for one in changes[middle:at]]
        )
    return found


def _matched(removed: list[str], added: list[str]) -> list[Altered]:
    """Paragraphs taken out and put in at one place, those that are the same one changed set together."""
    found: list[Altered] = []
    waiting = list(removed)
    for paragraph in added:
        pieces = _pieces(waiting[0], paragraph) if waiting else None
        if pieces is None:
            found.append(Altered("added", (Piece(paragraph, "added"),)))
        else:
            waiting.pop(0)
            found.append(Altered("changed", pieces))
    return [*(Altered("removed", (Piece(one, "removed"),)) for one in waiting), *found]


def _pieces(older: str, newer: str) -> tuple[Piece, ...] | None:
    """One paragraph made of both, `None` where they have too little in common."""
    before, after = (re.findall(r"\S+\s*", text) for text in (older, newer))
    if max(len(before), len(after)) > LONGEST:
        return None
    matcher = difflib.SequenceMatcher(
        a=[w.strip() for w in before], b=[w.strip() for w in after], autojunk=False
    )
    if matcher.ratio() < ALIKE:
        return None
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(after[c:d]), "kept"))
            continue
        if b > a:
            found.append(Piece("".join(before[a:b]), "removed"))
        if d > c:
            found.append(Piece("".join(after[c:d]), "added"))
    return tuple(found)
