"""A page and its versions: the documents that were seen at one address."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.model import Moment, Precision

FROM_DOCUMENT = "FROM document d JOIN original o ON o.key = d.original LEFT JOIN outlet t ON t.key = d.outlet"

# When a version was made, as four columns, where an earlier version of its page is known; else nulls.
REVISED = ", ".join(
    f"CASE d.later WHEN 1 THEN d.modified{part} END" for part in ("", "_precision", "_zone", "_origin")
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a page: enough to list it; `document(case, version.id)` has the rest."""

    id: str
    name: str
    sha256: str
    title: str | None
    outlet: str | None
    published: Moment | None
    modified: Moment | None
    retrieved: str | None


def versions_of(case: Case, page: int) -> tuple[Version, ...]:
    """All versions of the page with this key, oldest first.

    Ordered by the time of modification or else of publication, then by when they were retrieved, then by
    hash; a version that states no time comes first.
    """
    listed = [
        Version(row[0], row[1], row[2], row[3], row[4], moment(*row[5:9]), moment(*row[9:13]), row[13])
        for row in case.rows(
            "SELECT d.id, d.name, o.sha256, d.title, t.name, "
            "d.published, d.published_precision, d.published_zone, d.published_origin, "
            "d.modified, d.modified_precision, d.modified_zone, d.modified_origin, "
            "(SELECT min(s.retrieved) FROM sighted l JOIN sighting s ON s.key = l.sighting "
            f"WHERE l.document = d.key) {FROM_DOCUMENT} WHERE d.page = ?",
            (page,),
        )
    ]
    return tuple(sorted(listed, key=_age))


def settle_versions(case: Case, page: int) -> None:
    """Note which versions of a page are not its first, and that statements depend on it, if that changed."""
    later = {version.id: int(place > 0) for place, version in enumerate(versions_of(case, page))}
    changed = [
        key
        for key, id_, noted in case.rows("SELECT key, id, later FROM document WHERE page = ?", (page,))
        if later[id_] != noted
    ]
    for key in changed:
        case.write("UPDATE document SET later = 1 - later WHERE key = ?", (key,))
        case.write("DELETE FROM compared WHERE document = ?", (key,))
        case.write(
            "UPDATE block SET stale = 1 WHERE stale = 0 AND key IN "
            "(SELECT block FROM attribution WHERE document = ? AND block IS NOT NULL)",
            (key,),
        )


def _age(version: Version) -> tuple[bool, str, str, str, str]:
    stated = version.modified or version.published
    instant = "" if stated is None else stated.bounds()[0].isoformat()
    return (stated is not None, instant, version.retrieved or "", version.sha256, version.id)


def moment(value: str | None, precision: str, zone: str | None, origin: str) -> Moment | None:
    """The moment that four columns of `document` hold."""
    return None if value is None else Moment(value, Precision(precision), zone, origin)
