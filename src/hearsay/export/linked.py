"""Statements for other programs: schema.org claims, W3C annotations, and rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from hearsay.export.cells import cells, csv_line
from hearsay.export.chosen import Chosen, Evidence


def claims(statements: Sequence[Chosen]) -> bytes:
    """Claims with their appearances as JSON-LD (schema.org/Claim).

    There is no ClaimReview: it carries a rating, and Hearsay gives none.
    """
    return _json({"@context": "https://schema.org", "@graph": [_claim(one) for one in statements]})


def _claim(one: Chosen) -> dict[str, Any]:
    works = [_work(place) for place in one.evidence]
    dated = [work for work in works if "datePublished" in work]
    return _without_nulls(
        {
            "@type": "Claim",
            "identifier": one.id or None,
            "text": one.wording,
            "author": None if one.speaker is None else {"@type": "Thing", "name": one.speaker},
            "appearance": works,
            # Of undated documents none is called the first.
            "firstAppearance": dated[0] if dated else None,
        }
    )


def _work(place: Evidence) -> dict[str, Any]:
    return _without_nulls(
        {
            "@type": "CreativeWork",
            "headline": place.title,
            "url": place.url,
            "inLanguage": place.language,
            "datePublished": None if place.published is None else str(place.published),
            "publisher": None if place.outlet is None else {"@type": "Organization", "name": place.outlet},
            "sha256": place.sha256,
            "text": place.words,
        }
    )


def web_annotations(statements: Sequence[Chosen]) -> bytes:
    """One W3C Web Annotation a place: the words by position and by quotation, and who said them."""
    return _json(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "AnnotationCollection",
            "label": "Attributions",
            "total": sum(len(one.evidence) for one in statements),
            "first": {
                "type": "AnnotationPage",
                "items": [_annotation(one, place) for one in statements for place in one.evidence],
            },
        }
    )


def _annotation(one: Chosen, place: Evidence) -> dict[str, Any]:
    start, stop = place.spans[0][0], place.spans[-1][1]
    quote = {"type": "TextQuoteSelector", "exact": place.words, "prefix": place.before, "suffix": place.after}
    return {
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "purpose": "identifying",
            "value": f"{place.speaker or 'somebody unnamed'} {place.did}: {one.wording}",
        },
        "target": {
            "source": place.url or f"urn:sha256:{place.sha256}",
            "selector": [{"type": "TextPositionSelector", "start": start, "end": stop}, quote],
        },
    }


def rows(statements: Sequence[Chosen]) -> list[dict[str, Any]]:
    """One row a place."""
    return [
        {
            "statement": one.id,
            "speaker": one.speaker,
            "wording": one.wording,
            "document": place.name,
            "outlet": place.outlet,
            "title": place.title,
            "url": place.url,
            "seen": None if place.published is None else str(place.published),
            "did": place.did,
            "kind": place.kind,
            "words": place.words,
            "start": place.spans[0][0],
            "end": place.spans[-1][1],
            "sha256": place.sha256,
        }
        for one in statements
        for place in one.evidence
    ]


def as_jsonl(statements: Sequence[Chosen]) -> bytes:
    """The rows, one JSON object a line."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in rows(statements))


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
