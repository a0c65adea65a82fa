"""The things of several documents put together: the tape that one has aired and another quotes from.

Two things of one kind are one where they bear the same title, or where the same utterance is said to stand in
both. That two documents speak of "a recording" of one man, or name the same broadcaster, does not make it one
recording: he may have been recorded twice. What is not joined is not said to be different.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.link.levelling import levelled
from hearsay.model import Artefact, ArtefactKind, Standing


@dataclass(frozen=True, slots=True)
class Held:
    """One document's thing with the ids of the statements that stand in it."""

    artefact: Artefact
    statements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Joined:
    """One thing, with the things of all documents that are it, by document and id.

    `id` is the smallest of theirs. `name` and `owner` are those given most often, of several the first in the
    alphabet. `standing` is "disputed" where anybody disputes it, "authenticated" where somebody says that it
    is genuine and nobody that it is not, else "open"; `statements` are the ids of those that stand in it.
    """

    id: str
    kind: ArtefactKind
    name: str | None
    owner: str | None
    standing: Standing
    artefacts: tuple[Artefact, ...]
    statements: frozenset[str]


def join(held: Iterable[Held]) -> tuple[Joined, ...]:
    """The things that `held` are, those with most documents first, then by id; the order does not matter."""
    things = sorted(held, key=lambda each: (each.artefact.document, each.artefact.id))
    parent = list(range(len(things)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    first: dict[tuple[str, ArtefactKind, str], int] = {}
    for n, thing in enumerate(things):
        one = thing.artefact
        keys = [("statement", one.kind, each) for each in sorted(thing.statements)]
        if one.name is not None:
            keys.append(("title", one.kind, " ".join(levelled(one.name)).casefold()))
        for key in keys:
            other = root(first.setdefault(key, n))
            mine = root(n)
            parent[max(mine, other)] = min(mine, other)
    groups: defaultdict[int, list[Held]] = defaultdict(list)
    for n, thing in enumerate(things):
        groups[root(n)].append(thing)
    found = [_joined(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda each: (-len({one.document for one in each.artefacts}), each.id)))


def _joined(group: list[Held]) -> Joined:
    artefacts = tuple(each.artefact for each in group)
    standings = {one.standing for one in artefacts}
    standing: Standing = "open"
    if "disputed" in standings:
        standing = "disputed"
    elif "authenticated" in standings:
        standing = "authenticated"
    return Joined(
        min(one.id for one in artefacts),
        artefacts[0].kind,
        _commonest(one.name for one in artefacts),
        _commonest(one.owner for one in artefacts),
        standing,
        artefacts,
        frozenset().union(*(each.statements for each in group)),
    )


def _commonest(names: Iterable[str | None]) -> str | None:
    given = sorted(name for name in names if name is not None)
    return max(given, key=lambda name: (given.count(name), -given.index(name)), default=None)
