"""The difference of two printings of one utterance, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from hearsay.link.levelling import LONGEST
from hearsay.link.variants.classes import Change, Class, class_of
from hearsay.link.variants.words import Word, is_small, words_in
from hearsay.model import Span

_ORDER: tuple[Class, ...] = ("substance", "inserted", "masked", "cut", "spelling")
# A run of the words moved elsewhere is at least so long; fewer are chance.
MOVED = 3

_Gap = tuple[int, int, int, int]  # from and to among the words of the one, and of the other


def difference(one: str, other: str) -> tuple[Change, ...]:
    """Where two printings of the same words differ, what a reader must see first standing first.

    Substance, then what was put in, masked, cut and spelled otherwise; within each in the order of the text.
    Nothing for printings that differ in typography alone. Any two texts will do; offsets are code points of
    each. Of what is longer than `LONGEST` tokens only the beginning is compared. Which text comes first does
    not matter, but for the order of what stands at the same place.
    """
    here, there = words_in(one)[:LONGEST], words_in(other)[:LONGEST]
    gaps = _gaps(here, there)
    moved = _moved(here, there, gaps)
    changes = [
        change
        for n, gap in enumerate(gaps)
        for change in _changes(here, there, gap, 0 < n < len(gaps) - 1, moved, (one, other))
    ]
    return tuple(sorted(changes, key=lambda change: (_ORDER.index(change.kind), change.one, change.other)))


def _gaps(here: Sequence[Word], there: Sequence[Word]) -> list[_Gap]:
    """What stands between the words that both print: the first before all of them, the last behind."""
    runs = [
        (block.src_start, block.src_end, block.dest_start)
        for block in LCSseq.opcodes([w.form for w in here], [w.form for w in there])
        if block.tag == "equal"
    ]
    runs = [run for n, run in enumerate(runs) if not _chance(here, there, runs, n)]
    gaps: list[_Gap] = []
    a = b = 0
    for start, end, at in runs:
        gaps.append((a, start, b, at))
        a, b = end, at + end - start
    return [*gaps, (a, len(here), b, len(there))]


def _chance(
    here: Sequence[Word], there: Sequence[Word], runs: Sequence[tuple[int, int, int]], n: int
) -> bool:
    """Whether a run is a small word or two amid words that differ on both sides: in common by chance."""
    start, end, at = runs[n]
    size = end - start
    if size > 2 or not all(is_small(word.token) or word.open for word in here[start:end]):
        return False
    left = (runs[n - 1][1], runs[n - 1][2] + runs[n - 1][1] - runs[n - 1][0]) if n else (0, 0)
    right = (runs[n + 1][0], runs[n + 1][2]) if n + 1 < len(runs) else (len(here), len(there))
    before = max(start - left[0], at - left[1])
    behind = max(right[0] - end, right[1] - (at + size))
    return min(before, behind) > 0 and max(before, behind) > 2 * size + 1


def _moved(here: Sequence[Word], there: Sequence[Word], gaps: Sequence[_Gap]) -> frozenset[tuple[str, ...]]:
    """The runs of words that one printing has in one place and the other in another."""
    left = {run for a, b, _, _ in gaps for run in _runs(here[a:b])}
    right = {run for _, _, c, d in gaps for run in _runs(there[c:d])}
    return frozenset(left & right)


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    forms = [word.form for word in words]
    return zip(*(forms[n:] for n in range(MOVED)), strict=False)


def _changes(
    here: Sequence[Word],
    there: Sequence[Word],
    gap: _Gap,
    inner: bool,
    moved: frozenset[tuple[str, ...]],
    texts: tuple[str, str],
) -> Iterator[Change]:
    for a, b, c, d in (gap,) if inner else _apart(here, there, gap):
        if a == b and c == d:
            continue
        one, other = here[a:b], there[c:d]
        spans = _span(here, a, b, len(texts[0])), _span(there, c, d, len(texts[1]))
        if _is_moved(one, other, moved):
            yield Change("cut" if one else "inserted", "moved", *spans)
            continue
        around = (*here[max(0, a - 1) : b + 1], *there[max(0, c - 1) : d + 1])
        indirect = any(not word.quoted for word in around)
        kind, sort = class_of(one, other, inner=inner, indirect=indirect)
        yield Change(kind, sort, *spans)


def _apart(here: Sequence[Word], there: Sequence[Word], gap: _Gap) -> Iterator[_Gap]:
    """What stands at an end, before or behind all that both print: what is other, and what is only cut off.

    Words of the reporter's own stand for nothing there, unless they deny. Quoted words stand for as many of
    the other printing's, those nearest to what both print.
    """
    a, b, c, d = gap
    if a == b or c == d:
        yield gap
        return
    one, other = here[a:b], there[c:d]
    front = a == 0 and c == 0 and (b < len(here) or d < len(there))
    if any(word.open for word in (*one, *other)):
        yield gap
    elif all(not word.quoted for word in one) or all(not word.quoted for word in other):
        yield a, b, c, c
        yield b, b, c, d
    else:
        size = min(b - a, d - c)
        if front:
            yield a, b - size, c, d - size
            yield b - size, b, d - size, d
        else:
            yield a, a + size, c, c + size
            yield a + size, b, c + size, d


def _is_moved(one: Sequence[Word], other: Sequence[Word], moved: frozenset[tuple[str, ...]]) -> bool:
    """Whether most words of a stretch that one printing alone has stand elsewhere in the other."""
    if not moved or (one and other):
        return False
    words = one or other
    told = sum(run in moved for run in _runs(words))
    return told > 0 and told + MOVED - 1 >= 0.7 * len(words)


def _span(words: Sequence[Word], start: int, end: int, length: int) -> Span:
    """Where words stand in their text; where there are none, the place between their neighbours."""
    if start < end:
        return words[start].span[0], words[end - 1].span[1]
    place = words[start - 1].span[1] if start else words[0].span[0] if words else length
    return place, place
