"""Appearances -> statements: which printings report one utterance.

Two steps, both functions of a set, so that no order of the input can show in the outcome. `group` joins
appearances into blocks: the connected components of "share a fingerprint and are alike". `split` takes a
block apart wherever two speakers would end up in one statement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from hearsay.link.alike import bounds
from hearsay.link.nodes import Forest, edges, joined, nodes_of, strength
from hearsay.link.speakers import compatible, name_parts
from hearsay.link.wording import wording
from hearsay.model import Appearance, Statement, statement_id

_NEVER = datetime.max.replace(tzinfo=UTC)


def group(appearances: Iterable[Appearance]) -> tuple[Statement, ...]:
    """The statements that a set of appearances reports, the first seen first; every appearance is in one.

    In memory; the case file keeps blocks and comes to the same outcome step by step.
    """
    nodes = nodes_of(appearances)
    statements = [
        statement
        for block in joined(nodes).values()
        for statement in split([member for node in block for member in node.members])
    ]
    seen = {member.attribution: seen_at(member) for node in nodes for member in node.members}
    return tuple(sorted(statements, key=lambda statement: seen[statement.appearances[0]]))


def split(block: Sequence[Appearance]) -> tuple[Statement, ...]:
    """Take a block of connected appearances apart into statements; the order of `block` does not matter.

    Two speakers that cannot be one are never in one statement. An appearance whose speaker is unknown goes
    where its words are most alike, then where it is nearest in time. Ties go by attribution id.
    """
    speakers = sorted({appearance.speaker for appearance in block if appearance.speaker is not None})
    if all(compatible(a, b) for n, a in enumerate(speakers) for b in speakers[:n]):
        return (_statement(block),) if block else ()
    nodes = nodes_of(block)
    forest = Forest(len(nodes))
    names = [frozenset([node.speaker] if node.speaker else ()) for node in nodes]
    for _, one, other in sorted((strength(nodes[a], nodes[b]), a, b) for a, b in edges(nodes)):
        one, other = forest.root(one), forest.root(other)
        if one != other and all(compatible(a, b) for a in names[one] for b in names[other]):
            together = names[one] | names[other]
            names[forest.join(one, other)] = together
    parts: dict[int, list[Appearance]] = defaultdict(list)
    for n, node in enumerate(nodes):
        parts[forest.root(n)].extend(node.members)
    return tuple(
        sorted((_statement(part) for part in parts.values()), key=lambda statement: statement.appearances)
    )


def seen_at(appearance: Appearance) -> tuple[datetime, str]:
    """Sorts appearances by the latest instant at which each was printed, the undated last, then by id."""
    moment = bounds(appearance.published)
    return (moment[1] if moment else _NEVER, appearance.attribution)


def _statement(part: Iterable[Appearance]) -> Statement:
    ordered = sorted(part, key=seen_at)
    return Statement(
        id=statement_id(ordered[0].attribution),
        speaker=_fullest_name(ordered),
        wording=_fullest_wording(ordered),
        appearances=tuple(appearance.attribution for appearance in ordered),
    )


def _fullest_name(appearances: Sequence[Appearance]) -> str | None:
    names = Counter(appearance.speaker for appearance in appearances if appearance.speaker is not None)
    if not names:
        return None
    return min(names, key=lambda name: (-len(name_parts(name)), -names[name], len(name), name))


def _fullest_wording(appearances: Sequence[Appearance]) -> str:
    """The fullest wording that two documents print, alone or within a longer one; else the longest."""
    if len({appearance.words for appearance in appearances}) == 1:
        return appearances[0].words
    documents: dict[str, set[str]] = defaultdict(set)
    earliest: dict[str, str] = {}
    direct: dict[str, int] = {}
    for appearance in appearances:
        joined_words = wording(appearance.words).joined
        documents[joined_words].add(appearance.document)
        earliest.setdefault(joined_words, appearance.words)
        direct[joined_words] = min(direct.get(joined_words, 1), int(appearance.kind == "indirect"))
    # Words that were said before words that were reported, then the fullest.
    forms = sorted(documents, key=lambda form: (direct[form], -len(form), form))
    for n, form in enumerate(forms):
        if direct[form] != direct[forms[0]]:
            break
        printed = documents[form]
        if len(printed) > 1 or any(form in longer and documents[longer] - printed for longer in forms[:n]):
            return earliest[form]
    return earliest[forms[0]]
