"""Statements of intent beside what the same actor then did, or did not do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearsay.check.days import between
from hearsay.check.material import Done, Material
from hearsay.link.speakers import compatible
from hearsay.model import Finding, Place, finding_id

# Days within which a deed is set beside a statement, and a report of others beside the deed.
_DAYS = 92
# The most days between them where both name one target.
_LONG = 730
_SAME = 31
_PAST = re.compile(r"\b(?:did|didn|have|haven|has|hasn|had|hadn)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


def said_and_done(material: Material) -> Iterator[Finding]:
    """A finding for each actor who did what he had said that he would not, or who did not do what he would.

    Both must be of one sort (deployment, sanctions, ...), done by one actor, and to one target or with things
    of one name, as far as the texts tell; the deed within three months behind the words. Apparent: whether it
    was the same matter is for the reader. Who kept his word is no finding.
    """
    of_statement = {
        printing.attribution: statement.id for statement in material.told for printing in statement.printings
    }
    by_sort: defaultdict[str, list[Done]] = defaultdict(list)
    for each in material.done:
        if each.actor is not None and not each.history:
            by_sort[each.sort].append(each)
    for sort in sorted(by_sort):
        for actor, acts in _by_actor(by_sort[sort]):
            for intents, deeds in (_broken(acts), _left_undone(acts)):
                if intents and deeds:
                    yield _finding(material, actor, sort, intents, deeds, of_statement)


def _by_actor(acts: Sequence[Done]) -> list[tuple[str, list[Done]]]:
    """The acts of each actor, under the longest of his names."""
    groups: list[list[Done]] = []
    for each in sorted(
        acts, key=lambda one: (-len(one.actor or ""), one.actor or "", one.document, one.span)
    ):
        group = next((one for one in groups if _same_actor(one[0], each)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return [(group[0].actor or "", group) for group in groups]


def _same_actor(one: Done, other: Done) -> bool:
    if one.actor_id is not None and one.actor_id == other.actor_id:
        return True
    return compatible(one.actor, other.actor)


def _is_own(act: Done) -> bool:
    """Whether the actor himself says it, or the document says that he said so (he vowed to)."""
    return act.attribution is None or (act.teller is not None and compatible(act.teller, act.actor))


def _broken(acts: Sequence[Done]) -> tuple[list[Done], list[Done]]:
    """What he said that he would not do, and what he did of it afterwards."""
    refused = [
        each
        for each in acts
        if each.negated and each.attribution is not None and _is_own(each) and not _PAST.search(each.words)
    ]
    deeds = [each for each in acts if not each.negated and each.status in ("done", "approved")]
    return _followed(refused, deeds)


def _left_undone(acts: Sequence[Done]) -> tuple[list[Done], list[Done]]:
    """What he said that he would do, and where it is told that he did not."""
    meant = [each for each in acts if not each.negated and each.status == "announced" and _is_own(each)]
    undone = [
        each
        for each in acts
        if each.negated and each.status == "done" and _PAST.search(each.words) and not _is_own_words(each)
    ]
    return _followed(meant, undone)


def _is_own_words(act: Done) -> bool:
    return act.attribution is not None and _is_own(act)


def _followed(words: Sequence[Done], deeds: Sequence[Done]) -> tuple[list[Done], list[Done]]:
    """The words that a deed on the same matter follows, and those deeds."""
    pairs = [
        (one, other) for one in words for other in deeds if _follows(one, other) and _one_matter(one, other)
    ]
    said = [each for each in words if any(each is one for one, _ in pairs)]
    done = [each for each in deeds if any(each is other for _, other in pairs)]
    return said, done


def _follows(words: Done, deed: Done) -> bool:
    days = between(words.said, deed.day)
    longest = _LONG if words.target and deed.target else _DAYS
    return days is not None and 0 <= days <= longest and words is not deed


def _one_matter(words: Done, deed: Done) -> bool:
    """Whether nothing in the two says that they are about different things."""
    if words.target and deed.target:
        return compatible(words.target, deed.target) or _shares(words.target, deed.target)
    # "I will not move one ship" speaks of every ship; of a bill or a man it must be the same.
    return words.sort in _OF_KINDS or _shares(words.thing or "", deed.thing or "")


_OF_KINDS = frozenset({"deployment", "withdrawal", "sanctions", "arms", "attack", "closure", "departure"})


def _shares(one: str, other: str) -> bool:
    return bool(set(_WORD.findall(one.lower())) & set(_WORD.findall(other.lower())))


def _finding(
    material: Material,
    actor: str,
    sort: str,
    intents: Sequence[Done],
    deeds: Sequence[Done],
    of_statement: dict[str, str],
) -> Finding:
    intents, deeds = (
        sorted(each, key=lambda one: (one.said or "", one.document, one.span)) for each in (intents, deeds)
    )
    also = _also_told(material, sort, deeds)
    places = tuple(Place(each.document, each.span) for each in (*intents, *deeds, *also))
    said, done = intents[0], deeds[0]
    negation = "" if said.negated else ", which did not come about"
    return Finding(
        id=finding_id("said_and_done", places),
        kind="said_and_done",
        verdict="apparent",
        text=f"{actor}, {said.said}, in {material.where(said.document)}: “{said.words}”{negation}. "
        f"{done.day}, in {material.outlets([each.document for each in deeds])}: “{done.words}”.",
        reading=f"both are taken to be about one matter ({sort})",
        places=places,
        statements=tuple(
            sorted({of_statement[each.attribution] for each in intents if each.attribution in of_statement})
        ),
    )


def _also_told(material: Material, sort: str, deeds: Sequence[Done]) -> list[Done]:
    """Where else something of the sort is told of the deed's target, of those days: the order itself."""
    targets = [each.target for each in deeds if each.target]
    return [
        each
        for each in material.done
        if each.sort == sort
        and not each.negated
        and each not in deeds
        and each.status in ("announced", "approved", "done")
        and each.target is not None
        and any(_shares(each.target, target) for target in targets)
        and any(_near(each, deed) for deed in deeds)
    ]


def _near(one: Done, other: Done) -> bool:
    days = between(one.day, other.day)
    return days is not None and abs(days) <= _SAME
