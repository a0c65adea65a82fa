"""The findings of a case."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.case.file import Case
from hearsay.case.material import material
from hearsay.check import KINDS
from hearsay.check import findings as check
from hearsay.model import Finding, FindingKind


def findings(case: Case, kinds: Iterable[FindingKind] = KINDS) -> tuple[Finding, ...]:
    """What does not fit together in the case, ranked; of these kinds only."""
    with case.snapshot():
        return check(material(case), kinds)
<<<<<<< HEAD


def material(case: Case) -> Material:
    """All that the checks look at. Versions of one page count once, by the first of them."""
    papers = {
        row[0]: Paper(*row)
        for row in case.rows(
            "SELECT d.id, d.name, t.name, d.title, d.text, d.language, d.published_from FROM document d "
            "LEFT JOIN outlet t ON t.key = d.outlet ORDER BY d.id"
        )
    }
    sources: dict[str, str] = dict(
        case.rows(
            "SELECT a.id, group_concat(substr(d.text, c.start + 1, c.stop - c.start), ' ') "
            "FROM attribution a "
            "JOIN document d ON d.key = a.document "
            "JOIN span c ON c.attribution = a.key AND c.part = 'source' GROUP BY a.key"
        )
    )
    kinds: dict[str, Kind] = {}
    told = []
    for row in statements(case):
        printings = []
        for each in row.appearances:
            kinds[each.attribution] = each.kind
            source = sources.get(each.attribution, "")
            printings.append(
                Printing(
                    attribution=each.attribution,
                    document=each.document,
                    content=each.content,
                    words=each.words,
                    kind=each.kind,
                    act=each.act,
                    negated=each.negated,
                    speaker=each.speaker,
                    source=source,
                    named=bool(each.speaker) and _names(source, each.speaker or ""),
                    parent=each.parent,
                )
            )
        told.append(Told(row.id, row.speaker, row.outlets, tuple(printings)))
    answered = tuple(
        Answered(
            document=row.document,
            content=row.answer.content,
            words=row.answer.words,
            kind=kinds.get(row.answer.attribution or ""),
            speaker=row.answer.speaker,
            stance=row.stance,
            likely=row.likely,
            gaps=row.gaps,
            statement=row.answer.statement,
            target=(row.target.statement if row.target else None) or row.elsewhere,
            target_words=row.target.words if row.target else "",
            target_content=row.target.content if row.target else (),
        )
        for row in answers(case)
    )
    hedged = tuple(
        Hedged(document, (start, stop), kind, scope)
        for document, start, stop, kind, scope in case.rows(
            "SELECT DISTINCT d.id, h.start, h.stop, h.kind, h.scope FROM hedge h "
            "JOIN attribution a ON a.key = h.attribution JOIN document d ON d.key = a.document "
            "UNION SELECT d.id, l.start, l.stop, l.kind, l.scope FROM loose_hedge l "
            "JOIN document d ON d.key = l.document ORDER BY 1, 2, 3, 4, 5"
        )
    )
    return Material(papers, told, answered, hedged)


def _names(source: str, speaker: str) -> bool:
    """Whether the words of a credit hold the last part of the speaker's name."""
    parts = plain_parts(speaker)
    return bool(parts) and parts[-1] in plain_parts(source)
=======
>>>>>>> findings
