"""Statements for other programs: schema.org claims, W3C annotations, and rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from hearsay.export.cells import cells, csv_line
from hearsay.export.chosen import Chosen, Evidence, Signed
from hearsay.export.chosen_findings import ChosenFinding, Rest
from hearsay.export.chosen_recordings import ChosenRecording, OnTape
from hearsay.export.papers import Paper
from hearsay.model import Span

# The columns of a row.
ROW = (
    "statement", "speaker", "wording", "document", "outlet", "title", "url", "seen", "did", "kind", "words",
    "start", "end", "sha256", "finding", "verdict", "recording", "from", "to", "how",
)  # fmt: skip


def claims(statements: Sequence[Chosen], recordings: Sequence[ChosenRecording] = ()) -> bytes:
    """Claims with their appearances as JSON-LD (schema.org/Claim).

    A ClaimReview carries a rating, and Hearsay gives none: there is one where a person signed a verdict, in
    his words, and no figure is made of them. A recording is an AudioObject.
    """
    graph: list[dict[str, Any]] = []
    for number, one in enumerate(statements, 1):
        graph.append(_claim(one, number))
        graph += [_review(one, verdict, number) for verdict in one.verdicts]
    graph += [
        {
            "@type": "AudioObject",
            "name": one.name,
            "sha256": one.sha256,
            "contentSize": str(one.bytes),
            "duration": f"PT{one.seconds:g}S",
        }
        for one in recordings
    ]
    return _json({"@context": "https://schema.org", "@graph": graph})


def _review(one: Chosen, verdict: Signed, number: int) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "claimReviewed": one.wording,
        "itemReviewed": {"@id": f"#claim-{number}"},
        "author": {"@type": "Person", "name": verdict.by},
        "datePublished": verdict.at,
        "reviewRating": {"@type": "Rating", "alternateName": verdict.text},
    }


def _claim(one: Chosen, number: int) -> dict[str, Any]:
    works = [_work(place.paper, place.words) for place in one.evidence]
    dated = [work for work in works if "datePublished" in work]
    return _without_nulls(
        {
            "@type": "Claim",
            "@id": f"#claim-{number}",
            "identifier": one.id or None,
            "text": one.wording,
            "author": None if one.speaker is None else {"@type": "Thing", "name": one.speaker},
            "appearance": works,
            # Of undated documents none is called the first.
            "firstAppearance": dated[0] if dated else None,
        }
    )


def _work(paper: Paper, words: str) -> dict[str, Any]:
    return _without_nulls(
        {
            "@type": "CreativeWork",
            "headline": paper.title,
            "url": paper.url,
            "inLanguage": paper.language,
            "datePublished": None if paper.published is None else str(paper.published),
            "publisher": None if paper.outlet is None else {"@type": "Organization", "name": paper.outlet},
            "sha256": paper.sha256,
            "text": words,
        }
    )


def web_annotations(
    statements: Sequence[Chosen],
    findings: Sequence[ChosenFinding] = (),
    recordings: Sequence[ChosenRecording] = (),
) -> bytes:
    """One W3C Web Annotation a place: the words by position and by quotation, and who said them.

    And one a finding, on all of its places, and one a quotation that stands on a recording, which links the
    words printed with the seconds (W3C Media Fragments).
    """
    items = [_annotation(one, place) for one in statements for place in one.evidence]
    items += [_assessment(one) for one in findings]
    items += [
        _sounding(one, place, place.start, place.stop)
        for one in recordings
        for place in one.places
        if place.start is not None and place.stop is not None
    ]
    return _json(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "AnnotationCollection",
            "label": "Attributions and findings" if findings else "Attributions",
            "total": len(items),
            "first": {"type": "AnnotationPage", "items": items},
        }
    )


def _annotation(one: Chosen, place: Evidence) -> dict[str, Any]:
    span = place.spans[0][0], place.spans[-1][1]
    return {
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "purpose": "identifying",
            "value": f"{place.speaker or 'somebody unnamed'} {place.did}: {one.wording}",
        },
        "target": _target(place, span, position=True),
    }


def _assessment(one: ChosenFinding) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "motivation": "assessing",
        "body": {
            "type": "TextualBody",
            "purpose": "assessing",
            "value": f"{one.kind}, {one.verdict}: {one.text}",
        },
        # In a title there is no place to count from: it is no part of the text.
        "target": [_target(place, place.span, position=not place.in_title) for place in one.places],
    }


def _sounding(one: ChosenRecording, place: OnTape, start: float, stop: float) -> dict[str, Any]:
    fragment = {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": f"t={start:g},{stop:g}",
    }
    return {
        "type": "Annotation",
        "motivation": "linking",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "value": f"{', '.join(place.how)}: {place.words}",
        },
        "target": [
            {"source": f"urn:sha256:{one.sha256}", "selector": [fragment]},
            {
                "source": place.paper.url or f"urn:sha256:{place.paper.sha256}",
                "selector": [
                    {"type": "TextPositionSelector", "start": place.spans[0][0], "end": place.spans[-1][1]}
                ],
            },
        ],
    }


def _target(place: Evidence | Rest, span: Span, *, position: bool) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": place.words, "prefix": place.before, "suffix": place.after}
    where = [{"type": "TextPositionSelector", "start": span[0], "end": span[1]}] if position else []
    return {"source": place.paper.url or f"urn:sha256:{place.paper.sha256}", "selector": [*where, quote]}


def rows(
    statements: Sequence[Chosen],
    findings: Sequence[ChosenFinding] = (),
    recordings: Sequence[ChosenRecording] = (),
) -> list[dict[str, Any]]:
    """One row a place, those of statements first; `finding` says what was found, where it is one's.

    Of what is laid on a `recording` (its name and SHA-256) there is `how`, and the seconds `from` and `to`.
    """
    made: list[dict[str, Any]] = [
        {
            **_printing(place.paper, place.words, place.spans),
            "statement": one.id,
            "speaker": one.speaker,
            "wording": one.wording,
            "did": place.did,
            "kind": place.kind,
            "verdict": "; ".join(f"{verdict.text} ({verdict.by})" for verdict in one.verdicts) or None,
        }
        for one in statements
        for place in one.evidence
    ]
    made += [
        {
            **_printing(place.paper, place.words, (place.span,)),
            "kind": one.kind,
            "finding": one.text,
            "verdict": one.verdict,
        }
        for one in findings
        for place in one.places
    ]
    made += [
        {
            **_printing(place.paper, place.words, place.spans),
            "speaker": place.speaker,
            "kind": "recording",
            "recording": f"{one.name} {one.sha256}",
            "from": place.start,
            "to": place.stop,
            "how": ", ".join(place.how),
        }
        for one in recordings
        for place in one.places
    ]
    return [{**dict.fromkeys(ROW), **row} for row in made]


def _printing(paper: Paper, words: str, spans: Sequence[Span]) -> dict[str, Any]:
    """Where words are printed, as every row tells it."""
    return {
        "document": paper.name,
        "outlet": paper.outlet,
        "title": paper.title,
        "url": paper.url,
        "seen": None if paper.published is None else str(paper.published),
        "words": words,
        "start": spans[0][0],
        "end": spans[-1][1],
        "sha256": paper.sha256,
    }


def as_jsonl(table: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows, one JSON object a line."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in table)


def as_csv(table: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows as CSV with a byte-order mark, by which spreadsheets know UTF-8.

    A text that a spreadsheet would run as a formula has an apostrophe before it; JSON has it as it is.
    """
    columns = list(dict.fromkeys(name for row in table for name in row))
    lines = [csv_line(columns), *(csv_line(cells(columns, row)) for row in table)]
    return "".join(lines).encode("utf-8-sig", "backslashreplace")


def _json(whole: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _without_nulls(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}
