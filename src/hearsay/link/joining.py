"""Blocks: the connected components of the nodes under "share a fingerprint and are alike".

What is compared are wordings, each once with each other that it shares a fingerprint with, and not their
nodes: a stock phrase of a thousand speakers is one wording. Within a wording only nodes near each other in
time are looked at, unless its words tell enough for any time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from hearsay.link.alike import LEAST, NEAR_DAYS, Credit, Need, credit_of, needed, reaches
from hearsay.link.bound import Bound
from hearsay.link.buckets import buckets
from hearsay.link.forest import Forest
from hearsay.link.likeness import Likeness, likeness
from hearsay.link.nodes import Node, days_apart
from hearsay.link.wording import Wording

# What suffices for one speaker in direct speech, which no other needs less than: at any distance of time, and
# where a date is missing.
_ANY_TIME = needed(Credit.ONE, indirect=False, days=1e9)
_UNDATED = needed(Credit.ONE, indirect=False, days=None)
# So many pairs of nodes at most are asked what they need before their words are compared.
_FEW = 16


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
    for bucket in buckets(made, LEAST):
        joining.across(bucket)
    return joining.forest, joining.pairs


class _Joining:
    """The components as far as they are found."""

    def __init__(self, nodes: Sequence[Node], members: Sequence[list[int]], forms: Sequence[Wording]) -> None:
        self.forest = Forest(len(nodes))
        self.pairs: list[tuple[int, int]] = []
        self._nodes = nodes
        self._members = members
        self._forms = forms

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

    def across(self, bucket: Sequence[int]) -> None:
        """Join the nodes of the wordings of one bucket; those that are together already are not compared."""
        root = self.forest.root
        parts: dict[int, list[int]] = {}
        for place in bucket:
            own = self._members[place]
            first = root(own[0])
            # The nodes of a wording with several speakers can be apart: it is then a part of its own.
            key = first if len(own) == 1 or all(root(n) == first for n in own[1:]) else -1 - place
            parts.setdefault(key, []).append(place)
        if len(parts) == 1:
            return
        # One part after the other is compared with those before it, and becomes one with all that it joins.
        apart: list[tuple[bool, list[int]]] = []
        for key, part in parts.items():
            whole, rest = key >= 0, []
            for other_whole, other in apart:
                if self._parts(part, other) and whole and other_whole:
                    part = other + part
                else:
                    rest.append((other_whole, other))
            apart = [*rest, (whole, part)]

    def _parts(self, part: Sequence[int], other: Sequence[int]) -> bool:
        """Join what is alike in two parts; whether anything is."""
        members, forms = self._members, self._forms
        found = False
        for place in part:
            form, own = forms[place], members[place]
            bound: Bound | None = None
            for twin in other:
                easiest = self._easiest(own, members[twin])
                twin_form = forms[twin]
                if easiest is None or twin_form.total < easiest or form.total < easiest:
                    continue
                if bound is None:
                    bound = Bound(form)
                if bound.most(twin_form.pairs, twin_form.total) < easiest:
                    continue
                like = likeness(form, twin_form, easiest)
                if like.told < easiest:
                    continue
                if len(own) == 1 == len(members[twin]):
                    if self._one(own[0], members[twin][0], like):
                        return True
                elif self._all(own, members[twin], like):
                    found = True
        return found

    def _easiest(self, one: Sequence[int], other: Sequence[int]) -> int | None:
        """What nodes of two wordings must at least share; `None` where nothing suffices."""
        if len(one) == 1 == len(other):
            a, b = self._nodes[one[0]], self._nodes[other[0]]
            credit = credit_of(a.speaker, b.speaker)
            if credit is Credit.TWO:
                # Nearly all pairs: when they were printed is not worth asking before the words are compared.
                need = needed(credit, indirect=a.indirect or b.indirect, days=None)
                return None if need is None else need.told
        if len(one) * len(other) > _FEW:
            return LEAST
        told = [
            need.told
            for a in one
            for b in other
            for need in needs_of(self._nodes[a], self._nodes[b])
            if need is not None
        ]
        return min(told, default=None)

    def _all(self, one: Iterable[int], other: Iterable[int], like: Likeness) -> bool:
        found = False
        for a, b in product(one, other):
            if a != b and self.forest.root(a) != self.forest.root(b) and self._one(a, b, like):
                found = True
        return found

    def _one(self, a: int, b: int, like: Likeness) -> bool:
        """Join two nodes if they are alike, given the likeness of their words."""
        if not alike_at(self._nodes[a], self._nodes[b], like):
            return False
        one, other = self.forest.root(a), self.forest.root(b)
        if one != other:
            self.forest.join(one, other)
            self.pairs.append((min(a, b), max(a, b)))
        return True


def alike_at(a: Node, b: Node, like: Likeness) -> bool:
    """Whether any appearance of the one is alike with any of the other, given the likeness of their words."""
    return any(need is not None and reaches(like, need) for need in needs_of(a, b))


def needs_of(a: Node, b: Node) -> Iterator[Need | None]:
    """What appearances of two nodes must share: of those nearest in time, and of those without a date."""
    credit, indirect = credit_of(a.speaker, b.speaker), a.indirect or b.indirect
    yield needed(credit, indirect=indirect, days=days_apart(a, b))
    if (a.undated and b.moments) or (b.undated and a.moments):
        yield needed(credit, indirect=indirect, days=None)
