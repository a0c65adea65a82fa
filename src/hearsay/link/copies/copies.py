"""All copies among documents: by their words, then by the credits that they give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from hearsay.link.copies.candidates import candidates
from hearsay.link.copies.judging import judge
from hearsay.link.copies.retelling import retold
from hearsay.link.copies.shingles import meeting_points
from hearsay.link.copies.side import Side, Texts
from hearsay.model import Copy

_NEVER = datetime.max.replace(tzinfo=UTC)


def copies(sides: Iterable[Side], texts: Texts) -> tuple[Copy, ...]:
    """Who has what from whom, by document and source; the order of the documents does not matter."""
    ordered = sorted(sides, key=earliest_first)
    points = [meeting_points(texts(side.document).words) for side in ordered]
    pairs = candidates(points, [side.outlet for side in ordered])
    by_words = (judge(ordered[one], ordered[other], texts) for one, other in pairs.tolist())
    return joined((copy for copy in by_words if copy is not None), retold(ordered, texts))


def earliest_first(side: Side) -> tuple[datetime, str]:
    """Sorts documents by when they were certainly printed, undated ones last."""
    return (_NEVER if side.seen is None else side.seen[1], side.document)


def joined(by_words: Iterable[Copy], retold_ones: Iterable[Copy]) -> tuple[Copy, ...]:
    """Both kinds together: what is word for word the same goes before what is retold."""
    found = {(copy.document, copy.source): copy for copy in by_words}
    pairs = found.keys() | {(source, document) for document, source in found}
    for copy in retold_ones:
        if (copy.document, copy.source) not in pairs:
            found[copy.document, copy.source] = copy
    for (document, source), copy in found.items():
        back = found.get((source, document))
        if back is not None and copy.credits and back.credits:
            found[document, source] = replace(copy, circular=True)
    return tuple(found[pair] for pair in sorted(found))
