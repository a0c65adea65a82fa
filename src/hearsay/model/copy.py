"""What one document has from another: words taken over, and credits given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.span import Span

# How a document names where it has something from: docs/methods/copies.md says what each takes in.
CreditHow: TypeAlias = Literal["byline", "dateline", "tag", "reported", "first", "obtained", "told", "link"]
CopyKind: TypeAlias = Literal["wire copy", "copy", "update", "lifted", "rewrite", "same source", "credit"]
# ruling: a person said so.
Grounds: TypeAlias = Literal["ruling", "credit", "time", "agency", "text"]


@dataclass(frozen=True, slots=True)
class Credit:
    """One place where a document names an outlet that it has something from.

    `named` is the name as printed and `outlet` the outlet's own, `None` for agencies that are not named
    ("with agencies"). `span` is where in the text, `None` where it stands in the byline.
    """

    document: str
    named: str
    outlet: str | None
    agency: bool
    how: CreditHow
    span: Span | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one text and the stretch of another with the same words, but for a few between.

    `own` counts those of its `words` that neither text quotes.
    """

    one: Span
    other: Span
    words: int
    own: int


@dataclass(frozen=True, slots=True)
class Copy:
    """One document, and another that it was taken from in whole or in part; ids.

    `grounds` say what tells the direction, the strongest first; where there are none, nothing tells it, and
    `document` is the one of which more is shared. `share` is the share of the document's eight-word runs that
    stand in the source, quotations included, `of_source` that of the source's in the document. `near` marks
    near-copies: at least half of one of the two stands in the other. In a passage `one` is in the document.
    `circular` marks a credit that the source gives back: each says that it has it from the other.
    """

    document: str
    source: str
    kind: CopyKind
    grounds: tuple[Grounds, ...]
    near: bool
    share: float
    of_source: float
    passages: tuple[Passage, ...] = ()
    credits: tuple[Credit, ...] = ()
    circular: bool = False

    @property
    def likely(self) -> bool:
        """Whether the direction rests on the texts alone, or on nothing."""
        return not set(self.grounds) & {"ruling", "credit", "time", "agency"}
