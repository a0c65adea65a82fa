"""Appearances that say the same words, as one.

Appearances with the same levelled words, quotation marks, speaker and directness are one node wherever
`alike` would join them anyway; a much repeated quotation then costs no more than its distinct printings.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from hearsay.link.alike import Bounds, Credit, bounds, credit_of, days_between, is_indirect, needed
from hearsay.link.wording import Same, Wording, read, weighed
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
    forms: dict[Same, Wording] = {}
    for appearance in sorted(appearances, key=lambda appearance: appearance.attribution):
        same, _ = read(appearance.words)
        form = forms.get(same)
        if form is None:
            form = forms[same] = weighed(same)
        indirect = is_indirect(appearance.kind, appearance.words)
        key = (id(form), appearance.speaker, indirect, *_occasion(form, appearance, indirect))
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
    always, dated, undated = _enough(credit_of(appearance.speaker, appearance.speaker), indirect)
    if form.total >= always:
        return ()
    moment = bounds(appearance.published)
    if form.total >= (dated if moment else undated):
        return (moment,)
    return (moment, appearance.attribution)


@cache
def _enough(credit: Credit, indirect: bool) -> tuple[float, float, float]:
    """What the same words must tell to be alike whenever printed, at one moment, and without a date."""
    whenever, at_once, undated = (
        math.inf if need is None else need.told
        for need in (needed(credit, indirect=indirect, days=days) for days in (_AGES, 0.0, None))
    )
    return max(whenever, undated), at_once, undated


def days_apart(a: Node, b: Node) -> float | None:
    """The fewest days between a dated appearance of the one and one of the other."""
    if len(a.moments) == 1 == len(b.moments):
        return days_between(a.moments[0], b.moments[0])
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
