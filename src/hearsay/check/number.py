"""Differing figures for the same thing in appearances of one statement."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from hearsay.check.figures import values
from hearsay.check.material import Material, Printing, Told
from hearsay.model import Finding, Place, finding_id

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Words before and behind a figure that must be the same on both sides.
_AROUND = 2


def number(material: Material) -> Iterator[Finding]:
    """A finding for each figure that appearances of one statement print differently between the same words.

    Figures in words and in digits are one ("nine", "9"). Certain where both stand in direct quotations of one
    speaker, else apparent: a report may round.
    """
    for statement in material.told:
        figures: defaultdict[tuple[str, ...], dict[str, list[Printing]]] = defaultdict(dict)
        for printing in statement.printings:
            for around, value in _figures(printing.words):
                figures[around].setdefault(value, []).append(printing)
        for around in sorted(figures):
            sides = _apart(figures[around])
            if len(sides) > 1:
                yield _finding(material, statement, around, sides)
                break


def _apart(found: dict[str, list[Printing]]) -> dict[str, list[Printing]]:
    """The figures without the documents that have several of them between these words: no misprints."""
    held = Counter(document for side in found.values() for document in {each.document for each in side})
    sides = {value: [each for each in side if held[each.document] == 1] for value, side in found.items()}
    return {value: side for value, side in sides.items() if side}


def _figures(words: str) -> Iterator[tuple[tuple[str, ...], str]]:
    tokens = [word.lower() for word in _WORD.findall(words)]
    in_words = values()
    for at, token in enumerate(tokens):
        value = in_words.get(token) or (token.replace(",", "") if token[0].isdigit() else None)
        before, behind = tokens[max(0, at - _AROUND) : at], tokens[at + 1 : at + 1 + _AROUND]
        if value is not None and len(before) == len(behind) == _AROUND:
            yield (*before, "#", *behind), value


def _finding(
    material: Material, statement: Told, around: tuple[str, ...], found: dict[str, list[Printing]]
) -> Finding:
    sides = sorted(found.items(), key=lambda side: (-len(side[1]), side[0]))
    places = tuple(Place(each.document, each.content[0]) for _, side in sides for each in side)
    told = "; ".join(
        f"{value} in {material.outlets([each.document for each in side])}" for value, side in sides
    )
    direct = all(any(each.kind == "direct" for each in side) for _, side in sides)
    return Finding(
        id=finding_id("number", places),
        kind="number",
        verdict="certain" if direct else "apparent",
        text=f"One statement is printed with different figures ({' '.join(around)}): {told}.",
        reading=None,
        places=places,
        statements=(statement.id,),
    )
