"""Are the actors what the attributions give?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterator

from hearsay.case.damage import Damage
from hearsay.case.file import Case, Row
from hearsay.case.naming import UNNAMED, commonest, seen_of
from hearsay.case.settling import outlets_of
from hearsay.link.actors import actors
from hearsay.link.glosses import glosses
from hearsay.link.name_forms import form_of
from hearsay.link.speakers import each_name
from hearsay.model import Actor, Alias, Doubt, Mention


def actor_damage(case: Case) -> Iterator[Damage]:
    """Sort out all names anew and compare; what an `add` has not come to yet is unfinished, not damaged."""
    for (id_,) in case.rows(f"SELECT id FROM document WHERE key IN ({UNNAMED}) ORDER BY id"):
        yield Damage("unfinished", id_, "who is named in it is not gathered yet: add any source again")
    yield from _names(case)
    mentions = yield from _mentions(case)
    yield from _glosses(case)
    stale = [name for (name,) in case.rows("SELECT text FROM name WHERE stale = 1 ORDER BY text")]
    for name in stale:
        yield Damage("unfinished", name, "its actor is not settled yet: add any source again")
    if not stale:
        yield from _actors(case, mentions)


def _names(case: Case) -> Iterator[Damage]:
    stored: defaultdict[str, set[str]] = defaultdict(set)
    for name, value in case.rows("SELECT n.text, k.value FROM name n JOIN name_key k ON k.name = n.key"):
        stored[name].add(value)
    for (name,) in case.rows("SELECT text FROM name ORDER BY text"):
        if stored[name] != form_of(name).keys:
            yield Damage("actor", name, "the keys under which it meets other names are not its own")
    split: defaultdict[str, list[str]] = defaultdict(list)
    for speaker, name in case.rows(
        "SELECT s.name, n.text FROM speaker_name e JOIN speaker s ON s.key = e.speaker "
        "JOIN name n ON n.key = e.name ORDER BY e.speaker, e.position"
    ):
        split[speaker].append(name)
    for speaker in sorted(split):
        if split[speaker] != each_name(speaker):
            yield Damage("actor", speaker, "the names in it are not those that are stored for it")


def _mentions(case: Case) -> Generator[Damage, None, list[Mention]]:
    """Compare the stored mentions with those that the attributions give; returns the latter."""
    counts: Counter[tuple[str, str]] = Counter()
    roles: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: dict[str, str | None] = {}
    for id_, names, role, number, *stated in case.rows(
        "SELECT d.id, s.name, a.role, count(*), "
        "d.published, d.published_precision, d.published_zone, d.published_origin FROM attribution a "
        "JOIN document d ON d.key = a.document JOIN speaker s ON s.key = a.speaker "
        "JOIN named g ON g.document = d.key GROUP BY d.key, s.key, a.role"
    ):
        seen[id_] = seen_of(stated)
        for name in each_name(names):
            counts[name, id_] += number
            if role:
                roles[name, id_][role] += number
    found = [
        Mention(name, id_, commonest(roles[name, id_]), seen[id_], number)
        for (name, id_), number in counts.items()
    ]
    stored = {
        Mention(*row)
        for row in case.rows(
            "SELECT n.text, d.id, m.role, m.seen, m.attributions FROM mention m "
            "JOIN name n ON n.key = m.name JOIN document d ON d.key = m.document"
        )
    }
    for mention in sorted(stored.symmetric_difference(found), key=lambda one: (one.document, one.name)):
        yield Damage("actor", mention.document, f"its mention of {mention.name!r} is not what it credits")
    return found


def _glosses(case: Case) -> Iterator[Damage]:
    stored: defaultdict[str, set[Row]] = defaultdict(set)
    for id_, *pair in case.rows(
        "SELECT d.id, g.short, g.long FROM gloss g JOIN document d ON d.key = g.document"
    ):
        stored[id_].add(tuple(pair))
    for id_, text in case.rows(
        "SELECT d.id, d.text FROM document d JOIN named g ON g.document = d.key ORDER BY d.id"
    ):
        if stored[id_] != set(glosses(text)):
            yield Damage("actor", id_, "the acronyms that it explains are not those that are stored")


def _actors(case: Case, mentions: list[Mention]) -> Iterator[Damage]:
    explained = frozenset(case.rows("SELECT DISTINCT short, long FROM gloss"))
    cast = actors(mentions, explained=explained, outlets=outlets_of(case))
    documents: defaultdict[int, set[str]] = defaultdict(set)
    for alias, id_ in case.rows(
        "SELECT m.alias, d.id FROM mention m JOIN document d ON d.key = m.document WHERE m.alias IS NOT NULL"
    ):
        documents[alias].add(id_)
    aliases: defaultdict[int, list[tuple[str, str, str | None, frozenset[str]]]] = defaultdict(list)
    for key, actor, name, rule, joined in case.rows(
        "SELECT l.key, l.actor, n.text, l.rule, j.text FROM alias l JOIN name n ON n.key = l.name "
        "LEFT JOIN name j ON j.key = l.joined"
    ):
        aliases[actor].append((name, rule, joined, frozenset(documents[key])))
    stored = {
        (id_, name, kind, frozenset(aliases[key]))
        for key, id_, name, kind in case.rows("SELECT key, id, name, kind FROM actor")
    }
    for id_ in sorted({row[0] for row in stored ^ {_plain(actor) for actor in cast.actors}}, key=str):
        yield Damage("actor", id_, "it is not the actor whom the mentions give")
    doubts = {
        Doubt(*row)
        for row in case.rows(
            "SELECT a.id, b.id, w.reason FROM doubt w JOIN actor a ON a.key = w.one "
            "JOIN actor b ON b.key = w.other"
        )
    }
    for doubt in sorted(doubts.symmetric_difference(cast.doubts), key=lambda one: (one.one, one.other)):
        yield Damage(
            "actor", doubt.one, f"the doubt between it and {doubt.other} is not what the mentions give"
        )


def _plain(actor: Actor) -> tuple[str, str, str, frozenset[tuple[str, str, str | None, frozenset[str]]]]:
    def plain(alias: Alias) -> tuple[str, str, str | None, frozenset[str]]:
        return (alias.name, alias.rule, alias.joined, frozenset(alias.documents))

    return (actor.id, actor.name, actor.kind, frozenset(map(plain, actor.aliases)))
