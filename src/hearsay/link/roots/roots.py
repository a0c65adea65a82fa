"""Reliances followed to their ends; who relies on each other in a circle counts once, and as unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from hearsay.link.roots.relying import Carrier, Carriers, reliance_of, thing_of
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
    everybody = Carriers(ordered)
    of = {carrier.document: reliance_of(carrier, everybody, present) for carrier in ordered}
    _by_chain(ordered, of)
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
    for kind, name in sorted(known):
        # Who says "the Post reported" has it from what somebody told the Post, where another text tells that.
        if kind == "outlet" and ("interview", name) in known:
            known["interview", name] |= known.pop((kind, name))
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


def _by_chain(carriers: Sequence[Carrier], of: dict[str, Reliance]) -> None:
    """Let a chain tell which thing an unknown one is from, if another outlet's text is from such a one too.

    Chains reach further than the sentence that names the thing, and so now and then too far.
    """
    reached: dict[str | None, set[str]] = defaultdict(set)
    for carrier in carriers:
        relied, thing = of[carrier.document], thing_of(carrier)
        name = relied.name if relied.on == "artefact" else thing.by if thing is not None else None
        reached[name].add(carrier.outlet or carrier.document)
    for carrier in carriers:
        thing = thing_of(carrier)
        if of[carrier.document].on == "unknown" and thing is not None and len(reached[thing.by]) > 1:
            of[carrier.document] = Reliance(carrier.document, "artefact", thing.by, None, thing.span, "chain")


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
