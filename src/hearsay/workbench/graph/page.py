"""*Graph*: the chain of one statement, who has what from whom, or who answers whom; and a table beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hearsay.case.heads import Head, heads
from hearsay.case.index import Wanted
from hearsay.case.resolve import statement_key
from hearsay.export.counts import UNNAMED
from hearsay.export.visible import one_line
from hearsay.workbench.desk import Desk
from hearsay.workbench.graph.answered import answer_graph
from hearsay.workbench.graph.chains import chain_graph
from hearsay.workbench.graph.copied import copy_graph
from hearsay.workbench.graph.drawing import drawn
from hearsay.workbench.graph.graph import MOST, Graph
from hearsay.workbench.pictures import as_file
from hearsay.workbench.replies import all_answers
from hearsay.workbench.rows import lines
from hearsay.workbench.sheet import Sheet

VIEWS = (
    ("chain", "How a statement reached its readers"),
    ("copies", "Who has what from whom"),
    ("answers", "Who answers whom"),
)
# Statements that are offered by name; every other has a link to its graph on its own page.
OFFERED = 12
# Lines of the table; its twins have all. With more of them the largest graph would load over 280 kB.
LISTED = 80

_STYLE = (
    "text{font:11px sans-serif;fill:#5e5a50}.name{font:bold 13px sans-serif;fill:#1d1b17}"
    "rect{fill:#fdfcf8;stroke:#8d877a}.person rect{stroke:none;fill:none}.outside rect{stroke-dasharray:4 3}"
    "path.link{fill:none;stroke:#8d877a;stroke-width:1.3}path.words{stroke:#0f5265;stroke-width:2.6}"
    "path.likely{stroke-dasharray:5 4}.head{fill:#8d877a}.words .head{fill:#0f5265}.way{text-anchor:end}"
    ".statement .note{font-family:serif;fill:#1d1b17}"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which graph the address asks for; `row` is the statement of a chain."""

    view: str
    row: Head | None


def page(desk: Desk, request: Request) -> Sheet:
    """The graph that the address names, and all its links as a table."""
    wish = _wish(desk, request)
    graph = _graph(desk, wish)
    rows = _rows(graph)
    offered = lines(desk, desk.index.select(Wanted(mode="speech")).keys[:OFFERED], drawn=False)
    return Sheet(
        "graph.html",
        _title(wish),
        {
            "svg": drawn(graph, _title(wish)) if graph.nodes else None,
            "graph": graph,
            "rows": rows[:LISTED],
            "row_total": len(rows),
            "views": VIEWS,
            "view": wish.view,
            "row": wish.row,
            "offered": offered,
            "most": MOST,
            "values": _values(wish),
        },
        [{name: value for name, value in row.items() if name not in _SHOWN} for row in rows],
        {
            "view": wish.view,
            "statement": wish.row.id if wish.row else None,
            "nodes": [
                {"id": node.id, "kind": node.kind, "label": node.label, "note": node.note}
                for node in graph.nodes
            ],
            "left_out": graph.left_out,
        },
    )


def drawing(desk: Desk, request: Request) -> Response:
    """The graph alone, as a file."""
    wish = _wish(desk, request)
    return as_file(drawn(_graph(desk, wish), _title(wish)), _STYLE, f"{wish.view}.svg")


def _wish(desk: Desk, request: Request) -> Wish:
    asked = request.query_params.get("of", "")
    view = asked if asked in dict(VIEWS) else VIEWS[0][0]
    if view != "chain":
        return Wish(view, None)
    id_ = request.query_params.get("statement", "").strip()
    if not id_:
        widest = desk.index.select(Wanted(mode="speech")).keys or desk.index.select(Wanted()).keys
        if not widest:
            return Wish(view, None)
        found = heads(desk.case, widest[:1])
    else:
        found = heads(desk.case, [statement_key(desk.case, id_)])
    return Wish(view, found[0] if found else None)


def _graph(desk: Desk, wish: Wish) -> Graph:
    if wish.view == "copies":
        return desk.remembered("copy graph", copy_graph)
    if wish.view == "answers":
        return desk.remembered("answer graph", lambda case: answer_graph(case, all_answers(desk)))
    return Graph((), ()) if wish.row is None else chain_graph(desk, wish.row)


def _values(wish: Wish) -> dict[str, str]:
    return {"of": wish.view} | ({"statement": wish.row.id} if wish.row else {})


# What a line of the table needs beside what it tells.
_SHOWN = ("addresses", "moments")


def _title(wish: Wish) -> str:
    if wish.row is not None:
        return one_line(f"How it reached its readers: {wish.row.speaker or UNNAMED}, {wish.row.wording}", 110)
    return dict(VIEWS)[wish.view]


def _rows(graph: Graph) -> list[dict[str, Any]]:
    """The links as lines "this one – copies – that one", then the nodes that none leads to or from."""
    nodes = {node.id: node for node in graph.nodes}
    joined = {end for link in graph.links for end in (link.source, link.target)}
    found: list[dict[str, Any]] = []
    for link in graph.links:
        target, source = nodes[link.target], nodes[link.source]
        found.append(
            {
                "who": target.label,
                "who_note": target.note,
                "what": link.what,
                "whom": source.label,
                "whom_note": source.note,
                "likely": link.likely,
                "addresses": (target.address, source.address),
                "moments": (target.at, source.at),
            }
        )
    for node in graph.nodes:
        if node.id not in joined:
            found.append(
                {
                    "who": node.label,
                    "who_note": node.note,
                    "what": None,
                    "whom": None,
                    "whom_note": None,
                    "likely": False,
                    "addresses": (node.address, None),
                    "moments": (node.at, None),
                }
            )
    return found
