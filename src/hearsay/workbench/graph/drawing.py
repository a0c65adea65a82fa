"""A graph as SVG: links from left to right, every node a link of the page, readable without colour."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from hearsay.export.visible import one_line
from hearsay.workbench.graph.graph import Graph, Link, Node
from hearsay.workbench.graph.layers import Layout, layered

# Pixels: a node's height, from row to row, the border around all.
HIGH, ROW, EDGE = 38, 50, 6
# Neighbours that a screen reader is told of with a node; the table names all.
TOLD = 2
# The heads of arrows, of each sort of link its own: a marker cannot take the colour of its line everywhere.
_HEADS = Markup("").join(
    Markup(
        '<marker id="{0}" class="{1}" viewBox="0 0 7 7" refX="7" refY="3.5" markerWidth="7" markerHeight="7" '
        'markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="head" d="M7 3.5l-7 -3.5v7z"/>'
        "</marker>"
    ).format(name, kind)
    for name, kind in (("head", "link"), ("head-words", "words"))
)


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a node is and the way between two layers, in pixels; how many letters of each type fit in."""

    node: int
    gap: int
    label: int
    note: int

    def x(self, layer: int) -> int:
        """Where a layer begins."""
        return EDGE + layer * (self.node + self.gap)


# Names and dates are short; words need room, and what answers them is written on the way.
NAMES = Measure(184, 64, 25, 29)
WORDS = Measure(330, 170, 44, 49)


def drawn(graph: Graph, title: str) -> Markup:
    """The graph as one `<svg>`; its nodes follow each other as they are read, and so the tab key goes."""
    worded = any(node.kind == "statement" for node in graph.nodes)
    size = WORDS if worded else NAMES
    layout = layered([node.id for node in graph.nodes], [(one.source, one.target) for one in graph.links])
    width = 2 * EDGE + layout.layers * size.node + max(0, layout.layers - 1) * size.gap
    height = round(2 * EDGE + (layout.rows - 1) * ROW + HIGH) if graph.nodes else 2 * EDGE
    numbers = {id_: n for n, id_ in enumerate(layout.places)}
    links = Markup("").join(_link(link, layout, numbers, size) for link in graph.links)
    labels = {node.id: one_line(node.label, 60) for node in graph.nodes}
    before: defaultdict[str, list[str]] = defaultdict(list)
    after: defaultdict[str, list[str]] = defaultdict(list)
    said: defaultdict[str, list[str]] = defaultdict(list)
    for link in graph.links:
        before[link.target].append(f"{link.what} {labels[link.source]}")
        after[link.source].append(labels[link.target])
        said[link.target].append(link.what)
    if worded:
        links += Markup("").join(_on_the_way(id_, what, layout, size) for id_, what in said.items())
    nodes = Markup("").join(
        _node(node, numbers[node.id], layout, _told(node, before[node.id], after[node.id]), size)
        for node in sorted(graph.nodes, key=lambda node: numbers[node.id])
    )
    return Markup(
        '<svg class="graph" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" '
        'height="{1}" role="group" aria-label="{2}"><defs>{3}</defs><g aria-hidden="true">{4}</g>{5}</svg>'
    ).format(width, height, title, _HEADS, links, nodes)


def _on_the_way(target: str, what: list[str], layout: Layout, size: Measure) -> Markup:
    """What links do with what they come from, written before the node to which they lead."""
    layer, row = layout.places[target]
    return Markup('<text class="way" x="{}" y="{:.0f}">{}</text>').format(
        size.x(layer) - 10, _y(row) - 6, _cut("; ".join(dict.fromkeys(what)), 26)
    )


def _cut(text: str, letters: int) -> str:
    line = one_line(text)
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"


def _y(row: float) -> float:
    return EDGE + row * ROW + HIGH / 2


def _link(link: Link, layout: Layout, numbers: dict[str, int], size: Measure) -> Markup:
    pair = (link.source, link.target)
    back = pair in layout.reversed
    left, right = (layout.places[one] for one in (pair[::-1] if back else pair))
    x, y = size.x(left[0]) + size.node, _y(left[1])
    path = [f"M{x} {y:.0f}"]
    for layer, row in (*layout.bends[pair], right):
        next_x, next_y = size.x(layer), _y(row)
        middle = (x + next_x) / 2
        path.append(
            f"C{middle:.0f} {y:.0f} {middle:.0f} {next_y:.0f} {next_x} {next_y:.0f}"
            if y != next_y
            else f"H{next_x}"
        )
        if (layer, row) != right:
            # Past the nodes of the layer it goes straight.
            next_x += size.node
            path.append(f"H{next_x}")
        x, y = next_x, next_y
    return Markup('<path class="link{}" data-ends="{} {}" marker-{}="url(#head{})" d="{}"/>').format(
        (" words" if link.words else "") + (" likely" if link.likely else ""),
        numbers[link.source],
        numbers[link.target],
        "start" if back else "end",
        "-words" if link.words else "",
        "".join(path),
    )


def _node(node: Node, number: int, layout: Layout, told: str, size: Measure) -> Markup:
    layer, row = layout.places[node.id]
    x, y = size.x(layer), _y(row) - HIGH / 2
    text = Markup('<text class="name" x="{}" y="{:.0f}">{}</text>').format(
        x + 9, y + (16 if node.note else 24), _cut(node.label, size.label)
    )
    if node.note:
        moment = Markup(' data-exact="{}"').format(node.at) if node.at else ""
        text += Markup('<text class="note"{} x="{}" y="{:.0f}">{}</text>').format(
            moment, x + 9, y + 31, _cut(node.note, size.note)
        )
    shape = Markup('<rect x="{}" y="{:.0f}" width="{}" height="{}" rx="{}"/>').format(
        x, y, size.node, HIGH, HIGH // 2 if node.kind == "thing" else 2
    )
    # The whole name, where it does not fit.
    cut = len(node.label) > size.label or len(node.note) > size.note
    inside = (Markup("<title>{}</title>").format(_name(node)) if cut else Markup("")) + shape + text
    if node.address is None:
        return Markup(
            '<g class="node {}" data-node="{}" role="img" aria-label="{}" tabindex="0">{}</g>'
        ).format(node.kind, number, told, inside)
    return Markup('<a class="node {}" data-node="{}" href="{}" aria-label="{}">{}</a>').format(
        node.kind, number, node.address, told, inside
    )


def _name(node: Node) -> str:
    return one_line(f"{node.label}, {node.note}" if node.note else node.label, 90)


def _told(node: Node, before: list[str], after: list[str]) -> str:
    """What a screen reader says at a node."""
    parts = [_name(node)]
    if before:
        parts.append(
            "; ".join(before[:TOLD]) + (f" and {len(before) - TOLD} more" if len(before) > TOLD else "")
        )
    if after:
        parts.append(
            "leads to "
            + "; ".join(after[:TOLD])
            + (f" and {len(after) - TOLD} more" if len(after) > TOLD else "")
        )
    return ". ".join(parts)
