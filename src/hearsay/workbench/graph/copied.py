"""Who has what from whom, as a graph of the documents of the case."""

from __future__ import annotations

from hearsay.case import Case
from hearsay.case.provenance.copies import printings, stored_copies
from hearsay.model import Copy
from hearsay.workbench.graph.chains import document_node
from hearsay.workbench.graph.graph import Graph, Link, readable

# What each kind of copy does with its source, and where nothing tells who has it from whom.
_SAYS = {
    "wire copy": "is a wire copy of",
    "copy": "copies",
    "update": "updates",
    "lifted": "has passages from",
    "rewrite": "retells and credits",
    "same source": "has the same agency’s text as",
    "credit": "credits",
}
# Those that take words over stand before those that only credit: the links of the first say more.
_ORDER = tuple(_SAYS)


def copy_graph(case: Case) -> Graph:
    """All documents that have something from another, or another from them, by when they were printed."""
    listed = sorted(
        stored_copies(case), key=lambda copy: (_ORDER.index(copy.kind), copy.document, copy.source)
    )
    ends = {end for copy in listed for end in (copy.document, copy.source)}
    printed = sorted(
        printings(case, ends).values(),
        key=lambda one: (one.published is None, one.published.value if one.published else "", one.id),
    )
    links = [
        Link(
            copy.source,
            copy.document,
            what_copied(copy),
            copy.likely,
            words=copy.kind not in ("credit", "rewrite"),
        )
        for copy in listed
    ]
    return readable([document_node(one) for one in printed], links)


def what_copied(copy: Copy) -> str:
    """What a document did with another's text."""
    if not copy.grounds:
        return "shares text with"
    return _SAYS[copy.kind]
