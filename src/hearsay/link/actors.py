"""Mentions -> actors: which names, in which documents, are one person's or one body's.

A function of the set of mentions. Names that share no key never meet (`families`); within a family names are
tied in pairs (`ties`), ties that contradict one another are set aside (`clusters`), namesakes are parted by
what is said of them (`namesakes`), and names that several bear are decided document by document (`surnames`).
What stays doubtful stays apart and is listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from hearsay.extract.naming.spellings import plain
from hearsay.link.clusters import clusters
from hearsay.link.families import families
from hearsay.link.given import is_given
from hearsay.link.groups import Group, first_of, seen_order
from hearsay.link.name_forms import form_of
from hearsay.link.namesakes import sides
from hearsay.link.said_of import NOTHING, agree, said_of
from hearsay.link.surnames import bearer
from hearsay.link.ties import NAME, SAME, SURNAME, spelling_rule, tie
from hearsay.model import Actor, ActorKind, Alias, Cast, Doubt, Mention, actor_id

# Bearers of one surname that a doubt lists, those in most documents first.
LISTED = 12


def actors(
    mentions: Iterable[Mention],
    *,
    explained: Collection[tuple[str, str]] = (),
    outlets: Collection[str] = (),
) -> Cast:
    """The actors of a set of mentions, of which no two have the same name and document.

    `explained` holds what `glosses` found in the documents, `outlets` the outlets' names as `outlet_key`
    levels them. The order of the mentions does not matter, and what is found for a family of names does not
    depend on mentions of other names.
    """
    by_name: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    found: list[Actor] = []
    doubts: list[Doubt] = []
    for family in families(by_name):
        groups, open_ = _sorted_out({name: by_name[name] for name in family}, explained)
        ids = {group: _id(group) for group in groups}
        found += (_actor(group, outlets, explained) for group in groups)
        reasons: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for one, other, reason in open_:
            if one is not other:
                first, second = sorted((ids[one], ids[other]))
                reasons[first, second].add(reason)
        doubts += (Doubt(*pair, "; ".join(sorted(why))) for pair, why in reasons.items())
    return Cast(
        tuple(sorted(found, key=lambda actor: actor.id)),
        tuple(sorted(doubts, key=lambda doubt: (doubt.one, doubt.other))),
    )


def outlet_key(name: str) -> str:
    """An outlet's name as it is compared: "The Harbour Ledger" is "harbour ledger"."""
    flat = " ".join(plain(name).split())
    return flat.removeprefix("the ") or flat


_Open = list[tuple[Group, Group, str]]


def _sorted_out(
    family: dict[str, list[Mention]], explained: Collection[tuple[str, str]]
) -> tuple[list[Group], _Open]:
    nodes: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for name in sorted(family):
        nodes[form_of(name).identity] += sorted(family[name], key=seen_order)
    order = sorted(nodes)
    forms = [form_of(nodes[identity][0].name) for identity in order]
    roles = [
        frozenset(said_of(mention.role) for mention in nodes[identity]) - {NOTHING} for identity in order
    ]
    tied = clusters(
        forms,
        [len(nodes[identity]) for identity in order],
        lambda a, b: any(agree(one, other) for one in roles[a] for other in roles[b]),
        explained,
    )

    named: list[Group] = []
    bare: list[Group] = []
    homes: dict[int, list[Group]] = defaultdict(list)
    open_: _Open = []
    for together in tied.sets:
        parts = _namesakes([mention for n in together for mention in nodes[order[n]]], open_)
        (bare if forms[together[0]].shape == "bare" else named).extend(parts)
        for n in together:
            homes[n] += [
                part for part in parts if any(form_of(m.name).identity == order[n] for m in part.core)
            ]
    aside = _set_aside(tied.aside, {n: nodes[order[n]] for n in tied.aside}, homes, open_)
    for n, group in aside.items():
        (bare if forms[n].shape == "bare" else named).append(group)
    named = [group for group in named if group.core]
    left: dict[Group, Group] = {}
    for group in bare:
        candidates = [other for other in named if not group.surnames.isdisjoint(other.surnames)]
        left[group] = _decide(group, candidates, SURNAME)
        _leave_open(left[group], candidates, SURNAME, open_)
    for (a, b), reason in tied.doubts.items():
        open_ += ((one, other, reason) for one in homes[a][:1] for other in homes[b][:1])
    groups = [group for group in (*named, *left.values()) if group.core]
    kept = set(groups)
    now = [(left.get(one, one), left.get(other, other), why) for one, other, why in open_]
    return groups, [(one, other, why) for one, other, why in now if one in kept and other in kept]


def _set_aside(
    aside: dict[int, frozenset[int]],
    mentions: dict[int, list[Mention]],
    homes: dict[int, list[Group]],
    open_: _Open,
) -> dict[int, Group]:
    """Decide names that are tied to several; what is left of each is another bearer of its surname.

    `homes` are the groups that each name is in, to which those of what is left are added.
    """
    left: dict[int, Group] = {}
    for n, neighbours in aside.items():
        others = sorted(neighbours - aside.keys())
        candidates = _distinct(group for other in others for group in homes[other])
        left[n] = _decide(Group(mentions[n]), candidates, NAME)
    homes.update((n, [group]) for n, group in left.items())
    for n, neighbours in aside.items():
        kin = [group for other in sorted(neighbours) for group in homes[other]]
        _leave_open(left[n], kin, NAME, open_)
    return left


def _namesakes(mentions: list[Mention], open_: _Open) -> list[Group]:
    whole = Group(mentions)
    if form_of(mentions[0].name).shape == "body":
        return [whole]
    parted = sides(mentions, by_gender=not whole.given_tells_gender)
    groups = [Group(part) for _, part in parted]
    open_ += ((groups[0], group, why) for group, (why, _) in zip(groups[1:], parted[1:], strict=True))
    return groups


def _decide(group: Group, candidates: Sequence[Group], alone: str) -> Group:
    """Give each mention of a group to the candidate that it must mean; returns those that stay."""
    stay = []
    for mention in group.core:
        won = bearer(mention, candidates, alone=alone)
        if won is None:
            stay.append(mention)
        else:
            won[0].won.append((mention, won[1]))
    return Group(stay)


def _leave_open(group: Group, bearers: Sequence[Group], alone: str, open_: _Open) -> None:
    """Note who else can be meant by what is left of a group."""
    bearers = _distinct(bearer for bearer in bearers if bearer.core)
    bearers = [bearer for bearer in bearers if bearer.is_person] or bearers
    if not (group.core and bearers):
        return
    many = len(bearers) > 1
    group.open = f"{alone}, and {len(bearers)} bear it" if many else f"{alone}, and too little or other said"
    most = sorted(bearers, key=lambda other: (-len(other.documents), other.name))
    open_ += ((group, other, group.open) for other in most[:LISTED])


def _distinct(groups: Iterable[Group]) -> list[Group]:
    return list(dict.fromkeys(groups))


def _id(group: Group) -> str:
    first = first_of(group.mentions)
    return actor_id(first.document, first.name)


def _actor(group: Group, outlets: Collection[str], explained: Collection[tuple[str, str]]) -> Actor:
    called = group.name
    documents: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    rules: dict[str, str] = {}
    for mention in group.core:
        if mention.name not in rules:
            rules[mention.name] = _rule(mention.name, called, explained)
        documents[mention.name, rules[mention.name]].append(mention)
    for mention, rule in group.won:
        documents[mention.name, rule].append(mention)
    aliases = [
        Alias(
            name,
            rule,
            None if (name, rule) == (called, SAME) else called,
            tuple(one.document for one in sorted(named, key=seen_order)),
        )
        for (name, rule), named in documents.items()
    ]
    aliases.sort(key=lambda alias: (alias.joined is not None, -len(alias.documents), alias.name, alias.rule))
    return Actor(_id(group), called, _kind(group, outlets), tuple(aliases))


def _rule(name: str, called: str, explained: Collection[tuple[str, str]]) -> str:
    one, other = form_of(name), form_of(called)
    if one.identity == other.identity:
        return spelling_rule(name, called)
    found = tie(one, other, explained)
    if found is None:
        return SAME
    return f"{found.rule}, the same role" if found.against else found.rule


def _kind(group: Group, outlets: Collection[str]) -> ActorKind:
    names = sorted({mention.name for mention in group.mentions})
    if any(outlet_key(name) in outlets for name in names):
        return "outlet"
    forms = [form_of(name) for name in names]
    if any(form.shape == "body" for form in forms):
        return "organisation"
    if group.open and all(form.shape == "bare" for form in forms):
        return "unknown"
    said = (said_of(mention.role) for mention in group.mentions)
    if any(is_given(form.given) or form.gender != "u" for form in forms) or any(one.offices for one in said):
        return "person"
    return "unknown"
