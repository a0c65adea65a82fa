"""The hands through which words came, and the things that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id
from hearsay.model.span import Span

How: TypeAlias = Literal[
    "said", "reported", "obtained", "recorded", "published", "provided", "leaked", "wrote", "testified",
    "told",
]  # fmt: skip
LinkKind: TypeAlias = Literal["outlet", "agency", "artefact", "person", "organisation", "unknown"]
ArtefactKind: TypeAlias = Literal[
    "recording", "email", "letter", "memo", "message", "document", "book", "filing", "transcript", "post",
    "report",
]  # fmt: skip
Standing: TypeAlias = Literal["open", "authenticated", "disputed"]


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One hand through which words came to the reader, with the words of the text that say so.

    `by` is the name, `None` where the text gives none; `span` is where the text names or describes it. `how`
    says what that hand did with the words. `hedged` tells that the link itself is hedged in the text
    ("reportedly obtained"). `artefact` is the id of the thing, where the link is one.
    """

    by: str | None
    span: Span
    how: How
    kind: LinkKind
    hedged: bool = False
    artefact: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of a thing: that it is genuine (authenticated) or that it is not (disputed).

    `judge` is who, `None` where it is the article itself or nobody named; `span` the word that says so.
    """

    standing: Standing
    judge: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Artefact:
    """A thing that holds somebody's words, as one document speaks of it: a recording, a book, some emails.

    `mentions` are the spans that name it, in order. `name` is its title, `owner` whose words or thing it
    is, `None` where the text does not tell. `hands` are those through which it came, outermost first, without
    the thing itself. `date` is the span of the words that date it. `standing` is disputed where anybody
    disputes it, authenticated where somebody says that it is genuine and nobody that it is not, else open;
    `judged` is where the text says so last, `judge` who did, and `judgements` are all of them, in its order.
    """

    id: str
    document: str
    kind: ArtefactKind
    mentions: tuple[Span, ...]
    name: str | None = None
    owner: str | None = None
    hands: tuple[ChainLink, ...] = ()
    date: Span | None = None
    standing: Standing = "open"
    judge: str | None = None
    judged: Span | None = None
    judgements: tuple[Judgement, ...] = ()


def artefact_id(document: str, kind: ArtefactKind, first: Span) -> str:
    """The id of the thing of this kind that the document with this id names first at this span."""
    return content_id("artefact", document, kind, repr(first))
