"""What findings are made from: the documents of a case, its statements, its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hearsay.model import (
    Act,
    ActionStatus,
    Gap,
    HedgeKind,
    Kind,
    Roots,
    Scope,
    Span,
    Stance,
    TimeExpression,
    Visibility,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: id, name, outlet, title, text, and the first day that it can be of (ISO).

    `updated` is the last day on which it can have been changed, where it states one. `times` are all times
    of its text, in its order, `things` and `events` the recordings, emails and books, and the occasions, that
    it speaks of.
    """

    id: str
    name: str
    outlet: str | None
    title: str | None
    text: str
    language: str | None
    day: str | None
    updated: str | None = None
    times: tuple[TimeExpression, ...] = ()
    things: tuple[Thing, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A recording, email or book as one document speaks of it: its mentions, and the words that date it.

    `leaked` tells that the document says that it was leaked, or obtained.
    """

    kind: str
    name: str | None
    mentions: tuple[Span, ...]
    dated: Span | None
    leaked: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An occasion as one document speaks of it: what it is, where its mentions stand, where it took place."""

    what: str
    visibility: Visibility
    mentions: tuple[Span, ...]
    place: str | None
    dated: Span | None


@dataclass(frozen=True, slots=True)
class Printing:
    """One appearance of a statement: where it stands, its words, whom the document credits in which words.

    `named` tells that the source words hold a part of the speaker's own name, so that the text itself names
    him. `parent` is the id of the attribution that it stands in. `time` is when the words were said,
    `visibility` how openly, `what` the sort of setting and `setting` the words that tell it; `things` are the
    spans that name what the words stand in.
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
    time: TimeExpression | None = None
    visibility: Visibility | None = None
    what: str | None = None
    setting: Span | None = None
    things: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One statement with its appearances, first seen first; `outlets` counts the known ones.

    `roots` is where it comes from, given where that is one known origin or a circle of credits.
    """

    id: str
    speaker: str | None
    outlets: int
    printings: tuple[Printing, ...]
    roots: Roots | None = None


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
class Done:
    """An action that a document tells of; see `hearsay.model.Action`.

    `actor`, `target` and `teller` are names; `actor_id` is the id of the actor in the case, if it has one.
    `thing` are the words for what is sent, signed, moved. `day` is the first day that it can be of: of its
    time, else of its document; `said` the first day that the words that tell of it can be of.
    """

    document: str
    span: Span
    words: str
    sort: str
    status: ActionStatus
    negated: bool
    actor: str | None
    actor_id: str | None
    target: str | None
    thing: str | None
    time: TimeExpression | None
    day: str | None
    attribution: str | None
    teller: str | None
    history: bool
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """All of it; `papers` by id."""

    papers: dict[str, Paper]
    told: Sequence[Told]
    answered: Sequence[Answered] = field(default_factory=tuple)
    hedged: Sequence[Hedged] = field(default_factory=tuple)
    done: Sequence[Done] = field(default_factory=tuple)

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
