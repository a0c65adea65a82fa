"""From what a person types to the one thing in the case that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hearsay.case.file import Case
from hearsay.case.pages import versions_of
from hearsay.errors import NotFoundError

# As many as fit on a screen; more do not help to choose.
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an id, a part of an id, or a document's name stands for; `id` is whole."""

    kind: Literal["statement", "document", "attribution"]
    id: str


class AmbiguousError(NotFoundError):
    """More than one thing in the case could be meant; the remedy lists them."""


def resolve_id(case: Case, text: str) -> Resolved:
    """What `text` names: a document by its exact name, or anything by its id or the beginning of one.

    A name wins over ids, a whole id over the beginning of another. Raises `NotFoundError`, and
    `AmbiguousError` (its child) with the candidates.
    """
    with case.snapshot():
        named = _named(case, text)
        if named:
            return Resolved("document", _newest(case, text, named))
        found = [Resolved(*row) for row in _ids(case, text)]
        whole = [candidate for candidate in found if candidate.id == text]
        if len(found) == 1 or len(whole) == 1:
            return (whole or found)[0]
        if found:
            raise _ambiguous(case, text, [f"{candidate.kind} {candidate.id}" for candidate in found])
        raise _missing(case, text)


def document_key(case: Case, text: str) -> int:
    """The key of the document that `text` names, by name, id or the beginning of an id; raises as above."""
    named = _named(case, text)
    if named:
        wanted = _newest(case, text, named)
    else:
        found = [id_ for kind, id_ in _ids(case, text) if kind == "document"]
        if not found:
            raise _missing(case, text)
        if len(found) > 1 and text not in found:
            raise _ambiguous(case, text, found)
        wanted = text if text in found else found[0]
    row = case.row("SELECT key FROM document WHERE id = ?", (wanted,))
    if row is None:
        raise _missing(case, text)
    return int(row[0])


def statement_key(case: Case, text: str) -> int:
    """The key of the statement whose id is `text` or begins with it; raises as above."""
    rows = list(
        case.rows(
            "SELECT key, id FROM statement WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
            (*_prefix(text), _SHOWN),
        )
    )
    if not rows:
        raise _missing(case, text)
    if len(rows) > 1 and rows[0][1] != text:
        raise _ambiguous(case, text, [row[1] for row in rows])
    return int(rows[0][0])


def statement_id_of(case: Case, attribution: str) -> str:
    """The id of the statement in which the attribution with this id stands; raises `NotFoundError`."""
    row = case.row(
        "SELECT s.id FROM attribution a JOIN appearance e ON e.attribution = a.key "
        "JOIN statement s ON s.key = e.statement WHERE a.id = ?",
        (attribution,),
    )
    if row is None:
        raise NotFoundError(
            f"the attribution {attribution} is in no statement yet",
            where=str(case.path),
            remedy="Run `hearsay add` once more; it groups what an interrupted run left.",
        )
    return str(row[0])


def _named(case: Case, text: str) -> list[tuple[str, int]]:
    """Documents of this name: id and page."""
    # A document that was seen under several names answers to each of them.
    return [
        (id_, page)
        for id_, page in case.rows(
            "SELECT id, page FROM document WHERE name = :name UNION "
            "SELECT d.id, d.page FROM sighted l JOIN document d ON d.key = l.document WHERE l.name = :name "
            "ORDER BY 1",
            {"name": text},
        )
    ]


def _newest(case: Case, text: str, named: list[tuple[str, int]]) -> str:
    if len({page for _, page in named}) > 1:
        raise _ambiguous(case, text, [id_ for id_, _ in named])
    ids = {id_ for id_, _ in named}
    return [version.id for version in versions_of(case, named[0][1]) if version.id in ids][-1]


def _ids(case: Case, text: str) -> list[tuple[Literal["statement", "document", "attribution"], str]]:
    """What has an id that is `text` or begins with it."""
    if not text:
        return []
    kinds: tuple[Literal["statement", "document", "attribution"], ...] = (
        "statement",
        "document",
        "attribution",
    )
    return [
        (kind, id_)
        for kind in kinds
        for (id_,) in case.rows(
            f"SELECT id FROM {kind} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?", (*_prefix(text), _SHOWN)
        )
    ]


def _prefix(text: str) -> tuple[str, str]:
    # Ids are hexadecimal, so that "g" is above every one that begins with `text`.
    return text, text + "g"


def _missing(case: Case, text: str) -> NotFoundError:
    return NotFoundError(
        f"nothing in the case has the id or name {text!r}",
        where=str(case.path),
        remedy="`hearsay search CASE WORDS` and `hearsay statements CASE` give ids.",
    )


def _ambiguous(case: Case, text: str, candidates: list[str]) -> AmbiguousError:
    more = ", ..." if len(candidates) >= _SHOWN else ""
    return AmbiguousError(
        f"{text!r} could mean more than one thing",
        where=str(case.path),
        remedy=f"Say which: {', '.join(candidates[:_SHOWN])}{more}.",
    )
