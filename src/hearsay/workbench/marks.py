"""A document's text with all its attributions marked: paragraphs of pieces that know what they are of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hearsay.model import Attribution, Span

_RANK = {"content": 0, "cue": 1, "source": 2}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text; `roles` is "content", "cue", "source" or several, `of` the attributions' numbers.

    `opens` are the numbers of those whose content begins with this piece. `copied` is the number of the
    copied passage that it is in, 0 outside of all; `first` and `last` tell that this begins and ends with it.
    """

    text: str
    start: int
    roles: str
    of: tuple[int, ...]
    opens: tuple[int, ...]
    copied: int = 0
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text, and the numbers of the attributions whose content begins in it."""

    start: int
    stretches: tuple[Stretch, ...]
    notes: tuple[int, ...]


def parts(text: str, attributions: Sequence[Attribution], most: int, each: int) -> list[Span]:
    """A long text in parts, cut at line ends, or within a line of more than a quarter of `most` letters.

    A part has `most` bytes of UTF-8 at most, where each attribution counts for `each` bytes more: more only
    where one line, or a quarter of `most` letters of one, has more by itself.
    """
    begins = sorted(one.content[0][0] for one in attributions)
    found = []
    start = place = size = 0
    for line in text.splitlines(keepends=True):
        for a in range(0, len(line), most // 4):
            piece = line[a : a + most // 4]
            marked = bisect_left(begins, place + len(piece)) - bisect_left(begins, place)
            weight = len(piece.encode("utf-8", "replace")) + each * marked
            if size and size + weight > most:
                found.append((start, place))
                start, size = place, 0
            place += len(piece)
            size += weight
    return [*found, (start, len(text))]


def paragraphs(
    text: str, attributions: Sequence[Attribution], passages: Sequence[Span] = (), part: Span | None = None
) -> tuple[Paragraph, ...]:
    """The text cut at its line ends and at every border of a span; attributions and passages count from 1.

    Of passages that overlap a stretch is in the first. With a `part` only what stands in that.
    """
    first, last = part or (0, len(text))
    spans = sorted(
        (start, stop, role, number)
        for number, one in enumerate(attributions, 1)
        for role in _RANK
        for start, stop in getattr(one, role)
    )
    opens: dict[int, list[int]] = {}
    for number, one in enumerate(attributions, 1):
        opens.setdefault(one.content[0][0], []).append(number)
    found = []
    offset = first
    waiting = 0
    open_now: list[tuple[int, int, str, int]] = []
    for line in text[first:last].split("\n"):
        end = offset + len(line)
        while waiting < len(spans) and spans[waiting][0] < end:
            open_now.append(spans[waiting])
            waiting += 1
        open_now = [one for one in open_now if one[1] > offset]
        if line.strip():
            stretches = _stretches(text, offset, end, open_now, opens, passages)
            notes = tuple(number for one in stretches for number in one.opens)
            found.append(Paragraph(offset, stretches, notes))
        offset = end + 1
    return tuple(found)


def _stretches(
    text: str,
    start: int,
    end: int,
    spans: Sequence[tuple[int, int, str, int]],
    opens: dict[int, list[int]],
    passages: Sequence[Span],
) -> tuple[Stretch, ...]:
    borders = {start, end}
    cuts = [*(place for span in spans for place in span[:2]), *(place for span in passages for place in span)]
    borders.update(place for place in cuts if start < place < end)
    found = []
    for a, b in pairwise(sorted(borders)):
        here = [(role, number) for low, high, role, number in spans if low <= a and b <= high]
        roles = " ".join(sorted({role for role, _ in here}, key=_RANK.__getitem__))
        numbers = tuple(sorted({number for _, number in here}))
        copied = next((n for n, (low, high) in enumerate(passages, 1) if low <= a and b <= high), 0)
        low, high = passages[copied - 1] if copied else (-1, -1)
        found.append(
            Stretch(text[a:b], a, roles, numbers, tuple(opens.get(a, ())), copied, low == a, high == b)
        )
    return tuple(found)
