"""The hands through which one statement reached its readers, as a graph: whose words, from what, to whom."""

from __future__ import annotations

from dataclasses import replace

from hearsay.case.heads import Head
from hearsay.case.provenance.copies import Printed, printings
from hearsay.export.counts import UNDATED
from hearsay.model import Reliance
from hearsay.workbench.desk import Desk
from hearsay.workbench.graph.graph import Graph, Link, Node, readable
from hearsay.workbench.origins import roots_of
from hearsay.workbench.paper import exact, utc_text

# What a link is called, by what told it.
_SAYS = {
    "credit beside": "credits in the same sentence",
    "chain": "has it through",
    "copied": "copies",
    "retold": "retells and credits",
    "credit": "credits",
}
_NOT_TOLD = "origin not told"


def chain_graph(desk: Desk, row: Head) -> Graph:
    """The speaker, the origins that are known, and every document that carries the statement."""
    found = roots_of(desk, row.id)
    unknown = {*found.unknown, *(one for circle in found.circular for one in circle)}
    nodes: dict[str, Node] = {}
    links: list[Link] = []
    speaker = (
        Node("speaker", "person", row.speaker, "whose words they are", row.actor and f"/actors/{row.actor}")
        if row.speaker
        else None
    )
    for one in found.reliances:
        origin = _origin(one)
        if origin is not None:
            nodes.setdefault(origin.id, origin)
            if speaker is not None and origin.kind != "outside":
                links.append(Link(speaker.id, origin.id, "holds words of"))
            links.append(Link(origin.id, one.document, _SAYS.get(one.rule, "has it from")))
        elif one.source is not None:
            links.append(
                Link(one.source, one.document, _SAYS.get(one.rule, "has it from"), words=one.rule == "copied")
            )
    documents = [Node(one.document, "document", "") for one in found.reliances]
    first = [speaker] if speaker is not None and any(link.source == "speaker" for link in links) else []
    graph = readable([*first, *nodes.values(), *documents], links)
    # Of thousands of documents only those that are drawn are read.
    printed = printings(desk.case, [node.id for node in graph.nodes if node.kind == "document"])
    return replace(
        graph,
        nodes=tuple(
            document_node(printed[node.id], _NOT_TOLD if node.id in unknown else "")
            if node.kind == "document"
            else node
            for node in graph.nodes
        ),
    )


def document_node(printed: Printed, remark: str = "") -> Node:
    """A document in a graph: its outlet, and when it was printed."""
    when = UNDATED if printed.published is None else utc_text(printed.published)
    return Node(
        printed.id,
        "document",
        printed.outlet or printed.name,
        remark or when,
        f"/documents/{printed.id}",
        None if remark or printed.published is None else exact(printed.published),
    )


def _origin(one: Reliance) -> Node | None:
    """Where a document has it from, if that is none of the case's documents."""
    name = one.name or ""
    match one.on:
        case "artefact":
            return Node(f"thing {name}", "thing", name, "what holds the words")
        case "event":
            return Node(f"event {name}", "thing", name, "where they were said")
        case "interview":
            return Node(f"told {name}", "thing", f"Told to {name}", "an interview, a talk")
        case "outlet":
            return Node(f"outlet {name}", "outside", name, "not in this case")
        case _:
            return None
