"""Which statement a hedge belongs to, whose caution it is, and what it leaves open."""

from __future__ import annotations

import pytest

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Document
from tests.extract.provenance.marking import read

PLACED = [
    ("{Orlov}1 <claimed>1 [the port was empty]1.", [("claimed", "distance", "writer", "content")]),
    ("{Orlov}1 <said>1 [“I think it was empty”]1.", [("I think", "uncertain", "speaker", "content")]),
    (
        "{Orlov}1 allegedly <said>1 [the port was empty]1.",
        [("allegedly", "alleged", "writer", "attribution")],
    ),
    ("{Orlov}1 <is said to have told>1 him [to go]1.", [("is said to", "reported", "writer", "attribution")]),
    ("{A purported witness}1 <said>1 [it was late]1.", [("purported", "alleged", "writer", "identity")]),
    (
        "{Orlov}1 <said>1 [it was late]1. He offered no proof.",
        [("offered no proof", "distance", "writer", "content")],
    ),
    ("{Orlov}1 <said>1 [it was late]1. The port was allegedly empty.", []),
    (
        "[Orlov allegedly told them to go]1, <according to>1 {a tape}1.",
        [("allegedly", "alleged", "writer", "content")],
    ),
    (
        "{A pal}1 <claimed last night:>1 [“He was joking.”]1",
        [("claimed", "distance", "writer", "content")],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), PLACED)
def test_a_hedge_is_placed(marked: str, expected: list[tuple[str, str, str, str]]) -> None:
    text, attributions = read(marked)
    found = with_warrant(Document("d", "n", "", text), tokenize(text), attributions)
    placed = [
        (text[slice(*hedge.span)], hedge.kind, hedge.holder, hedge.scope)
        for each in found.attributions
        for hedge in each.hedges
    ]
    assert placed == expected


def test_a_hedge_in_a_report_inside_a_report_belongs_to_the_inner_one() -> None:
    text, attributions = read("{Moreau}1 <said>1 [{Brandt}2 <claimed>2 [it was late]2]1.")
    found = with_warrant(Document("d", "n", "", text), tokenize(text), attributions)
    assert [[text[slice(*hedge.span)] for hedge in each.hedges] for each in found.attributions] == [
        ["claimed"],
        [],
    ]
