"""What findings are made from: the documents of a case, its statements, its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hearsay.model import Act, Gap, HedgeKind, Kind, Scope, Span, Stance


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: id, name, outlet, title, text, and the first day that it can be of (ISO)."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    text: str
    language: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class Printing:
    """One appearance of a statement: where it stands, its words, whom the document credits in which words.

    `named` tells that the source words hold a part of the speaker's own name, so that the text itself names
    him. `parent` is the id of the attribution that it stands in.
    """

    attribution: str
    document: str
    content: tuple[Span, ...]
    words: str
    kind: Kind
    act: Act
    negated: bool
    speaker: str | None
    source: str
    named: bool
    parent: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One statement with its appearances, first seen first; `outlets` counts the known ones."""

    id: str
    speaker: str | None
    outlets: int
    printings: tuple[Printing, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: where and in which words, by whom, and what it answers, as far as that is known.

    `target_words` are the words answered, empty where there are none; `statement` and `target` are the ids of
    the statements on both sides.
    """

    document: str
    content: tuple[Span, ...]
    words: str
    kind: Kind | None
    speaker: str | None
    stance: Stance
    likely: bool
    gaps: tuple[Gap, ...]
    statement: str | None
    target: str | None
    target_words: str
    target_content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hedged:
    """Words of a document's body by which warrant is withheld."""

    document: str
    span: Span
    kind: HedgeKind
    scope: Scope


@dataclass(frozen=True, slots=True)
class Material:
    """All of it; `papers` by id."""

    papers: dict[str, Paper]
    told: Sequence[Told]
    answered: Sequence[Answered] = field(default_factory=tuple)
    hedged: Sequence[Hedged] = field(default_factory=tuple)

    def where(self, document: str) -> str:
        """How a document is called in a sentence: its outlet, else its name."""
        paper = self.papers[document]
        return paper.outlet or paper.name

    def outlets(self, documents: Sequence[str]) -> str:
        """The documents of a list as a sentence names them, each outlet once, in the order given."""
        names = list(dict.fromkeys(self.where(document) for document in documents))
        if len(names) > _LISTED:
            return f"{', '.join(names[:_LISTED])} and {len(names) - _LISTED} more"
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


_LISTED = 4
