"""Headlines that say more than what stands below them."""

from __future__ import annotations

from tests.check.made import found, paper, printing, told

LONG = " ".join(["Orlov said that the bridge was old and the port was small."] * 8)


def told_in(document):
    return (told(printing(document, "the bridge was old", "Ivan Orlov")),)


def test_a_verb_that_the_body_has_no_word_for_is_apparent():
    document = paper("blare", LONG, "Orlov threatens the port")
    (one,) = found("headline", document, told=told_in(document))
    assert (one.verdict, one.places[0].part) == ("apparent", "title")
    assert "“threatens”" in one.text


def test_a_verb_that_the_body_carries_is_none():
    document = paper("blare", f"{LONG} He warned the owners.", "Orlov threatens the port")
    assert found("headline", document, told=told_in(document)) == []


def test_a_verb_of_somebody_else_is_none():
    document = paper("blare", LONG, "Storm threatens the port")
    assert found("headline", document, told=told_in(document)) == []


def test_a_notice_is_too_short_to_tell():
    document = paper("blare", "Orlov said that the bridge was old.", "Orlov threatens the port")
    assert found("headline", document, told=told_in(document)) == []
