"""What a person ruled, laid over what was found: statements merged and split, actors joined and parted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hearsay.link.statements import statement_from
from hearsay.model import Actor, ActorKind, Alias, Appearance, Cast, Statement, actor_id


@dataclass(frozen=True, slots=True)
class Regrouping:
    """A ruling on statements: all with one of these attributions are one, or these are apart from others."""

    kind: Literal["merge", "split"]
    attributions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Recasting:
    """A ruling on actors: whom two documents call so is the same, or not; each a name and a document's id."""

    kind: Literal["same", "different"]
    one: tuple[str, str]
    other: tuple[str, str]


def regrouped(
    found: Sequence[Statement], appearances: Mapping[str, Appearance], rulings: Sequence[Regrouping]
) -> tuple[Statement, ...]:
    """The statements after the rulings, applied in their order; those that none concerns stay as they are.

    A ruling on attributions that are not among `appearances` has no effect.
    """
    groups: dict[int, frozenset[str]] = {n: frozenset(one.appearances) for n, one in enumerate(found)}
    untouched = dict(enumerate(found))
    for ruling in rulings:
        met = [n for n, group in groups.items() if group & ruling.attributions]
        if ruling.kind == "merge":
            made = [frozenset[str]().union(*(groups[n] for n in met))] if len(met) > 1 else []
        else:
            moved = frozenset[str]().union(*(groups[n] & ruling.attributions for n in met))
            rest = [groups[n] - moved for n in met if groups[n] - moved]
            made = [moved, *rest] if rest or len(met) > 1 else []
        if made:
            for n in met:
                del groups[n]
                untouched.pop(n, None)
            last = max(groups, default=len(found)) + 1
            groups.update(enumerate(made, max(last, len(found))))
    changed = [
        statement_from([appearances[id_] for id_ in sorted(group)])
        for n, group in groups.items()
        if n not in untouched
    ]
    return tuple(sorted([*untouched.values(), *changed], key=lambda statement: statement.appearances))


def recast(cast: Cast, seen: Mapping[str, str | None], rulings: Sequence[Recasting]) -> Cast:
    """The actors after the rulings, applied in their order; `seen` says when each document (id) was seen."""
    actors = list(cast.actors)
    settled: set[frozenset[str]] = set()
    for ruling in rulings:
        one, other = _whom(actors, ruling.one), _whom(actors, ruling.other)
        if one is None or other is None:
            continue
        if ruling.kind == "same" and one is not other:
            kept, gone = sorted((one, other), key=lambda actor: (-_uses(actor), actor.id))
            joined = tuple(
                replace(a, rule="ruled", joined=kept.name) if a.joined is None else a for a in gone.aliases
            )
            actors = [actor for actor in actors if actor is not one and actor is not other]
            actors.append(replace(kept, aliases=_sorted(_merged((*kept.aliases, *joined)))))
        elif ruling.kind == "different" and one is other:
            parted = _parted(one, ruling, seen)
            if parted is not None:
                actors = [actor for actor in actors if actor is not one]
                actors += parted
                settled.add(frozenset(actor.id for actor in parted))
        elif ruling.kind == "different":
            settled.add(frozenset((one.id, other.id)))
    ids = {actor.id for actor in actors}
    doubts = tuple(
        doubt
        for doubt in cast.doubts
        if {doubt.one, doubt.other} <= ids and frozenset((doubt.one, doubt.other)) not in settled
    )
    return Cast(tuple(sorted(actors, key=lambda actor: actor.id)), doubts)


def _whom(actors: Sequence[Actor], who: tuple[str, str]) -> Actor | None:
    """The actor whom a document means by a name."""
    name, document = who
    for actor in actors:
        if any(alias.name == name and document in alias.documents for alias in actor.aliases):
            return actor
    return None


def _uses(actor: Actor) -> int:
    return sum(len(alias.documents) for alias in actor.aliases)


def _parted(actor: Actor, ruling: Recasting, seen: Mapping[str, str | None]) -> list[Actor] | None:
    """The actor without the other's name, and the other; of one name, without the other's document."""
    name, document = ruling.other
    taken: list[Alias] = []
    left: list[Alias] = []
    for alias in actor.aliases:
        if alias.name != name:
            left.append(alias)
        elif name != ruling.one[0]:
            taken.append(alias)
        else:
            if document in alias.documents:
                taken.append(replace(alias, documents=(document,)))
            rest = tuple(one for one in alias.documents if one != document)
            if rest:
                left.append(replace(alias, documents=rest))
    if not taken or not left:
        return None
    return [_named(actor.kind, part, seen) for part in (left, taken)]


def _named(kind: ActorKind, aliases: Sequence[Alias], seen: Mapping[str, str | None]) -> Actor:
    """An actor of these aliases: called by the one that leads them, else by the one used most."""
    head = next((alias for alias in aliases if alias.joined is None), None) or max(
        aliases, key=lambda alias: (len(alias.documents), alias.name)
    )
    led = [replace(alias, joined=None if alias is head else alias.joined or head.name) for alias in aliases]
    names = {alias.name for alias in led}
    led = [
        replace(alias, rule="ruled", joined=head.name)
        if alias.joined is not None and alias.joined not in names
        else alias
        for alias in led
    ]
    first = min(
        ((seen.get(document), document, alias.name) for alias in led for document in alias.documents),
        key=lambda one: (one[0] is None, one[0] or "", one[1], one[2]),
    )
    return Actor(actor_id(first[1], first[2]), head.name, kind, _sorted(_merged(led)))


def _merged(aliases: Sequence[Alias]) -> list[Alias]:
    """One alias for each name and rule."""
    found: dict[tuple[str, str], Alias] = {}
    for alias in aliases:
        same = found.get((alias.name, alias.rule))
        documents = (
            alias.documents if same is None else tuple(dict.fromkeys((*same.documents, *alias.documents)))
        )
        joined = alias.joined if same is None else same.joined
        found[alias.name, alias.rule] = replace(alias, documents=documents, joined=joined)
    return list(found.values())


def _sorted(aliases: Sequence[Alias]) -> tuple[Alias, ...]:
    return tuple(sorted(aliases, key=lambda alias: (alias.joined is not None, alias.name, alias.rule)))
