"""A recording, a book, some emails in plain words: whose, in how many documents, who vouches for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hearsay.export.counts import count
from hearsay.export.visible import one_line
from hearsay.link.artefacts import Joined
from hearsay.model import Document

# Documents that a line names; the rest is counted.
NAMED = 6


def artefact_text(joined: Joined, documents: Mapping[str, Document]) -> Iterator[str]:
    """A line that says what it is, one on its hands, one on each who judged it, one on the documents."""
    named = f" “{one_line(joined.name, 80)}”" if joined.name else ""
    owner = f", of {one_line(joined.owner, 80)}" if joined.owner else ""
    held = count(len(joined.statements), "statement")
    yield f"{joined.kind}{named}{owner}  {joined.id}: {held}, {joined.standing}"
    hands = dict.fromkeys(
        f"{hand.how} by {one_line(hand.by or _words(documents, one.document, hand.span), 60)}"
        for one in joined.artefacts
        for hand in one.hands
    )
    if hands:
        yield f"  {'; '.join(hands)}"
    for one in joined.artefacts:
        for each in one.judgements:
            who = one_line(each.judge or "by nobody named", 60)
            words = one_line(_words(documents, one.document, each.span), 60)
            yield f"  {each.standing}: {who}, “{words}” ({_name(documents, one.document)})"
    names = list(dict.fromkeys(_name(documents, one.document) for one in joined.artefacts))
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    yield f"  in {', '.join(names[:NAMED])}{more}"


def _name(documents: Mapping[str, Document], id_: str) -> str:
    return one_line(documents[id_].name, 60) if id_ in documents else id_


def _words(documents: Mapping[str, Document], id_: str, span: tuple[int, int]) -> str:
    return documents[id_].text[span[0] : span[1]] if id_ in documents else ""
