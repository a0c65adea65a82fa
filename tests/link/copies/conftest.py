"""How the tests of copies write down a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from hearsay.link.alike import bounds
from hearsay.link.copies import Side, copies, credited, credits, side, text_of
from hearsay.link.copies.overlap import Comparable
from hearsay.link.outlets import Directory
from hearsay.model import Copy, Document, Moment, Outlet, Precision, Span

AGENCY = Outlet("Harbour Press Agency", "Halvern", "agency", aliases=("HPA",))
PAPERS = ("Harbour Press Agency", "The Dunmoor Echo", "Vellin Post", "Marsh Herald")
KNOWN = Directory((AGENCY,))


Printed = tuple[Side, Comparable]


def copies_of(printed: Iterable[Printed]) -> tuple[Copy, ...]:
    """`copies` of documents as the fixture makes them."""
    listed = list(printed)
    texts = {one.document: text for one, text in listed}
    return copies([one for one, _ in listed], texts.__getitem__)


@pytest.fixture
def printed() -> Callable[..., Printed]:
    """Makes documents ready to be compared, named as given."""

    def make(
        name: str,
        text: str,
        outlet: str | None = None,
        when: str | None = "2031-03-05T10:00",
        *,
        page: str | None = None,
        authors: tuple[str, ...] = (),
        said: tuple[Span, ...] = (),
    ) -> Printed:
        moment = Moment(when, Precision.MINUTE, "Z", "test") if when else None
        document = Document(
            name, name, "0", text, outlet=outlet, authors=authors, published=moment, language="en"
        )
        one = side(
            document,
            page=page or name,
            outlet=KNOWN.outlet(outlet, None),
            seen=bounds(moment),
            credits=credits(document, credited(KNOWN, PAPERS)),
        )
        return one, text_of(document, said)

    return make
