"""The graph behind grouping: appearances that say the same words, and which of them are alike.

Appearances with the same levelled words, quotation marks, speaker and directness are one node wherever
`alike` would join them anyway; a much repeated quotation then costs no more than its distinct printings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from hearsay.link.alike import Bounds, Credit, bounds, credit_of, days_between, is_indirect, needed, reaches
from hearsay.link.bound import could_tell
from hearsay.link.fingerprints import of_wording
from hearsay.link.likeness import likeness
from hearsay.link.wording import Wording, wording
from hearsay.model import Appearance

# More days than any coverage lasts.
_AGES = 1e9


@dataclass(slots=True, eq=False)
class Node:
    """Appearances that are alike because they say the same.

    `moments` are those of the dated ones, sorted; `latest` has for each the one that ends last up to it.
    """

    form: Wording
    speaker: str | None
    indirect: bool
    members: list[Appearance] = field(default_factory=list)
    moments: list[Bounds] = field(default_factory=list)
    latest: list[Bounds] = field(default_factory=list)
    undated: bool = False


def nodes_of(appearances: Iterable[Appearance]) -> list[Node]:
    """The nodes of a set of appearances, in the order of their smallest attribution ids."""
    nodes: dict[tuple[object, ...], Node] = {}
    for appearance in sorted(appearances, key=lambda appearance: appearance.attribution):
        form = wording(appearance.words)
        indirect = is_indirect(appearance.kind, form)
        key = (form.same, appearance.speaker, indirect, *_occasion(form, appearance, indirect))
        node = nodes.get(key)
        if node is None:
            node = nodes[key] = Node(form, appearance.speaker, indirect)
        node.members.append(appearance)
    for node in nodes.values():
        moments = {bounds(member.published) for member in node.members}
        node.moments = sorted(moment for moment in moments if moment)
        node.latest = list(accumulate(node.moments, _later))
        node.undated = None in moments
    return list(nodes.values())


def _later(a: Bounds, b: Bounds) -> Bounds:
    return a if a[1] >= b[1] else b


def _occasion(form: Wording, appearance: Appearance, indirect: bool) -> tuple[object, ...]:
    """What must be the same, besides the words and the speaker, for two appearances to be surely alike."""
    credit = credit_of(appearance.speaker, appearance.speaker)

    def suffices(days: float | None) -> bool:
        need = needed(credit, indirect=indirect, days=days)
        return need is not None and form.total >= need.told

    if suffices(None) and suffices(_AGES):
        return ()
    moment = bounds(appearance.published)
    if suffices(0.0 if moment else None):
        return (moment,)
    return (moment, appearance.attribution)


def joined(nodes: Sequence[Node]) -> dict[int, list[Node]]:
    """The connected components of the nodes under "share a fingerprint and are alike"."""
    forest = Forest(len(nodes))
    for bucket in _buckets(nodes):
        _join_bucket(bucket, nodes, forest)
    blocks: dict[int, list[Node]] = defaultdict(list)
    for n, node in enumerate(nodes):
        blocks[forest.root(n)].append(node)
    return blocks


def _join_bucket(bucket: Sequence[int], nodes: Sequence[Node], forest: Forest) -> None:
    """Join the nodes of one bucket; those that are together already are not compared."""
    parts: dict[int, list[int]] = {}
    for one in bucket:
        parts.setdefault(forest.root(one), []).append(one)
    if len(parts) == 1:
        return
    # One part after the other is compared with those before it, and becomes one with all that it joins.
    apart: list[list[int]] = []
    for part in parts.values():
        rest = []
        for other in apart:
            if any(_alike(nodes[a], nodes[b]) for a in part for b in other):
                forest.join(forest.root(part[0]), forest.root(other[0]))
                part = other + part
            else:
                rest.append(other)
        apart = [*rest, part]


def edges(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Every pair of nodes that share a fingerprint and are alike, each once."""
    pairs = {(a, b) for bucket in _buckets(nodes) for n, b in enumerate(bucket) for a in bucket[:n]}
    return (pair for pair in sorted(pairs) if _alike(nodes[pair[0]], nodes[pair[1]]))


def strength(a: Node, b: Node) -> tuple[bool, float, float]:
    """Sorts edges, the strongest first: known speakers, then the most told, then the nearest in time."""
    like = likeness(a.form, b.form)
    days = _days(a, b)
    return (
        credit_of(a.speaker, b.speaker) is Credit.UNKNOWN,
        -like.told * like.closeness,
        days if days is not None else float("inf"),
    )


def _buckets(nodes: Sequence[Node]) -> Iterator[list[int]]:
    places: dict[int, list[int]] = defaultdict(list)
    prints: dict[object, frozenset[int]] = {}
    for n, node in enumerate(nodes):
        found = prints.get(node.form.same)
        if found is None:
            found = prints[node.form.same] = of_wording(node.form)
        for number in found:
            places[number].append(n)
    return (bucket for bucket in places.values() if len(bucket) > 1)


def _alike(a: Node, b: Node) -> bool:
    """Whether any appearance of the one is alike with any of the other."""
    credit, indirect = credit_of(a.speaker, b.speaker), a.indirect or b.indirect
    easiest = needed(credit, indirect=indirect, days=0.0)
    if easiest is None or not could_tell(a.form, b.form, easiest.told):
        return False
    like = likeness(a.form, b.form, easiest.told)
    if not reaches(like, easiest):
        return False
    apart = [_days(a, b), None] if a.undated or b.undated else [_days(a, b)]
    return any(
        need is not None and reaches(like, need)
        for need in (needed(credit, indirect=indirect, days=days) for days in apart)
    )


def _days(a: Node, b: Node) -> float | None:
    """The fewest days between a dated appearance of the one and one of the other."""
    best: float | None = None
    for moment in a.moments:
        place = bisect_left(b.moments, moment)
        # Of those that begin before it, the one that ends last; of the others, the first to begin.
        nearest = [b.latest[place - 1]] if place else []
        nearest += b.moments[place : place + 1]
        for other in nearest:
            days = days_between(moment, other)
            if days is not None and (best is None or days < best):
                best = days
    return best


class Forest:
    """Disjoint sets of the numbers below `size`; the smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def root(self, number: int) -> int:
        """The number that stands for the set that `number` is in."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, a: int, b: int) -> int:
        """Make one set of two, given by the numbers that stand for them; returns the new one."""
        low, high = (a, b) if a < b else (b, a)
        self._parents[high] = low
        return low
