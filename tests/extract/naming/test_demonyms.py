"""Peoples that no list has are known by the place that the text names."""

from __future__ import annotations

import pytest

from hearsay.extract.naming.demonyms import mark_peoples
from hearsay.extract.naming.names import find_names
from hearsay.extract.naming.runs import capitalised
from hearsay.extract.tokens import tokenize


def sorts(text: str) -> dict[str, str]:
    tokens = tokenize(text)
    return {
        " ".join(name.words): name.sort
        for name in mark_peoples(tokens, find_names(tokens, capitalised(tokens)))
    }


@pytest.mark.parametrize("people", ["Halvernian", "Halvernians", "Halvernese"])
def test_a_people_is_made_of_a_place(people: str) -> None:
    assert sorts(f"They live in Halvern. Many {people} left.")[people.lower()] == "people"


def test_a_place_that_ends_in_a_vowel_loses_it() -> None:
    assert sorts("They live in Tarsova. Many Tarsovans left.")["tarsovans"] == "people"


def test_without_the_place_it_stays_open() -> None:
    assert sorts("Many Halvernian people left.")["halvernian"] == "maybe"
