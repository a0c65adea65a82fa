"""Denials that are narrower than they may seem, where documents quote them, and words that are wide."""

from __future__ import annotations

import re
from collections import defaultdict

from hearsay.check.events import denials
from hearsay.check.material import Material, Printing
from hearsay.lexicon import load_words

_WORD = re.compile(r"[^\W_]+")


def narrow_denials(material: Material) -> dict[str, list[Printing]]:
    """The printings of denials with narrowing words in quotations, by the documents that quote them."""
    narrow = {
        answer.statement
        for answer in denials(material)
        if answer.gaps and answer.kind == "direct" and answer.statement
    }
    quoted: defaultdict[str, list[Printing]] = defaultdict(list)
    for statement in material.told:
        if statement.id in narrow:
            for printing in statement.printings:
                quoted[printing.document].append(printing)
    return dict(quoted)


def is_universal(words: str) -> bool:
    """Whether words speak of all times, things or ways: ever, any, nothing."""
    return not {word.lower() for word in _WORD.findall(words)}.isdisjoint(load_words("universals"))
