"""Appearances -> statements: which printings report one utterance.

Two steps, both functions of a set, so that no order of the input can show in the outcome. `group` joins
appearances into blocks: the connected components of "share a fingerprint and are alike". `split` takes a
block apart wherever two speakers would end up in one statement.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache

from hearsay.link.alike import Credit, bounds, credit_of
from hearsay.link.edges import edges, strength
from hearsay.link.forest import Forest
from hearsay.link.joining import blocks_of
from hearsay.link.media import is_medium
from hearsay.link.nodes import Node, nodes_of
from hearsay.link.speakers import compatible, name_parts
from hearsay.model import Appearance, Kind, Statement, statement_id

_KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")
_NEVER = datetime.max.replace(tzinfo=UTC)


def group(appearances: Iterable[Appearance]) -> tuple[Statement, ...]:
    """The statements that a set of appearances reports, the first seen first; every appearance is in one.

    In memory; the case file keeps blocks and comes to the same outcome step by step.
    """
    with _uncollected():
        return _grouped(appearances)


def blocks(appearances: Iterable[Appearance]) -> list[list[Node]]:
    """The blocks of a set of appearances, as nodes."""
    return blocks_of(nodes_of(appearances))


def _grouped(appearances: Iterable[Appearance]) -> tuple[Statement, ...]:
    # By itself, so that the nodes are gone before circles are looked for again.
    found = blocks(appearances)
    statements = [_statement(part) for block in found for part in _parts(block)]
    first = {statement.appearances[0] for statement in statements}
    seen = {
        member.attribution: seen_at(member)
        for block in found
        for node in block
        for member in node.members
        if member.attribution in first
    }
    return tuple(sorted(statements, key=lambda statement: seen[statement.appearances[0]]))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for circles of references: there are none here, and it took a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def split(block: Sequence[Appearance]) -> tuple[Statement, ...]:
    """Take a block of connected appearances apart into statements; the order of `block` does not matter.

    Two speakers that cannot be one are not in one statement, unless one of the names must be a mistake (see
    `_same_speakers`). An appearance whose speaker is unknown goes where its words are most alike, then where
    it is nearest in time. Ties go by attribution id.
    """
    if len(block) == 1:
        return (_only(block[0]),)
    statements = [_statement(part) for part in _parts(nodes_of(block))]
    return tuple(sorted(statements, key=lambda statement: statement.appearances))


def statement_from(appearances: Iterable[Appearance]) -> Statement:
    """The one statement that these appearances are, whoever decided that they are."""
    return _statement(nodes_of(appearances))


def _parts(block: Sequence[Node]) -> list[Sequence[Node]]:
    """The statements of a block of connected nodes, each as its nodes."""
    persons = [node.speaker if node.speaker and not is_medium(node.speaker) else None for node in block]
    speakers = sorted({person for person in persons if person is not None})
    if all(compatible(a, b) for n, a in enumerate(speakers) for b in speakers[:n]):
        return [block] if block else []
    alike = list(edges(block))
    same = _same_speakers(block, alike)
    forest = Forest(len(block))
    names = [frozenset([person] if person else ()) for person in persons]
    for _, one, other in sorted((strength(block[a], block[b]), a, b) for a, b in alike):
        one, other = forest.root(one), forest.root(other)
        if one != other and all(same(a, b) for a in names[one] for b in names[other]):
            together = names[one] | names[other]
            names[forest.join(one, other)] = together
    parts: dict[int, list[Node]] = defaultdict(list)
    for n, node in enumerate(block):
        parts[forest.root(n)].append(node)
    return list(parts.values())


def _same_speakers(block: Sequence[Node], alike: Iterable[tuple[int, int]]) -> Callable[[str, str], bool]:
    """Whether two names are one speaker in this block.

    They are where they are compatible, and where the same long words are credited to both, unless one
    document credits those words to the one and to the other: then there are two.
    """
    confused: set[frozenset[str]] = set()
    two: set[frozenset[str]] = set()
    for a, b in alike:
        one, other = block[a], block[b]
        if one.speaker is None or other.speaker is None:
            continue
        if credit_of(one.speaker, other.speaker) is not Credit.TWO:
            continue
        names = frozenset((one.speaker, other.speaker))
        documents = {member.document for member in one.members}
        (confused if documents.isdisjoint(member.document for member in other.members) else two).add(names)
    # Confusion is passed on: who is taken for the same third name is taken for one.
    kin = {name: {name} for names in confused - two for name in names}
    for one_name, other_name in sorted(map(sorted, confused - two)):
        together = kin[one_name] | kin[other_name]
        for name in together:
            kin[name] = together

    def same(a: str, b: str) -> bool:
        if compatible(a, b):
            return True
        if frozenset((a, b)) in two:
            return False
        taken_for = {other for name, others in kin.items() if compatible(a, name) for other in others}
        return any(compatible(b, name) for name in taken_for)

    return cache(same)


def seen_at(appearance: Appearance) -> tuple[datetime, str]:
    """Sorts appearances by the latest instant at which each was printed, the undated last, then by id."""
    moment = bounds(appearance.revised or appearance.published)
    return (moment[1] if moment else _NEVER, appearance.attribution)


def _only(one: Appearance) -> Statement:
    """The statement of an appearance that is alone in it, as most are."""
    return Statement(statement_id(one.attribution), one.speaker, one.words, (one.attribution,))


def _statement(part: Sequence[Node]) -> Statement:
    if len(part) == 1 == len(part[0].members):
        return _only(part[0].members[0])
    printed = sorted(
        ((member, node.form.joined) for node in part for member in node.members),
        key=lambda printing: seen_at(printing[0]),
    )
    ordered = [member for member, _ in printed]
    return Statement(
        id=statement_id(ordered[0].attribution),
        speaker=_fullest_name(ordered),
        wording=_fullest_wording(printed),
        appearances=tuple(appearance.attribution for appearance in ordered),
    )


def _fullest_name(appearances: Sequence[Appearance]) -> str | None:
    """The fullest of the names that fit the one named most often; a medium's where no other is named."""
    names = Counter(appearance.speaker for appearance in appearances if appearance.speaker is not None)
    if not names:
        return None
    names = Counter({name: names[name] for name in names if not is_medium(name)}) or names
    fitting = {name: sum(names[other] for other in names if compatible(name, other)) for name in names}
    most = max(fitting.values())
    return min(
        (name for name in names if fitting[name] == most),
        key=lambda name: (-len(name_parts(name)), -names[name], len(name), name),
    )


def _fullest_wording(printed: Sequence[tuple[Appearance, str]]) -> str:
    """The fullest wording that two documents print, alone or within a longer one; else the longest.

    Given are the printings, the first seen first, each with its words as they are compared.

    Words that stand between quotation marks as a whole go before those that do in part, and these before
    words that were reported.
    """
    kinds = {member.kind for member, _ in printed}
    best = next(kind for kind in _KINDS if kind in kinds)
    documents: dict[str, set[str]] = defaultdict(set)
    earliest: dict[str, Appearance] = {}
    for member, form in printed:
        documents[form].add(member.document)
        if member.kind == best:
            earliest.setdefault(form, member)
    forms = sorted(earliest, key=lambda form: (-len(form), form))
    if len(forms) > 1:
        for form in forms:
            own = documents[form]
            if len(own) > 1 or any(
                form in longer and documents[longer] - own for longer in documents if longer != form
            ):
                return earliest[form].words
    return earliest[forms[0]].words
