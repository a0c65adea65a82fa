"""Who is credited in a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id

ActorKind: TypeAlias = Literal["person", "organisation", "outlet", "unknown"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One document naming one speaker: the name as it gives it, what it says he is, how often it credits him.

    `document` is an id; `seen` the latest instant (ISO, UTC) at which it can have been printed, `None` where
    it is undated.
    """

    name: str
    document: str
    role: str | None = None
    seen: str | None = None
    attributions: int = 1


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of an actor, with the evidence for it: the rule, and the name of his that it was joined to.

    `documents` are the ids of those that use this name for him, first seen first; the rule holds for each of
    them. One name can stand more than once, with another rule for other documents. `joined` is `None` for the
    name that the actor is called by.
    """

    name: str
    rule: str
    joined: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is credited in a case, in all documents and under all names that are certainly the same one's.

    `id` depends on the first document that names the actor and the name there, so that it stays while
    coverage grows. `name` is the fullest of the names used most. An actor of kind `unknown` whose name is
    borne by several others may stand for several of them: see the doubts.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors (ids, the smaller first) that can be one and were left apart, and why."""

    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a case by id, and what is doubtful between them."""

    actors: tuple[Actor, ...]
    doubts: tuple[Doubt, ...]


def actor_id(document: str, name: str) -> str:
    """The id of the actor whom the document with this id names first, by this name."""
    return content_id("actor", document, name)
