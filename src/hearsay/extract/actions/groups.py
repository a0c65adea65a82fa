"""A verb of action with what helps it: whether it says that something was done, will be, or was only wanted.

"Imposed", "has imposed", "were imposed" tell of what was done; "will impose", "vowed to impose" of what is
announced; "may impose", "is considering imposing" of what is considered. Infinitives of purpose, wishes of
others ("urged them to impose"), and what should or must be done tell of nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from hearsay.extract.actions.vocabulary import Form, Lead, leads
from hearsay.extract.nesting.stretches import Stretch, is_adverb, is_negation
from hearsay.extract.nesting.verb_groups import auxiliaries
from hearsay.lexicon import load_table
from hearsay.model import ActionStatus

# The most tokens of helpers before a verb, and of whom somebody orders before "to".
_HELPERS = 8
_WHOM = 9


@dataclass(frozen=True, slots=True)
class Group:
    """A finite group whose first token is `start`; `stop` ends the word that governs its subject.

    `status` is `None` for what would be done, which only the words around it can tell. `actor`: the tokens of
    who does it, where the group itself has them (accused *them* of bombing). `passive`: the subject is who
    suffers it.
    """

    start: int
    stop: int
    status: ActionStatus | None
    negated: bool = False
    passive: bool = False
    future: bool = False
    actor: tuple[int, int] | None = None


def group_of(stretch: Stretch, first: int, verb: int, form: Form) -> Group | None:
    """The group of the verb at the token `verb`, read as this form; `None` where it tells of nothing.

    `first` is where its sentence begins.
    """
    low = stretch.low
    helpers: list[str] = []
    start, negated, i = verb, False, verb - 1
    while i >= max(first, verb - _HELPERS):
        word = low[i]
        if is_negation(word) or word == "not":
            negated = True
        elif word == "won" and start < verb and low[start] == "'t":
            helpers.append("will")
        elif word in auxiliaries() or word in _modals():
            if word in ("'s", "'d") and i > first and not _is_pronoun(low[i - 1]):
                break
            helpers.append(word)
        elif not is_adverb(word):
            break
        start, i = i, i - 1
    while start < verb and is_adverb(low[start]):
        start += 1
    status = _status(helpers, form)
    if status == "lead":
        led = _led(stretch, first, verb, form, i, negated)
        return led if led is None or not helpers else replace(led, passive=True)
    if status is None:
        return None
    passive = form == "participle" and bool(helpers) and _kind(helpers[0], form) == "be"
    if status == "would":
        return Group(start, verb + 1, None, negated, passive, future=True)
    future = status == "announced"
    return Group(start, verb + 1, cast(ActionStatus, status), negated, passive, future=future)


def _status(helpers: list[str], form: Form) -> str | None:
    """What the helpers, nearest first, say of the verb; "lead" where another verb or a noun must say it."""
    if not helpers:
        return {"past": "done", "base": "lead", "ing": "lead"}.get(form)
    kinds = [_kind(word, form) for word in helpers]
    nearest, rest = kinds[0], kinds[1:]
    if nearest == "modal":
        return _modals().get(helpers[0]) if form == "base" else None
    if nearest == "do":
        return "done" if form == "base" else None
    if nearest == "have":
        if form != "participle" or "modal" in rest or helpers[0] == "having":
            return None
        return "done"
    if form not in ("ing", "participle"):
        return None
    if "modal" in rest:
        modal = helpers[kinds.index("modal")]
        return None if "have" in rest else _modals().get(modal)
    if helpers[-1] in ("be", "been", "being"):
        return "lead" if helpers[-1] == "be" else None
    return "done"


def _kind(word: str, form: Form) -> str:
    if word in _modals():
        return "modal"
    if word == "'s":
        return "be" if form == "ing" else "have"
    if word == "'d":
        return "have" if form == "participle" else "modal"
    return auxiliaries().get(word, "modal")


@cache
def _modals() -> dict[str, str | None]:
    return {row["form"]: row["status"] or None for row in load_table("action_modals")}


def _is_pronoun(word: str) -> bool:
    return word in ("i", "he", "she", "it", "we", "they", "you", "who", "that", "there")


def _led(stretch: Stretch, first: int, verb: int, form: Form, i: int, negated: bool) -> Group | None:
    """The group of a verb that another one leads to: threatened to, is considering, accused them of."""
    low = stretch.low
    if i < first:
        return None
    word = low[i]
    if form == "ing" and word == "of":
        return _accused(stretch, first, i - 1)
    link = "ing" if form == "ing" else "to" if word == "to" else ""
    if not link:
        return None
    at = i if link == "ing" else i - 1
    while at >= first and (is_adverb(low[at]) or is_negation(low[at])):
        negated = negated or is_negation(low[at])
        at -= 1
    if at < first:
        return None
    for kind, lead in leads().get(low[at], ()):
        if link in lead.links:
            found = _under(stretch, first, at, kind, lead, negated)
            if found is not None:
                return found
    return _ordered(stretch, first, at, negated) if link == "to" else None


def _under(stretch: Stretch, first: int, at: int, kind: Form, lead: Lead, negated: bool) -> Group | None:
    """The group of the lead at the token `at`, with the status that it gives to what it leads to."""
    outer = group_of(stretch, first, at, kind)
    if outer is None and kind == "s":
        # He threatens to, he plans to: what holds now.
        outer = Group(at, at + 1, "done")
    if outer is None and kind == "base" and _follows_several(stretch, first, at):
        outer = Group(at, at + 1, "done")
    if outer is None:
        return None
    if lead.status == "not":
        return replace(outer, negated=not outer.negated, status=outer.status or "announced")
    told = outer.status == "done"
    status = cast(ActionStatus, lead.status) if told else outer.status
    future = outer.future or lead.status not in ("done", "alleged")
    return replace(
        outer,
        status=status,
        negated=outer.negated or negated,
        future=future,
        # The navy was ordered to sail: its subject does it.
        passive=outer.passive and kind != "participle",
    )


def lead_group(stretch: Stretch, first: int, at: int, kind: Form, lead: Lead) -> Group | None:
    """The group of a lead whose object is the action (approved the sale)."""
    return _under(stretch, first, at, kind, lead, negated=False)


def _follows_several(stretch: Stretch, first: int, at: int) -> bool:
    """Whether a plain form follows who can be its subject: they plan, officials plan, I intend."""
    if at <= first:
        return False
    word = stretch.low[at - 1]
    return word in ("i", "we", "they", "you", "who") or (
        word.endswith("s") and word.isalpha() and len(word) > 3
    )


def _ordered(stretch: Stretch, first: int, at: int, negated: bool) -> Group | None:
    """Ordered the navy to deploy: the order's group, if nothing but whom it went to stands between."""
    low = stretch.low
    for i in range(at, max(first, at - _WHOM) - 1, -1):
        if not low[i][0].isalnum() and low[i] not in ("'s", "-", "."):
            return None
        for kind, lead in leads().get(low[i], ()):
            if "whom" in lead.links and i < at:
                found = _under(stretch, first, i, kind, lead, negated)
                if found is not None and not found.passive:
                    return found
    return None


def _accused(stretch: Stretch, first: int, at: int) -> Group | None:
    """Accused them of bombing, was accused of bombing: who is accused, and that it is alleged."""
    low = stretch.low
    for i in range(at, max(first, at - _WHOM) - 1, -1):
        if not low[i][0].isalnum() and low[i] not in ("'s", "-", "."):
            return None
        for kind, lead in leads().get(low[i], ()):
            if "of" not in lead.links:
                continue
            outer = group_of(stretch, first, i, kind)
            if outer is None or outer.negated:
                continue
            if i == at:
                return replace(outer, status="alleged", passive=False) if outer.passive else None
            if not outer.passive:
                return replace(outer, status="alleged", actor=(i + 1, at + 1))
    return None
