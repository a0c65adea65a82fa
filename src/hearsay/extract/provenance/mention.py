"""One mention of a thing that holds somebody's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from hearsay.extract.provenance.parties import Party
from hearsay.lexicon import load_table, load_words
from hearsay.model import ArtefactKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase for a thing: the tokens [start, stop), its head, and what is said of it.

    `definite` is True for one known already (the tape), False for one that is new (a tape, emails); `other`
    for another one of the same kind. `owner` is whose it is said to be, `owns` a pronoun that says it (his);
    `title` the name it bears; `leaked` that it was not meant to come out. `stands_in` tells that the words
    only point at it (in it, that version).
    """

    start: int
    stop: int
    head: int
    kind: ArtefactKind
    definite: bool
    other: bool = False
    owner: Party | None = None
    owns: str | None = None
    premodifier: Party | None = None
    title: tuple[int, int] | None = None
    leaked: bool = False
    stands_in: bool = False


@cache
def artefact_nouns() -> dict[str, ArtefactKind]:
    """The nouns of lexicon/artefacts.tsv, in small letters, with the kind of thing."""
    return {row["noun"]: cast(ArtefactKind, row["kind"]) for row in load_table("artefacts")}


def kind_of_thing(low: Sequence[str], head: int) -> ArtefactKind | None:
    """The kind of thing that the noun at the token names, by itself or with the word before it."""
    two = _by_two().get((low[head - 1], low[head])) if head else None
    return two or artefact_nouns().get(low[head])


def known_by_two() -> frozenset[str]:
    """Nouns that name a thing with the word before them: a voice note."""
    return frozenset(noun for _, noun in _by_two())


@cache
def _by_two() -> dict[tuple[str, str], ArtefactKind]:
    rows = load_table("things_by_two")
    return {(row["before"], row["noun"]): cast(ArtefactKind, row["kind"]) for row in rows}


@cache
def framing_verbs() -> frozenset[str]:
    """Forms of verbs of reporting, passing on and holding."""
    forms = {row["form"] for row in load_table("reporting_verbs")}
    forms |= {row["form"] for row in load_table("provenance_verbs")}
    return frozenset(forms | load_words("holding_verbs"))
