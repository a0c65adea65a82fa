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

from hearsay.link.rarity import alone
from hearsay.link.wording import ELLIPSIS, INSERT, Wording, is_open

# A bracketed insert stands for at most this many words.
INSERT_WORDS = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the shared words tell (tenths of a bit), and how alike the stretch is that holds them.

    `closeness` is the part of what the stretch tells that both print, 0 to 1; `share` the part that the
    shared words are of the wording that tells less.
    """

    told: int
    closeness: float
    share: float

    @property
    def strictness(self) -> float:
        """How much more must be told because the smaller wording is only partly shared: 1 to 2."""
        return 1.0 if self.share >= 0.9 else 1.0 + (0.9 - self.share) * 1.6


NOTHING = Likeness(0, 0.0, 0.0)

Run = tuple[int, int, int]  # where it starts in one wording, where in the other, how many words


def likeness(a: Wording, b: Wording) -> Likeness:
    """How alike two wordings are; symmetric."""
    if (len(a.words), a.words) > (len(b.words), b.words):
        a, b = b, a
    if not a.total or not b.total:
        return NOTHING
    if not a.broken and a.joined in b.joined:
        return Likeness(a.total, 1.0, 1.0)
    return _compare(a, b)


def _compare(a: Wording, b: Wording) -> Likeness:
    runs = _runs(a.folded, b.folded)
    if not runs:
        return NOTHING
    told = [_told(a, b, run) for run in runs]
    unmatched_a = _unmatched(a, runs, 0)
    unmatched_b = _unmatched(b, runs, 1)
    moved = unmatched_a & unmatched_b
    costs = [_gap(a, b, one, next_, moved) for one, next_ in pairwise(runs)]
    first, last = _best_stretch(told, costs)
    shared = sum(told[first : last + 1])
    cost = sum(costs[first:last]) + _ends(a, b, runs[first], runs[last])
    return Likeness(
        shared,
        shared / (shared + cost) if shared else 0.0,
        min(1.0, shared / min(a.total, b.total)),
    )


def _runs(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    from rapidfuzz.distance import LCSseq

    found: list[Run] = []
    for block in LCSseq.opcodes(a, b):
        if block.tag == "equal":
            found.append((block.src_start, block.dest_start, block.src_end - block.src_start))
    return [run for run in found if not all(is_open(token) for token in a[run[0] : run[0] + run[2]])]


def _told(a: Wording, b: Wording, run: Run) -> int:
    i, j, length = run
    return (
        alone(a.words[i]) // 2
        + a.bits[i] // 2
        + sum(map(min, a.bits[i + 1 : i + length], b.bits[j + 1 : j + length]))
    )


def _unmatched(form: Wording, runs: Sequence[Run], side: int) -> Counter[str]:
    left = Counter(form.folded)
    for run in runs:
        left.subtract(form.folded[run[side] : run[side] + run[2]])
    return +left


def _best_stretch(told: Sequence[int], costs: Sequence[int]) -> tuple[int, int]:
    """The stretch of runs, first and last, that tells most after what lies between its runs is paid."""
    best, best_at = -1, (0, 0)
    score, start = 0, 0
    for n, value in enumerate(told):
        if n and score > costs[n - 1]:
            score += value - costs[n - 1]
        else:
            score, start = value, n
        if score > best:
            best, best_at = score, (start, n)
    return best_at


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
        self.left = [token for token in tokens if not is_open(token)]
        # Words that stand just beside the gap as well: a stutter, or a repetition cut out.
        width = max(4, len(tokens))
        self.around = Counter(form.folded[max(0, start - width) : start] + form.folded[end : end + width])

    def stand_for(self, other: _Gap) -> None:
        """Take from the other side's words those that an ellipsis, insert or mask here stands for."""
        if ELLIPSIS in self.open:
            other.left.clear()
        elif INSERT in self.open:
            del other.left[: INSERT_WORDS * self.open.count(INSERT)]
        for mask in self.open:
            if "*" in mask:
                fits = next((word for word in other.left if _fits(mask, word)), None)
                if fits is not None:
                    other.left.remove(fits)

    def cost(self, moved: Counter[str]) -> int:
        total = 0
        for token in self.left:
            worth = alone(token)
            if moved[token]:
                worth = worth * 3 // 10
            elif self.around[token]:
                worth //= 4
            total += worth
        return total


def _fits(mask: str, word: str) -> bool:
    head, _, tail = mask.partition("*")
    tail = tail.rpartition("*")[2]
    return word.startswith(head) and word.endswith(tail) and len(word) >= len(head) + len(tail)


def _spelled_alike(here: _Gap, there: _Gap) -> None:
    """Drop pairs of words that are two spellings of one: at most one letter in four differs."""
    from rapidfuzz.distance import OSA

    for word in tuple(here.left):
        for other in there.left:
            far = max(1, max(len(word), len(other)) // 4)
            if min(len(word), len(other)) >= 4 and OSA.distance(word, other, score_cutoff=far) <= far:
                here.left.remove(word)
                there.left.remove(other)
                break


def _ends(a: Wording, b: Wording, first: Run, last: Run) -> int:
    """What both sides print beyond the stretch at the same end, where they differ: the smaller of the two."""
    return _end(a.folded[: first[0]][::-1], b.folded[: first[1]][::-1]) + _end(
        a.folded[last[0] + last[2] :], b.folded[last[1] + last[2] :]
    )


def _end(a: Sequence[str], b: Sequence[str]) -> int:
    if (a and is_open(a[0])) or (b and is_open(b[0])):
        return 0
    return min(sum(map(alone, a)), sum(map(alone, b)))
