"""A document as the comparison of texts sees it: its words as numbers, and which of them are its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.link.numbers import word_number
from hearsay.model import Span

Numbers = npt.NDArray[np.uint64]

# A word keeps its apostrophes and its hyphens apart. Scripts without spaces have a character for a word.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    r"|(?:(?![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])[\w'])+"
)
_LEVEL = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text: a number for each, its place, and whether it stands outside all quotations.

    `starts[n]` and `stops[n]` are half-open code-point offsets into the text.
    """

    numbers: Numbers
    starts: npt.NDArray[np.int64]
    stops: npt.NDArray[np.int64]
    own: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.numbers)


def words_of(text: str, quoted: Iterable[Span] = ()) -> Words:
    """The words of `text`; `quoted` are the stretches that are somebody else's words by its own account."""
    level = text.translate(_LEVEL)
    places = [found.span() for found in _WORD.finditer(level)]
    numbers = np.fromiter(
        (word_number(level[start:stop].lower()) for start, stop in places), np.uint64, len(places)
    )
    table = np.array(places, dtype=np.int64).reshape(-1, 2)
    starts, stops = table[:, 0].copy(), table[:, 1].copy()
    own = np.ones(len(places), dtype=np.bool_)
    for first, last in _positions(starts, quoted):
        own[first:last] = False
    return Words(numbers, starts, stops, own)


def _positions(starts: npt.NDArray[np.int64], quoted: Iterable[Span]) -> Sequence[tuple[int, int]]:
    return [
        (int(np.searchsorted(starts, start)), int(np.searchsorted(starts, stop))) for start, stop in quoted
    ]
