"""Differing figures for how many were at one occasion."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from hearsay.check.figures import figure_pattern, things, value_of
from hearsay.check.material import Material, Paper
from hearsay.lexicon import load_table, load_words
from hearsay.model import Finding, Place, Span, finding_id

_SENTENCE = re.compile(r"[^.!?\n]+")
# By how much of the greater one two rounded figures must differ.
_APART = 0.2
# Figures beyond which nobody counts.
_MOST = 100_000


def attended(material: Material) -> Iterator[Finding]:
    """A finding for each two outlets that give different figures for the people at one occasion; apparent.

    The figure must stand in a sentence that names the occasion ("some 300 heard him at the meeting"), the
    occasion be of one sort in both, and both documents carry one statement that was said there. Whether they
    speak of one occasion is read off that.
    """
    carrying: defaultdict[str, set[str]] = defaultdict(set)
    for statement in material.told:
        for printing in statement.printings:
            if printing.kind == "direct":
                carrying[printing.document].add(statement.id)
    counts = [
        (paper, what, value, span)
        for paper in sorted(material.papers.values(), key=lambda each: each.id)
        if carrying[paper.id]
        for what, value, span in _counts(paper)
    ]
    sharing: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for n, (paper, what, _, _) in enumerate(counts):
        for statement_id in carrying[paper.id]:
            sharing[what, statement_id].append(n)
    pairs = {pair for together in sharing.values() for pair in combinations(together, 2)}
    done: set[tuple[str, str, str]] = set()
    for first, last in sorted(pairs):
        (one, what, value, span), (other, _, second, where) = counts[first], counts[last]
        key = (one.id, other.id, what)
        if one.outlet == other.outlet or key in done:
            continue
        if abs(value - second) > _APART * max(value, second):
            done.add(key)
            yield _finding(material, what, Place(one.id, span), Place(other.id, where))


def _counts(paper: Paper) -> Iterator[tuple[str, int, Span]]:
    """The figures for people in sentences that name a sort of occasion."""
    for sentence in _SENTENCE.finditer(paper.text):
        found = _pattern().search(paper.text, sentence.start(), sentence.end())
        if found is None:
            continue
        what = _occasion().search(sentence[0])
        value = value_of(found["figure"])
        if what is not None and value.isdigit() and int(value) <= _MOST:
            yield what[0].lower(), int(value), found.span()


@cache
def _occasion() -> re.Pattern[str]:
    sorts = {row["what"] for row in load_table("settings") if row["lead"] == "in" and " " not in row["what"]}
    return re.compile(rf"\b(?:{'|'.join(sorted(sorts))})\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(things()["people"], key=lambda noun: (-len(noun), noun)))
    leads = "|".join(sorted({*load_words("number_leads"), "some", "around"}))
    return re.compile(
        rf"\b(?:(?:{leads}) )?(?P<figure>{figure_pattern()}) (?:\w+ )?(?:{nouns})\b", re.IGNORECASE
    )


def _finding(material: Material, what: str, one: Place, other: Place) -> Finding:
    words = [material.papers[place.document].text[slice(*place.span)] for place in (one, other)]
    places = (one, other)
    return Finding(
        id=finding_id("number", places),
        kind="number",
        verdict="apparent",
        text=f"For the {what} {material.where(one.document)} has “{words[0]}”, "
        f"{material.where(other.document)} “{words[1]}”.",
        reading=f"both are taken to speak of one {what}, since they carry the same words",
        places=places,
    )
