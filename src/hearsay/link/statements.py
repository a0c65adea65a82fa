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
from hearsay.link.nodes import Forest, Node, edges, joined, nodes_of, strength
from hearsay.link.speakers import compatible, name_parts
from hearsay.model import Appearance, Statement, statement_id

_NEVER = datetime.max.replace(tzinfo=UTC)


def group(appearances: Iterable[Appearance]) -> tuple[Statement, ...]:
    """The statements that a set of appearances reports, the first seen first; every appearance is in one.

    In memory; the case file keeps blocks and comes to the same outcome step by step.
    """
    nodes = nodes_of(appearances)
    statements = [_statement(part) for block in joined(nodes).values() for part in _parts(block)]
    seen = {member.attribution: seen_at(member) for node in nodes for member in node.members}
    return tuple(sorted(statements, key=lambda statement: seen[statement.appearances[0]]))


def split(block: Sequence[Appearance]) -> tuple[Statement, ...]:
    """Take a block of connected appearances apart into statements; the order of `block` does not matter.

    Two speakers that cannot be one are never in one statement. An appearance whose speaker is unknown goes
    where its words are most alike, then where it is nearest in time. Ties go by attribution id.
    """
    statements = [_statement(part) for part in _parts(nodes_of(block))]
    return tuple(sorted(statements, key=lambda statement: statement.appearances))


def _parts(block: Sequence[Node]) -> list[Sequence[Node]]:
    """The statements of a block of connected nodes, each as its nodes."""
    speakers = sorted({node.speaker for node in block if node.speaker is not None})
    if all(compatible(a, b) for n, a in enumerate(speakers) for b in speakers[:n]):
        return [block] if block else []
    forest = Forest(len(block))
    names = [frozenset([node.speaker] if node.speaker else ()) for node in block]
    for _, one, other in sorted((strength(block[a], block[b]), a, b) for a, b in edges(block)):
        one, other = forest.root(one), forest.root(other)
        if one != other and all(compatible(a, b) for a in names[one] for b in names[other]):
            together = names[one] | names[other]
            names[forest.join(one, other)] = together
    parts: dict[int, list[Node]] = defaultdict(list)
    for n, node in enumerate(block):
        parts[forest.root(n)].append(node)
    return list(parts.values())


def seen_at(appearance: Appearance) -> tuple[datetime, str]:
    """Sorts appearances by the latest instant at which each was printed, the undated last, then by id."""
    moment = bounds(appearance.published)
    return (moment[1] if moment else _NEVER, appearance.attribution)


def _statement(part: Sequence[Node]) -> Statement:
    ordered = sorted((member for node in part for member in node.members), key=seen_at)
    return Statement(
        id=statement_id(ordered[0].attribution),
        speaker=_fullest_name(ordered),
        wording=_fullest_wording(part),
        appearances=tuple(appearance.attribution for appearance in ordered),
    )


def _fullest_name(appearances: Sequence[Appearance]) -> str | None:
    names = Counter(appearance.speaker for appearance in appearances if appearance.speaker is not None)
    if not names:
        return None
    return min(names, key=lambda name: (-len(name_parts(name)), -names[name], len(name), name))


def _fullest_wording(part: Sequence[Node]) -> str:
    """The fullest wording that two documents print, alone or within a longer one; else the longest.

    Words that were quoted go before words that were reported.
    """
    quoted = [node for node in part if not node.indirect] or part
    if len(quoted) == 1 and len(quoted[0].members) == 1:
        return quoted[0].members[0].words
    documents: dict[str, set[str]] = defaultdict(set)
    earliest: dict[str, Appearance] = {}
    for node in quoted:
        form = node.form.joined
        documents[form].update(member.document for member in node.members)
        first = min(node.members, key=seen_at)
        earliest[form] = min(first, earliest.get(form, first), key=seen_at)
    forms = sorted(documents, key=lambda form: (-len(form), form))
    for n, form in enumerate(forms):
        printed = documents[form]
        if len(printed) > 1 or any(form in longer and documents[longer] - printed for longer in forms[:n]):
            return earliest[form].words
    return earliest[forms[0]].words
