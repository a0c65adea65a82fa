"""Store what was read: originals, documents, sightings, attributions."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hearsay.case.columns import columns, digest
from hearsay.case.file import Case, storable
from hearsay.case.pages import settle_versions
from hearsay.case.quotations import quotation_key, words_of
from hearsay.case.refuse import container, refuse
from hearsay.case.times import store_times
from hearsay.case.warrant import store_warrant
from hearsay.case.withdraw import withdraw
from hearsay.link.passages import passages
from hearsay.model import Document, Extraction, Refusal, content_id

if TYPE_CHECKING:
    from hearsay.extract.stream import Reading


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing one reading did, counted in documents."""

    added: int = 0
    unchanged: int = 0
    new_versions: int = 0
    attributions: int = 0
    refused: tuple[Refusal, ...] = ()


def now() -> str:
    """The wall clock, for custody only: no result depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Writer:
    """Stores readings in the transaction that the caller has opened.

    It remembers the keys that it gave, so it must be thrown away when a transaction fails.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._names: dict[str, dict[str, int]] = {
            table: dict(case.rows(f"SELECT name, key FROM {table}")) for table in ("outlet", "speaker")
        }
        self._last_attribution = _last(case, "attribution")

    def store(self, reading: Reading, seen: str) -> Stored:
        """Store one reading, seen at the ISO time `seen`; what is there already stays as it is."""
        added = unchanged = new_versions = attributions = 0
        refused = list(reading.refusals)
        documents = []
        for document, extraction in reading.documents:
            fault = _unstorable(document)
            if fault is None:
                documents.append((document, extraction))
            else:
                refused.append(Refusal(reading.item.location, fault, _UTF8, document.sha256))
        if documents:
            original = self._original(reading.item.content)
            sighting = self._sighting(reading, original, seen, whole=not refused)
            for document, extraction in documents:
                place = _place(document, reading.item.location)
                row = self._case.row("SELECT key, page, reading FROM document WHERE id = ?", (document.id,))
                if row is None:
                    known = self._page_of(document, place)
                    page = known or self._new_page()
                    key, found = self._insert(document, extraction, original, page)
                    added += 1
                    new_versions += known is not None
                    attributions += found
                else:
                    key, page, kept = row
                    unchanged += 1
                    if place is not None:
                        self._join_pages(page, place)
                    if digest(document, extraction) < kept:
                        self._replace(key, document, extraction)
                    self._prefer(key, document.sha256, original)
                self._sighted(sighting, key, document.name, place)
                settle_versions(self._case, page)
        for refusal in refused:
            refuse(self._case, refusal, seen)
        return Stored(added, unchanged, new_versions, attributions, tuple(refused))

    def _original(self, content: bytes) -> int:
        sha256 = hashlib.sha256(content).hexdigest()
        row = self._case.row("SELECT key FROM original WHERE sha256 = ?", (sha256,))
        if row is not None:
            return int(row[0])
        packed = content if content[:2] == _GZIP else zlib.compress(content, _EFFORT)
        packing = "zlib" if len(packed) < len(content) else "none"
        return self._case.write(
            "INSERT INTO original (sha256, size, packing, content) VALUES (?, ?, ?, ?)",
            (sha256, len(content), packing, packed if packing == "zlib" else content),
        )

    def _sighting(self, reading: Reading, original: int, seen: str, *, whole: bool) -> int:
        item = reading.item
        location = storable(item.location)
        row = self._case.row(
            "SELECT key, retrieved, whole FROM sighting WHERE location = ? AND original = ?",
            (location, original),
        )
        if row is None:
            return self._case.write(
                "INSERT INTO sighting (location, original, retrieved, first_seen, whole) "
                "VALUES (?, ?, ?, ?, ?)",
                (location, original, item.retrieved, seen, whole),
            )
        key, retrieved, was_whole = row
        earliest = min((time for time in (retrieved, item.retrieved) if time is not None), default=None)
        if (earliest, whole) != (retrieved, bool(was_whole)):
            self._case.write(
                "UPDATE sighting SET retrieved = ?, whole = ? WHERE key = ?", (earliest, whole, key)
            )
        return int(key)

    def _sighted(self, sighting: int, document: int, name: str, place: str | None) -> None:
        row = self._case.row(
            "SELECT name FROM sighted WHERE sighting = ? AND document = ?", (sighting, document)
        )
        if row is None:
            self._case.write("INSERT INTO sighted VALUES (?, ?, ?, ?)", (sighting, document, name, place))
            # The smallest of its names, so that the order in which they were seen does not matter.
            self._case.write("UPDATE document SET name = ?1 WHERE key = ?2 AND name > ?1", (name, document))

    def _page_of(self, document: Document, place: str | None) -> int | None:
        """The page that a new document is a version of, `None` for a page of its own."""
        if place is None:
            row = self._case.row("SELECT page FROM document WHERE url = ? LIMIT 1", (document.url,))
        else:
            row = self._case.row(
                "SELECT d.page FROM sighted l JOIN document d ON d.key = l.document "
                "WHERE l.place = ? LIMIT 1",
                (place,),
            )
        return None if row is None else int(row[0])

    def _new_page(self) -> int:
        return self._case.write("INSERT INTO page DEFAULT VALUES")

    def _join_pages(self, page: int, place: str) -> None:
        """A document was seen at a second place: what was seen there before are versions of it, too."""
        for (other,) in list(
            self._case.rows(
                "SELECT DISTINCT d.page FROM sighted l JOIN document d ON d.key = l.document "
                "WHERE l.place = ? AND d.page <> ?",
                (place, page),
            )
        ):
            # How many pages carry a statement changes with it.
            self._case.write(
                "UPDATE block SET stale = 1 WHERE stale = 0 AND key IN (SELECT a.block FROM document d "
                "JOIN attribution a ON a.document = d.key WHERE d.page IN (?, ?) AND a.block IS NOT NULL)",
                (page, other),
            )
            self._case.write(
                "DELETE FROM compared WHERE document IN (SELECT key FROM document WHERE page = ?)", (other,)
            )
            self._case.write("UPDATE document SET page = ? WHERE page = ?", (page, other))
            self._case.write("DELETE FROM page WHERE key = ?", (other,))

    def _insert(
        self, document: Document, extraction: Extraction, original: int, page: int
    ) -> tuple[int, int]:
        """The key of the new document, and how many attributions it has."""
        values = {
            "id": document.id,
            "page": page,
            "original": original,
            "name": document.name,
            "part": document.part,
            "url": document.url,
            **columns(document, extraction, self._named("outlet", document.outlet)),
        }
        key = self._case.write(
            f"INSERT INTO document ({', '.join(values)}) VALUES ({', '.join(f':{name}' for name in values)})",
            values,
        )
        return key, self._attributions(key, document.text, extraction)

    def _replace(self, key: int, document: Document, extraction: Extraction) -> None:
        """Of two readings of the same bytes at the same address the one with the smaller digest is kept.

        They differ where a server declared another charset, say; which one came first must not matter.
        """
        withdraw(self._case, key)
        values = columns(document, extraction, self._named("outlet", document.outlet))
        self._case.write(
            f"UPDATE document SET linked = 0, {', '.join(f'{name} = :{name}' for name in values)} "
            "WHERE key = :key",
            {**values, "key": key},
        )
        self._attributions(key, document.text, extraction)

    def _prefer(self, key: int, sha256: str, original: int) -> None:
        """Of several feeds that hold one entry the one with the smallest hash stands as its original."""
        self._case.write(
            "UPDATE document SET original = ?1 WHERE key = ?2 AND original <> ?1 "
            "AND (SELECT o.sha256 FROM original o WHERE o.key = document.original) > ?3",
            (original, key, sha256),
        )

    def _attributions(self, document: int, text: str, extraction: Extraction) -> int:
        """How many attributions the document has, once they are taken apart and stored."""
        attributions = passages(text, extraction.attributions)
        keys: dict[str, int] = {}
        for attribution in attributions:
            self._last_attribution += 1
            keys[attribution.id] = self._last_attribution
        rows = []
        spans: list[tuple[int, str, int, int]] = []
        for attribution in attributions:
            key = keys[attribution.id]
            words = words_of(text, attribution.content)
            rows.append(
                (
                    key,
                    attribution.id,
                    document,
                    attribution.kind,
                    attribution.mode,
                    quotation_key(self._case, words),
                    self._named("speaker", attribution.speaker),
                    attribution.role,
                    None if attribution.parent is None else keys.get(attribution.parent),
                    attribution.act,
                    attribution.negated,
                    attribution.whole,
                )
            )
            for part in ("content", "cue", "source"):
                spans += ((key, part, start, stop) for start, stop in getattr(attribution, part))
        self._case.write_all(
            "INSERT INTO attribution (key, id, document, kind, mode, quotation, speaker, role, parent, "
            "act, negated, whole) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        self._case.write_all("INSERT INTO span (attribution, part, start, stop) VALUES (?, ?, ?, ?)", spans)
        passed = replace(extraction, attributions=attributions)
        store_warrant(self._case, document, passed, keys)
        store_times(self._case, document, passed, keys)
        return len(attributions)

    def _named(self, table: str, name: str | None) -> int | None:
        if name is None:
            return None
        known = self._names[table]
        if name not in known:
            known[name] = self._case.write(f"INSERT INTO {table} (name) VALUES (?)", (name,))
        return known[name]


def store(case: Case, reading: Reading) -> Stored:
    """Store one reading in a transaction of its own; all of it or nothing."""
    with case.transaction():
        return Writer(case).store(reading, now())


_GZIP = b"\x1f\x8b"
# zlib's own default; 9 takes three times the time on articles and saves one per cent.
_EFFORT = 6
_UTF8 = "Save the page again as UTF-8 and add it once more."


def _last(case: Case, table: str) -> int:
    row = case.row(f"SELECT ifnull(max(key), 0) FROM {table}")
    return 0 if row is None else int(row[0])


def _place(document: Document, location: str) -> str | None:
    """Where a document without an address of its own stands, so that another version of it is known.

    The line or record number is left out: a line more above it does not make a record another one.
    """
    if document.url is not None:
        return None
    return content_id("place", container(location), document.name, document.part or "")


def _unstorable(document: Document) -> str | None:
    try:
        document.text.encode("utf-8")
        f"{document.title}{document.url}{document.outlet}{document.authors}".encode()
    except UnicodeEncodeError as error:
        return f"its text holds half a character at offset {error.start}"
    return None
