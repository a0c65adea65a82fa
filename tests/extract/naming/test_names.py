"""Names are found by capitals and told apart by what the lexicons say of their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.naming.names import Name, find_names
from hearsay.extract.naming.runs import capitalised
from hearsay.extract.tokens import Tokens, tokenize


def names_of(text: str) -> list[Name]:
    tokens = tokenize(text)
    return find_names(tokens, capitalised(tokens))


def found(text: str) -> list[tuple[str, str, str]]:
    """The sort, titles and words of each name."""
    return [(name.sort, " ".join(name.titles), " ".join(name.words)) for name in names_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vermont Sen. Anna Berg left.", ("person", "vermont sen", "anna berg")),
        ("They met Secretary of State Anna Berg.", ("person", "secretary of state", "anna berg")),
        ("They met Peter de Groot.", ("person", "", "peter de groot")),
        ("They met Anna O'Hara.", ("person", "", "anna ohara")),
        ("They met Peter J. Falk.", ("person", "", "peter j falk")),
        ("They met Quarl J. Vesk.", ("person", "", "quarl j vesk")),
        ("They met Quarl A. Vesk.", ("person", "", "quarl a vesk")),
        ("They met U.S. District Judge Quarl G. Vesk.", ("person", "us district judge", "quarl g vesk")),
        ("He saw The Anna Berg Show.", ("person", "", "anna berg")),
        ("It was the Aldersea People’s Party.", ("organisation", "", "aldersea people party")),
        ("It was Ahead45 that paid.", ("maybe", "", "ahead 45")),
        ("They met Peter Falk, Jr., at noon.", ("person", "", "peter falk jr")),
        ("He read the Dover Post.", ("organisation", "", "dover post")),
        ("It is the Department of Health.", ("organisation", "", "department of health")),
        ("They flew to New Hampshire.", ("place", "", "new hampshire")),
        ("It was Democrats who voted.", ("people", "", "democrats")),
        ("The CIA knew.", ("organisation", "", "cia")),
        ("Then the Senator left.", ("office", "", "senator")),
        ("Then the Deputy Speaker left.", ("office", "", "deputy speaker")),
        ("The bill (R) passed.", ("other", "", "r")),
        ("FISHERMAN Igor Falk left.", ("person", "", "igor falk")),
        ("They met CBS Insider Anna Berg.", ("person", "cbs insider", "anna berg")),
        ("The Security Council on Wednesday met.", ("organisation", "", "security council")),
    ],
)
def test_sorts(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


def test_words_capitalised_for_their_place_are_left_out() -> None:
    assert found("While Anna Berg slept, the rain fell.") == [("person", "", "anna berg")]


def test_the_possessive_is_seen() -> None:
    (name,) = names_of("We read Anna Berg's letter.")
    assert name.possessive


@given(st.text() | st.text(alphabet="AaBb MrS.,'’\"&-\n"))
def test_names_stand_in_order_inside_the_text(text: str) -> None:
    tokens: Tokens = tokenize(text)
    names = names_of(text)
    end = 0
    for name in names:
        assert end <= name.run <= name.first <= name.last <= len(tokens)
        assert name.run < name.last
        end = name.last
