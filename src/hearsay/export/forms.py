"""Everything that can be handed on, in each form that somebody may need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hearsay.case import Case
from hearsay.case.judging import Judged
from hearsay.export.brief import brief_html, brief_markdown
from hearsay.export.chosen import EVIDENCE, Chosen, chosen
from hearsay.export.chosen_findings import ChosenFinding, chosen_findings
from hearsay.export.chosen_recordings import ChosenRecording, LaidOn, chosen_recordings
from hearsay.export.linked import ROW, as_csv, as_jsonl, claims, rows, web_annotations
from hearsay.export.parquet import as_parquet
from hearsay.export.prov import prov_json
from hearsay.export.redaction import Redaction


@dataclass(frozen=True, slots=True)
class Handout:
    """What is handed on under one title."""

    title: str
    statements: tuple[Chosen, ...]
    findings: tuple[ChosenFinding, ...] = ()
    recordings: tuple[ChosenRecording, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the ending of its file, its name, what it is for, its media type, how it is made."""

    ending: str
    name: str
    what: str
    media: str
    make: Callable[[Handout], bytes]


def _brief(write: Callable[..., str]) -> Callable[[Handout], bytes]:
    return lambda given: write(given.title, given.statements, given.findings, given.recordings).encode(
        "utf-8", "backslashreplace"
    )


FORMS: dict[str, Form] = {
    form.ending: form
    for form in (
        Form("html", "HTML", "a page to print or send", "text/html", _brief(brief_html)),
        Form("md", "Markdown", "text for an editor", "text/markdown", _brief(brief_markdown)),
        Form("csv", "CSV", "a table of all places", "text/csv", lambda given: as_csv(_rows(given))),
        Form(
            "jsonl",
            "JSONL",
            "the same for programs",
            "application/x-ndjson",
            lambda given: as_jsonl(_rows(given)),
        ),
        Form(
            "parquet",
            "Parquet",
            "the same in columns",
            "application/vnd.apache.parquet",
            lambda given: as_parquet(_rows(given), ROW),
        ),
        Form(
            "jsonld",
            "JSON-LD",
            "schema.org claims",
            "application/ld+json",
            lambda given: claims(given.statements, given.recordings),
        ),
        Form(
            "annotations.json",
            "Annotations",
            "W3C Web Annotation",
            "application/ld+json",
            lambda given: web_annotations(given.statements, given.findings, given.recordings),
        ),
        Form(
            "prov.json",
            "PROV",
            "where each comes from",
            "application/json",
            lambda given: prov_json(given.statements, given.findings, given.recordings),
        ),
    )
}


def handout(
    case: Case,
    title: str,
    statements: Iterable[str],
    judged: Iterable[Judged] = (),
    findings: Iterable[str] = (),
    redaction: Redaction | None = None,
    recordings: Iterable[str] = (),
    *,
    places: int = EVIDENCE,
    laid: LaidOn | None = None,
) -> Handout:
    """These statements, findings and recordings (ids) under a title, less what must stay at the desk."""
    rule = redaction or Redaction()
    return Handout(
        rule.clean(title),
        chosen(case, statements, rule, places=places),
        chosen_findings(case, judged, findings, rule),
        chosen_recordings(case, recordings, rule, laid),
    )


def _rows(given: Handout) -> list[dict[str, object]]:
    return rows(given.statements, given.findings, given.recordings)
