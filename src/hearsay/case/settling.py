"""From stored mentions to actors, one family of names at a time, writing only what has changed."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.case.file import Case
from hearsay.case.ruled import recastings, ties_of_names
from hearsay.link.actors import actors, outlet_key
from hearsay.link.ruled import recast
from hearsay.model import Actor, Cast, Mention

# Keys of a query: fewer than any SQLite's limit on its marks.
_MARKS = 500


class Settler:
    """Brings the actors of names up to date, in the caller's transaction.

    What is decided about a name depends on the names that share a key with it, and on theirs, and so on: on
    its family. A family is read from the case as a whole, sorted out by `link.actors` and compared with what
    is stored, so that the outcome is that of sorting out all names at once.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._explained = frozenset(case.rows("SELECT DISTINCT short, long FROM gloss"))
        self._outlets = outlets_of(case)
        self._settled: set[int] = set()
        self._recastings = recastings(case)
        self._ruled = case.row("SELECT 1 FROM ruling WHERE kind IN ('same', 'different')") is not None
        self._tied: dict[int, set[int]] = {}
        for one, other in ties_of_names(case):
            self._tied.setdefault(one, set()).add(other)
            self._tied.setdefault(other, set()).add(one)

    def settle(self, name: int) -> int:
        """Settle the family of the name with this key; how many mentions it has (0 if it is done)."""
        if name in self._settled:
            return 0
        names = self._family(name)
        self._settled.update(names)
        keys: dict[tuple[str, str], tuple[int, int, int | None]] = {}
        mentions = []
        texts: dict[str, int] = {}
        for part in _parts(names):
            for text, id_, role, seen, number, *where in self._case.rows(
                "SELECT n.text, d.id, m.role, m.seen, m.attributions, m.name, m.document, m.alias "
                "FROM mention m JOIN name n ON n.key = m.name JOIN document d ON d.key = m.document "
                f"WHERE m.name IN ({part})"
            ):
                mentions.append(Mention(text, id_, role, seen, number))
                keys[text, id_] = (where[0], where[1], where[2])
                texts[text] = where[0]
        cast = recast(
            actors(mentions, explained=self._explained, outlets=self._outlets),
            {mention.document: mention.seen for mention in mentions},
            self._recastings,
        )
        self._write(names, cast, texts, keys)
        self._case.write_all(
            "UPDATE name SET stale = 0 WHERE key = ? AND stale = 1", ((key,) for key in names)
        )
        return len(mentions)

    def _family(self, name: int) -> list[int]:
        """All names that are connected with this one by keys that they share, or by a ruling."""
        found, new = {name}, {name}
        seen: set[str] = set()
        while new:
            values = {
                value
                for part in _parts(new)
                for (value,) in self._case.rows(f"SELECT value FROM name_key WHERE name IN ({part})")
            } - seen
            seen |= values
            tied = {other for one in new for other in self._tied.get(one, ())}
            if self._ruled:
                # Whom a ruling joined that is gone by now has to be parted again.
                tied |= {
                    key
                    for part in _parts(new)
                    for (key,) in self._case.rows(
                        "SELECT DISTINCT o.name FROM alias l JOIN alias o ON o.actor = l.actor "
                        f"WHERE l.name IN ({part})"
                    )
                }
            new = (
                tied
                | {
                    key
                    for value in values
                    for (key,) in self._case.rows("SELECT name FROM name_key WHERE value = ?", (value,))
                }
            ) - found
            found |= new
        return sorted(found)

    def _write(
        self,
        names: list[int],
        cast: Cast,
        texts: dict[str, int],
        mentions: dict[tuple[str, str], tuple[int, int, int | None]],
    ) -> None:
        case = self._case
        aliases: dict[tuple[int, int, str], tuple[int, int | None]] = {}
        for part in _parts(names):
            for key, actor, name, rule, joined in case.rows(
                f"SELECT key, actor, name, rule, joined FROM alias WHERE name IN ({part})"
            ):
                aliases[actor, name, rule] = (key, joined)
        before = {actor for actor, _, _ in aliases}
        known = {
            row[1]: row
            for part in _parts(before)
            for row in case.rows(f"SELECT key, id, name, kind FROM actor WHERE key IN ({part})")
        }
        kept: dict[str, int] = {}
        changed: list[tuple[int, int, int]] = []
        for actor in cast.actors:
            key = kept[actor.id] = self._actor(actor, known.get(actor.id))
            for alias in actor.aliases:
                name, joined = texts[alias.name], None if alias.joined is None else texts[alias.joined]
                row = aliases.pop((key, name, alias.rule), None)
                if row is None:
                    stored = case.write(
                        "INSERT INTO alias (actor, name, rule, joined) VALUES (?, ?, ?, ?)",
                        (key, name, alias.rule, joined),
                    )
                else:
                    stored = row[0]
                    if row[1] != joined:
                        case.write("UPDATE alias SET joined = ? WHERE key = ?", (joined, stored))
                for id_ in alias.documents:
                    _, document, was = mentions[alias.name, id_]
                    if was != stored:
                        changed.append((stored, name, document))
        case.write_all("UPDATE mention SET alias = ? WHERE name = ? AND document = ?", changed)
        self._doubts(before | set(kept.values()), cast, kept)
        case.write_all("DELETE FROM alias WHERE key = ?", ((key,) for key, _ in aliases.values()))
        gone = before - set(kept.values())
        case.write_all("DELETE FROM actor WHERE key = ?", ((key,) for key in sorted(gone)))

    def _actor(self, actor: Actor, row: tuple[int, str, str, str] | None) -> int:
        if row is None:
            return self._case.write(
                "INSERT INTO actor (id, name, kind) VALUES (?, ?, ?)", (actor.id, actor.name, actor.kind)
            )
        if row[2:] != (actor.name, actor.kind):
            self._case.write(
                "UPDATE actor SET name = ?, kind = ? WHERE key = ?", (actor.name, actor.kind, row[0])
            )
        return row[0]

    def _doubts(self, concerned: set[int], cast: Cast, kept: dict[str, int]) -> None:
        before = {
            (one, other): reason
            for part in _parts(concerned)
            for one, other, reason in self._case.rows(
                f"SELECT one, other, reason FROM doubt WHERE one IN ({part}) OR other IN ({part})"
            )
        }
        now = {(kept[doubt.one], kept[doubt.other]): doubt.reason for doubt in cast.doubts}
        self._case.write_all(
            "DELETE FROM doubt WHERE one = ? AND other = ?",
            (pair for pair, reason in before.items() if now.get(pair) != reason),
        )
        self._case.write_all(
            "INSERT INTO doubt (one, other, reason) VALUES (?, ?, ?)",
            ((*pair, reason) for pair, reason in now.items() if before.get(pair) != reason),
        )


def outlets_of(case: Case) -> frozenset[str]:
    """The outlets of the documents that the case holds, levelled as `link.actors` compares them."""
    return frozenset(
        outlet_key(name)
        for (name,) in case.rows(
            "SELECT name FROM outlet t WHERE EXISTS (SELECT 1 FROM document d WHERE d.outlet = t.key)"
        )
    )


def _parts(keys: Iterable[int]) -> list[str]:
    """Keys as lists for IN (...), none longer than a query may be."""
    ordered = sorted(keys)
    return [",".join(map(str, ordered[start : start + _MARKS])) for start in range(0, len(ordered), _MARKS)]
