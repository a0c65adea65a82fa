"""A hedge that the body has and the headline dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hearsay.check.material import Hedged, Material, Paper
from hearsay.extract.marks.quotes import find_quotations
from hearsay.lexicon import load_table, load_words
from hearsay.model import Finding, Place, finding_id

# Kinds of hedges of which a headline must keep something, and how often a body must have them: one may hedge
# a detail.
_KINDS = ("alleged", "reported")
_TWICE = 2
# Words that a headline must share with a hedged sentence to tell the same.
_SHARED = 2
# The part of its words that one hedged sentence must have where two tell the same, and where one does.
_PART = 0.4
_MOST = 0.75
# Words between marks that are a quotation, and no name.
_QUOTED = 4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+")


def unhedged(material: Material) -> Iterator[Finding]:
    """A finding for each headline that tells without a hedge what its body hedges; apparent.

    The body must have two hedges or more, and the headline most of one hedged sentence, or some of two. One
    that asks or quotes, that has a hedge of its own, or that says who says so ("Tape: ...") is none.
    """
    by_paper: defaultdict[str, list[Hedged]] = defaultdict(list)
    for hedged in material.hedged:
        if hedged.kind in _KINDS:
            by_paper[hedged.document].append(hedged)
    for id_ in sorted(by_paper):
        paper, hedges = material.papers[id_], by_paper[id_]
        words = _words(paper.title or "")
        if len({each.span for each in hedges}) < _TWICE or _is_apart(paper.title or "") or words & _hedging():
            continue
        shared = {each: len(words & _words(_sentence(paper, each))) for each in hedges}
        telling = [each for each in hedges if _is_of_all(paper, each) and shared[each] >= _SHARED]
        parts = [shared[each] / len(words) for each in telling]
        spans = {each.span for each in telling}
        if parts and max(parts) >= (_PART if len(spans) >= _TWICE else _MOST):
            yield _finding(material, paper, telling)


def _is_apart(title: str) -> bool:
    """Whether a headline asks, or quotes: then it tells nothing itself."""
    quoted = [each for each in find_quotations(title) if len(title[each.start : each.end].split()) >= _QUOTED]
    return "?" in title or bool(quoted)


def _finding(material: Material, paper: Paper, hedges: list[Hedged]) -> Finding:
    words = ", ".join(dict.fromkeys(f"“{paper.text[slice(*each.span)]}”" for each in hedges))
    places = (
        Place(paper.id, (0, len(paper.title or "")), "title"),
        *(Place(paper.id, each.span) for each in hedges),
    )
    return Finding(
        id=finding_id("headline", places),
        kind="headline",
        verdict="apparent",
        text=f"{material.where(paper.id)} tells it with {words}; its headline does without: {paper.title}",
        reading="the headline tells what the hedged sentence tells",
        places=places,
    )


def _is_of_all(paper: Paper, hedged: Hedged) -> bool:
    """Whether all that is told is hedged (allegedly told), and not one thing in it (an alleged call)."""
    return hedged.scope == "attribution" or paper.text[slice(*hedged.span)].lower().endswith("ly")


def _sentence(paper: Paper, hedged: Hedged) -> str:
    start = max(0, hedged.span[0] - 300)
    for found in _SENTENCE.finditer(paper.text, start, hedged.span[1] + 300):
        if found.start() <= hedged.span[0] < found.end():
            return found[0]
    return ""


def _words(text: str) -> set[str]:
    small = load_words("function_words")
    return {word.lower() for word in _WORD.findall(text)} - small


@cache
def _hedging() -> frozenset[str]:
    """Words that keep what the hedge kept: other hedges, and what holds the words ("on tape")."""
    forms = (
        row["form"] for row in load_table("hedges") if row["kind"] in ("alleged", "reported", "distance")
    )
    hedges = (hedge for form in forms for hedge in re.findall(r"\[([^\]]*)\]", form))
    words = frozenset(word for hedge in hedges for word in re.findall(r"[a-z]+", hedge))
    holding = frozenset(row["noun"] for row in load_table("artefacts"))
    return (words | holding) - load_words("function_words")
