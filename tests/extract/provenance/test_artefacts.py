"""Recordings, emails, papers and books as objects of the ledger: whose, by whose hands, how well attested."""

from __future__ import annotations

import pytest

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Artefact, Document
from tests.extract.provenance.marking import read
from tests.listed import lines

PASSAGES = lines(__file__, "artefacts.txt")


@pytest.mark.parametrize("line", PASSAGES)
def test_a_passage_tells_its_things_and_what_became_of_them(line: str) -> None:
    marked, *expected = line.split("\t")
    text, attributions = read(marked)
    found = with_warrant(Document("d", "n", "", text), tokenize(text), attributions)
    assert [_told(text, each) for each in found.artefacts] == expected


def _told(text: str, thing: Artefact) -> str:
    hands = ", ".join(f"{hand.how} {hand.by or text[slice(*hand.span)]}" for hand in thing.hands)
    date = text[slice(*thing.date)] if thing.date else ""
    judged = ", ".join(f"{each.standing} {each.judge or '-'}" for each in thing.judgements)
    fields = (thing.kind, thing.owner, thing.name, hands, date, thing.standing, judged)
    return " | ".join(field or "-" for field in fields)
