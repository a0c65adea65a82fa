"""The exchanges of a case, and which statements stand unanswered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.case.actions.listing import actions
from hearsay.case.answers.listing import AnswerRow, Party, answers
from hearsay.case.file import Case
from hearsay.link.exchanges import Said, step_of_deed
from hearsay.link.exchanges import exchanges as lined_up
from hearsay.link.media import is_medium
from hearsay.link.speakers import compatible
from hearsay.model import Act, Exchange

# Outlets that carry a statement of which it is worth saying that nobody answers it.
_OUTLETS = 3


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A statement that many outlets carry and to which the case has no answer in words.

    `since` is the first ISO day on which it was printed, `silent` the names of those of whom documents say
    that they did not answer it. No answer *recorded*: it says nothing about answers outside the case.
    """

    statement: str
    speaker: str | None
    wording: str
    outlets: int
    since: str | None
    silent: tuple[str, ...]


def exchanges(case: Case) -> tuple[Exchange, ...]:
    """The exchanges between the actors of the case, those with most moves first; actors by name."""
    acts: dict[str, Act] = dict(case.rows("SELECT id, act FROM attribution"))
    first = _first_days(case)
    names: dict[str, str] = dict(case.rows("SELECT id, name FROM actor"))

    deeds = _deeds(case)
    carried = {
        id_: Said(
            names.get(actor or "") or speaker,
            words,
            document,
            id_,
            attribution,
            first.get(id_),
            act,
            deeds.get(id_),
        )
        for id_, speaker, actor, words, document, attribution, act in case.rows(_CARRIED)
    }

    def said(row: AnswerRow, party: Party) -> Said | None:
        by = names.get(party.actor or "") or party.speaker
        if by is None:
            return None
        day = first.get(party.statement or "") or _day(row)
        act = acts.get(party.attribution or "", "say")
        deed = deeds.get(party.statement or "")
        return Said(by, party.words, party.document, party.statement, party.attribution, day, act, deed)

    pairs = []
    for row in answers(case):
        if row.likely and row.stance == "other" and _tells_only(row):
            continue
        answer, target = said(row, row.answer), said(row, row.target) if row.target else None
        likely = row.likely
        if target is None and row.elsewhere is not None:
            target, likely = carried.get(row.elsewhere), True
        if answer is not None and target is not None:
            pairs.append((answer, target, row.id, row.stance, likely))
    return lined_up(pairs)


def _tells_only(row: AnswerRow) -> bool:
    """Whether one side is a news outlet, which tells what others say more often than it speaks for itself."""
    parties = (row.answer, row.target)
    return any(each is not None and each.speaker is not None and is_medium(each.speaker) for each in parties)


def _deeds(case: Case) -> dict[str, int]:
    """The steps of what the speakers of statements say there that they do, as most printings have it."""
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in actions(case):
        own = row.actor is not None and row.teller is not None and compatible(row.actor.name, row.teller)
        step = step_of_deed(row.status, row.plover) if own else None
        if row.statement is not None and step is not None:
            found[row.statement][step] += 1
    return {
        statement: min(steps, key=lambda step: (-steps[step], step)) for statement, steps in found.items()
    }


def unanswered(case: Case) -> Iterator[Unanswered]:
    """The statements carried by several outlets to which no document has an answer in words, widest first."""
    answered: set[str] = set()
    silent: defaultdict[str, set[str]] = defaultdict(set)
    for row in answers(case):
        for statement in (row.target.statement if row.target else None, row.elsewhere):
            if statement is None:
                continue
            if row.stance in ("no_answer", "decline"):
                silent[statement].add(row.answer.speaker or row.answer.described)
            else:
                answered.add(statement)
    for id_, speaker, wording, outlets, since in case.rows(
        "SELECT s.id, p.name, q.words, s.outlets, d.published_from FROM statement s "
        "JOIN quotation q ON q.key = s.wording JOIN attribution a ON a.key = s.first "
        "JOIN document d ON d.key = a.document LEFT JOIN speaker p ON p.key = s.speaker "
        "WHERE s.outlets >= ? AND a.mode = 'speech' ORDER BY s.outlets DESC, s.pages DESC, s.id",
        (_OUTLETS,),
    ):
        if id_ not in answered:
            yield Unanswered(id_, speaker, wording, outlets, since, tuple(sorted(silent[id_])))


_CARRIED = (
    "SELECT s.id, p.name, (SELECT c.id FROM mention m JOIN speaker_name n ON n.name = m.name "
    "JOIN alias l ON l.key = m.alias JOIN actor c ON c.key = l.actor "
    "WHERE n.speaker = s.speaker AND m.document = a.document LIMIT 1), q.words, d.id, a.id, a.act "
    "FROM statement s JOIN speaker p ON p.key = s.speaker JOIN quotation q ON q.key = s.wording "
    "JOIN attribution a ON a.key = s.first JOIN document d ON d.key = a.document WHERE s.outlets > 1"
)


def _first_days(case: Case) -> dict[str, str]:
    rows = case.rows(
        "SELECT s.id, d.published_from FROM statement s JOIN attribution a ON a.key = s.first "
        "JOIN document d ON d.key = a.document WHERE d.published_from IS NOT NULL"
    )
    return {str(id_): str(day) for id_, day in rows}


def _day(row: AnswerRow) -> str | None:
    if row.published is None or len(row.published.value) < 10:
        return None
    return row.published.value[:10]
