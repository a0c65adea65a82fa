"""What differs between two printings, and what of it a reader must see first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.variants import difference

SAID = "If they close the strait again, we will send every ship we have and open it by force."


def changes(one: str, other: str) -> list[tuple[str, str | None, str, str]]:
    """The changes with their words in the place of their spans."""
    return [
        (change.kind, change.sort, one[slice(*change.one)], other[slice(*change.other)])
        for change in difference(one, other)
    ]


@pytest.mark.parametrize(
    "other",
    [
        "“If they close the strait again – we'll send every ship we have and open it by force!”",
        "IF THEY CLOSE THE STRAIT AGAIN, WE WILL SEND EVERY SHIP WE’VE AND OPEN IT BY FORCE",
    ],
    ids=["typography and contractions", "capitals"],
)
def test_typography_is_no_difference(other) -> None:
    assert difference(SAID, other) == ()


@pytest.mark.parametrize(
    ("old", "new", "sort"),
    [
        ("will send", "will not send", "negation"),
        ("will send", "would send", "modal"),
        ("every ship", "three ships", "number"),
        ("close", "cross", "word"),
        ("they", "the islanders", "word"),
        ("the strait", "Moss", "name"),
        ("by force", "by law", "word"),
    ],
)
def test_a_word_on_which_the_sense_turns_is_substance_and_comes_first(old, new, sort) -> None:
    (first, *_) = changes(SAID, SAID.replace(old, new))
    assert first[:2] == ("substance", sort)


def test_a_number_in_words_is_the_number_in_figures() -> None:
    assert difference("We lost twenty-five ships and five men.", "We lost 25 ships and 5 men.") == ()
    assert changes("We lost 25 ships", "We lost 52 ships") == [("substance", "number", "25", "52")]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (
            "If they close the strait again",
            ("cut", None, "we will send every ship we have and open it by force", ""),
        ),
        (
            "we will send every ship we have and open it by force",
            ("cut", None, "If they close the strait again", ""),
        ),
        (
            "If they close the strait again … open it by force",
            ("cut", None, "we will send every ship we have and", "…"),
        ),
        (
            "If they close the strait again, we will open it by force",
            ("cut", None, "send every ship we have and", ""),
        ),
    ],
    ids=["the end", "the beginning", "an ellipsis", "in the middle, unmarked"],
)
def test_what_a_printing_leaves_out_is_cut(other, expected) -> None:
    assert changes(SAID, other) == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [("they", "[the islanders]"), ("strait again", "strait [of Moss] again")],
    ids=["for a pronoun", "added"],
)
def test_brackets_are_inserted(old, new) -> None:
    ((kind, sort, _, words),) = changes(SAID, SAID.replace(old, new))
    assert (kind, sort) == ("inserted", None)
    assert words == new[new.index("[") : new.index("]") + 1]


@pytest.mark.parametrize("mask", ["s***", "s—p", "[expletive]", "****"])
def test_hidden_letters_are_masked(mask) -> None:
    assert changes(SAID, SAID.replace("ship", mask)) == [("masked", None, "ship", mask)]


def test_misspelt_words_and_two_houses_spellings_are_spelling() -> None:
    assert changes("We recognise the colour of every ship", "We recognize the color of evry ship") == [
        ("spelling", None, "every", "evry")
    ]


def test_the_words_of_a_reporter_around_the_quoted_ones_are_inserted() -> None:
    assert changes(SAID, "that they would “send every ship” they had")[0] == (
        "inserted",
        None,
        "",
        "that they would",
    )


def test_a_reporter_who_turns_the_quoted_words_over_is_substance() -> None:
    assert changes("We will send every ship", "that they would not “send every ship”")[0][:2] == (
        "substance",
        "negation",
    )


def test_halves_in_another_order_are_moved_and_not_lost() -> None:
    swapped = "We will send every ship we have and open it by force if they close the strait again."
    assert {change[:2] for change in changes(SAID, swapped)} == {("cut", "moved"), ("inserted", "moved")}


def test_a_word_and_its_opposite_are_no_spellings_of_one() -> None:
    assert changes("It is possible that they come", "It is impossible that they come") == [
        ("substance", "word", "possible", "impossible")
    ]


TOKENS = ("will", "would", "not", "open", "the", "Harbour", "25", "“", "”", "…", "[sic]", "f---", "evry", "I")
TEXTS = st.lists(st.sampled_from(TOKENS), max_size=14).map(" ".join) | st.text(max_size=30)


@given(TEXTS, TEXTS)
def test_any_two_texts_have_a_difference_within_them(one, other) -> None:
    for change in difference(one, other):
        assert 0 <= change.one[0] <= change.one[1] <= len(one)
        assert 0 <= change.other[0] <= change.other[1] <= len(other)
        assert one[slice(*change.one)] or other[slice(*change.other)]


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text) -> None:
    assert difference(text, text) == ()
