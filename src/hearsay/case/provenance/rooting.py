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
        pages: dict[int, Carrier] = {}
        for key, id_, page, outlet, url, text, *stated in self._case.rows(
            "SELECT d.key, d.id, d.page, t.name, d.url, d.text, "
            f"d.published, d.published_precision, d.published_zone, d.published_origin, {REVISED} "
            "FROM document d LEFT JOIN outlet t ON t.key = d.outlet WHERE d.key IN "
            "(SELECT a.document FROM appearance e JOIN attribution a ON a.key = e.attribution "
            "WHERE e.statement = ?) ORDER BY d.later, d.id",
            (statement,),
        ):
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
                self._beside(key, statement),
                self._links(key, statement),
            )
        return list(pages.values())

    def _beside(self, document: int, statement: int) -> tuple[tuple[Span, ...], ...]:
        """The contents, in a document, of what the speakers of a statement say there in other statements."""
        found: dict[int, list[Span]] = defaultdict(list)
        for attribution, start, stop in self._case.rows(
            "SELECT a.key, s.start, s.stop FROM attribution a JOIN appearance e ON e.attribution = a.key "
            "JOIN span s ON s.attribution = a.key AND s.part = 'content' "
            "WHERE a.document = ?1 AND e.statement <> ?2 AND a.speaker IN "
            "(SELECT o.speaker FROM attribution o JOIN appearance f ON f.attribution = o.key "
            "WHERE f.statement = ?2 AND o.document = ?1) ORDER BY a.key, s.start",
            (document, statement),
        ):
            found[attribution].append((start, stop))
        return tuple(tuple(spans) for spans in found.values())

    def _links(self, document: int, statement: int) -> tuple[ChainLink, ...]:
        """The chains of a statement's attributions in a document, one after the other."""
        return tuple(
            ChainLink(by if thing is None else f"the {thing}", (start, stop), how, kind, bool(hedged))
            for by, start, stop, how, kind, hedged, thing in self._case.rows(
                "SELECT l.by, l.start, l.stop, l.how, l.kind, l.hedged, f.kind FROM link l "
                "JOIN attribution a ON a.key = l.attribution JOIN appearance e ON e.attribution = a.key "
                "LEFT JOIN artefact f ON f.key = l.artefact WHERE a.document = ? AND e.statement = ? "
                "ORDER BY a.key, l.position",
                (document, statement),
            )
        )


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
