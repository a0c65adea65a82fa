"""What a case says of who has what from whom: copies with their passages and credits, and credits alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.case.provenance.ruled import RuledCopy, ruled_copies, ruled_pairs
from hearsay.case.provenance.sides import stored_credits
from hearsay.link.outlets.directory import name_key
from hearsay.model import Copy, CopyKind, Credit, Moment

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as lists of copies name it."""

    id: str
    name: str
    outlet: str | None
    published: Moment | None


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy with its two documents.

    `credits` are those that the copying document gives the other's outlet, `excerpts` the words of each
    passage in the copying document, in the order of `copy.passages`. `ruled` is what a person ruled on it.
    """

    copy: Copy
    document: Printed
    source: Printed
    credits: tuple[Credit, ...]
    excerpts: tuple[str, ...]
    ruled: RuledCopy | None = None


@dataclass(frozen=True, slots=True)
class CreditRow:
    """One credit to an outlet of which the case has no document, or to agencies that are not named."""

    document: Printed
    credit: Credit


def copies(
    case: Case, *, kind: CopyKind | None = None, document: str | None = None, rejected: bool = False
) -> Iterator[CopyRow]:
    """Who has what from whom: by the copying document's name; of one document (an id) both ways.

    With `rejected` those too of which a person ruled that they are none.
    """
    listed = [copy for copy in ruled_copies(case, document, rejected=rejected) if kind in (None, copy.kind)]
    ruled = ruled_pairs(case)
    ends = None if document is None else {end for copy in listed for end in (copy.document, copy.source)}
    printed = printings(case, ends)
    credits = _credits(case, None if document is None else {copy.document for copy in listed})
    for copy in sorted(listed, key=lambda copy: (printed[copy.document].name, copy.document, copy.source)):
        source = printed[copy.source]
        given = credits.get(copy.document, ())
        named = tuple(
            credit
            for credit in given
            if credit.outlet is not None
            and source.outlet is not None
            and name_key(credit.outlet) == name_key(source.outlet)
        )
        unnamed = tuple(credit for credit in given if credit.outlet is None)
        yield CopyRow(
            copy,
            printed[copy.document],
            source,
            named or (unnamed if copy.kind == "wire copy" else ()),
            _excerpts(case, copy),
            ruled.get((copy.document, copy.source)),
        )


def outside_credits(case: Case) -> Iterator[CreditRow]:
    """The credits that lead out of the case, by the document's name and in the order of its text."""
    printed = printings(case)
    present = {name_key(one.outlet) for one in printed.values() if one.outlet is not None}
    rows = (
        CreditRow(printed[credit.document], credit)
        for listed in stored_credits(case).values()
        for credit in listed
        if credit.outlet is None or name_key(credit.outlet) not in present
    )
    yield from sorted(rows, key=lambda row: (row.document.name, row.document.id))


def _credits(case: Case, documents: Collection[str] | None) -> dict[str, tuple[Credit, ...]]:
    """The credits that the documents with these ids give, or all documents, by id."""
    if documents is None:
        return {given[0].document: given for given in stored_credits(case).values() if given}
    found: dict[str, tuple[Credit, ...]] = {}
    for id_ in documents:
        row = case.row("SELECT key FROM document WHERE id = ?", (id_,))
        found[id_] = () if row is None else stored_credits(case, row[0]).get(row[0], ())
    return found


def _excerpts(case: Case, copy: Copy) -> tuple[str, ...]:
    row = case.row("SELECT text FROM document WHERE id = ?", (copy.document,))
    return () if row is None else tuple(row[0][slice(*passage.one)] for passage in copy.passages)


def printings(case: Case, ids: Collection[str] | None = None) -> dict[str, Printed]:
    """The documents with these ids, or all, by their ids."""
    columns = (
        "SELECT d.id, d.name, t.name, d.published, d.published_precision, d.published_zone, "
        "d.published_origin FROM document d LEFT JOIN outlet t ON t.key = d.outlet"
    )
    if ids is None:
        rows = list(case.rows(columns))
    else:
        wanted = sorted(ids)
        rows = [
            row
            for start in range(0, len(wanted), _BATCH)
            for row in case.rows(
                f"{columns} WHERE d.id IN ({','.join('?' * len(wanted[start : start + _BATCH]))})",
                wanted[start : start + _BATCH],
            )
        ]
    return {id_: Printed(id_, name, outlet, moment(*stated)) for id_, name, outlet, *stated in rows}
