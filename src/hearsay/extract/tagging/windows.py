"""A text cut into windows that an encoder reads at once, and what it is told of each word but its letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from hearsay.extract.tokens import Tokens

# Words whose shape is remembered: those of a newspaper's week.
REMEMBERED = 50_000

SHAPES = 6
STATES = 8
PLACES = 3


def cut_windows(counts: Sequence[int], tokens: Tokens, first: int, largest: int) -> list[tuple[int, int]]:
    """The half-open ranges of tokens of each window: as many whole paragraphs as fit.

    `counts` holds the number of word pieces of each token. A window has at most `largest` pieces with its two
    borders, the first one `first`: training shifts the cuts. A longer paragraph is cut between sentences
    where that can be, else anywhere.
    """
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + count)
    windows: list[tuple[int, int]] = []
    start, total = 0, len(counts)
    room = first - 2
    while start < total:
        stop = bisect_right(ends, ends[start] + room) - 1
        if stop < total:
            stop = _border(tokens.paragraphs, start, stop) or _border(tokens.sentences, start, stop) or stop
        stop = max(stop, start + 1)
        windows.append((start, stop))
        start, room = stop, largest - 2
    return windows


def _border(borders: Sequence[int], start: int, stop: int) -> int | None:
    """The last border after `start` and not after `stop`."""
    found = borders[bisect_right(borders, stop) - 1]
    return found if found > start else None


def context_start(counts: Sequence[int], tokens: Tokens, start: int, room: int) -> int:
    """Where the sentences before `start` begin that fit into `room` word pieces; `start` where none does."""
    first = start
    while first and counts[first - 1] <= room:
        first -= 1
        room -= counts[first]
    return min(start, tokens.sentences[bisect_left(tokens.sentences, first)])


@lru_cache(REMEMBERED)
def shape(word: str) -> int:
    """How the word is written, which an encoder without capitals does not see; below `SHAPES`."""
    first = word[0]
    if not first.isalnum():
        return 0
    if first.isdigit():
        return 1
    if not first.isupper():
        return 2
    if len(word) == 1 or word[1:].islower():
        return 3
    return 4 if word.isupper() else 5


def state_numbers(states: Sequence[bytes]) -> list[int]:
    """The quotation around each token (`quotation_states`) as a number below `STATES`.

    0 outside, then the opening mark, the inside and the closing mark of a short one (1-3) and of one of five
    words and more (4-6), and 7 anywhere in one that never closes.
    """
    known: dict[bytes, int] = {}
    numbers = []
    for state in states:
        number = known.get(state)
        if number is None:
            number = known[state] = _state_number(state)
        numbers.append(number)
    return numbers


def _state_number(state: bytes) -> int:
    if not state:
        return 0
    if b"~" in state:
        return 7
    place = 1 if state.endswith(b"(") else 3 if state.endswith(b")") else 2
    return place + (3 if state[:1] in (b"5", b"9") else 0)


def places(tokens: Tokens) -> list[int]:
    """2 for the first token of a paragraph, 1 for that of another sentence, else 0."""
    numbers = [0] * len(tokens)
    for borders, number in ((tokens.sentences, 1), (tokens.paragraphs, 2)):
        for border in borders[: bisect_left(borders, len(tokens))]:
            numbers[border] = number
    return numbers
