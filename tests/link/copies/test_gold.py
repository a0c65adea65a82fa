"""Near-copies among the rumours' articles, against those that were looked up by hand."""

from __future__ import annotations

import json

from hearsay.link.copies import side, text_of
from hearsay.model import Document
from tests.gold import GOLD, needs_gold
from tests.link.copies.conftest import copies_of

# Recall and precision in per cent: what is asked, and what was measured is 100.0 and 100.0.
FLOOR = 99.0


@needs_gold
def test_near_copies_are_found_and_nothing_else():
    folder = GOLD / "rumours"
    names = [row["id"] for row in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))]
    sides = []
    for name in names:
        text = (folder / "articles" / f"{name}.txt").read_text(encoding="utf-8")
        document = Document(name, name, "0", text)
        sides.append((side(document, page=name, outlet=None, seen=None), text_of(document)))
    found = {frozenset((copy.document, copy.source)) for copy in copies_of(sides) if copy.near}
    pairs = json.loads((folder / "copies.json").read_text(encoding="utf-8")).values()
    gold = {frozenset((pair["a"], pair["b"])) for listed in pairs for pair in listed}
    right = len(found & gold)
    assert 100 * right / len(gold) >= FLOOR
    assert 100 * right / len(found) >= FLOOR
