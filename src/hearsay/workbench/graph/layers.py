"""A graph laid out in layers from left to right: what a thing has from another stands to the right of it.

After Sugiyama, Tagawa and Toda (1981): cycles opened, layers by longest path, long edges cut into pieces, few
crossings by barycentres, and rows as near to their neighbours as the order allows.  The same nodes and edges
in the same order give the same picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Edge: TypeAlias = tuple[str, str]
# A node, or a piece of an edge that passes a layer: (its edge's number, the layer).
_Knot: TypeAlias = str | tuple[int, int]

# Sweeps over the layers, there and back, in search of fewer crossings; more changed nothing on 200 nodes.
_SWEEPS = 12
# How near two pieces of edges may pass, and an edge and a node, in rows; nodes are a row apart.
_CLOSE = 0.35
# How many that nothing is joined to stand side by side, in a graph of fewer layers.
_ABREAST = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: the layer (from 0) and the row of each node, in the order of reading: part by
    part, which stand below each other, and in these layer by layer; last what nothing is joined to.

    `bends` are, for each edge, the layers and rows that it passes between its ends, from left to right;
    `reversed` are the edges that lead from right to left, because they close a circle. `layers` and `rows`
    are how many there are.
    """

    places: Mapping[str, tuple[int, float]]
    bends: Mapping[Edge, tuple[tuple[int, float], ...]]
    reversed: frozenset[Edge]
    layers: int
    rows: float


def layered(nodes: Sequence[str], edges: Sequence[Edge]) -> Layout:
    """Lay out the nodes (each once) with the edges between different ones of them (each once)."""
    places: dict[str, tuple[int, float]] = {}
    bends: dict[Edge, tuple[tuple[int, float], ...]] = {}
    turned = _turned(nodes, edges)
    top = 0.0
    layers = 0
    parts = _parts(nodes, edges)
    alone = [part_nodes[0] for part_nodes, _ in parts if len(part_nodes) == 1]
    for part_nodes, part_edges in parts:
        if len(part_nodes) == 1:
            continue
        layer = _layers(part_nodes, part_edges, turned)
        chains, columns = _columns(part_nodes, part_edges, layer, turned)
        neighbours = _neighbours(chains)
        rows = _rows(_ordered(columns, neighbours), neighbours)
        highest = min(rows.values())
        for node in sorted(part_nodes, key=lambda node: (layer[node], rows[node])):
            places[node] = (layer[node], rows[node] - highest + top)
        for edge, chain in zip(part_edges, chains, strict=True):
            # Between its ends a chain has knots alone, which are pairs.
            bends[edge] = tuple((knot[1], rows[knot] - highest + top) for knot in chain[1:-1])  # type: ignore[misc]
        top += max(rows.values()) - highest + 1.0
        layers = max(layers, *(layer[node] + 1 for node in part_nodes))
    # Those that nothing is joined to stand below all others, side by side.
    wide = max(layers, min(len(alone), _ABREAST))
    for number, node in enumerate(alone):
        places[node] = (number % wide, top + number // wide)
    top += -(-len(alone) // wide) if alone else 0
    layers = max(layers, wide)
    return Layout(places, bends, turned, layers, top)


def _turned(nodes: Sequence[str], edges: Sequence[Edge]) -> frozenset[Edge]:
    """The edges that close a circle when the nodes are walked in their order."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in edges:
        after[source].append(target)
    state: dict[str, int] = {}
    found = set()
    for start in nodes:
        if start in state:
            continue
        state[start] = 1
        stack = [(start, iter(after[start]))]
        while stack:
            node, rest = stack[-1]
            for other in rest:
                if state.get(other) == 1:
                    found.add((node, other))
                elif other not in state:
                    state[other] = 1
                    stack.append((other, iter(after[other])))
                    break
            else:
                state[node] = 2
                stack.pop()
    return frozenset(found)


def _parts(nodes: Sequence[str], edges: Sequence[Edge]) -> list[tuple[list[str], list[Edge]]]:
    """The parts that no edge joins, the largest first."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in edges:
        near[source].append(target)
        near[target].append(source)
    part: dict[str, int] = {}
    number = 0
    for start in nodes:
        if start in part:
            continue
        part[start] = number
        waiting = [start]
        while waiting:
            for other in near[waiting.pop()]:
                if other not in part:
                    part[other] = number
                    waiting.append(other)
        number += 1
    members: list[list[str]] = [[] for _ in range(number)]
    joined: list[list[Edge]] = [[] for _ in range(number)]
    for node in nodes:
        members[part[node]].append(node)
    for edge in edges:
        joined[part[edge[0]]].append(edge)
    return sorted(zip(members, joined, strict=True), key=lambda one: -len(one[0]))


def _layers(nodes: Sequence[str], edges: Sequence[Edge], turned: frozenset[Edge]) -> dict[str, int]:
    """The layer of each node: beyond all that lead to it, and no further from these than they are apart."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    waiting = dict.fromkeys(nodes, 0)
    for edge in edges:
        source, target = edge[::-1] if edge in turned else edge
        after[source].append(target)
        waiting[target] += 1
    layer = dict.fromkeys(nodes, 0)
    order = [node for node in nodes if waiting[node] == 0]
    for node in order:
        for other in after[node]:
            layer[other] = max(layer[other], layer[node] + 1)
            waiting[other] -= 1
            if waiting[other] == 0:
                order.append(other)
    # What nothing leads to stands beside what it leads to, not far off at the left.
    led = {target for targets in after.values() for target in targets}
    for node in reversed(order):
        if node not in led and after[node]:
            layer[node] = min(layer[other] for other in after[node]) - 1
    return layer


def _columns(
    nodes: Sequence[str], edges: Sequence[Edge], layer: Mapping[str, int], turned: frozenset[Edge]
) -> tuple[list[list[_Knot]], list[list[_Knot]]]:
    """Each edge as a chain of knots from left to right, one in every layer; and the knots of each layer."""
    columns: list[list[_Knot]] = [[] for _ in range(max(layer.values()) + 1)]
    for node in nodes:
        columns[layer[node]].append(node)
    chains: list[list[_Knot]] = []
    for number, edge in enumerate(edges):
        left, right = edge[::-1] if edge in turned else edge
        between: list[_Knot] = [(number, at) for at in range(layer[left] + 1, layer[right])]
        for knot in between:
            # A knot between two layers is a pair of its edge's number and its layer.
            columns[knot[1]].append(knot)  # type: ignore[index]
        chains.append([left, *between, right])
    return chains, columns


def _neighbours(chains: Sequence[Sequence[_Knot]]) -> dict[_Knot, tuple[list[_Knot], list[_Knot]]]:
    """What each knot is joined to in the layer before it, and in the one after."""
    found: dict[_Knot, tuple[list[_Knot], list[_Knot]]] = defaultdict(lambda: ([], []))
    for chain in chains:
        for left, right in pairwise(chain):
            found[left][1].append(right)
            found[right][0].append(left)
    return found


def _ordered(
    columns: list[list[_Knot]], neighbours: Mapping[_Knot, tuple[list[_Knot], list[_Knot]]]
) -> list[list[_Knot]]:
    """The knots of each layer in the order with the fewest crossings that was met."""
    best, fewest = columns, _crossings(columns, neighbours)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        forth = sweep % 2 == 0
        columns = [list(column) for column in columns]
        for at in range(len(columns)) if forth else reversed(range(len(columns))):
            beside = at - 1 if forth else at + 1
            if not 0 <= beside < len(columns):
                continue
            place = {knot: n for n, knot in enumerate(columns[beside])}
            middle = {
                knot: _mean([place[one] for one in neighbours[knot][0 if forth else 1]], n)
                for n, knot in enumerate(columns[at])
            }
            columns[at].sort(key=middle.__getitem__)
        met = _crossings(columns, neighbours)
        if met < fewest:
            best, fewest = columns, met
    return best


def _crossings(
    columns: Sequence[Sequence[_Knot]], neighbours: Mapping[_Knot, tuple[list[_Knot], list[_Knot]]]
) -> int:
    """How many pairs of edges cross, counted with a tree of sums (Barth, Jünger and Mutzel 2002)."""
    total = 0
    for left, right in pairwise(columns):
        place = {knot: n for n, knot in enumerate(right)}
        sums = [0] * (len(right) + 1)
        seen = 0
        for knot in left:
            ends = sorted(place[one] for one in neighbours[knot][1])
            for end in ends:
                at, below = end + 1, 0
                while at:
                    below += sums[at]
                    at &= at - 1
                total += seen - below
            for end in ends:
                at = end + 1
                while at < len(sums):
                    sums[at] += 1
                    at += at & -at
            seen += len(ends)
    return total


def _rows(
    columns: Sequence[Sequence[_Knot]], neighbours: Mapping[_Knot, tuple[list[_Knot], list[_Knot]]]
) -> dict[_Knot, float]:
    """The row of each knot: as near to the mean of its neighbours as order and distance allow."""
    rows: dict[_Knot, float] = {}
    apart = [_apart(column) for column in columns]
    for column, gaps in zip(columns, apart, strict=True):
        rows.update(zip(column, gaps, strict=True))
    for sweep in range(_SWEEPS):
        sides = (0,) if sweep % 3 == 0 else (1,) if sweep % 3 == 1 else (0, 1)
        for at in range(len(columns)) if sweep % 2 == 0 else reversed(range(len(columns))):
            wished = [
                _mean([rows[one] for side in sides for one in neighbours[knot][side]], rows[knot])
                for knot in columns[at]
            ]
            kept = _monotone([wish - gap for wish, gap in zip(wished, apart[at], strict=True)])
            rows.update(
                zip(columns[at], (row + gap for row, gap in zip(kept, apart[at], strict=True)), strict=True)
            )
    return rows


def _apart(column: Sequence[_Knot]) -> list[float]:
    """The least row of each knot, counted from the first."""
    found = [0.0] * len(column)
    for place, (before, knot) in enumerate(pairwise(column), 1):
        nodes = isinstance(before, str) + isinstance(knot, str)
        found[place] = found[place - 1] + (_CLOSE, 2 * _CLOSE, 1.0)[nodes]
    return found


def _monotone(wished: Sequence[float]) -> list[float]:
    """The rising sequence with the least squared distance to this one (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for wish in wished:
        total, size = wish, 1
        while pools and pools[-1][0] / pools[-1][1] > total / size:
            before, number = pools.pop()
            total, size = total + before, size + number
        pools.append((total, size))
    return [total / size for total, size in pools for _ in range(size)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
