"""The verbs and nouns of actions, by their forms, and what goes with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from hearsay.lexicon import load_table, load_words
from hearsay.model import ActionStatus

Form: TypeAlias = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, or a noun, that names an action.

    `particle` is what belongs to the verb (pull `out`); `thing` the class of what it is done to, or party,
    anyone or "-"; `targets` the prepositions before whom it is done to, or "object"; `aimed`: one must stand.
    `passive`: it only counts where it is suffered. `status` is how far it has come where it is told as done.
    """

    particle: str
    thing: str
    targets: frozenset[str]
    sort: str
    plover: str | None
    cameo: str | None
    passive: bool = False
    status: ActionStatus = "done"
    aimed: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """A verb before an action, what links the two, and how far it says that the action has come."""

    links: frozenset[str]
    status: str


@cache
def deeds() -> dict[str, tuple[tuple[Form, Deed], ...]]:
    """The verbs of actions by each of their forms, in the order of the table."""
    found: defaultdict[str, list[tuple[Form, Deed]]] = defaultdict(list)
    for row in load_table("action_verbs"):
        verb, _, particle = row["verb"].partition(" ")
        deed = Deed(
            particle,
            row["object"],
            frozenset(row["target"].removesuffix("!").split("/")),
            row["sort"],
            row["plover"] or None,
            row["cameo"] or None,
            row["voice"] == "passive",
            cast(ActionStatus, row["status"] or "done"),
            row["target"].endswith("!"),
        )
        for form, kind in forms(verb):
            found[form].append((kind, deed))
    return {form: tuple(each) for form, each in found.items()}


@cache
def named_deeds() -> dict[str, tuple[Deed, ...]]:
    """The nouns that name an action."""
    found: defaultdict[str, list[Deed]] = defaultdict(list)
    for row in load_table("action_nouns"):
        deed = Deed(
            "",
            row["of"] or "-",
            frozenset(row["target"].split("/")),
            row["sort"],
            row["plover"] or None,
            row["cameo"] or None,
        )
        for noun in row["nouns"].split("/"):
            found[noun].append(deed)
    return {noun: tuple(each) for noun, each in found.items()}


@cache
def leads() -> dict[str, tuple[tuple[Form, Lead], ...]]:
    """The verbs and adjectives that lead to an action, by each of their forms."""
    found: defaultdict[str, list[tuple[Form, Lead]]] = defaultdict(list)
    for row in load_table("action_leads"):
        lead = Lead(frozenset(row["links"].split()), row["status"])
        adjective = row["sort"] == "adjective"
        for form, kind in ((row["lemma"], "participle"),) if adjective else forms(row["lemma"]):
            found[form].append((kind, lead))
    return {form: tuple(each) for form, each in found.items()}


@cache
def things(class_: str) -> frozenset[str]:
    """The nouns of a class."""
    rows = (row["nouns"].split() for row in load_table("action_things") if row["class"] == class_)
    return frozenset(noun for nouns in rows for noun in nouns)


@cache
def forms(lemma: str) -> tuple[tuple[str, Form], ...]:
    """All forms of a verb, each with what it is; past and participle are two entries of one form."""
    known = _irregular().get(lemma)
    doubled = known is not None and known[0] == f"{lemma}{lemma[-1]}ed"
    if known is None:
        past = participle = f"{lemma}d" if lemma.endswith("e") else _y(lemma, "ied", f"{lemma}ed")
    else:
        past, participle = known
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = f"{lemma}es"
    else:
        third = _y(lemma, "ies", f"{lemma}s")
    stem = f"{lemma}{lemma[-1]}" if doubled or lemma in load_words("doubling_verbs") else lemma
    ing = f"{lemma[:-1]}ing" if lemma.endswith("e") and not lemma.endswith("ee") else f"{stem}ing"
    return (
        (lemma, "base"),
        (third, "s"),
        (past, "past"),
        (participle, "participle"),
        (ing, "ing"),
    )


def _y(lemma: str, changed: str, plain: str) -> str:
    return f"{lemma[:-1]}{changed}" if lemma.endswith("y") and lemma[-2] not in _VOWELS else plain


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {row["lemma"]: (row["past"], row["participle"]) for row in load_table("irregular_verbs")}
