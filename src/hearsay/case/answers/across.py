"""Answers to what other documents carry, where an answer names no target of its own but speaks of somebody.

Within a document an answer is tied to words of the same document, and so to their statement, wherever else
it is carried. Where a document only mentions what is answered ("commented on the publications"), the
statement is looked for in the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hearsay.case.file import Case
from hearsay.link.speakers import plain_parts
from hearsay.model import Stance

# Days before the answer within which a statement must first have been printed.
_DAYS = 14
# Outlets that must carry a statement before it is what "the publications" are about.
_OUTLETS = 3
# Stances that need a claim to be about.
_ABOUT_CLAIMS = frozenset({"deny", "dispute_premise", "confirm", "partly_confirm", "disbelieve", "deflect"})


@dataclass(frozen=True, slots=True)
class Carried:
    """A statement of the case that many outlets carry, by whom, and the first and last day it was printed."""

    id: str
    speaker: str
    actor: str | None
    outlets: int
    day: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is looked up by: its stance, its words and those about it, its speaker, its day."""

    stance: Stance
    words: str
    speaker: str | None
    day: str | None


def carried(case: Case) -> tuple[Carried, ...]:
    """The statements that several outlets carry, widest first."""
    return tuple(
        Carried(*row)
        for row in case.rows(
            "SELECT s.id, p.name, NULL, s.outlets, d.published_from FROM statement s "
            "JOIN speaker p ON p.key = s.speaker JOIN attribution a ON a.key = s.first "
            "JOIN document d ON d.key = a.document "
            "WHERE s.outlets >= ? AND d.published_from IS NOT NULL AND a.mode = 'speech' "
            "ORDER BY s.outlets DESC, s.pages DESC, s.appearances DESC, s.id",
            (_OUTLETS,),
        )
    )


def answered_elsewhere(asked: Asked, statements: Iterable[Carried]) -> Carried | None:
    """The most carried statement of somebody whom the answer names, printed shortly before it.

    Only one of those can be meant, so that it is taken only where it is carried more than any other of the
    same speaker; `None` where that does not tell, or where the answer is not about a claim.
    """
    if asked.stance not in _ABOUT_CLAIMS or asked.day is None:
        return None
    own = set(plain_parts(asked.speaker)) if asked.speaker else set()
    words = set(re.findall(r"[^\W_]+", asked.words.lower()))
    first: Carried | None = None
    for one in statements:
        surname = plain_parts(one.speaker)[-1]
        if surname not in words or surname in own or not _shortly_before(one.day, asked.day):
            continue
        if first is None:
            first = one
        elif plain_parts(first.speaker)[-1] == surname:
            return first if first.outlets > one.outlets else None
    return first


def _shortly_before(day: str, answered: str) -> bool:
    try:
        apart = (date.fromisoformat(answered[:10]) - date.fromisoformat(day[:10])).days
    except ValueError:
        return False
    return 0 <= apart <= _DAYS
