"""Who has what from whom, as a graph of the documents of the case."""

from __future__ import annotations

from hearsay.case import Case
from hearsay.case.provenance.copies import printings
from hearsay.case.provenance.ruled import ruled_copies
from hearsay.export.copies import copy_said
from hearsay.workbench.graph.chains import document_node
from hearsay.workbench.graph.graph import Graph, Link, readable

# Those that take words over stand before those that only credit: the links of the first say more.
_TELLING = ("rewrite", "credit")


def copy_graph(case: Case) -> Graph:
    """All documents that have something from another, or another from them, by when they were printed."""
    listed = sorted(ruled_copies(case), key=lambda copy: copy.kind in _TELLING)
    ends = {end for copy in listed for end in (copy.document, copy.source)}
    printed = sorted(
        printings(case, ends).values(),
        key=lambda one: (one.published is None, one.published.value if one.published else "", one.id),
    )
    links = [
        Link(
            copy.source,
            copy.document,
            copy_said(copy),
            copy.likely,
            words=copy.kind not in _TELLING,
        )
        for copy in listed
    ]
    return readable([document_node(one) for one in printed], links)
