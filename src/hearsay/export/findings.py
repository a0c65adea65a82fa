"""Findings as rows for programs, as a table, and as text that reads well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hearsay.export.counts import count
from hearsay.export.rulings import ruling_text
from hearsay.export.visible import one_line
from hearsay.model import Document, Finding, Place, Ruling

if TYPE_CHECKING:
    from hearsay.case.judging import Judged

COLUMNS = ("kind", "verdict", "text", "reading", "documents", "facts", "finding")
# Characters of the words at a place in text.
_WIDE = 110
_SHOWN = 6
# What a reader calls the kinds; one without a name here goes by its own.
_CALLED = {
    "wording": "other words",
    "speaker": "other speakers",
    "headline": "headline",
    "number": "other figures",
    "scope": "narrow denial",
    "occurrence": "did it happen",
    "unsourced": "unnamed sources",
    "date": "date",
    "public_private": "public and private",
    "said_and_done": "said and done",
    "single_root": "one source alone",
}


def kind_text(kind: str) -> str:
    """A kind of finding in a reader's words."""
    return _CALLED.get(kind, kind)


def finding_row(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    """One finding, as `hearsay findings --jsonl` prints it; a span in a title has `part` "title"."""
    return {
        "finding": finding.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "text": finding.text,
        "reading": finding.reading,
        "spans": [
            {
                "document": documents[place.document].name,
                "document_id": place.document,
                "span": place.span,
                "part": place.part,
                "words": words_at(place, documents),
            }
            for place in finding.places
        ],
        "facts": [{"fact": fact.fact, "source": fact.source} for fact in finding.facts],
        "statements": finding.statements,
    }


def judged_row(one: Judged, documents: Mapping[str, Document]) -> dict[str, Any]:
    """One finding with what persons ruled on it; `found` is the verdict of the program."""
    return {
        **finding_row(one.finding, documents),
        "found": one.found,
        "rejected": one.rejected,
        "rulings": one.rulings,
    }


def judged_text(one: Judged, documents: Mapping[str, Document], rulings: Mapping[str, Ruling]) -> list[str]:
    """One finding as lines, with what persons ruled on it behind its first."""
    first, *rest = finding_text(one.finding, documents)
    ruled = [
        f"  {one_line(rulings[id_].by, 60)} {ruling_text(rulings[id_])}"
        for id_ in one.rulings
        if id_ in rulings
    ]
    if one.since:
        ruled.append(f"  since then it has {count(one.since, 'more place')}")
    return [first, *ruled, *rest]


def finding_fields(finding: Finding, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """One finding as fields in the order of `COLUMNS`."""
    names = dict.fromkeys(documents[place.document].name for place in finding.places)
    facts = "; ".join(f"{fact.fact} ({fact.source})" for fact in finding.facts)
    reading = finding.reading or ""
    return finding.kind, finding.verdict, finding.text, reading, "; ".join(names), facts, finding.id


def finding_text(finding: Finding, documents: Mapping[str, Document]) -> list[str]:
    """One finding as lines: what it is, in which reading, by which facts, and where the words stand."""
    lines = [f"{finding.kind}, {finding.verdict}: {one_line(finding.text)}"]
    if finding.reading:
        lines.append(f"  reading: {finding.reading}")
    lines += [f"  fact: {one_line(fact.fact)} ({one_line(fact.source)})" for fact in finding.facts]
    for place in finding.places[:_SHOWN]:
        where = one_line(documents[place.document].name, 60)
        title = ", title" if place.part == "title" else ""
        lines.append(f"  {where}{title}: {one_line(words_at(place, documents), _WIDE)}")
    if len(finding.places) > _SHOWN:
        lines.append(f"  and {len(finding.places) - _SHOWN} more")
    return lines


def words_at(place: Place, documents: Mapping[str, Document]) -> str:
    """The words that stand at a place."""
    document = documents[place.document]
    text = (document.title or "") if place.part == "title" else document.text
    return text[slice(*place.span)]
