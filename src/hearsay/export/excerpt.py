"""An attribution in its surroundings: the text cut into pieces that know what they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from hearsay.model import Attribution, Span

Role: TypeAlias = Literal["source", "cue", "content"]

# Code points shown on either side, about a line and a half of print; cut at the paragraph's end.
MARGIN = 140
# A cue or source that stands further than this from the words is not drawn into the excerpt.
REACH = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and its part in the attribution; `role` is `None` for what stands around it."""

    text: str
    role: Role | None


def excerpt(text: str, attribution: Attribution, *, margin: int = MARGIN) -> tuple[Piece, ...]:
    """The words of `attribution`, its cue and source marked, with up to `margin` code points around.

    The pieces joined are a verbatim stretch of `text`, but for an ellipsis at an end that was cut inside
    a paragraph.
    """
    start, end = attribution.content[0][0], attribution.content[-1][1]
    near = [s for s in (*attribution.cue, *attribution.source) if s[1] > start - REACH and s[0] < end + REACH]
    start = min([start, *(s[0] for s in near)])
    end = max([end, *(s[1] for s in near)])
    left = word_start(text, start, margin)
    right = word_end(text, end, margin)
    pieces = cut(text, roles_of(attribution), left, right)
    if left > 0 and text[left - 1] != "\n":
        pieces.insert(0, Piece("… ", None))
    if right < len(text) and text[right] != "\n":
        pieces.append(Piece(" …", None))
    return tuple(pieces)


def roles_of(attribution: Attribution) -> list[tuple[Span, Role]]:
    """Every span of `attribution` with the part that it plays."""
    roles: list[tuple[Span, Role]] = [(span, "content") for span in attribution.content]
    roles += [(span, "cue") for span in attribution.cue]
    roles += [(span, "source") for span in attribution.source]
    return roles


def cut(text: str, spans: Iterable[tuple[Span, Role]], start: int, end: int) -> list[Piece]:
    """`text[start:end]` in pieces; where spans overlap a source or cue shows through the content."""
    rank = {"content": 0, "cue": 1, "source": 2}
    ordered = sorted(spans, key=lambda entry: rank[entry[1]])
    borders = {start, end}
    for (a, b), _ in ordered:
        borders.update(offset for offset in (a, b) if start < offset < end)
    marks = sorted(borders)
    pieces: list[Piece] = []
    for a, b in pairwise(marks):
        role: Role | None = None
        for (low, high), kind in ordered:
            if low <= a and b <= high:
                role = kind
        if pieces and pieces[-1].role == role:
            pieces[-1] = Piece(pieces[-1].text + text[a:b], role)
        else:
            pieces.append(Piece(text[a:b], role))
    return pieces


def word_start(text: str, offset: int, margin: int) -> int:
    """Where a word begins at most `margin` code points before `offset`, within its paragraph."""
    left = max(0, offset - margin)
    paragraph = text.rfind("\n", left, offset)
    if paragraph >= 0:
        return paragraph + 1
    if left == 0:
        return 0
    space = text.find(" ", left, offset)
    return space + 1 if space >= 0 else left


def word_end(text: str, offset: int, margin: int) -> int:
    """Where a word ends at most `margin` code points behind `offset`, within its paragraph."""
    right = min(len(text), offset + margin)
    paragraph = text.find("\n", offset, right)
    if paragraph >= 0:
        return paragraph
    if right == len(text):
        return right
    space = text.rfind(" ", offset, right)
    return space if space >= 0 else right
