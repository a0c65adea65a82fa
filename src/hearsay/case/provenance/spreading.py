"""How a statement, or everything in a case, spread; and from how many roots a statement comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.listing import StatementRow, rows_of
from hearsay.case.pages import REVISED, moment
from hearsay.case.provenance.facts import known_outlets
from hearsay.case.provenance.rooting import Rooter
from hearsay.case.provenance.ruled import ruled_copies
from hearsay.case.resolve import statement_key
from hearsay.link.outlets import Directory
from hearsay.link.spread import Sighting, Spread, spread
from hearsay.model import Outlet, Roots


@dataclass(frozen=True, slots=True)
class StatementSpread:
    """One statement, how it spread and where it comes from; `names` are the documents' names by their ids."""

    row: StatementRow
    spread: Spread
    roots: Roots
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet of the case: what is known of it, and how many pages of it there are."""

    name: str
    known: Outlet | None
    documents: int


def statement_spread(case: Case, id_: str) -> StatementSpread:
    """The statement with this id (or the beginning of it); raises `NotFoundError`, `AmbiguousError`."""
    with case.snapshot():
        key = statement_key(case, id_)
        (row,) = rows_of(case, [key])
        rooter = Rooter(case)
        found = rooter.roots(key)
        copied = {one.document for one in found.reliances if one.rule == "copied"}
        carried = {one.document for one in found.reliances}
        sightings = [one for one in _sightings(case, known_outlets(case), copied) if one.document in carried]
        return StatementSpread(row, spread(sightings), found, {one.document: one.name for one in sightings})


def case_spread(case: Case) -> Spread:
    """How all that is in the case spread: of each page the first version; copied is what is a whole copy."""
    with case.snapshot():
        copied = {copy.document for copy in ruled_copies(case) if copy.kind in ("wire copy", "copy")}
        return spread(_sightings(case, known_outlets(case), copied, first_versions=True))


def outlets(case: Case) -> tuple[OutletRow, ...]:
    """The outlets that the case has documents of, those with most pages first."""
    known = known_outlets(case)
    rows = case.rows(
        "SELECT t.name, max(d.url), count(DISTINCT d.page) FROM outlet t JOIN document d ON d.outlet = t.key "
        "GROUP BY t.key ORDER BY 3 DESC, 1"
    )
    return tuple(OutletRow(name, known.outlet(name, url), pages) for name, url, pages in rows)


def _sightings(
    case: Case, known: Directory, copied: set[str], *, first_versions: bool = False
) -> Iterator[Sighting]:
    for id_, name, outlet, url, language, *stated in case.rows(
        "SELECT d.id, d.name, t.name, d.url, d.language, "
        f"d.published, d.published_precision, d.published_zone, d.published_origin, {REVISED} "
        "FROM document d LEFT JOIN outlet t ON t.key = d.outlet "
        f"{'WHERE d.later = 0 ' if first_versions else ''}ORDER BY d.id"
    ):
        found = known.outlet(outlet, url)
        yield Sighting(
            id_,
            name,
            outlet or (found.name if found else None),
            found.country if found else None,
            found.owner if found else None,
            language,
            moment(*stated[4:]) or moment(*stated[:4]),
            id_ in copied,
        )
