"""A document as one side of a comparison: its outlet, when it was printed, its credits, and its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from hearsay.extract.marks.quotes import find_quotations
from hearsay.link.alike import Bounds
from hearsay.link.copies.overlap import Comparable, comparable
from hearsay.link.copies.words import Words, words_of
from hearsay.link.outlets.directory import name_key
from hearsay.model import Credit, Document, Outlet, Span

# Gives the text of the document with an id, as `text_of` makes it.
Texts: TypeAlias = Callable[[str], Comparable]


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one document beside its text.

    `page` is what its versions have in common, `seen` the bounds of when it can have been printed,
    `outlet` the key under which outlets are compared, `None` where the document states none.
    """

    document: str
    page: str
    outlet: str | None
    agency: bool
    seen: Bounds | None
    credits: tuple[Credit, ...]

    @property
    def indebted(self) -> frozenset[str]:
        """The outlets that it credits, but for itself."""
        return frozenset(
            name_key(credit.outlet)
            for credit in self.credits
            if credit.outlet is not None and name_key(credit.outlet) != self.outlet
        )

    @property
    def agencies(self) -> frozenset[str]:
        """The agencies that it says its text is from: over, under and before it."""
        return frozenset(
            name_key(credit.outlet)
            for credit in self.credits
            if credit.agency and credit.outlet is not None and credit.how in ("byline", "dateline", "tag")
        )


def side(
    document: Document,
    *,
    page: str,
    outlet: Outlet | None,
    seen: Bounds | None,
    credits: tuple[Credit, ...] = (),
) -> Side:
    """What a comparison has to know of a document beside its text."""
    name = document.outlet or (outlet.name if outlet else None)
    return Side(
        document.id,
        page,
        None if name is None else name_key(name),
        outlet is not None and outlet.kind == "agency",
        seen,
        credits,
    )


def words_in(document: Document, said: Iterable[Span] = ()) -> Words:
    """The words of a document, and which of them are its own.

    What stands between quotation marks, what the page sets apart as quoted, and what `said` names (the
    contents of direct quotations without marks, as in a transcript) are somebody else's words.
    """
    marks = ((found.start, found.end) for found in find_quotations(document.text) if found.depth == 0)
    return words_of(document.text, (*marks, *document.blocks, *said))


def text_of(document: Document, said: Iterable[Span] = ()) -> Comparable:
    """The text of a document, ready to be compared; `said` as in `words_in`."""
    return comparable(words_in(document, said))
