"""The actions of one stretch of text, as tokens: which deed, how far it has come, done by whom to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from hearsay.extract.actions.groups import Group, group_of, lead_group
from hearsay.extract.actions.phrases import Phrase, is_of, is_party, owner, phrase_at, target_behind
from hearsay.extract.actions.subjects import agent_of, subject_of
from hearsay.extract.actions.vocabulary import Deed, deeds, leads, named_deeds
from hearsay.extract.nesting.phrases import phrase_before
from hearsay.extract.nesting.stretches import Stretch, is_adverb, word_class
from hearsay.extract.phrase_words import behind_phrases
from hearsay.lexicon import load_words
from hearsay.model import ActionStatus


@dataclass(frozen=True, slots=True)
class Found:
    """An action as ranges of tokens; `status` is `None` for what would be done."""

    deed: Deed
    start: int
    stop: int
    status: ActionStatus | None
    negated: bool
    future: bool
    thing: tuple[int, int] | None
    actor: tuple[int, int] | None
    target: tuple[int, int] | None


def found_in(stretch: Stretch) -> Iterator[Found]:
    """The actions that the stretch tells of itself, not in a quotation inside it, in its order."""
    low = stretch.low
    for first, stop in stretch.sentences():
        if low[stop - 1] == "?" or "?" in low[max(first, stop - 3) : stop]:
            continue
        taken = first
        for i in stretch.outside(first, stop):
            if i < taken:
                continue
            found = _deed_at(stretch, first, i, stop) or _named_at(stretch, first, i, stop)
            if found is not None:
                taken = max(i + 1, found.thing[1] if found.thing and found.thing[0] > i else i + 1)
                status = found.deed.status if found.status == "done" else found.status
                yield _supposed(stretch, first, replace(found, status=status))


def _supposed(stretch: Stretch, first: int, found: Found) -> Found:
    """What is announced on a condition is threatened, if it is hostile: if you close it, I will sink them."""
    low = stretch.low
    begin = max(first, found.start - 40)
    conditional = any(low[k] in ("if", "unless") for k in range(begin, found.start)) or any(
        low[k] in ("if", "unless") for k in range(found.stop, min(stretch.stop, found.stop + 12))
    )
    hostile = found.deed.plover in load_words("hostile_events")
    if conditional and hostile and found.future and found.status in ("announced", None):
        return replace(found, status="threatened")
    return found


def _deed_at(stretch: Stretch, first: int, i: int, stop: int) -> Found | None:
    """The action that the verb at the token `i` tells of."""
    low = stretch.low
    if low[i] not in deeds() or (stretch.tokens.words[i][0].isupper() and i > first and stretch.is_name(i)):
        return None
    groups: dict[str, Group | None] = {}
    for form, deed in deeds()[low[i]]:
        if form == "s":
            continue
        if form not in groups:
            groups[form] = group_of(stretch, first, i, form)
        group = groups[form]
        if group is None or (deed.passive and not group.passive):
            continue
        found = (
            _suffered(stretch, first, i, stop, deed, group)
            if group.passive
            else _done(stretch, first, i, stop, deed, group)
        )
        if found is not None:
            return found
    return None


def _done(stretch: Stretch, first: int, verb: int, stop: int, deed: Deed, group: Group) -> Found | None:
    low = stretch.low
    behind = verb + 1
    particle = deed.particle.split()
    if particle and low[behind : behind + len(particle)] == particle:
        behind += len(particle)
        particle = []
    while behind < stop and is_adverb(low[behind]):
        behind += 1
    phrase: Phrase | None = None
    target: Phrase | None = None
    if deed.thing == "-":
        if particle or not _ends(stretch, behind, stop):
            return None
        target = target_behind(stretch, behind, stop, deed.targets)
        aimless = target is None and deed.sort not in load_words("actions_alone")
        if aimless and deed.targets != {""} and deed.targets != {"-"}:
            return None
    else:
        phrase = _object(stretch, behind, stop, deed)
        if phrase is None:
            return None
        if particle:
            after = phrase.stop
            if low[after : after + len(particle)] != particle:
                return None
            behind = after + len(particle)
        if "object" in deed.targets:
            target = phrase
        else:
            target = target_behind(stretch, max(phrase.stop, behind), stop, deed.targets) or owner(
                stretch, phrase
            )
        aimed = deed.aimed or (deed.thing == "anyone" and "object" not in deed.targets)
        if aimed and target is None:
            return None
    actor = group.actor or subject_of(stretch, first, group)
    if actor is None or (not deed.particle and low[verb + 1 : verb + 2] and low[verb + 1] in _particles()):
        return None
    end = max(verb + 1, behind if deed.particle else 0, phrase.stop if phrase else 0)
    return Found(
        deed,
        group.start,
        max(end, target.stop if target and deed.thing == "-" else 0),
        group.status,
        group.negated or _is_none(stretch, phrase) or _is_none(stretch, Phrase(*actor)),
        group.future,
        (phrase.start, phrase.stop) if phrase else None,
        actor,
        (target.start, target.stop) if target else None,
    )


def _ends(stretch: Stretch, at: int, stop: int) -> bool:
    """Whether a verb that ends before the token `at` has no object behind it."""
    word = stretch.low[at] if at < stop else "."
    return not word[0].isalnum() or (word in behind_phrases() and not word.endswith("self"))


@cache
def _particles() -> frozenset[str]:
    """Words that make another verb of the one before them: was fired up, was let off."""
    return frozenset(word for word in load_words("verb_particles") if word_class(word) != "preposition")


def _is_none(stretch: Stretch, phrase: Phrase | None) -> bool:
    """Whether the object is none at all: moved no ships."""
    return phrase is not None and stretch.low[phrase.start] in ("no", "neither", "nobody", "none")


def _object(stretch: Stretch, start: int, stop: int, deed: Deed) -> Phrase | None:
    phrase = phrase_at(stretch, start, stop)
    if phrase is None:
        return None
    if deed.thing == "anyone":
        return phrase
    if deed.thing == "party":
        return phrase if is_party(stretch, phrase) else None
    return is_of(stretch, phrase, deed.thing, stop)


def _suffered(stretch: Stretch, first: int, verb: int, stop: int, deed: Deed, group: Group) -> Found | None:
    """Sanctions were imposed on Tarsova by the council; the envoy was expelled."""
    low = stretch.low
    if deed.thing == "-":
        return None
    behind = verb + 1
    particle = deed.particle.split()
    if particle:
        if low[behind : behind + len(particle)] != particle:
            return None
        behind += len(particle)
    elif behind < stop and low[behind] in _particles():
        return None
    subject = subject_of(stretch, first, group)
    if subject is None:
        subject = _thing_before(stretch, first, group.start)
        if subject is None:
            return None
    whole = Phrase(*subject)
    relative = low[subject[0]] in ("who", "which")
    if deed.thing == "party":
        if not relative and not (is_party(stretch, whole) or low[subject[0]] in ("he", "she", "they")):
            return None
    elif deed.thing == "anyone":
        if low[subject[0]] in ("it", "this", "that") or "object" not in deed.targets:
            return None
    elif is_of(stretch, whole, deed.thing, subject[1]) is None:
        return None
    agent = agent_of(stretch, behind, stop)
    target: tuple[int, int] | None = None
    if "object" in deed.targets:
        target = subject
    else:
        to = target_behind(stretch, behind, stop, deed.targets)
        target = (to.start, to.stop) if to else None
    return Found(
        deed,
        group.start,
        behind,
        group.status,
        group.negated or _is_none(stretch, whole),
        group.future,
        subject,
        group.actor or ((agent.start, agent.stop) if agent else None),
        target,
    )


def _thing_before(stretch: Stretch, first: int, end: int) -> tuple[int, int] | None:
    """A subject without an article, as nouns of several have: sanctions were imposed."""
    low = stretch.low
    phrase = phrase_before(stretch, first, end)
    if phrase is not None:
        return None
    start = end
    while start > first and low[start - 1].isalpha() and not is_adverb(low[start - 1]):
        start -= 1
        if end - start > 3:
            return None
    return (start, end) if start < end and start == first else None


def _named_at(stretch: Stretch, first: int, i: int, stop: int) -> Found | None:
    """The action that a noun names behind a lead: approved the sale of tanks."""
    low = stretch.low
    for kind, lead in leads().get(low[i], ()):
        if "noun" not in lead.links:
            continue
        phrase = phrase_at(stretch, i + 1, stop)
        if phrase is None:
            continue
        last = low[phrase.stop - 1]
        for deed in named_deeds().get(last, ()):
            end = phrase.stop
            if deed.thing != "-":
                of = low[end : end + 1] == ["of"]
                thing = phrase_at(stretch, end + 1, stop) if of else None
                if thing is None or is_of(stretch, thing, deed.thing, stop) is None:
                    continue
                end = thing.stop
            group = lead_group(stretch, first, i, kind, lead)
            if group is None or group.passive:
                continue
            actor = subject_of(stretch, first, group)
            if actor is None:
                continue
            target = target_behind(stretch, end, stop, deed.targets)
            if target is None and deed.targets and deed.sort in load_words("actions_towards"):
                continue
            return Found(
                deed,
                group.start,
                end,
                group.status,
                group.negated or low[phrase.start] == "no",
                group.future,
                (phrase.start, end),
                actor,
                (target.start, target.stop) if target else None,
            )
    return None
