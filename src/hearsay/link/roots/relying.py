"""On what one document relies for one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hearsay.link.alike import Bounds
from hearsay.link.outlets.directory import name_key
from hearsay.link.roots.origins import origin_of, origin_of_speaker, sentence_around
from hearsay.model import ChainLink, Copy, Credit, Reliance, Span

# Of several credits the one that says most: who broke it before who has it, who has it before who tells it.
_STRENGTH = ("first", "obtained", "told", "reported", "tag", "dateline", "byline", "link")


@dataclass(frozen=True, slots=True)
class Carrier:
    """One document that carries a statement: what is known of it, and of where it has the words from.

    `contents` are the spans of each attribution of the statement in its text, `beside` those of the same
    speaker's other words there, `links` the chains of the attributions, an artefact's link with the thing as
    its name ("the recording"); `copies` those of which it is the document, with the name of the source's
    outlet; `page` what its versions have in common, `outlet` the key under which outlets are compared.
    """

    document: str
    page: str
    outlet: str | None
    seen: Bounds | None
    text: str
    contents: tuple[tuple[Span, ...], ...]
    credits: tuple[Credit, ...]
    copies: tuple[tuple[Copy, str | None], ...]
    beside: tuple[tuple[Span, ...], ...] = ()
    links: tuple[ChainLink, ...] = ()


class Carriers:
    """All documents that carry a statement: their places in the order of time, and those of each outlet."""

    def __init__(self, earliest_first: Sequence[Carrier]) -> None:
        self.places = {one.document: place for place, one in enumerate(earliest_first)}
        self._by_outlet: defaultdict[str | None, list[Carrier]] = defaultdict(list)
        for one in earliest_first:
            self._by_outlet[one.outlet].append(one)

    def earliest(self, carrier: Carrier, outlet: str) -> Carrier | None:
        """The earliest document of an outlet on another page that was not printed later for certain."""
        for other in self._by_outlet.get(name_key(outlet), ()):
            later = carrier.seen is not None and other.seen is not None and other.seen[0] > carrier.seen[1]
            if other.page != carrier.page and not later:
                return other
        return None


def reliance_of(carrier: Carrier, others: Carriers, present: Collection[str] = frozenset()) -> Reliance:
    """What a document says it has the statement from, or is seen to have it from.

    `present` are the keys of the outlets of which the case has documents. In this order: a credit in the
    sentence of the words; a copy with them; a text retold that has them too; a chain or a credit anywhere to
    an outlet that has them too; an event or an artefact that the words, or others of the speaker, are said to
    be from; an agency that signs it.
    """
    for credit in _beside(carrier):
        found = _on_outlet(carrier, credit, others, "credit beside")
        # Who airs a thing is named wherever it is spoken of: words that he does not have are not from him.
        if found.on != "outlet" or credit.how != "obtained" or name_key(found.name or "") not in present:
            return found
    carried = others.places
    for copy, outlet in sorted(carrier.copies, key=lambda pair: (-pair[0].share, pair[0].source)):
        if copy.kind in ("wire copy", "copy", "lifted") and _takes_in(copy, carrier, carried):
            return Reliance(
                carrier.document, "document", outlet, copy.source, _where(carrier, outlet), "copied"
            )
    retold = [
        (copy, outlet)
        for copy, outlet in carrier.copies
        if copy.kind in ("rewrite", "credit", "update") and copy.source in carried
    ]
    if retold:
        copy, outlet = min(
            retold, key=lambda pair: (*_rank(carrier, pair[0], pair[1]), carried[pair[0].source])
        )
        return Reliance(carrier.document, "document", outlet, copy.source, _where(carrier, outlet), "retold")
    for credit in _linked(carrier):
        found = _on_outlet(carrier, credit, others, "chain")
        if found.on == "document":
            return found
    for credit in _by_strength(carrier):
        if others.earliest(carrier, credit.outlet or "") is not None:
            return _on_outlet(carrier, credit, others, "credit")
    found = _origin(carrier)
    signed = [credit for credit in _by_strength(carrier) if credit.how in ("byline", "dateline", "tag")]
    if found.on == "unknown" and signed:
        return _on_outlet(carrier, signed[0], others, "credit")
    return found


def _beside(carrier: Carrier) -> list[Credit]:
    """The credits in the sentences of the contents, outside these, the strongest first."""
    found: list[Credit] = []
    # Most documents credit nobody: their sentences need not be looked for.
    for content in carrier.contents if carrier.credits else ():
        if not content:
            continue
        begin, end = sentence_around(carrier.text, content[0][0], content[-1][1])
        found += (
            credit
            for credit in carrier.credits
            if credit.span is not None
            and credit.outlet is not None
            and credit.how not in ("tag", "dateline")
            and begin <= credit.span[0] < end
            and not any(start <= credit.span[0] < stop for start, stop in content)
        )
    return sorted(found, key=lambda credit: (_STRENGTH.index(credit.how), credit.span))


def _rank(carrier: Carrier, copy: Copy, outlet: str | None) -> tuple[bool, bool, int]:
    """Which of several texts retold was at hand: an agency's account before what the agency speaks of."""
    given = [
        credit
        for credit in carrier.credits
        if outlet and credit.outlet and name_key(credit.outlet) == name_key(outlet)
    ]
    strength = min((_STRENGTH.index(credit.how) for credit in given), default=len(_STRENGTH))
    return copy.kind != "rewrite", not any(credit.agency for credit in given), strength


def _where(carrier: Carrier, outlet: str | None) -> Span | None:
    """Where the text first credits an outlet."""
    spans = (
        credit.span
        for credit in carrier.credits
        if outlet and credit.outlet and credit.span and name_key(credit.outlet) == name_key(outlet)
    )
    return next(spans, None)


def _linked(carrier: Carrier) -> list[Credit]:
    """The outlets in the chains, outermost first, as credits."""
    return [
        Credit(carrier.document, link.by, link.by, link.kind == "agency", "reported", link.span)
        for link in carrier.links
        if link.by is not None and link.kind in ("outlet", "agency") and name_key(link.by) != carrier.outlet
    ]


def thing_of(carrier: Carrier) -> ChainLink | None:
    """The innermost thing that the chains lead through."""
    things = [link for link in carrier.links if link.kind == "artefact" and link.by is not None]
    return things[-1] if things else None


def _by_strength(carrier: Carrier) -> list[Credit]:
    """The credits to others, the strongest first, then in the order of the text."""
    others = [
        credit
        for credit in carrier.credits
        if credit.outlet is not None and name_key(credit.outlet) != carrier.outlet
    ]
    return sorted(others, key=lambda credit: _STRENGTH.index(credit.how))


def _on_outlet(carrier: Carrier, credit: Credit, others: Carriers, rule: str) -> Reliance:
    assert credit.outlet is not None  # noqa: S101 -- the callers look for named outlets only
    if name_key(credit.outlet) == carrier.outlet:
        return Reliance(carrier.document, "interview", credit.outlet, None, credit.span, rule)
    source = others.earliest(carrier, credit.outlet)
    if source is not None:
        return Reliance(carrier.document, "document", credit.outlet, source.document, credit.span, rule)
    if credit.how == "told":
        return Reliance(carrier.document, "interview", credit.outlet, None, credit.span, rule)
    return Reliance(carrier.document, "outlet", credit.outlet, None, credit.span, rule)


def _takes_in(copy: Copy, carrier: Carrier, carried: Collection[str]) -> bool:
    """Whether one of the contents stands in what was copied, or, of a near-copy, in what it has changed."""
    taken = [
        any(passage.one[0] <= content[0][0] and content[-1][1] <= passage.one[1] for passage in copy.passages)
        for content in carrier.contents
        if content
    ]
    return any(taken) or (copy.near and copy.source in carried)


def _origin(carrier: Carrier) -> Reliance:
    for rule, found in (
        ("origin", (origin_of(carrier.text, content) for content in carrier.contents)),
        ("origin of the speaker's words", iter((origin_of_speaker(carrier.text, carrier.beside),))),
    ):
        origin = next((one for one in found if one is not None), None)
        if origin is not None:
            return Reliance(carrier.document, origin.kind, origin.name, None, origin.span, rule)
    return Reliance(carrier.document, "unknown")
