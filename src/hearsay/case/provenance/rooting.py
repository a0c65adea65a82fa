"""From how many roots each statement comes: counted where something has changed, told in full when asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from hearsay.case.file import Case
from hearsay.case.pages import REVISED
from hearsay.case.provenance.facts import known_outlets
from hearsay.case.provenance.ruled import ruled_copies
from hearsay.case.provenance.sides import seen_of, stored_credits
from hearsay.link.outlets.directory import name_key
from hearsay.link.roots import Carrier, roots
from hearsay.model import ChainLink, Copy, Credit, Roots, Span

# Statements without a count: new ones, changed ones, and those of whose documents the copies have changed.
UNROOTED = "SELECT key FROM statement EXCEPT SELECT statement FROM roots ORDER BY 1"

_BATCH = 2000


class Rooter:
    """Counts roots; it remembers the copies and credits of the case, so it is made anew when these change."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known = known_outlets(case)
        self._credits: dict[str, tuple[Credit, ...]] = {
            listed[0].document: listed for listed in stored_credits(case).values() if listed
        }
        outlets: dict[str, str | None] = dict(
            case.rows("SELECT d.id, t.name FROM document d LEFT JOIN outlet t ON t.key = d.outlet")
        )
        self._present = frozenset(name_key(name) for name in outlets.values() if name is not None)
        self._copies: dict[str, list[tuple[Copy, str | None]]] = defaultdict(list)
        for copy in ruled_copies(case):
            self._copies[copy.document].append((copy, outlets[copy.source]))

    def roots(self, statement: int) -> Roots:
        """The roots of the statement with this key."""
        return roots(self.carriers(statement), self._present)

    def carriers(self, statement: int) -> list[Carrier]:
        """The documents that carry the statement, of each page the version that has it first."""
        contents: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for document, attribution, start, stop in self._case.rows(
            "SELECT a.document, a.key, s.start, s.stop FROM appearance e "
            "JOIN attribution a ON a.key = e.attribution "
            "JOIN span s ON s.attribution = a.key AND s.part = 'content' WHERE e.statement = ? "
            "ORDER BY a.document, a.key, s.start",
            (statement,),
        ):
            contents[document][attribution].append((start, stop))
        beside, links = self._beside(statement), self._links(statement)
        pages: dict[int, Carrier] = {}
        rows = self._case.rows(
            "SELECT d.later, d.id, d.key, d.page, t.name, d.url, d.text, "
            f"d.published, d.published_precision, d.published_zone, d.published_origin, {REVISED} "
            "FROM document d LEFT JOIN outlet t ON t.key = d.outlet WHERE d.key IN "
            "(SELECT a.document FROM appearance e JOIN attribution a ON a.key = e.attribution "
            "WHERE e.statement = ?)",
            (statement,),
        )
        # Put in order here: SQLite would move all the texts to sort them.
        for _, id_, key, page, outlet, url, text, *stated in sorted(rows, key=lambda row: row[:2]):
            if page in pages:
                continue
            found = self._known.outlet(outlet, url)
            name = outlet or (found.name if found else None)
            pages[page] = Carrier(
                id_,
                str(page),
                None if name is None else name_key(name),
                seen_of(stated),
                text,
                tuple(tuple(spans) for _, spans in sorted(contents[key].items())),
                self._credits.get(id_, ()),
                tuple(self._copies.get(id_, ())),
                beside.get(key, ()),
                links.get(key, ()),
            )
        return list(pages.values())

    def _beside(self, statement: int) -> dict[int, tuple[tuple[Span, ...], ...]]:
        """By document (a key) the contents of what the speakers of a statement say there in others."""
        found: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for document, attribution, start, stop in self._case.rows(
            # Written so that only the documents of the statement are looked through.
            "WITH said AS MATERIALIZED (SELECT DISTINCT o.document, o.speaker FROM appearance f "
            "JOIN attribution o ON o.key = f.attribution WHERE f.statement = ?1) "
            "SELECT a.document, a.key, s.start, s.stop FROM said "
            "CROSS JOIN attribution a ON a.document = said.document AND a.speaker = said.speaker "
            "CROSS JOIN appearance e ON e.attribution = a.key AND e.statement <> ?1 "
            "CROSS JOIN span s ON s.attribution = a.key AND s.part = 'content' "
            "ORDER BY a.document, a.key, s.start",
            (statement,),
        ):
            found[document][attribution].append((start, stop))
        return {
            document: tuple(tuple(spans) for spans in contents.values())
            for document, contents in found.items()
        }

    def _links(self, statement: int) -> dict[int, tuple[ChainLink, ...]]:
        """By document (a key) the chains of a statement's attributions there, one after the other."""
        found: dict[int, list[ChainLink]] = defaultdict(list)
        for document, by, start, stop, how, kind, hedged, thing in self._case.rows(
            "SELECT a.document, l.by, l.start, l.stop, l.how, l.kind, l.hedged, f.kind FROM appearance e "
            "JOIN attribution a ON a.key = e.attribution JOIN link l ON l.attribution = a.key "
            "LEFT JOIN artefact f ON f.key = l.artefact WHERE e.statement = ? "
            "ORDER BY a.document, a.key, l.position",
            (statement,),
        ):
            name = by if thing is None else f"the {thing}"
            found[document].append(ChainLink(name, (start, stop), how, kind, bool(hedged)))
        return {document: tuple(links) for document, links in found.items()}


def root_pending(case: Case, advance: Callable[[int, int], None] | None = None) -> None:
    """Count the roots of every statement that has no count, a few thousand in one transaction."""
    pending = [key for (key,) in case.rows(UNROOTED)]
    if not pending:
        return
    rooter = Rooter(case)
    done = 0
    for batch in _batches(pending):
        with case.transaction():
            counted = []
            for statement in batch:
                found = rooter.roots(statement)
                counted.append(
                    (
                        statement,
                        len(found.known),
                        len(found.unknown) + len(found.circular),
                        len(found.circular),
                    )
                )
            case.write_all(
                "INSERT OR REPLACE INTO roots (statement, known, unknown, circular) VALUES (?, ?, ?, ?)",
                counted,
            )
        done += len(batch)
        if advance is not None:
            advance(done, len(pending))


def _batches(keys: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(keys)
    while batch := list(islice(rest, _BATCH)):
        yield batch
