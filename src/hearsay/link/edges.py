"""Which nodes of a block are alike, and how strongly: what a block with several speakers is divided by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.link.alike import LEAST, Credit, credit_of
from hearsay.link.bound import could_tell
from hearsay.link.buckets import buckets
from hearsay.link.joining import alike_at, joined
from hearsay.link.likeness import likeness
from hearsay.link.nodes import Node, days_apart

# In a bucket of more nodes than this each is compared with those next to it alone, so many either side when
# they are sorted by speaker and words: all pairs of some thousand printings take hours.
WIDE = 100
BESIDE = 10


def edges(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """The pairs of nodes of a block that share a fingerprint and are alike, each once, in order.

    Of wide buckets some pairs only; never so few that the block falls apart.
    """
    pairs: set[tuple[int, int]] = set()
    wide = False
    for bucket in buckets([node.form for node in nodes], LEAST):
        reach = len(bucket)
        if len(bucket) > WIDE:
            wide, reach = True, BESIDE
            bucket.sort(key=lambda n: (nodes[n].speaker or "", nodes[n].form.joined, n))
        for place, a in enumerate(bucket):
            pairs.update((min(a, b), max(a, b)) for b in bucket[place + 1 : place + 1 + reach])
    if wide:
        pairs.update(joined(nodes)[1])
    return (pair for pair in sorted(pairs) if _alike(nodes[pair[0]], nodes[pair[1]]))


def strength(a: Node, b: Node) -> tuple[bool, float, float]:
    """Sorts edges, the strongest first: known speakers, then the most told, then the nearest in time."""
    like = likeness(a.form, b.form)
    days = days_apart(a, b)
    return (
        credit_of(a.speaker, b.speaker) is Credit.UNKNOWN,
        -like.told * like.closeness,
        days if days is not None else float("inf"),
    )


def _alike(a: Node, b: Node) -> bool:
    return could_tell(a.form, b.form, LEAST) and alike_at(a, b, likeness(a.form, b.form, LEAST))
