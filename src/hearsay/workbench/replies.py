"""The answers to a statement as a reader takes them: one line each, whoever reports it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.case.answers import AnswerRow
from hearsay.model import Stance


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


def _name(rows: list[AnswerRow]) -> str:
    """The fullest name that a document gives."""
    return max((row.answer.speaker or row.answer.described for row in rows), key=len)
