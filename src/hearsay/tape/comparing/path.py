"""The cheapest way to make a printed quotation out of the words of a recording.

Words are copied in order; words may be left out, put in, or put in place of others, and the copying may jump
to another place. Each costs what it tells in bits: a jump the choice of a place, a new word its rarity. So a
few common words in another order are no reason to jump, and a clause from elsewhere is. Dynamic programming
over all places at once (after Needleman and Wunsch 1970, with jumps).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log2
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from hearsay.lexicon import load_words
from hearsay.link.levelling import INSERT, MASK
from hearsay.link.rarity import alone
from hearsay.tape.comparing.tokens import Token
from hearsay.tape.transcripts import Word

# Bits. Tuned on made edits of polnear's training articles (benchmarks/tape_quotations.py): half and double of
# each changed fewer than one answer in a hundred, except that a jump under 10 bits splits altered clauses.
SKIP = 0.7  # a spoken word that is not printed
SENTENCE = 6.0  # that the words left out end a sentence: those around them are two utterances
TIDIED = 0.05  # a hesitation, or a repetition of what comes after it
REPEATED = 3  # so many words at most are said again by one who begins anew
OPEN = 0.02  # a spoken word that an ellipsis or the reporter's words stand for
STOOD_FOR = 0.5  # a spoken word that a bracketed insert stands for
NEW = 1.5  # that a printed word was not spoken, beside what it tells
OTHER = 1.0  # that it stands in place of a spoken one
JUMP = 10.0  # that the copying goes on elsewhere, beside the choice of the place
OPEN_JUMP = 3.0  # the same, where an ellipsis or the reporter's words stand
LEAST_TOLD = 2.0  # what the commonest word tells
PART_HIDDEN = 0.2  # a masked word that shows some letters of the spoken one
ALL_HIDDEN = 1.5  # one that shows none

# More than what is lost by adding up in 32 bits.
_ROUNDED = 0.01

Step: TypeAlias = Literal["same", "near", "other", "new", "open"]
_ENDS = (".", "!", "?", "…")
_CLOSING = "\"'”’»)]"

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Move:
    """One printed token: how it was made, and the spoken token it goes with (-1 for none).

    `jumped` tells that the copying jumped to get there.
    """

    step: Step
    said: int
    jumped: bool


@dataclass(frozen=True, slots=True)
class Path:
    """A way through: a move for each printed token; `cost` in bits; `alone` what the quotation costs made of
    nothing; `ends` the spoken tokens at which ways of the same cost end."""

    moves: tuple[Move, ...]
    cost: float
    alone: float
    ends: int


class Spoken:
    """The words of a recording, made ready: which tokens have which key, and what leaving each out costs."""

    def __init__(self, tokens: Sequence[Token], words: Sequence[Word]) -> None:
        self.tokens = tuple(tokens)
        self._words = words
        self.vocabulary = {key: n for n, key in enumerate(dict.fromkeys(token.key for token in tokens))}
        self.numbers = np.array([self.vocabulary[token.key] for token in tokens], np.int32)
        fillers = load_words("fillers")
        keys = [token.key for token in self.tokens]
        tidied = [key in fillers for key in keys]
        for size in range(1, REPEATED + 1):
            for n in range(len(keys) - 2 * size + 1):
                if keys[n : n + size] == keys[n + size : n + 2 * size]:
                    tidied[n : n + size] = [True] * size
        costs = np.array([TIDIED if tidy else SKIP for tidy in tidied])
        ends = [words[token.last].text.rstrip(_CLOSING).endswith(_ENDS) for token in self.tokens]
        # What it costs to go on behind each token without having copied it: the end of a sentence.
        self.crossed = SENTENCE * np.array(ends, np.float32)
        # Sums up to each token: leaving out those from a to b costs the difference.
        self.skipped = np.concatenate(([0.0], np.cumsum(costs + self.crossed)))
        self.tidied = np.array(tidied, bool)
        self.jump = log2(len(self.tokens) + 1)
        self._near: dict[str, dict[int, float]] = {}
        self._contracted = self._contractions()

    def voice(self, token: int) -> str | None:
        """Who says the token of this number; `None` also where there is none."""
        return self._words[self.tokens[token].first].voice if token < len(self.tokens) else None

    def _contractions(self) -> dict[str, list[int]]:
        """The letters of each word that is several tokens ("she's"), and where it stands."""
        found: dict[str, list[int]] = {}
        for n, (one, other) in enumerate(pairwise(self.tokens)):
            if one.first == one.last == other.first and (not n or self.tokens[n - 1].first != one.first):
                letters = "".join(filter(str.isalnum, self._words[one.first].text.casefold()))
                found.setdefault(letters, []).append(n)
        return found

    def matches(self, token: Token) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """What it costs to print `token` for each spoken one, and where they are the same."""
        told = weight(token.key)
        costs = np.full(len(self.tokens), told + OTHER, np.float32)
        number = self.vocabulary.get(token.key)
        same = np.zeros(len(self.tokens), bool) if number is None else self.numbers == number
        if number is None:
            for other, cost in self._alike(token.key).items():
                costs[self.numbers == other] = cost
            if MASK in token.key:
                for word, places in self._contracted.items():
                    if _fits(token.key, word):
                        costs[places] = _hidden(token.key)
        costs[same] = 0.0
        return costs, same

    def _alike(self, key: str) -> dict[int, float]:
        """Spoken words that a printed one may be a misspelling or a masked form of, with what that costs."""
        if key not in self._near:
            found: dict[int, float] = {}
            if MASK in key:
                for word, number in self.vocabulary.items():
                    if _fits(key, word) or MASK in word:
                        found[number] = _hidden(key)
            elif len(key) >= 4:
                far = len(key) // 4
                for word, number in self.vocabulary.items():
                    if len(word) >= 4 and OSA.distance(word, key, score_cutoff=far) <= far:
                        found[number] = 0.4 * weight(key) + OTHER
            self._near[key] = found
        return self._near[key]


def _hidden(key: str) -> float:
    """What it costs that a printed word hides the spoken one, a part of it or all."""
    return ALL_HIDDEN if key == MASK else PART_HIDDEN


def _fits(masked: str, word: str) -> bool:
    """Whether a word can be what a masked one hides."""
    head, _, tail = masked.partition(MASK)
    return word.startswith(head) and word.endswith(tail) and len(word) > len(head) + len(tail)


@lru_cache(maxsize=1 << 15)
def weight(key: str) -> float:
    """What a word tells, in bits."""
    return max(LEAST_TOLD, alone(key) / 10)


def path(quotation: Sequence[Token], spoken: Spoken, least: float = 0.0) -> Path | None:
    """The cheapest way from `spoken` to `quotation`, which has a word; of ways of one cost the earliest.

    `None` where it tells less than `least` of what the quotation tells: every step costs something, so that
    this often shows before its end.
    """
    size = len(spoken.tokens)
    # Column 0 is "nothing copied yet"; column n + 1 says that token n was the last that was copied.
    reached = np.full(size + 1, np.inf, np.float32)
    reached[0] = 0.0
    rows: list[_Row] = []
    opened = True  # the copying may begin anywhere
    made = sum(weight(token.key) + NEW for token in quotation if not token.open)
    most = (1 - least) * made + _ROUNDED
    for n, token in enumerate(quotation):
        closing = n + 1 == len(quotation) or quotation[n + 1].open
        row = _open(token, reached, spoken) if token.open else _word(token, reached, spoken, opened, closing)
        rows.append(row)
        reached = row.reached
        opened = token.open
        if float(reached.min()) > most:
            return None
    last = rows[-1].landed
    end = int(np.argmin(last))
    ends = int((last[1:] <= last[end] + 1e-3).sum()) if end else 0
    return Path(_moves(quotation, rows, end), float(last[end]), made, ends)


@dataclass(slots=True)
class _Row:
    """What was reached after one printed token.

    `landed` is before words are left out, `reached` after; `came` the column from which words were left out
    to get to each; `how` it landed: 0 copied after the one before, 1 put in, 2 copied as the first, 3 copied
    after a jump from `jumped_from`; `same` where the token is the spoken one, `near` where it is alike.
    """

    landed: Floats
    reached: Floats
    came: npt.NDArray[np.int32]
    how: npt.NDArray[np.uint8]
    same: npt.NDArray[np.bool_]
    near: npt.NDArray[np.bool_]
    jumped_from: int


def _word(token: Token, before: Floats, spoken: Spoken, opened: bool, closing: bool) -> _Row:
    costs, same = spoken.matches(token)
    near = costs < weight(token.key)
    if not closing:
        costs += np.where(near, 0, spoken.crossed)
    put_in = before + weight(token.key) + NEW
    copied = np.full(len(before), np.inf, np.float32)
    copied[1:] = before[:-1] + costs
    source = int(np.argmin(before))
    jumped = np.full(len(before), np.inf, np.float32)
    jumped[1:] = before[source] + spoken.jump + (OPEN_JUMP if opened else JUMP) + costs
    begun = np.full(len(before), np.inf, np.float32)
    begun[1:] = before[0] + costs
    # In this order, the earlier wins where two cost the same.
    ways = np.stack((copied, put_in, begun, jumped))
    how = np.argmin(ways, axis=0).astype(np.uint8)
    landed = ways.min(axis=0)
    reached, came = _leave_out(landed, spoken.skipped)
    return _Row(landed, reached, came, how, same, near, source)


def _open(token: Token, before: Floats, spoken: Spoken) -> _Row:
    step = STOOD_FOR if token.key == INSERT else OPEN
    reached, came = _leave_out(before, np.arange(len(before), dtype=np.float64) * step)
    nothing = np.zeros(0, bool)
    return _Row(reached, reached, came, np.zeros(len(before), np.uint8), nothing, nothing, 0)


def _leave_out(landed: Floats, sums: npt.NDArray[np.float64]) -> tuple[Floats, npt.NDArray[np.int32]]:
    """The cheapest way to each column when the words since an earlier one may be left out."""
    # Nothing is left out before the first copied word.
    level = landed.astype(np.float64) - sums
    level[0] = np.inf
    lowest = np.minimum.accumulate(level)
    first = np.r_[True, lowest[1:] < lowest[:-1]]
    came = np.maximum.accumulate(np.where(first, np.arange(len(level)), 0)).astype(np.int32)
    reached = (lowest + sums).astype(np.float32)
    reached[0] = landed[0]
    came[0] = 0
    return reached, came


def _moves(quotation: Sequence[Token], rows: Sequence[_Row], column: int) -> tuple[Move, ...]:
    moves: list[Move] = []
    left_out = False  # the last printed token ends the way: nothing is left out after it
    for token, row in zip(reversed(quotation), reversed(rows), strict=True):
        if token.open:
            column = int(row.came[column]) if column else 0
            moves.append(Move("open", -1, False))
            left_out = True
            continue
        if left_out and column:
            column = int(row.came[column])
        left_out = True
        how = int(row.how[column])
        if how == 1:
            moves.append(Move("new", -1, False))
            continue
        said = column - 1
        step: Step = "same" if row.same[said] else "near" if row.near[said] else "other"
        moves.append(Move(step, said, how == 3))
        column = {0: column - 1, 2: 0, 3: row.jumped_from}[how]
    return tuple(reversed(moves))
