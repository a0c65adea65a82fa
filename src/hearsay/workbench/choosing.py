"""For which statement or answer another statement is sought in the list, and what is ruled of the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hearsay.case import Case
from hearsay.case.anchors import answer_anchors, attribution_anchor
from hearsay.case.answers import answer
from hearsay.case.heads import heads
from hearsay.case.resolve import statement_key
from hearsay.errors import HearsayError, NotFoundError
from hearsay.model import Anchor, Stance

# What an address can name: a statement to merge with, one that is answered, one that answers, an answer that
# answers something else.
MERGE, ANSWERED, ANSWERING, INSTEAD = CHOOSING = ("merge", "answered", "answering", "instead")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is sought: the parameter that asks for it, whose id that is, its words, and the stance so far."""

    what: str
    id: str
    statement: str | None
    words: str
    stance: Stance | None = None


def choice(case: Case, asked: Mapping[str, str]) -> Choice | None:
    """For what the address seeks another statement; raises `NotFoundError` where that is not there."""
    what = next((one for one in CHOOSING if asked.get(one)), None)
    if what is None:
        return None
    id_ = asked[what]
    if what == INSTEAD:
        row = answer(case, id_)
        return Choice(what, row.id, row.answer.statement, row.answer.words, row.stance)
    (found,) = heads(case, [statement_key(case, id_)])
    return Choice(what, found.id, found.id, found.wording)


def answer_between(case: Case, answering: str, answered: str) -> list[Anchor]:
    """The anchors of the answer that one statement (an id) is to another.

    The first document that has both tells it; else the first appearance of each does.
    """
    if answering == answered:
        raise HearsayError("nothing answers itself", remedy="Choose what it answers.")
    row = case.row(
        "SELECT a.id, b.id FROM statement s JOIN appearance e ON e.statement = s.key "
        "JOIN attribution a ON a.key = e.attribution JOIN attribution b ON b.document = a.document "
        "JOIN appearance f ON f.attribution = b.key JOIN statement t ON t.key = f.statement "
        "WHERE s.id = ? AND t.id = ? AND a.key <> b.key ORDER BY e.position, f.position LIMIT 1",
        (answering, answered),
    )
    sides = row or (_first(case, answering), _first(case, answered))
    return [attribution_anchor(case, id_, "answer") for id_ in sides]


def answer_instead(case: Case, id_: str, answered: str) -> list[Anchor]:
    """The anchors of the answer with this id, as one to another statement (an id)."""
    row = answer(case, id_)
    within = case.row(
        "SELECT a.id FROM statement s JOIN appearance e ON e.statement = s.key "
        "JOIN attribution a ON a.key = e.attribution JOIN document d ON d.key = a.document "
        "WHERE s.id = ? AND d.id = ? ORDER BY e.position LIMIT 1",
        (answered, row.document),
    )
    other = within[0] if within else _first(case, answered)
    return [answer_anchors(case, id_)[0], attribution_anchor(case, other, "answer")]


def _first(case: Case, id_: str) -> str:
    row = case.row(
        "SELECT a.id FROM statement s JOIN attribution a ON a.key = s.first WHERE s.id = ?", (id_,)
    )
    if row is None:
        raise NotFoundError(f"no statement of the case has the id {id_!r}", where=str(case.path))
    return str(row[0])
