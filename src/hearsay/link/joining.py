"""Blocks: the connected components of the nodes under "share a fingerprint and are alike".

What is compared are wordings, each once with each other that it shares a fingerprint with, and not their
nodes: a stock phrase of a thousand speakers is one wording. Within a wording only nodes near each other in
time are looked at, unless its words tell enough for any time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import numpy as np

from hearsay.link.alike import LEAST, NEAR_DAYS, Credit, Need, credit_of, needed, reaches
from hearsay.link.buckets import Buckets, buckets
from hearsay.link.columns import Columns
from hearsay.link.crowd import TILE, Crowd, could_meet
from hearsay.link.forest import Forest
from hearsay.link.likeness import Likeness, likeness
from hearsay.link.needs import Needs
from hearsay.link.nodes import Node, days_apart
from hearsay.link.numbers import Numbers, stretches
from hearsay.link.wording import Wording

# What suffices for one speaker in direct speech, which no other needs less than: at any distance of time, and
# where a date is missing.
_ANY_TIME = needed(Credit.ONE, indirect=False, days=1e9)
_UNDATED = needed(Credit.ONE, indirect=False, days=None)
# Members of buckets for which it is looked up at once what is together: so many at least, and such a part of
# all wordings. With half of them the 100,000 of benchmarks.linking took 0.7 s more.
_ROUND = 1 << 12
_ROUND_PART = 16
# Pairs that are held at most before they are compared, how often it is looked up what they have become by
# then, and how many pairs are not worth that.
_HELD = 1 << 20
_PASSES = 4
_FEW_PAIRS = 256
_NONE = np.zeros(0, np.int64)


def blocks_of(nodes: Sequence[Node]) -> list[list[Node]]:
    """The connected components, each in the order of its nodes."""
    forest, _ = joined(nodes)
    blocks: dict[int, list[Node]] = defaultdict(list)
    for n, node in enumerate(nodes):
        blocks[forest.root(n)].append(node)
    return list(blocks.values())


def joined(nodes: Sequence[Node]) -> tuple[Forest, list[tuple[int, int]]]:
    """The components as a forest over the places of `nodes`, and the pairs that were joined to make it."""
    forms: dict[int, int] = {}
    members: list[list[int]] = []
    for n, node in enumerate(nodes):
        place = forms.setdefault(id(node.form), len(members))
        if place == len(members):
            members.append([])
        members[place].append(n)
    made = [nodes[own[0]].form for own in members]
    joining = _Joining(nodes, members, made)
    for own in members:
        if len(own) > 1:
            joining.within(own)
    joining.across(buckets(made, LEAST))
    return joining.forest, joining.pairs


class _Joining:
    """The components as far as they are found."""

    def __init__(self, nodes: Sequence[Node], members: Sequence[list[int]], forms: Sequence[Wording]) -> None:
        self.forest = Forest(len(nodes))
        self.pairs: list[tuple[int, int]] = []
        self._nodes = nodes
        self._members = members
        self._forms = forms
        self._columns = Columns(forms)
        self._needs = Needs(nodes, members)
        # The nodes of all wordings in a row, how many each has, and where they begin.
        self._row = np.array([n for own in members for n in own], np.int64)
        self._sizes = np.array(list(map(len, members)), np.int64)
        self._begins = np.cumsum(self._sizes) - self._sizes

    def within(self, own: Sequence[int]) -> None:
        """Join the nodes of one wording: they have the same words, and differ in who and when."""
        form = self._nodes[own[0]].form
        if form.total < LEAST:
            return
        like = likeness(form, form)
        if _ANY_TIME is not None and reaches(like, _ANY_TIME):
            self._all(own, own, like)
            return
        dated = sorted((moment, n) for n in own for moment in self._nodes[n].moments)
        for place, (moment, n) in enumerate(dated):
            for later, m in dated[place + 1 :]:
                if (later[0] - moment[1]).total_seconds() > NEAR_DAYS * 86400:
                    break
                if n != m:
                    self._one(n, m, like)
        if _UNDATED is not None and reaches(like, _UNDATED):
            undated = [n for n in own if self._nodes[n].undated]
            self._all(undated, own, like)

    def across(self, found: Buckets) -> None:
        """Join the nodes of the wordings that share a bucket, small buckets first.

        Those that are together already are not compared: that is looked up for a round of buckets at once.
        """
        ends = np.cumsum(found.sizes)
        most = max(_ROUND, len(self._forms) // _ROUND_PART)
        for one in _cut(np.arange(len(ends)), ends // most):
            self._round(found, one)

    def _round(self, found: Buckets, chosen: Numbers) -> None:
        members, owners = found.some(chosen)
        starts = np.flatnonzero(np.diff(owners, prepend=-1))
        sets = self._sets(members)
        apart = np.minimum.reduceat(sets, starts) != np.maximum.reduceat(sets, starts)
        large = found.sizes[chosen] > TILE
        pairs: list[Numbers] = []
        held = 0
        few = chosen[apart & ~large]
        for some in _cut(few, _tiles(found.sizes[few])):
            crowd = self._crowd(*found.some(some))
            pairs.append(self._pairs(crowd, crowd))
            held += len(pairs[-1])
            if held > _HELD:
                self._meet_all(pairs)
                pairs, held = [], 0
        self._meet_all(pairs)
        for bucket in chosen[apart & large]:
            members, _ = found.some(np.array([bucket]))
            self._large(members[self._columns.order(members)])

    def _large(self, members: Numbers) -> None:
        """Join what is alike of one bucket, a tile at a time: most often it soon is together."""
        tiles = np.array_split(members, -(-len(members) // TILE))
        for apart in range(len(tiles)):
            for rows, columns in zip(tiles, tiles[apart:], strict=False):
                here = self._crowd(rows, np.zeros(len(rows), np.int64))
                there = here if not apart else self._crowd(columns, np.zeros(len(columns), np.int64))
                if (here.sets != there.sets[0]).any() or (there.sets != here.sets[0]).any():
                    self._meet_all([self._pairs(here, there)])

    def _crowd(self, places: Numbers, buckets: Numbers) -> Crowd:
        order = self._columns.order(places)
        return Crowd(places[order], buckets[order], self._sets(places[order]))

    def _pairs(self, rows: Crowd, columns: Crowd) -> Numbers:
        """The pairs that can meet, each as one number."""
        ones, twins = could_meet(self._columns, self._needs, rows, columns)
        return ones * len(self._forms) + twins

    def _meet_all(self, pairs: Sequence[Numbers]) -> None:
        """Join what is alike of pairs of wordings, first of each with one other: that leaves few."""
        # Two wordings can share many fingerprints.
        ones, twins = np.divmod(np.unique(np.concatenate([_NONE, *pairs])), len(self._forms))
        for _ in range(_PASSES):
            places, back = np.unique(np.concatenate([ones, twins]), return_inverse=True)
            sets = self._sets(places)[back]
            apart = sets[: len(ones)] != sets[len(ones) :]
            ones, twins = ones[apart], twins[apart]
            if len(ones) < _FEW_PAIRS:
                break
            first = np.diff(ones, prepend=-1) != 0
            self._meet_each(ones[first], twins[first])
            ones, twins = ones[~first], twins[~first]
        self._meet_each(ones, twins)

    def _meet_each(self, ones: Numbers, twins: Numbers) -> None:
        needed = self._needs.of(ones, twins)
        for one, twin, least in zip(ones.tolist(), twins.tolist(), needed.tolist(), strict=True):
            self._meet(one, twin, least)

    def _sets(self, places: Numbers) -> Numbers:
        """For each wording the number of the set that all its nodes are in, or one that is only its own."""
        sizes = self._sizes[places]
        within, _ = stretches(self._begins[places], sizes)
        roots = self.forest.roots(self._row[within])
        begins = np.cumsum(sizes) - sizes
        first: Numbers = roots[begins]
        if len(roots) == len(places):
            return first
        whole = np.minimum.reduceat(roots, begins) == np.maximum.reduceat(roots, begins)
        return np.where(whole, first, -1 - places)

    def _meet(self, place: int, twin: int, least: int) -> None:
        """Join what is alike of the nodes of two wordings, of which the first has no more words.

        No two of their nodes need less than `least`.
        """
        own, others = self._members[place], self._members[twin]
        root = self.forest.root
        one = root(own[0])
        if all(root(n) == one for n in others) and all(root(n) == one for n in own):
            return
        like = likeness(self._forms[place], self._forms[twin], least)
        if like.told >= least:
            self._all(own, others, like)

    def _all(self, one: Iterable[int], other: Iterable[int], like: Likeness) -> None:
        for a, b in product(one, other):
            if a != b and self.forest.root(a) != self.forest.root(b):
                self._one(a, b, like)

    def _one(self, a: int, b: int, like: Likeness) -> None:
        """Join two nodes if they are alike, given the likeness of their words."""
        if not alike_at(self._nodes[a], self._nodes[b], like):
            return
        one, other = self.forest.root(a), self.forest.root(b)
        if one != other:
            self.forest.join(one, other)
            self.pairs.append((min(a, b), max(a, b)))


def _tiles(sizes: Numbers) -> Numbers:
    """For each bucket the number of the tile in which it is bounded: buckets side by side, while they fit."""
    tile, room = 0, TILE
    found = []
    for size in sizes.tolist():
        room -= size
        if room < 0:
            tile, room = tile + 1, TILE - size
        found.append(tile)
    return np.array(found, np.int64)


def _cut(numbers: Numbers, parts: Numbers) -> list[Numbers]:
    """The numbers, cut where the number of the part changes; none where there are none."""
    return np.split(numbers, np.flatnonzero(np.diff(parts)) + 1) if len(numbers) else []


def alike_at(a: Node, b: Node, like: Likeness) -> bool:
    """Whether any appearance of the one is alike with any of the other, given the likeness of their words."""
    return any(need is not None and reaches(like, need) for need in needs_of(a, b))


def needs_of(a: Node, b: Node) -> Iterator[Need | None]:
    """What appearances of two nodes must share: of those nearest in time, and of those without a date."""
    credit, indirect = credit_of(a.speaker, b.speaker), a.indirect or b.indirect
    yield needed(credit, indirect=indirect, days=days_apart(a, b))
    if (a.undated and b.moments) or (b.undated and a.moments):
        yield needed(credit, indirect=indirect, days=None)
