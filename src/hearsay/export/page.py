"""The ledger as one self-contained page: no script, nothing fetched, readable on paper."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import jinja2

from hearsay import __version__
from hearsay.case import (
    AppearanceRow,
    Case,
    DocumentView,
    StatementRow,
    attribution_counts,
    document,
    documents,
    overview,
    refusals,
    widest_statements,
)
from hearsay.errors import HearsayError
from hearsay.export.beyond import beyond
from hearsay.export.counts import (
    LONGEST_NAME,
    UNDATED,
    UNKNOWN_OUTLET,
    UNNAMED,
    carried_by,
    count,
    date_text,
    first_seen,
    holdings,
    printed,
    reach,
    time_span,
)
from hearsay.export.excerpt import Piece, excerpt
from hearsay.export.visible import one_line, visible
from hearsay.model import Document

# Statements whose appearances are unfolded when the page opens; the others unfold on a click.
OPENED = 3
# Rows beyond which a browser is slow to lay out one table; the case itself holds them all.
LISTED_DOCUMENTS = 2_000
LISTED_REFUSALS = 500
# Characters; the longest headlines of real pages have some 200.
LONGEST_TITLE = 300
APPEARANCES = 200


@dataclass(frozen=True, slots=True)
class _Appearance:
    document: str
    outlet: str
    published: str
    kind: str
    language: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    id: str
    wording: str
    speaker: str
    reach: str
    first: str
    outlets: str
    heading: str
    appearances: tuple[_Appearance, ...]


@dataclass(frozen=True, slots=True)
class _Document:
    id: str
    name: str
    title: str
    outlet: str
    published: str
    origin: str
    version: str
    attributions: int


def write_page(case: Case, target: Path, *, limit: int = 100) -> None:
    """Write the ledger of `case`, its `limit` widest statements, as an HTML page to `target`.

    Raises `HearsayError` where the page cannot be written; what stood there before is then unharmed.
    """
    unfinished = target.with_name(target.name + ".part")
    try:
        _checked(target, case)
        html = page(case, limit=limit)
        unfinished.write_text(html, encoding="utf-8", errors="backslashreplace")
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise HearsayError(
            f"the page cannot be written ({error.strerror})",
            where=str(target),
            remedy="Name another place with --output.",
        ) from error


def _checked(target: Path, case: Case) -> None:
    """Raise where a page at `target` would take the place of what is no page."""
    if not target.exists() or (target.is_file() and not target.samefile(case.path)):
        return
    if target.is_file():
        what = "the page would take the place of the case"
    else:
        what = f"this is {'a folder' if target.is_dir() else 'a device or a pipe'}, no place for a page"
    raise HearsayError(what, where=str(target), remedy="Name another place with --output.")


def page(case: Case, *, limit: int = 100) -> str:
    """The ledger of `case` as an HTML page."""
    templates = files("hearsay.export") / "templates"
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, finalize=_shown)
    template = environment.from_string((templates / "ledger.html").read_text("utf-8"))
    style = (templates / "ledger.css").read_text("utf-8")
    with case.snapshot():
        figures = overview(case)
        shown = widest_statements(case, limit)
        views = _Views(case)
        listed, total = _documents(case)
        refused = refusals(case)
        return template.render(
            title=case.path.stem,
            version=__version__,
            style=style,
            summary=holdings(figures),
            span=time_span(figures),
            statements=[_statement(row, views) for row in shown],
            beyond=beyond(case),
            selection=_selection(len(shown), figures.statements),
            opened=OPENED,
            documents=listed,
            document_selection=f"{len(listed):,} of {total:,}, by date; those without one last.",
            refusals=refused[:LISTED_REFUSALS],
            refusals_more=max(0, len(refused) - LISTED_REFUSALS),
        )


def _selection(shown: int, statements: int) -> str:
    if statements < 2:
        return ""
    chosen = f"The {shown:,} widest of" if shown < statements else "All"
    return (
        f"{chosen} {count(statements, 'statement')}: by the number of known outlets that carry them, then of "
        "documents."
    )


def _shown(value: object) -> object:
    """What the template prints; text of strangers so that nothing in it hides or reorders anything."""
    return visible(value) if type(value) is str else value


class _Views:
    """The documents that the shown statements appear in, each read once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._views: dict[str, DocumentView] = {}

    def __call__(self, identifier: str) -> DocumentView:
        if identifier not in self._views:
            self._views[identifier] = document(self._case, identifier)
        return self._views[identifier]


def _statement(row: StatementRow, views: _Views) -> _Statement:
    more = len(row.appearances) - APPEARANCES
    heading = count(len(row.appearances), "appearance")
    return _Statement(
        id=row.id,
        wording=row.wording,
        speaker=row.speaker or UNNAMED,
        reach=reach(row),
        first=first_seen(row),
        outlets=carried_by(row) if row.outlets else "",
        heading=f"{heading}, the first {APPEARANCES} shown" if more > 0 else heading,
        appearances=tuple(_appearance(one, views) for one in row.appearances[:APPEARANCES]),
    )


def _appearance(row: AppearanceRow, views: _Views) -> _Appearance:
    view = views(row.document)
    attribution = next(one for one in view.attributions if one.id == row.attribution)
    return _Appearance(
        document=row.document,
        outlet=one_line(row.outlet or UNKNOWN_OUTLET, LONGEST_NAME),
        published=printed(row),
        kind=row.kind,
        language=view.document.language,
        pieces=excerpt(view.document.text, attribution),
    )


def _documents(case: Case) -> tuple[list[_Document], int]:
    """The rows of the table of documents, and how many there are in the case."""
    attributions = attribution_counts(case)
    # Without their texts, which of a large case would fill the memory.
    everything = sorted((replace(one, text="") for one in documents(case)), key=_by_date)
    versions = Counter(one.url for one in everything if one.url)
    rows = [
        _Document(
            id=one.id,
            name=one.name,
            title=one_line(one.title or "Untitled", LONGEST_TITLE),
            outlet=one_line(one.outlet or UNKNOWN_OUTLET, LONGEST_NAME),
            published=date_text(one.published),
            origin=_origin(one),
            version=f"one of {versions[one.url]} versions" if one.url and versions[one.url] > 1 else "",
            attributions=attributions.get(one.id, 0),
        )
        for one in everything[:LISTED_DOCUMENTS]
    ]
    return rows, len(everything)


def _by_date(one: Document) -> tuple[bool, str, str]:
    return (one.published is None, one.published.bounds()[1].isoformat() if one.published else "", one.id)


def _origin(one: Document) -> str:
    stated = [f"from {one.published.origin}"] if one.published else []
    if one.modified and (one.published is None or one.modified.value != one.published.value):
        stated.append(f"changed {date_text(one.modified)}")
    return "; ".join(stated) or (UNDATED if one.published else "")
