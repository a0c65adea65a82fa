"""A headline for all times or ways over a denial that is narrower."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.check.material import Material, Printing
from hearsay.check.narrow import is_universal, narrow_denials
from hearsay.extract.marks.quotes import find_quotations
from hearsay.model import Finding, Place, finding_id


def overstated(material: Material) -> Iterator[Finding]:
    """A finding for each headline that says never, ever, nothing over a narrow denial; apparent.

    Only a headline over a document that quotes the denial counts, and none that asks.
    """
    for document, denials in sorted(narrow_denials(material).items()):
        title = material.papers[document].title or ""
        if is_universal(_own(title)) and "?" not in title:
            yield _finding(material, document, title, denials)


def _own(title: str) -> str:
    """What a headline says itself: without what it quotes."""
    for quotation in reversed(find_quotations(title)):
        title = title[: quotation.start] + title[quotation.end :]
    return title


def _finding(material: Material, document: str, title: str, denials: list[Printing]) -> Finding:
    places = (
        Place(document, (0, len(title)), "title"),
        *(Place(document, each.content[0]) for each in denials),
    )
    return Finding(
        id=finding_id("headline", places),
        kind="headline",
        verdict="apparent",
        text=f"{material.where(document)} has “{title}” over a denial that is narrower: {denials[0].words}",
        reading="the headline is taken to sum up the denial that the document quotes",
        places=places,
    )
