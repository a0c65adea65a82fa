"""A summary wider than the denial that it sums up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from hearsay.check.material import Answered, Material, Printing
from hearsay.lexicon import load_words
from hearsay.model import Finding, Place, finding_id

_DENIALS = ("deny", "dispute_premise")
_WORD = re.compile(r"[^\W_]+")


def summary(material: Material) -> Iterator[Finding]:
    """A finding for each report of a denial for all times or ways, beside the narrow denial itself; apparent.

    Only a report in a document that quotes the denial counts, so that this is what it sums up.
    """
    narrow: dict[str, Answered] = {}
    for answer in material.answered:
        if answer.stance in _DENIALS and answer.gaps and answer.kind == "direct" and answer.statement:
            narrow.setdefault(answer.statement, answer)
    quoted: defaultdict[str, list[Printing]] = defaultdict(list)
    for statement in material.told:
        if statement.id in narrow:
            for printing in statement.printings:
                quoted[printing.document].append(printing)
    for statement in material.told:
        for printing in statement.printings:
            if printing.document in quoted and _is_wide(printing):
                yield _finding(material, printing, quoted[printing.document])


def _is_wide(printing: Printing) -> bool:
    words = {word.lower() for word in _WORD.findall(printing.words)}
    denied = printing.act == "deny" and printing.kind == "indirect" and not printing.negated
    return denied and not words.isdisjoint(load_words("universals"))


def _finding(material: Material, wide: Printing, denials: list[Printing]) -> Finding:
    places = (
        Place(wide.document, wide.content[0]),
        *(Place(each.document, each.content[0]) for each in denials),
    )
    return Finding(
        id=finding_id("scope", places),
        kind="scope",
        verdict="apparent",
        text=f"{material.where(wide.document)} tells of a denial “{wide.words}”; the denial that it quotes "
        f"is narrower: {denials[0].words}",
        reading="the summary is taken to sum up the denial that the same document quotes",
        places=places,
    )
