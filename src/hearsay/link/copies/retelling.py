"""What is taken over in other words: credited rewrites, and the updates of a report by its own outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

import numpy as np

from hearsay.link.copies.judging import credits_between
from hearsay.link.copies.overlap import overlap
from hearsay.link.copies.shingles import combined
from hearsay.link.copies.side import Side, Texts
from hearsay.model import Copy, CopyKind, Grounds

# Words of the runs by which retelling is told.
RUN = 3
# A rewrite: so much of the three-word runs of one of the two stand in the other. Set on the example case,
# where rewrites have .12 to .25 and texts that only name the outlet up to .11.
REWRITE = 0.12
# An update: as much, of the earlier report of the same outlet, for there is no credit to go by.
UPDATE = 0.25
# Less than this shows that an outlet is named for something else than what its document says.
FOLLOWS = 0.02
# Reports of one outlet that a later one can be an update of: the last so many within so long.
RECENT = 8
# What a credit can mean: reports of so long ago at most, and of more than so many the last.
MEMORY = timedelta(days=14)
AT_MOST = 48
WHILE = timedelta(hours=24)


def follows(one: Side, other: Side, texts: Texts) -> float:
    """The share of the three-word runs of one of two texts that stand in the other: the larger of the two."""
    here, there = (np.unique(combined(texts(side.document).words.numbers, RUN)) for side in (one, other))
    least = min(len(here), len(there))
    return round(len(np.intersect1d(here, there, assume_unique=True)) / least, 4) if least else 0.0


def retold(sides: Sequence[Side], texts: Texts, only: Collection[str] | None = None) -> Iterator[Copy]:
    """What documents have in other words from outlets that they credit, or from their own earlier report.

    `sides` come earliest first; with `only`, what the documents with these ids have is told alone.
    """
    of_outlet = _by_outlet(sides)
    for side in sides:
        if only is not None and side.document not in only:
            continue
        for outlet in sorted(side.indebted & of_outlet.keys()):
            found = credited_copy(side, of_outlet[outlet], texts)
            if found is not None:
                yield found
    for listed in of_outlet.values():
        dated = [side for side in listed if side.seen is not None]
        for place, side in enumerate(dated):
            if only is None or side.document in only:
                yield from _updates(side, dated[max(0, place - RECENT) : place], texts)


def concerned(sides: Sequence[Side], new: Collection[str]) -> frozenset[str]:
    """The documents (ids) whose retelling new ones can change: these, their outlets' and their creditors."""
    outlets = {side.outlet for side in sides if side.document in new and side.outlet is not None}
    return frozenset(
        side.document
        for side in sides
        if side.document in new or side.outlet in outlets or side.indebted & outlets
    )


def _by_outlet(sides: Sequence[Side]) -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        if side.outlet is not None:
            found[side.outlet].append(side)
    return found


def credited_copy(one: Side, others: Sequence[Side], texts: Texts) -> Copy | None:
    """What a document has from the outlet of `others`, which it credits.

    Of the outlet's documents the one counts that it follows most closely, of several the first given; those
    printed later for certain do not. `None` where it follows none: then only the outlet is credited.
    """
    best: tuple[float, Side] | None = None
    possible = [other for other in others if other.page != one.page and _before(other, one)]
    for other in possible[-AT_MOST:]:
        share = follows(one, other, texts)
        if share >= FOLLOWS and (best is None or share > best[0]):
            best = (share, other)
    if best is None:
        return None
    return _copy(one, best[1], "rewrite" if best[0] >= REWRITE else "credit", ("credit",), texts)


def _before(other: Side, one: Side) -> bool:
    """Whether one document can have been printed before another, and not too long before."""
    if one.seen is None or other.seen is None:
        return True
    return other.seen[0] <= one.seen[1] and one.seen[0] - other.seen[1] <= MEMORY


def _updates(side: Side, before: Sequence[Side], texts: Texts) -> Iterator[Copy]:
    for other in reversed(before):
        assert side.seen is not None and other.seen is not None  # noqa: S101 -- only dated ones are given
        apart = side.seen[0] - other.seen[1]
        if timedelta() < apart <= WHILE and other.page != side.page and follows(side, other, texts) >= UPDATE:
            yield _copy(side, other, "update", ("time",), texts)
            return


def _copy(one: Side, other: Side, kind: CopyKind, grounds: tuple[Grounds, ...], texts: Texts) -> Copy:
    shared = overlap(texts(one.document), texts(other.document), passages=False)
    return Copy(
        one.document,
        other.document,
        kind,
        grounds,
        False,
        shared.of_one,
        shared.of_other,
        (),
        credits_between(one, other),
    )
