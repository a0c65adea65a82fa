"""What the page tells beyond the statements: what does not fit, who answers whom, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from hearsay.case import Case, documents
from hearsay.case.actions import actions
from hearsay.case.answers import exchanges, unanswered
from hearsay.case.findings import findings
from hearsay.export.actions import action_line, action_notes, told_together
from hearsay.export.exchanges import exchange_text, unanswered_text
from hearsay.export.findings import kind_text, words_at
from hearsay.export.visible import one_line
from hearsay.model import Document, Finding

# What is listed of each; the case itself holds them all.
FINDINGS = 100
PLACES = 6
EXCHANGES = 20
UNANSWERED = 20
ACTIONS = 200
_WIDE = 160


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """Words that a finding rests on, with the document (an id, and what it is called)."""

    document: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding as the page shows it."""

    kind: str
    verdict: str
    text: str
    notes: tuple[str, ...]
    places: tuple[ShownPlace, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ShownLines:
    """A heading with the lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beyond:
    """All of it, as much as is listed; `more_...` is how many are not."""

    findings: tuple[ShownFinding, ...]
    more_findings: int
    exchanges: tuple[ShownLines, ...]
    unanswered: tuple[ShownLines, ...]
    actions: tuple[ShownLines, ...]
    more_actions: int


def beyond(case: Case) -> Beyond:
    """What does not fit together in the case, who answers whom, what stands unanswered, and what was done."""
    found = findings(case)
    told_in = {place.document for one in found[:FINDINGS] for place in one.places[:PLACES]}
    by_id = {one.id: one for one in documents(case, told_in)}
    done = told_together(actions(case))
    return Beyond(
        findings=tuple(_finding(one, by_id) for one in found[:FINDINGS]),
        more_findings=max(0, len(found) - FINDINGS),
        exchanges=tuple(_lines(exchange_text(one)) for one in exchanges(case)[:EXCHANGES]),
        unanswered=tuple(_lines(unanswered_text(one)) for one in islice(unanswered(case), UNANSWERED)),
        actions=tuple(ShownLines(action_line(rows[0]), tuple(action_notes(rows))) for rows in done[:ACTIONS]),
        more_actions=max(0, len(done) - ACTIONS),
    )


def _finding(finding: Finding, by_id: dict[str, Document]) -> ShownFinding:
    notes = [f"Reading: {finding.reading}."] if finding.reading else []
    notes += [f"Fact: {fact.fact} ({fact.source})." for fact in finding.facts]
    places = tuple(
        ShownPlace(
            place.document,
            by_id[place.document].name + (", headline" if place.part == "title" else ""),
            one_line(words_at(place, by_id), _WIDE),
        )
        for place in finding.places[:PLACES]
    )
    more = max(0, len(finding.places) - PLACES)
    return ShownFinding(kind_text(finding.kind), finding.verdict, finding.text, tuple(notes), places, more)


def _lines(lines: list[str]) -> ShownLines:
    return ShownLines(lines[0], tuple(line.strip() for line in lines[1:]))
