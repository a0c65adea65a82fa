"""What a case holds of actors: rows for lists, and one actor with the evidence for each of his names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from hearsay.case.file import Case
from hearsay.case.filters import folded
from hearsay.case.listing import StatementRow, rows_of
from hearsay.case.naming import UNNAMED
from hearsay.case.resolve import AmbiguousError
from hearsay.errors import NotFoundError
from hearsay.model import ActorKind


@dataclass(frozen=True, slots=True)
class AliasRow:
    """One name of an actor: how it was joined, to which other name of his, and where it is used.

    `documents` and `attributions` are numbers; `names` holds the names of up to a few of the documents, the
    first seen first.
    """

    name: str
    rule: str
    joined: str | None
    documents: int
    attributions: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """What documents say that an actor is: the words, the first and last day they were printed, how often.

    `first` and `last` are ISO days, `None` where no document with these words is dated.
    """

    role: str
    first: str | None
    last: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor as a list shows him, the most common names and roles first.

    `statements` counts those with an appearance credited to him, `outlets` the known outlets of the documents
    that name him.
    """

    id: str
    name: str
    kind: ActorKind
    statements: int
    attributions: int
    documents: int
    outlets: int
    aliases: tuple[AliasRow, ...]
    roles: tuple[RoleRow, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Another actor who can be the same one and was left apart, and why."""

    id: str
    name: str
    documents: int
    reason: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """One actor with his look-alikes, and what he said: the widest statements first."""

    row: ActorRow
    doubtful: tuple[LookAlike, ...]
    statements: tuple[StatementRow, ...]


# Actors fetched together, and documents that an alias names.
_BATCH = 200
NAMED = 3
# Actors that an ambiguous name lists.
_SHOWN = 12


def actors(case: Case, name: str | None = None, *, limit: int | None = None) -> Iterator[ActorRow]:
    """Every actor, those most often credited first; with `name` those who have an alias that holds it.

    `name` matches as whole words, whatever its case and accents. Streams.
    """
    keys = iter(ranked(case, name)[:limit])
    while batch := list(islice(keys, _BATCH)):
        yield from actor_rows(case, batch)


def ranked(case: Case, name: str | None = None) -> list[int]:
    """The keys of the actors that `actors` lists, in its order."""
    condition = "" if name is None else f"WHERE l.actor IN ({_listed(actor_keys(case, name))})"
    return [
        key
        for (key,) in case.rows(
            "SELECT l.actor FROM mention m JOIN alias l ON l.key = m.alias JOIN actor c ON c.key = l.actor "
            f"{condition} GROUP BY l.actor ORDER BY sum(m.attributions) DESC, count(*) DESC, c.id"
        )
    ]


def actor(case: Case, text: str, *, statements: int = 10) -> ActorView:
    """The actor with this id (or its beginning) or name, with his `statements` widest statements.

    A name that is exactly an alias of one actor wins over those that hold it. Raises `NotFoundError`, and
    `AmbiguousError` (its child) with the candidates.
    """
    with case.snapshot():
        key = _key(case, text)
        rows = actor_rows(case, [key])
        if not rows:
            raise NotFoundError(
                f"whom {text!r} means is not settled yet",
                where=str(case.path),
                remedy="Run `hearsay add` once more; it groups what an interrupted run left.",
            )
        (row,) = rows
        doubtful = tuple(
            LookAlike(*found)
            for found in case.rows(
                "SELECT c.id, c.name, (SELECT count(*) FROM alias l JOIN mention m ON m.alias = l.key "
                "WHERE l.actor = c.key), w.reason "
                "FROM (SELECT other AS key, reason FROM doubt WHERE one = ?1 "
                "UNION ALL SELECT one, reason FROM doubt WHERE other = ?1) w JOIN actor c ON c.key = w.key "
                "ORDER BY 3 DESC, c.name, c.id",
                (key,),
            )
        )
        said = [
            found
            for (found,) in case.rows(
                f"SELECT DISTINCT s.key {_SAID} JOIN statement s ON s.key = e.statement WHERE l.actor = ? "
                "ORDER BY s.outlets DESC, s.pages DESC, s.appearances DESC, s.id LIMIT ?",
                (key, statements),
            )
        ]
        return ActorView(row, doubtful, tuple(rows_of(case, said)) if said else ())


def count_actors(case: Case) -> int:
    """How many actors the case has."""
    row = case.row("SELECT count(*) FROM actor")
    return 0 if row is None else int(row[0])


def unsettled(case: Case) -> int:
    """How many documents or names an interrupted `add`, or an older Hearsay, left without their actors."""
    row = case.row(f"SELECT (SELECT count(*) FROM ({UNNAMED})) + (SELECT count(*) FROM name WHERE stale = 1)")
    return 0 if row is None else int(row[0])


def actor_keys(case: Case, wanted: str) -> list[int]:
    """The keys of the actors with an alias that holds `wanted` as whole words."""
    sought = f" {folded(wanted)} "
    names = [key for key, text in case.rows("SELECT key, text FROM name") if sought in f" {folded(text)} "]
    return [key for (key,) in case.rows(f"SELECT DISTINCT actor FROM alias WHERE name IN ({_listed(names)})")]


# From an actor to what is credited to him, where his names stand.
_SAID = (
    "FROM alias l JOIN mention m ON m.alias = l.key JOIN speaker_name n ON n.name = m.name "
    "JOIN attribution a ON a.speaker = n.speaker AND a.document = m.document "
    "JOIN appearance e ON e.attribution = a.key"
)


def _key(case: Case, text: str) -> int:
    by_id = [
        found
        for found in case.rows(
            "SELECT key, id FROM actor WHERE id >= ? AND id < ? ORDER BY id", (text, text + "g")
        )
        if text
    ]
    if len(by_id) == 1 or (by_id and by_id[0][1] == text):
        return int(by_id[0][0])
    exact = {
        key
        for name, key in case.rows("SELECT n.text, l.actor FROM name n JOIN alias l ON l.name = n.key")
        if folded(name) == folded(text) and folded(text)
    }
    found: set[int] = exact or set(actor_keys(case, text) if folded(text) else ())
    if len(found) == 1:
        return found.pop()
    if not found:
        raise NotFoundError(
            f"no actor of the case has the id or name {text!r}",
            where=str(case.path),
            remedy="`hearsay actors CASE` lists all.",
        )
    listed = sorted(
        case.rows(
            "SELECT -(SELECT count(*) FROM alias l JOIN mention m ON m.alias = l.key WHERE l.actor = c.key), "
            f"c.name, c.id FROM actor c WHERE c.key IN ({_listed(found)})"
        )
    )
    more = ", ..." if len(listed) > _SHOWN else ""
    raise AmbiguousError(
        f"{text!r} could mean more than one actor",
        where=str(case.path),
        remedy=f"Say which: {', '.join(f'{id_} ({name})' for _, name, id_ in listed[:_SHOWN])}{more}.",
    )


def actor_rows(case: Case, keys: Sequence[int]) -> list[ActorRow]:
    """The actors with these keys, in this order."""
    listed = _listed(keys)
    aliases: defaultdict[int, list[AliasRow]] = defaultdict(list)
    for actor_, name, rule, joined, documents, attributions, places in case.rows(
        "SELECT l.actor, n.text, l.rule, j.text, count(*), sum(m.attributions), l.key FROM alias l "
        "JOIN name n ON n.key = l.name LEFT JOIN name j ON j.key = l.joined "
        f"JOIN mention m ON m.alias = l.key WHERE l.actor IN ({listed}) GROUP BY l.key "
        "ORDER BY l.joined IS NOT NULL, count(*) DESC, n.text, l.rule"
    ):
        named = tuple(
            place
            for (place,) in case.rows(
                "SELECT d.name FROM mention m JOIN document d ON d.key = m.document WHERE m.alias = ? "
                "ORDER BY m.seen IS NULL, m.seen, d.id LIMIT ?",
                (places, NAMED),
            )
        )
        aliases[actor_].append(AliasRow(name, rule, joined, documents, attributions, named))
    roles: defaultdict[int, list[RoleRow]] = defaultdict(list)
    for actor_, role, first, last, number in case.rows(
        "SELECT l.actor, min(m.role), min(d.published_from), max(d.published_until), count(*) FROM alias l "
        "JOIN mention m ON m.alias = l.key JOIN document d ON d.key = m.document "
        f"WHERE l.actor IN ({listed}) AND m.role IS NOT NULL GROUP BY l.actor, lower(m.role) "
        "ORDER BY count(*) DESC, 3 IS NULL, 3, 2"
    ):
        roles[actor_].append(RoleRow(role, first, last, number))
    statements: dict[int, int] = dict(
        case.rows(
            f"SELECT l.actor, count(DISTINCT e.statement) {_SAID} WHERE l.actor IN ({listed}) GROUP BY 1"
        )
    )
    heads = {
        row[0]: row
        for row in case.rows(
            "SELECT c.key, c.id, c.name, c.kind, sum(m.attributions), count(DISTINCT m.document), "
            "count(DISTINCT d.outlet) FROM actor c JOIN alias l ON l.actor = c.key "
            "JOIN mention m ON m.alias = l.key JOIN document d ON d.key = m.document "
            f"WHERE c.key IN ({listed}) GROUP BY c.key"
        )
    }
    found = []
    for key in keys:
        if key in heads:
            _, id_, name, kind, *numbers = heads[key]
            attributions, documents, outlets = numbers
            counts = (statements.get(key, 0), attributions, documents, outlets)
            found.append(ActorRow(id_, name, kind, *counts, tuple(aliases[key]), tuple(roles[key])))
    return found


def _listed(keys: Sequence[int] | set[int]) -> str:
    """Keys for an IN (...)."""
    return ",".join(map(str, sorted(keys)))
