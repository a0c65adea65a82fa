"""On what one document relies for one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.link.alike import Bounds
from hearsay.link.outlets.directory import name_key
from hearsay.link.roots.origins import origin_of, sentence_around
from hearsay.model import Copy, Credit, Reliance, Span

# Of several credits the one that says most: who broke it before who has it, who has it before who tells it.
_STRENGTH = ("first", "obtained", "told", "reported", "tag", "dateline", "byline", "link")


@dataclass(frozen=True, slots=True)
class Carrier:
    """One document that carries a statement: what is known of it, and of where it has the words from.

    `contents` are the spans of each attribution of the statement in its text, `copies` those of which it is the
    document, `page` what its versions have in common, and `outlet` the key under which outlets are compared.
    """

    document: str
    page: str
    outlet: str | None
    seen: Bounds | None
    text: str
    contents: tuple[tuple[Span, ...], ...]
    credits: tuple[Credit, ...]
    copies: tuple[Copy, ...]


def reliance_of(carrier: Carrier, others: Sequence[Carrier]) -> Reliance:
    """What a document says it has the statement from, or is seen to have it from.

    `others` are all documents that carry the statement, earliest first. In this order: a credit in the
    sentence of the words; a copy that takes the words in; a text retold, that has them too; a credit anywhere
    to an outlet that has them too; an event or an artefact that the words are said to come from.
    """
    beside = _beside(carrier)
    if beside is not None:
        return _on_outlet(carrier, beside, others, "credit beside")
    for copy in sorted(carrier.copies, key=lambda copy: (-copy.share, copy.source)):
        if copy.kind not in ("rewrite", "credit", "update", "same source") and _takes_in(copy, carrier):
            return Reliance(carrier.document, "document", None, copy.source, None, "copied")
    told = next((credit for credit in _by_strength(carrier) if credit.how in ("byline", "dateline")), None)
    carried = {other.document for other in others}
    for copy in sorted(carrier.copies, key=lambda copy: (-copy.share, copy.source)):
        if copy.kind in ("rewrite", "credit") and copy.source in carried:
            named = copy.credits[0] if copy.credits else None
            return Reliance(
                carrier.document,
                "document",
                None if named is None else named.outlet,
                copy.source,
                None if named is None else named.span,
                "retold",
            )
    for credit in _by_strength(carrier):
        if credit.outlet is not None and _earliest(carrier, credit.outlet, others) is not None:
            return _on_outlet(carrier, credit, others, "credit")
    if told is not None and told.outlet is not None:
        return _on_outlet(carrier, told, others, "credit")
    return _origin(carrier)


def _beside(carrier: Carrier) -> Credit | None:
    """The credit in the sentence of one of the contents, outside it."""
    for content in carrier.contents:
        if not content:
            continue
        begin, end = sentence_around(carrier.text, content[0][0], content[-1][1])
        near = [
            credit
            for credit in carrier.credits
            if credit.span is not None
            and credit.outlet is not None
            and credit.how not in ("tag", "dateline")
            and begin <= credit.span[0] < end
            and not any(start <= credit.span[0] < stop for start, stop in content)
        ]
        if near:
            return min(near, key=lambda credit: (_STRENGTH.index(credit.how), credit.span))
    return None


def _by_strength(carrier: Carrier) -> list[Credit]:
    """The credits to others, the strongest first, then in the order of the text."""
    others = [
        credit
        for credit in carrier.credits
        if credit.outlet is not None and name_key(credit.outlet) != carrier.outlet
    ]
    return sorted(others, key=lambda credit: _STRENGTH.index(credit.how))


def _on_outlet(carrier: Carrier, credit: Credit, others: Sequence[Carrier], rule: str) -> Reliance:
    assert credit.outlet is not None  # noqa: S101 -- the callers look for named outlets only
    if name_key(credit.outlet) == carrier.outlet:
        return Reliance(carrier.document, "interview", credit.outlet, None, credit.span, rule)
    source = _earliest(carrier, credit.outlet, others)
    if source is not None:
        return Reliance(carrier.document, "document", credit.outlet, source.document, credit.span, rule)
    if credit.how == "told":
        return Reliance(carrier.document, "interview", credit.outlet, None, credit.span, rule)
    return Reliance(carrier.document, "outlet", credit.outlet, None, credit.span, rule)


def _earliest(carrier: Carrier, outlet: str, others: Sequence[Carrier]) -> Carrier | None:
    """The earliest document of an outlet that carries the statement and was not printed later for certain."""
    for other in others:
        later = carrier.seen is not None and other.seen is not None and other.seen[0] > carrier.seen[1]
        if other.outlet == name_key(outlet) and other.page != carrier.page and not later:
            return other
    return None


def _takes_in(copy: Copy, carrier: Carrier) -> bool:
    """Whether one of the contents stands in what was copied; in a near-copy it may stand between passages."""
    taken = [
        any(passage.one[0] <= content[0][0] and content[-1][1] <= passage.one[1] for passage in copy.passages)
        for content in carrier.contents
        if content
    ]
    return any(taken) or (copy.near and copy.share >= 0.5)


def _origin(carrier: Carrier) -> Reliance:
    for content in carrier.contents:
        origin = origin_of(carrier.text, content)
        if origin is not None:
            return Reliance(carrier.document, origin.kind, origin.name, None, origin.span, "origin")
    return Reliance(carrier.document, "unknown")
