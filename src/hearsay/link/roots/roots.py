"""Reliances followed to their ends; who relies on each other in a circle counts once, and as unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from hearsay.link.roots.relying import Carrier, reliance_of
from hearsay.model import Reliance, Root, RootKind, Roots

_NEVER = datetime.max.replace(tzinfo=UTC)
_KINDS: dict[str, RootKind] = {
    "artefact": "artefact",
    "event": "event",
    "interview": "interview",
    "outlet": "outlet",
}


def roots(carriers: Sequence[Carrier], present: Collection[str] = frozenset()) -> Roots:
    """Where a statement comes from that these documents carry; their order does not matter.

    `present` are the keys of the outlets of which the case has documents. Each document relies on one thing.
    Followed from document to document, that ends in a known root (an event, an artefact, an interview, an
    outlet's reporting), in a document of which nothing tells where it has it from, or in a circle. A document
    that does not carry the statement and from which one was copied stands for its outlet.
    """
    ordered = sorted(carriers, key=_earliest_first)
    of = {carrier.document: reliance_of(carrier, ordered, present) for carrier in ordered}
    known: dict[tuple[RootKind, str], set[str]] = defaultdict(set)
    unknown: set[str] = set()
    circles: set[tuple[str, ...]] = set()
    for document in of:
        end = _end(document, of)
        if isinstance(end, tuple):
            circles.add(end)
            continue
        reliance = of[end]
        if reliance.on == "unknown":
            unknown.add(end)
        elif reliance.on == "document":
            known["outlet", reliance.name or reliance.source or ""].add(end)
        else:
            known[_KINDS[reliance.on], reliance.name or ""].add(end)
    rank = {carrier.document: place for place, carrier in enumerate(ordered)}
    return Roots(
        tuple(
            Root(kind, name, tuple(sorted(reached, key=rank.__getitem__)))
            for (kind, name), reached in sorted(known.items())
        ),
        tuple(sorted(unknown, key=rank.__getitem__)),
        tuple(sorted(circles)),
        tuple(of.values()),
    )


def _end(document: str, of: dict[str, Reliance]) -> str | tuple[str, ...]:
    """The last document of the way that begins here, or the documents of the circle that it ends in."""
    way: dict[str, None] = {}
    while document not in way:
        way[document] = None
        source = of[document].source
        if source is None or source not in of:
            return document
        document = source
    listed = list(way)
    return tuple(sorted(listed[listed.index(document) :]))


def _earliest_first(carrier: Carrier) -> tuple[datetime, str]:
    return (_NEVER if carrier.seen is None else carrier.seen[1], carrier.document)
