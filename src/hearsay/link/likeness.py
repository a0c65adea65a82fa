"""How much two wordings share, once cuts, ellipses, inserts and masks are allowed for.

The longest common subsequence gives the runs of words that both print; of these the stretch is kept that
tells most, as in local sequence alignment (Smith and Waterman 1981). What lies between its runs costs what
it tells; what an ellipsis or a bracketed insert stands for is free, and so is what was cut off at an end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA, LCSseq

from hearsay.link.levelling import INSERT, is_open
from hearsay.link.rarity import alone
from hearsay.link.wording import REPORTED, Wording

# A bracketed insert stands for at most this many words.
INSERT_WORDS = 8

# What a run of shared words must tell to count beside another, in tenths of a bit: two quotations that have
# nothing in common share "of the" and "to" in some order.
NEW_RUN = 40


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the shared words tell (tenths of a bit), and how alike the stretch is that holds them.

    `closeness` is the part of what the stretch tells that both print, 0 to 1; `share` how much the shared
    words are of the pieces that they stand in, in the printing where they are more.
    """

    told: int
    closeness: float
    share: float

    @property
    def strictness(self) -> float:
        """How much more must be told because the smaller wording is only partly shared: from 1 up."""
        return strictness(self.share)


def strictness(share: float) -> float:
    """How many times more must be told where only this share of the smaller wording is shared: from 1 up."""
    return 1.0 if share >= 0.9 else 1.0 + (0.9 - share) * 2.5


NOTHING = Likeness(0, 0.0, 0.0)

Run = tuple[int, int, int]  # where it starts in one wording, where in the other, how many words


def likeness(a: Wording, b: Wording, least: int = 0) -> Likeness:
    """How alike two wordings are; symmetric. What tells less than `least` may be taken for nothing."""
    if (len(a.words), a.total, a.same) > (len(b.words), b.total, b.same):
        a, b = b, a
    if not a.total or not b.total:
        return NOTHING
    if not a.broken and a.joined in b.joined:
        # The longer one tells less where it takes these words for the reporter's own.
        return Likeness(min(a.total, b.total), 1.0, 1.0)
    return _compare(a, b, least)


def _compare(a: Wording, b: Wording, least: int) -> Likeness:
    runs = _runs(a.folded, b.folded)
    if not runs:
        return NOTHING
    told = [_told(a, b, run) for run in runs]
    if _at_most(told) < least:
        return NOTHING
    moved = _unmatched(a, runs, 0) & _unmatched(b, runs, 1) if len(runs) > 1 else Counter()
    costs = [_gap(a, b, one, after, moved) for one, after in pairwise(runs)]
    first, last = _best_stretch(told, costs)
    shared = sum(told[first : last + 1])
    if not shared:
        return NOTHING
    (i, j, _), (k, m, length) = runs[first], runs[last]
    cost = sum(costs[first:last])
    cost += min(_before(a, i), _before(b, j)) + min(_after(a, k + length), _after(b, m + length))
    stretch = runs[first : last + 1]
    whole = min(
        _around(a, stretch, 0) - _stood_for(a, i, b, j), _around(b, stretch, 1) - _stood_for(b, j, a, i)
    )
    return Likeness(shared, shared / (shared + cost), min(1.0, shared / whole) if whole else 1.0)


def _runs(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    return [
        (block.a, block.b, block.size)
        for block in LCSseq.editops(a, b).as_matching_blocks()
        # A single word in common is chance, or an ellipsis.
        if block.size > 1
    ]


def _told(a: Wording, b: Wording, run: Run) -> int:
    i, j, length = run
    return sum(map(min, a.worth[i : i + length], b.worth[j : j + length]))


def _unmatched(form: Wording, runs: Sequence[Run], side: int) -> Counter[str]:
    left: list[str] = []
    end = 0
    for run in runs:
        left += form.folded[end : run[side]]
        end = run[side] + run[2]
    left += form.folded[end:]
    return Counter(left)


def _best_stretch(told: Sequence[int], costs: Sequence[int]) -> tuple[int, int]:
    """The stretch of runs, first and last, that tells most after what lies between its runs is paid."""
    best, best_at = -1, (0, 0)
    score, start = 0, 0
    for n, value in enumerate(told):
        if n and score > costs[n - 1] + NEW_RUN:
            score += value - costs[n - 1] - NEW_RUN
        else:
            score, start = value, n
        if score > best:
            best, best_at = score, (start, n)
    return best_at


def _at_most(told: Sequence[int]) -> int:
    """What the best stretch can at most tell, since no gap costs less than nothing."""
    most = score = total = 0
    for value in told:
        if score > NEW_RUN:
            score, total = score + value - NEW_RUN, total + value
        else:
            score = total = value
        most = max(most, total)
    return most


def _gap(a: Wording, b: Wording, run: Run, after: Run, moved: Counter[str]) -> int:
    """What the words between two runs tell that only one side prints, unless something stands for them."""
    here = _Gap(a, run[0] + run[2], after[0])
    there = _Gap(b, run[1] + run[2], after[1])
    here.stand_for(there)
    there.stand_for(here)
    _spelled_alike(here, there)
    one, other = here.cost(moved), there.cost(moved)
    return (one + other + min(one, other)) // 2


class _Gap:
    """The words of one wording between two runs, as far as they are not yet accounted for."""

    def __init__(self, form: Wording, start: int, end: int) -> None:
        tokens = form.folded[start:end]
        self.open = [token for token in tokens if is_open(token)]
        self.left = [n for n in range(start, end) if not is_open(form.folded[n])]
        self.form = form
        self.cut = form.pieces[start - 1] != form.pieces[end]
        self.start, self.end = start, end

    def stand_for(self, other: _Gap) -> None:
        """Take from the other side's words those that an ellipsis, insert or mask here stands for."""
        if self.cut:
            other.left.clear()
        elif INSERT in self.open:
            del other.left[: INSERT_WORDS * self.open.count(INSERT)]
        for mask in self.open:
            if "*" in mask:
                fits = next((n for n in other.left if _fits(mask, other.form.words[n])), None)
                if fits is not None:
                    other.left.remove(fits)

    def cost(self, moved: Counter[str]) -> int:
        if not self.left:
            return 0
        folded = self.form.folded
        # Words that stand just beside the gap as well: a stutter, or a repetition cut out.
        width = max(4, self.end - self.start)
        around = folded[max(0, self.start - width) : self.start] + folded[self.end : self.end + width]
        total = 0
        for n in self.left:
            worth, token = _cost(self.form, n), folded[n]
            if token in moved:
                worth = worth * 3 // 10
            elif token in around:
                worth //= 4
            total += worth
        return total


def _fits(mask: str, word: str) -> bool:
    head, _, tail = mask.partition("*")
    tail = tail.rpartition("*")[2]
    return word.startswith(head) and word.endswith(tail) and len(word) >= len(head) + len(tail)


def _spelled_alike(here: _Gap, there: _Gap) -> None:
    """Drop pairs of words that are the same, or two spellings of one: at most one letter in four differs."""
    for n in tuple(here.left):
        word = here.form.words[n]
        for m in there.left:
            other = there.form.words[m]
            far = max(len(word), len(other)) // 4
            if here.form.folded[n] == there.form.folded[m] or (
                min(len(word), len(other)) >= 4 and OSA.distance(word, other, score_cutoff=far) <= far
            ):
                here.left.remove(n)
                there.left.remove(m)
                break


def _cost(form: Wording, n: int) -> int:
    """What it counts when the other printing has another word in the place of token `n`."""
    return alone(form.words[n]) if form.inside[n] else alone(form.words[n]) // REPORTED


def _around(form: Wording, runs: Sequence[Run], side: int) -> int:
    """What the quoted pieces tell that the runs stand in."""
    if form.pieces[0] == form.pieces[-1] and all(form.inside):
        return form.total
    touched = {piece for run in runs for piece in form.pieces[run[side] : run[side] + run[2]]}
    return sum(
        worth
        for worth, piece, quoted in zip(form.worth, form.pieces, form.inside, strict=True)
        if quoted and piece in touched
    )


def _stood_for(form: Wording, start: int, other: Wording, there: int) -> int:
    """What the words before `start` tell for which an insert stands at that place in the other printing."""
    if not there or other.words[there - 1] != INSERT:
        return 0
    return sum(form.worth[max(0, start - INSERT_WORDS) : start])


def _before(form: Wording, start: int) -> int:
    """What stands before `start` in the same piece: where both sides print something there, they differ."""
    total, n = 0, start - 1
    while n >= 0 and form.pieces[n] == form.pieces[start] and not is_open(form.folded[n]):
        total += _cost(form, n)
        n -= 1
    return total


def _after(form: Wording, end: int) -> int:
    """What stands from `end` on in the piece of the token before it."""
    total, n = 0, end
    while n < len(form.pieces) and form.pieces[n] == form.pieces[end - 1] and not is_open(form.folded[n]):
        total += _cost(form, n)
        n += 1
    return total
