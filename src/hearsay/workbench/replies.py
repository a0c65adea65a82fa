"""The answers to a statement as a reader takes them: one line each, whoever reports it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.case.answers import AnswerRow, answers
from hearsay.case.filters import folded
from hearsay.model import Stance
from hearsay.workbench.desk import Desk


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: whose, what it does, in which words; the rows of all documents that report it.

    `leaves` says what it leaves untouched, as any of these documents has it.
    """

    speaker: str
    stance: Stance
    likely: bool
    words: str
    statement: str | None
    leaves: tuple[str, ...]
    rows: tuple[AnswerRow, ...]


def all_answers(desk: Desk) -> tuple[AnswerRow, ...]:
    """The responses of the case."""
    return desk.remembered("answers", lambda case: tuple(answers(case)))


def answers_of(desk: Desk, id_: str) -> list[AnswerRow]:
    """The responses that a statement (its id) is or gets."""
    return desk.remembered("answers by statement", lambda _: _by_statement(all_answers(desk))).get(id_, [])


def _by_statement(rows: Iterable[AnswerRow]) -> dict[str, list[AnswerRow]]:
    found: dict[str, list[AnswerRow]] = {}
    for row in rows:
        sides = (row.answer.statement, row.target.statement if row.target else None, row.elsewhere)
        for id_ in dict.fromkeys(side for side in sides if side is not None):
            found.setdefault(id_, []).append(row)
    return found


def replies(rows: Iterable[AnswerRow]) -> list[Reply]:
    """Answers that are one statement with one stance taken together, in the order of the first of each."""
    groups: dict[object, list[AnswerRow]] = {}
    for row in rows:
        key = (row.answer.statement, row.stance) if row.answer.statement else row.id
        groups.setdefault(key, []).append(row)
    return [
        Reply(
            _name(listed),
            listed[0].stance,
            all(row.likely for row in listed),
            listed[0].answer.words,
            listed[0].answer.statement,
            tuple(dict.fromkeys(gap.leaves for row in listed for gap in row.gaps)),
            tuple(listed),
        )
        for listed in groups.values()
    ]


def targets(rows: Iterable[AnswerRow]) -> list[list[AnswerRow]]:
    """Answers with one stance to one thing, or to what no text names, in the order of the first of each."""
    groups: dict[object, list[AnswerRow]] = {}
    for row in rows:
        told = row.target and (row.target.statement or (row.target.speaker, folded(row.target.words)))
        groups.setdefault((row.stance, row.likely, told or row.elsewhere), []).append(row)
    return list(groups.values())


def _name(rows: list[AnswerRow]) -> str:
    """The fullest name that a document gives."""
    return max((row.answer.speaker or row.answer.described for row in rows), key=len)
