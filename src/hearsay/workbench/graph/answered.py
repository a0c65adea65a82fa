"""Who answers whom, as a graph of statements: what is answered at the left, its answers at the right."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.case import Case
from hearsay.case.answers import AnswerRow
from hearsay.export.answers import stance_text
from hearsay.export.counts import UNNAMED
from hearsay.workbench.graph.graph import Graph, Link, Node, readable


def answer_graph(case: Case, rows: Iterable[AnswerRow]) -> Graph:
    """Every statement that is answered in these responses of the case, with its answers."""
    nodes: dict[str, Node] = {}
    links: list[Link] = []
    for row in rows:
        answered = _answered(case, row, nodes)
        if answered is None:
            continue
        nodes.setdefault(answered.id, answered)
        answer = _answer(row)
        nodes.setdefault(answer.id, answer)
        links.append(Link(answered.id, answer.id, stance_text(row.stance), row.likely))
    return readable(list(nodes.values()), links)


def _answered(case: Case, row: AnswerRow, nodes: dict[str, Node]) -> Node | None:
    """What is answered: in the document itself, or, where that only mentions it, in others."""
    if row.target is not None and row.target.statement is not None:
        return _statement(row.target.statement, row.target.speaker, row.target.words)
    if row.elsewhere is None:
        return None
    if row.elsewhere in nodes:
        return nodes[row.elsewhere]
    found = case.row(
        "SELECT p.name, q.words FROM statement s JOIN quotation q ON q.key = s.wording "
        "LEFT JOIN speaker p ON p.key = s.speaker WHERE s.id = ?",
        (row.elsewhere,),
    )
    return None if found is None else _statement(row.elsewhere, *found)


def _answer(row: AnswerRow) -> Node:
    if row.answer.statement is not None:
        return _statement(row.answer.statement, row.answer.speaker, row.answer.words)
    who = row.answer.speaker or row.answer.described or UNNAMED
    return Node(f"answer {row.id}", "statement", who, row.answer.words, f"/documents/{row.document}")


def _statement(id_: str, speaker: str | None, words: str) -> Node:
    return Node(id_, "statement", speaker or UNNAMED, words, f"/statements/{id_}")
