"""A verb of speech or thought with what helps it, and whether it says that something was said.

"He said", "had never told", "kept asking", "was told" report; "if he says", "to say", "would say",
"let me say" report nothing. What is denied ("did not say") is reported as denied.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from hearsay.extract.nesting.stretches import Stretch, is_adverb, is_negation, word_class
from hearsay.lexicon import load_table

Form: TypeAlias = Literal["base", "s", "past", "participle", "ing"]
# The longest verb group in tokens: had never, in all those years, is two.
_LONGEST = 8
_PAST = frozenset(
    {"did", "didn", "had", "hadn", "have", "has", "haven", "hasn", "'ve", "was", "were", "been"}
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The tokens [start, stop) of a verb and what helps it.

    `past` is False for what is said of the present. `passive`: the subject is who was told. `bare` is True
    for a plain form without any helper (say, think), which needs a subject of several.
    """

    start: int
    stop: int
    lemma: str
    past: bool
    passive: bool = False
    bare: bool = False


@cache
def verb_forms() -> dict[str, tuple[str, Form]]:
    """The forms of the verbs that have a frame, each with its lemma and which form it is."""
    lemmas = frames()
    return {
        row["form"]: (row["lemma"], form_of(row["form"], row["lemma"]))
        for row in load_table("reporting_verbs")
        if row["lemma"] in lemmas
    }


@cache
def frames() -> dict[str, frozenset[str]]:
    """What can follow each verb, by its lemma."""
    return {row["lemma"]: frozenset(row["frames"].split()) for row in load_table("report_frames")}


@cache
def auxiliaries() -> dict[str, str]:
    """The auxiliary verbs, each with what it helps to form: be, have, do, modal."""
    return {row["form"]: row["sort"] for row in load_table("auxiliaries")}


def form_of(form: str, lemma: str) -> Form:
    """Which form of the verb `lemma` the word `form` is."""
    if form == lemma:
        return "base"
    if form.endswith("ing"):
        return "ing"
    if form.endswith("s"):
        return "s"
    return "participle" if form.endswith("n") else "past"


def group_of(stretch: Stretch, first: int, verb: int, lemma: str, form: Form) -> VerbGroup | None:
    """The group of the verb at the token `verb`, if it says that something was said; its sentence begins at
    `first`.

    `None` for infinitives, participles by themselves, and what may, would or will be said.
    """
    low, helpers = stretch.low, auxiliaries()
    start, governs, nearest = verb, form, ""
    past = passive = False
    i = verb - 1
    while i >= max(first, verb - _LONGEST):
        word = low[i]
        lead = _lead(stretch, first, i, governs)
        if lead is not None:
            past = past or low[lead].endswith("d") or low[lead] in ("kept", "began", "went on")
            # What leads is a finite verb, or a participle behind have.
            start, governs, nearest, i = lead, "past", nearest or "lead", lead - 1
        elif word in helpers:
            sort = _sort(stretch, first, i, governs)
            if sort == "modal" or (nearest in ("", "lead") and not _fits(sort, governs)):
                return None
            passive = passive or (not nearest and sort == "be" and form != "ing")
            past = past or word in _PAST or (word in ("'s", "'d") and sort == "have")
            nearest = nearest if nearest and nearest != "lead" else sort
            start, i = i, i - 1
        elif is_negation(word):
            start, i = i, i - 1
        elif is_adverb(word):
            i -= 1
        else:
            break
    if (form in ("ing", "participle") and not nearest) or (i >= first and low[i] == "to"):
        return None
    past = past or (form == "past" and not nearest)
    return VerbGroup(start, verb + 1, lemma, past, passive, form == "base" and not nearest)


def _fits(sort: str, form: Form) -> bool:
    """Whether a helper of this sort can stand before this form of a verb."""
    if form == "base":
        return sort == "do"
    return form != "s" and (sort == "be" if form == "ing" else sort in ("be", "have"))


def _sort(stretch: Stretch, first: int, i: int, form: Form) -> str:
    """What the helper at `i` helps to form: 's and 'd can be of two kinds."""
    word = stretch.low[i]
    if word == "'s":
        # Behind a name it may be a genitive (the mayor's said plan).
        if i == first or not (
            word_class(stretch.low[i - 1]).startswith("pronoun") or stretch.low[i - 1] == "it"
        ):
            return "modal"
        return "be" if form == "ing" else "have"
    if word == "'d":
        return "have" if form in ("past", "participle") else "modal"
    return auxiliaries()[word]


def _lead(stretch: Stretch, first: int, i: int, form: Form) -> int | None:
    """Where a leading verb that ends at the token `i` begins: refused to (say), kept (saying)."""
    low = stretch.low
    link = "ing" if form == "ing" else "to" if form == "base" else ""
    if not link:
        return None
    if link == "to":
        if low[i] != "to" or i == first:
            return None
        i -= 1
    leads = _leads()[link]
    if i > first and f"{low[i - 1]} {low[i]}" in leads:
        return i - 1
    return i if low[i] in leads else None


@cache
def _leads() -> dict[str, frozenset[str]]:
    rows = load_table("lead_verbs")
    return {link: frozenset(row["form"] for row in rows if row["link"] == link) for link in ("to", "ing")}
