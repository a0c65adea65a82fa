"""What a case holds of documents: one with all that belongs to it, its spans, and what was refused."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.case.file import Case, Row
from hearsay.case.pages import FROM_DOCUMENT, Version, moment, versions_of
from hearsay.case.resolve import document_key
from hearsay.case.times import Times, times_of
from hearsay.case.warrant import Warrant, warrant_of
from hearsay.errors import CaseError
from hearsay.model import (
    Artefact,
    Attribution,
    Document,
    Hedge,
    Occasion,
    Refusal,
    Span,
    TimeExpression,
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place at which the bytes of a document were seen.

    `retrieved` is the ISO time of the fetch or of the archive's record, `None` where there is none;
    `first_seen` (ISO, UTC) when this case first saw them there. Both are custody, nothing is derived from
    `first_seen`.
    """

    location: str
    name: str
    retrieved: str | None
    first_seen: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document and what the case knows of it.

    `attributions` are in the order of the text; `artefacts` and `occasions` are what they stand in and were
    said at, `hedges` those of sentences that credit nobody, `times` all time expressions; `statements` holds
    the id of the statement of each attribution, in the same order (`None` while it is not grouped yet).
    `versions` lists all versions of the page, oldest first, this one among them. `size` is that of the
    original in bytes.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    statements: tuple[str | None, ...]
    versions: tuple[Version, ...]
    sightings: tuple[Sighting, ...]
    size: int
    artefacts: tuple[Artefact, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    times: tuple[TimeExpression, ...] = ()


def document(case: Case, name: str) -> DocumentView:
    """The document with this id or name; of several versions of a page that share a name, the newest.

    Raises `NotFoundError`, or `AmbiguousError` (its child) where several pages have the name.
    """
    with case.snapshot():
        key = document_key(case, name)
        row = case.row(f"SELECT {_DOCUMENT}, o.size, d.page {FROM_DOCUMENT} WHERE d.key = ?", (key,))
        if row is None:  # the key was found in this same snapshot
            raise CaseError(
                f"document {name} is damaged", where=str(case.path), remedy="Run `hearsay verify`."
            )
        found = _document(row)
        warrant = warrant_of(case, key, found.id)
        times = times_of(case, key)
        pairs = tuple(_attributions(case, key, found.id, warrant, times))
        return DocumentView(
            document=found,
            attributions=tuple(attribution for attribution, _ in pairs),
            statements=tuple(statement for _, statement in pairs),
            versions=versions_of(case, row[-1]),
            sightings=tuple(
                Sighting(*seen)
                for seen in case.rows(
                    "SELECT s.location, l.name, s.retrieved, s.first_seen FROM sighted l "
                    "JOIN sighting s ON s.key = l.sighting WHERE l.document = ? ORDER BY s.location, s.key",
                    (key,),
                )
            ),
            size=row[-2],
            artefacts=warrant.artefacts,
            occasions=warrant.occasions,
            hedges=warrant.loose,
            times=times.all,
        )


def documents(case: Case, among: Iterable[str] | None = None) -> Iterator[Document]:
    """Every version of every page, by name and id; with `among` those with these ids."""
    condition, values = "", []
    if among is not None:
        condition, values = "WHERE d.id IN (SELECT value FROM json_each(?))", [json.dumps(sorted(set(among)))]
    for row in case.rows(f"SELECT {_DOCUMENT} {FROM_DOCUMENT} {condition} ORDER BY d.name, d.id", values):
        yield _document(row)


def attribution_counts(case: Case) -> dict[str, int]:
    """How many attributions each document (by id) has; those without any are left out."""
    return dict(
        case.rows(
            "SELECT d.id, count(*) FROM attribution a JOIN document d ON d.key = a.document "
            "WHERE a.rejected = 0 GROUP BY d.key"
        )
    )


def refusals(case: Case, *, superseded: bool = False) -> tuple[Refusal, ...]:
    """What was offered and could not be taken in, by location.

    Those that a later `add` could read are left out unless `superseded`.
    """
    rows = case.rows(
        "SELECT location, what, remedy, sha256 FROM refusal WHERE superseded <= ? ORDER BY location, sha256",
        (int(superseded),),
    )
    return tuple(
        Refusal(location, what, remedy, sha256 or None)
        for location, what, remedy, sha256 in sorted(rows, key=lambda row: _in_reading_order(row[0]))
    )


def _in_reading_order(location: str) -> tuple[str, int]:
    """Sorts line 4 of a file before its line 12."""
    place, _, number = location.rpartition("=")
    return (place, int(number)) if number.isdecimal() and len(number) < 19 else (location, 0)


def spans_of(case: Case, document: int) -> dict[int, dict[str, tuple[Span, ...]]]:
    """The spans of all attributions of the document with this key: by attribution's key, then by part."""
    spans: dict[int, dict[str, tuple[Span, ...]]] = {}
    for key, part, start, stop in case.rows(
        "SELECT s.attribution, s.part, s.start, s.stop FROM attribution a "
        "JOIN span s ON s.attribution = a.key WHERE a.document = ? ORDER BY s.attribution, s.part, s.start",
        (document,),
    ):
        parts = spans.setdefault(key, {})
        parts[part] = (*parts.get(part, ()), (start, stop))
    return spans


def spans_in(stored: str) -> tuple[Span, ...]:
    """The spans of a JSON array of pairs."""
    return tuple((start, stop) for start, stop in json.loads(stored))


_DOCUMENT = (
    "d.id, d.name, o.sha256, d.text, d.part, d.url, d.title, t.name, d.authors, d.language, "
    "d.published, d.published_precision, d.published_zone, d.published_origin, "
    "d.modified, d.modified_precision, d.modified_zone, d.modified_origin, d.blocks"
)


def _document(row: Row) -> Document:
    id_, name, sha256, text, part, url, title, outlet, authors, language = row[:10]
    return Document(
        id=id_,
        name=name,
        sha256=sha256,
        text=text,
        part=part,
        url=url,
        title=title,
        outlet=outlet,
        authors=tuple(json.loads(authors)),
        language=language,
        published=moment(*row[10:14]),
        modified=moment(*row[14:18]),
        blocks=spans_in(row[18]),
    )


def _attributions(
    case: Case, document: int, id_: str, warrant: Warrant, times: Times
) -> Iterator[tuple[Attribution, str | None]]:
    spans = spans_of(case, document)
    for key, attribution, kind, mode, speaker, role, parent, act, negated, whole, statement in case.rows(
        "SELECT a.key, a.id, a.kind, a.mode, s.name, a.role, p.id, a.act, a.negated, a.whole, t.id "
        "FROM attribution a LEFT JOIN speaker s ON s.key = a.speaker "
        "LEFT JOIN attribution p ON p.key = a.parent LEFT JOIN appearance e ON e.attribution = a.key "
        "LEFT JOIN statement t ON t.key = e.statement "
        "WHERE a.document = ? ORDER BY a.key",
        (document,),
    ):
        parts = spans.get(key, {})
        yield (
            Attribution(
                attribution,
                id_,
                kind,
                mode,
                parts.get("content", ()),
                parts.get("cue", ()),
                parts.get("source", ()),
                speaker,
                role,
                parent,
                act,
                bool(negated),
                whole,
                warrant.hedges.get(key, ()),
                warrant.chains.get(key, ()),
                warrant.settings.get(key),
                times.said.get(key),
            ),
            statement,
        )
