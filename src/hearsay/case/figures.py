"""The figures of a case."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.model import Kind, Moment


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of a case, each with its own meaning.

    `direct`, `mixed` and `indirect` are all the attributions but for those that a person rejected;
    `thoughts` of them credit thoughts, not words.

    `documents` counts pages, however often they changed; `versions` every version of them that is kept.
    `first` and `last` are the earliest and the latest date of publication as stated; `undated` counts the
    versions that state none. `refusals` counts what was offered, could not be read, and still cannot.
    `ungrouped` is the number of versions that an interrupted `add` stored without finding their
    statements; the next `add` does that.
    """

    documents: int
    versions: int
    outlets: int
    direct: int
    mixed: int
    indirect: int
    thoughts: int
    statements: int
    first: Moment | None
    last: Moment | None
    undated: int
    refusals: int
    ungrouped: int

    @property
    def attributions(self) -> int:
        """Attributions of all three kinds."""
        return self.direct + self.mixed + self.indirect


def overview(case: Case) -> Overview:
    """The figures of the case."""
    with case.snapshot():
        # Those that a person rejected are few, and subtracted: the index of kinds alone counts the rest.
        kinds: Counter[Kind] = Counter(
            dict(case.rows("SELECT kind, count(*) FROM attribution GROUP BY kind"))
        )
        kinds.subtract(
            dict(case.rows("SELECT kind, count(*) FROM attribution WHERE rejected = 1 GROUP BY kind"))
        )
        return Overview(
            documents=_count(case, "SELECT count(*) FROM page"),
            versions=_count(case, "SELECT count(*) FROM document"),
            outlets=_count(case, "SELECT count(*) FROM outlet"),
            direct=kinds.get("direct", 0),
            mixed=kinds.get("mixed", 0),
            indirect=kinds.get("indirect", 0),
            thoughts=_count(case, "SELECT count(*) FROM attribution WHERE mode = 'thought' AND rejected = 0"),
            statements=_count(case, "SELECT count(*) FROM statement"),
            first=_published(case, "published_from, published, id"),
            last=_published(case, "published_until DESC, published DESC, id"),
            undated=_count(case, "SELECT count(*) FROM document WHERE published IS NULL"),
            refusals=_count(case, "SELECT count(*) FROM refusal WHERE superseded = 0"),
            ungrouped=_count(case, "SELECT count(*) FROM document WHERE linked = 0")
            or _count(
                case,
                "SELECT count(DISTINCT a.document) FROM block b JOIN attribution a ON a.block = b.key "
                "WHERE b.stale = 1",
            ),
        )


def _published(case: Case, order: str) -> Moment | None:
    row = case.row(
        "SELECT published, published_precision, published_zone, published_origin FROM document "
        f"WHERE published IS NOT NULL ORDER BY {order} LIMIT 1"
    )
    return None if row is None else moment(*row)


def _count(case: Case, sql: str) -> int:
    row = case.row(sql)
    return 0 if row is None else int(row[0])
