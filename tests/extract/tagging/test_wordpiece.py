"""Words become numbers of pieces, the longest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.tagging.wordpiece import MOST, WordPieces

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "ferry",
    "fer",
    "##ry",
    "##boat",
    "-",
    "a",
    "##a",
    "zurich",
    "船",
]


@pytest.fixture
def pieces():
    vocabulary = WordPieces(VOCABULARY)
    return lambda word: [VOCABULARY[number] for number in vocabulary.pieces([word])[0]]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ferry", ["ferry"]),
        ("Ferry", ["ferry"]),
        ("ferryboat", ["ferry", "##boat"]),
        ("ferry-boat", ["ferry", "-", "[UNK]"]),
        ("Zürich", ["zurich"]),
        ("船船", ["船", "船"]),
        ("xyz", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("a" * 40, ["a", *["##a"] * (MOST - 1)]),
    ],
)
def test_a_word_is_taken_apart_into_the_longest_pieces(pieces, word, expected):
    assert pieces(word) == expected


def test_a_word_seen_before_has_the_same_pieces():
    vocabulary = WordPieces(VOCABULARY)
    assert vocabulary.pieces(["ferry", "ferry"]) == vocabulary.pieces(["ferry", "a"])[:1] * 2


@given(st.lists(st.text(min_size=1), max_size=5))
def test_every_word_has_a_piece_whatever_it_holds(words):
    found = WordPieces(VOCABULARY).pieces(words)
    assert [1 <= len(each) <= MOST for each in found] == [True] * len(words)
