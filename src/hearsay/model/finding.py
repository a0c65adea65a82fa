"""What a reader should look at: what does not fit together, in which reading, by which facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id
from hearsay.model.span import Span

FindingKind: TypeAlias = Literal[
    "wording", "headline", "speaker", "number", "occurrence", "scope", "unsourced",
    "date", "public_private", "said_and_done", "single_root",
]  # fmt: skip
# certain: the words themselves show it. apparent: it shows if what was read off the texts is right. open: it
# depends on a reading, or on facts that are not known.
Verdict: TypeAlias = Literal["certain", "apparent", "open"]


@dataclass(frozen=True, slots=True)
class Place:
    """Words that a finding rests on: a span of a document (an id), in its text or in its title."""

    document: str
    span: Span
    part: Literal["text", "title"] = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact from outside the documents that a finding uses, and where it is from."""

    fact: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not fit together, said in a sentence; never which side is true.

    `reading` is how the words were taken, where they can be taken otherwise. `statements` are the ids of the
    statements concerned.
    """

    id: str
    kind: FindingKind
    verdict: Verdict
    text: str
    reading: str | None
    places: tuple[Place, ...]
    facts: tuple[Fact, ...] = ()
    statements: tuple[str, ...] = ()


def finding_id(kind: FindingKind, places: tuple[Place, ...]) -> str:
    """The id of the finding of this kind with these places."""
    return content_id("finding", kind, *(f"{p.document} {p.part} {p.span}" for p in places))
