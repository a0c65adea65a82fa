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
from hearsay.link.bound import Bound, could_reach, whole
from hearsay.link.buckets import buckets
from hearsay.link.crowd import could_meet
from hearsay.link.forest import Forest
from hearsay.link.likeness import Likeness, likeness
from hearsay.link.nodes import Node, days_apart
from hearsay.link.voices import Voices
from hearsay.link.wording import Wording

# What suffices for one speaker in direct speech, which no other needs less than: at any distance of time, and
# where a date is missing.
_ANY_TIME = needed(Credit.ONE, indirect=False, days=1e9)
_UNDATED = needed(Credit.ONE, indirect=False, days=None)
# So many pairs of nodes at most are asked what they need before their words are compared.
_FEW = 16
# In a bucket of so many wordings all pairs are bounded at once; in a smaller one that is not faster.
CROWD = 24


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
        self._wholes = list(map(whole, forms))
        names = [{nodes[n].speaker for n in own} for own in members]
        self._voices = Voices({name for found in names for name in found})
        self._speakers = list(map(self._voices.number, names))

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
        sets = [self._set(place) for place in bucket]
        if len(set(sets)) == 1:
            return
        if len(bucket) < CROWD:
            self._few(bucket, sets)
            return
        speakers = [self._speakers[place] for place in bucket]
        forms = [self._forms[place] for place in bucket]

        def together(one: int, other: int) -> bool:
            return self._set(bucket[one]) == self._set(bucket[other])

        for one, other, most in could_meet(forms, sets, speakers, self._voices, together):
            self._meet(bucket[one], bucket[other], most)

    def _set(self, place: int) -> int:
        """The number of the set that all nodes of a wording are in, or one that is only this wording's."""
        own = self._members[place]
        root = self.forest.root
        first = root(own[0])
        return first if len(own) == 1 or all(root(n) == first for n in own[1:]) else -1 - place

    def _few(self, bucket: Sequence[int], sets: list[int]) -> None:
        forms, speakers, voices = self._forms, self._speakers, self._voices
        for n, place in enumerate(bucket):
            form, speaker = forms[place], speakers[place]
            bound: Bound | None = None
            for m in range(n):
                if sets[m] == sets[n]:
                    continue
                twin = bucket[m]
                other = forms[twin]
                least = voices.least(speaker, speakers[twin])
                if other.total < least or form.total < least:
                    continue
                if bound is None:
                    bound = Bound(form)
                most = bound.most(other.pairs, other.total)
                if most >= least and self._meet(place, twin, most):
                    sets = list(map(self._set, bucket))

    def _meet(self, place: int, twin: int, most: int) -> bool:
        """Join what is alike of the nodes of two wordings, which share `most` at most; whether any are."""
        easiest = self._easiest(place, twin)
        if easiest is None or most < easiest:
            return False
        if not could_reach(most, easiest, min(self._wholes[place], self._wholes[twin])):
            return False
        like = likeness(self._forms[place], self._forms[twin], easiest)
        before = len(self.pairs)
        if like.told >= easiest:
            self._all(self._members[place], self._members[twin], like)
        return len(self.pairs) > before

    def _easiest(self, place: int, twin: int) -> int | None:
        """What nodes of two wordings must at least share; `None` where nothing suffices, or all are one."""
        one, other = self._members[place], self._members[twin]
        if len(one) == 1 == len(other):
            if self.forest.root(one[0]) == self.forest.root(other[0]):
                return None
            a, b = self._nodes[one[0]], self._nodes[other[0]]
            return min((need.told for need in needs_of(a, b) if need is not None), default=None)
        if len(one) * len(other) > _FEW:
            return LEAST
        return min(
            (
                need.told
                for a, b in product(one, other)
                if self.forest.root(a) != self.forest.root(b)
                for need in needs_of(self._nodes[a], self._nodes[b])
                if need is not None
            ),
            default=None,
        )

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


def alike_at(a: Node, b: Node, like: Likeness) -> bool:
    """Whether any appearance of the one is alike with any of the other, given the likeness of their words."""
    return any(need is not None and reaches(like, need) for need in needs_of(a, b))


def needs_of(a: Node, b: Node) -> Iterator[Need | None]:
    """What appearances of two nodes must share: of those nearest in time, and of those without a date."""
    credit, indirect = credit_of(a.speaker, b.speaker), a.indirect or b.indirect
    yield needed(credit, indirect=indirect, days=days_apart(a, b))
    if (a.undated and b.moments) or (b.undated and a.moments):
        yield needed(credit, indirect=indirect, days=None)
