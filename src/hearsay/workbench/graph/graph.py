"""What a graph shows: nodes, links between them, and how these were chosen where there are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

NodeKind: TypeAlias = Literal["document", "thing", "person", "outside", "statement"]

# More can be drawn and not be read; and the page must not load more than 300 kB.
MOST, MOST_LINKS = 180, 230


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a graph: what it is called, what stands below its name, where it leads.

    `at` is the moment that the note tells, where that is an exact one.
    """

    id: str
    kind: NodeKind
    label: str
    note: str = ""
    address: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """From one node (an id) to another that has something from it or answers it; `what` says what.

    `words` tells that the target has the words themselves, and does not only say where it has them from.
    """

    source: str
    target: str
    what: str
    likely: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and the links between them; `left_out` nodes and `unlinked` links are not shown."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int = 0
    unlinked: int = 0


def readable(
    nodes: Sequence[Node], links: Sequence[Link], most: int = MOST, most_links: int = MOST_LINKS
) -> Graph:
    """The graph; of too many nodes those with most links, of equals the first; of too many links the first.

    Links to what is not there, from a node to itself, and second ones between the same two are left out.
    """
    known = {node.id for node in nodes}
    kept: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.source != link.target and link.source in known and link.target in known:
            kept.setdefault((link.source, link.target), link)
    if len(nodes) > most:
        degree = Counter(end for pair in kept for end in pair)
        known = {node.id for node in sorted(nodes, key=lambda node: -degree[node.id])[:most]}
    shown = tuple(node for node in nodes if node.id in known)
    joined = tuple(link for pair, link in kept.items() if pair[0] in known and pair[1] in known)
    drawn = joined[:most_links]
    return Graph(shown, drawn, len(nodes) - len(shown), len(joined) - len(drawn))
