"""Findings that are handed on, with the words that they rest on, less what must not leave the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.case import Case, documents
from hearsay.case.judging import Judged
from hearsay.case.rulings import RulingRow, rulings
from hearsay.export.chosen import Signed, is_open, signed
from hearsay.export.excerpt import word_end, word_start
from hearsay.export.papers import Paper, paper
from hearsay.export.redaction import Censor, Redaction
from hearsay.model import Document, Fact, FindingKind, Place, Span, Verdict

# Code points around the words of a place.
AROUND = 120


@dataclass(frozen=True, slots=True)
class Rest:
    """Words that a finding rests on: in the text of a document or in its title, with what stands around."""

    paper: Paper
    in_title: bool
    span: Span
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChosenFinding:
    """One finding that is handed on, with the verdict that stands, and the one that the program gave it."""

    id: str
    kind: FindingKind
    verdict: Verdict
    found: Verdict
    text: str
    reading: str | None
    facts: tuple[Fact, ...]
    places: tuple[Rest, ...]
    signed: tuple[Signed, ...] = ()


def chosen_findings(
    case: Case, judged: Iterable[Judged], ids: Iterable[str], redaction: Redaction | None = None
) -> tuple[ChosenFinding, ...]:
    """The findings with these ids, in this order, among those `judged`; none that a redaction touches.

    A finding lives by what it sets side by side: where a side may not be handed on, it is not.
    """
    by_id = {one.finding.id: one for one in judged}
    listed = [by_id[id_] for id_ in ids if id_ in by_id]
    if not listed:
        return ()
    with case.snapshot():
        censor = Censor(case, redaction or Redaction())
        told_in = {place.document for one in listed for place in one.finding.places}
        papers = {one.id: one for one in documents(case, told_in)}
        ruled = rulings(case)
        return tuple(
            _chosen(one, papers, ruled, censor) for one in listed if _may_go(case, one, papers, censor)
        )


def pinned_findings(case: Case, judged: Iterable[Judged]) -> list[str]:
    """The findings (ids) that somebody pinned, the first pinned first."""
    order = {
        row.ruling.id: (row.ruling.at, row.ruling.id)
        for row in rulings(case)
        if row.ruling.kind == "pin" and row.undone is None
    }
    pinned = [
        (min(order[id_] for id_ in one.rulings if id_ in order), one.finding.id)
        for one in judged
        if any(id_ in order for id_ in one.rulings)
    ]
    return [id_ for _, id_ in sorted(pinned)]


def _may_go(case: Case, one: Judged, papers: Mapping[str, Document], censor: Censor) -> bool:
    finding = one.finding
    if any(censor.closes(place.document, papers[place.document].outlet) for place in finding.places):
        return False
    if any(
        censor.said_by_hidden(place.document, [place.span])
        for place in finding.places
        if place.part == "text"
    ):
        return False
    if censor.clean(finding.text) != finding.text or censor.tells_of_closed(finding.text):
        return False
    # The sentence counts more than the places: whoever prints its statements too.
    return not any(
        censor.closes(document, outlet) or censor.rule.hides(speaker)
        for id_ in finding.statements
        for document, outlet, speaker in case.rows(
            "SELECT DISTINCT d.id, t.name, p.name FROM statement s JOIN appearance e ON e.statement = s.key "
            "JOIN attribution a ON a.key = e.attribution JOIN document d ON d.key = a.document "
            "LEFT JOIN outlet t ON t.key = d.outlet LEFT JOIN speaker p ON p.key = a.speaker WHERE s.id = ?",
            (id_,),
        )
    )


def _chosen(
    one: Judged, papers: Mapping[str, Document], ruled: Sequence[RulingRow], censor: Censor
) -> ChosenFinding:
    finding = one.finding
    rows = [row for row in ruled if row.ruling.id in one.rulings and is_open(row, censor)]
    return ChosenFinding(
        "" if censor.rule.documents or censor.rule.names else finding.id,
        finding.kind,
        finding.verdict,
        one.found,
        finding.text,
        censor.clean_or_none(finding.reading),
        tuple(Fact(censor.clean(fact.fact), censor.clean(fact.source)) for fact in finding.facts),
        tuple(_rest(place, papers[place.document], censor) for place in finding.places),
        tuple(signed(row, censor) for row in reversed(rows)),
    )


def _rest(place: Place, document: Document, censor: Censor) -> Rest:
    in_title = place.part == "title"
    text = (document.title or "") if in_title else document.text
    start, stop = place.span
    left, right = word_start(text, start, AROUND), word_end(text, stop, AROUND)

    def part(a: int, b: int) -> str:
        return censor.clean(text[a:b]) if in_title else censor.stretch(document.id, text, a, b)

    return Rest(
        paper(document, censor),
        in_title,
        place.span,
        part(start, stop),
        ("… " if left and text[left - 1] != "\n" else "") + part(left, start),
        part(stop, right) + (" …" if right < len(text) and text[right] != "\n" else ""),
    )
