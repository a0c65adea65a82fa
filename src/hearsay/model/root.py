"""From how many places a statement comes, and how each document came by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.span import Span

RootKind: TypeAlias = Literal["artefact", "event", "interview", "outlet"]
RelianceOn: TypeAlias = Literal["document", "outlet", "artefact", "event", "interview", "unknown"]


@dataclass(frozen=True, slots=True)
class Reliance:
    """On what a document relies for a statement, by its own account or by what it copied.

    `name` is the outlet, artefact or event; `source` the id of the document of this case that it leads to.
    `span` is where the text says so, and `rule` what told it: "credit beside", "chain", "copied", "retold",
    "credit", "origin"; empty where nothing tells.
    """

    document: str
    on: RelianceOn
    name: str | None = None
    source: str | None = None
    span: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Root:
    """One known origin of a statement: what it is, and the documents (ids) that reached it themselves."""

    kind: RootKind
    name: str
    reached_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roots:
    """Where a statement comes from.

    `unknown` are the documents (ids) whose origin nothing tells and which others may rely on, `circular` the
    sets of those that rely on each other and on nothing else: each set is one origin that nobody knows.
    `reliances` has one for each document that carries the statement, in their order.
    """

    known: tuple[Root, ...]
    unknown: tuple[str, ...]
    circular: tuple[tuple[str, ...], ...]
    reliances: tuple[Reliance, ...]
