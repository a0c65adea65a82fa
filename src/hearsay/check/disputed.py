"""A figure that somebody gives against the one that others tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hearsay.check.figures import class_of, figure_pattern, noun_pattern, things, value_of
from hearsay.check.material import Material, Paper, Told
from hearsay.lexicon import load_words
from hearsay.model import Finding, Place, Span, finding_id

# How far behind somebody's own figure that of the others may stand, in code points.
_FAR = 320


def disputed(material: Material) -> Iterator[Finding]:
    """A finding for each figure that a quoted speaker gives, and beside which he says what others say.

    "Sixty covers. People say forty." Certain where documents of other outlets that carry a statement in
    common with this one have that other figure for things of the kind; else apparent: nobody here says it.
    """
    carrying: defaultdict[str, list[Told]] = defaultdict(list)
    quoted: defaultdict[str, list[Span]] = defaultdict(list)
    for statement in material.told:
        for printing in statement.printings:
            carrying[printing.document].append(statement)
            if printing.kind == "direct":
                quoted[printing.document] += printing.content
    for paper in sorted(material.papers.values(), key=lambda each: each.id):
        for own, thing, other, value in _disputes(paper, sorted(quoted[paper.id])):
            beside = {each.document for statement in carrying[paper.id] for each in statement.printings}
            held = [
                Place(each.id, span)
                for each in sorted(map(material.papers.__getitem__, beside), key=_by_day)
                if each.outlet != paper.outlet
                for span in _counted(each, thing, value)
            ]
            yield _finding(material, paper, own, other, held)


def _by_day(paper: Paper) -> tuple[str, str]:
    return paper.day or "9999", paper.id


def _disputes(paper: Paper, quoted: list[Span]) -> Iterator[tuple[Span, str, Span, str]]:
    """The speaker's own figure with its noun, what it counts, and what others are said to say.

    `quoted` are the direct quotations of the document, in its order.
    """
    for start, end in quoted:
        for found in _own().finditer(paper.text, start, end):
            told = _others().search(paper.text, found.end(), found.end() + _FAR)
            if told is None or not any(one <= told.start() and told.end() <= stop for one, stop in quoted):
                continue
            value = value_of(told["figure"])
            if value != value_of(found["figure"]):
                yield found.span(), class_of(found["noun"]), told.span("figure"), value


def _counted(paper: Paper, thing: str, value: str) -> Iterator[Span]:
    for found in _own().finditer(paper.text):
        if value_of(found["figure"]) == value and found["noun"].lower() in things()[thing]:
            yield found.span()


@cache
def _own() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<figure>{figure_pattern()}) (?:\w+ )?(?P<noun>{noun_pattern()})\b", re.IGNORECASE
    )


@cache
def _others() -> re.Pattern[str]:
    tellers = "|".join(sorted({*load_words("plural_people"), *load_words("figure_tellers")}))
    verbs = "|".join(sorted(load_words("figure_verbs")))
    return re.compile(
        rf"\b(?:{tellers})\b[^.!?]{{0,40}}?\b(?:{verbs})\b"
        rf"[^.!?]{{0,20}}?\b(?P<figure>{figure_pattern()})\b",
        re.IGNORECASE,
    )


def _finding(material: Material, paper: Paper, own: Span, other: Span, held: list[Place]) -> Finding:
    places = (Place(paper.id, own), Place(paper.id, other), *held)
    beside = f"; so {material.outlets([place.document for place in held])}" if held else ""
    words = paper.text[slice(*own)]
    return Finding(
        id=finding_id("number", places),
        kind="number",
        verdict="certain" if held else "apparent",
        text=f"In {material.where(paper.id)} somebody counts “{words}”, and says that others have "
        f"“{paper.text[slice(*other)]}”{beside}.",
        reading="both figures are taken to count the same",
        places=places,
    )
