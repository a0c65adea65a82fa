"""Tokens, sentences and paragraphs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.tokens import Tokens, tokenize


def sentences(text: str) -> list[str]:
    tokens = tokenize(text)
    ends = tokens.sentences[1:]
    return [text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in zip(tokens.sentences, ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t.", ["Don", "’t", "."]),
        ("the senator's aide", ["the", "senator", "'s", "aide"]),
        ("U.S. co-chair", ["U.S.", "co-chair"]),
        ("$3.5 million, 20,000", ["$", "3.5", "million", ",", "20,000"]),
        ("“Well ...”", ["“", "Well", "...", "”"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


def test_a_full_stop_after_a_title_or_initial_ends_no_sentence() -> None:
    assert sentences("Sen. J. Doe left. He was tired.") == ["Sen. J. Doe left.", "He was tired."]


def test_closing_marks_belong_to_the_sentence_they_close() -> None:
    assert sentences("“We won.” “We lost!” He left.") == ["“We won.”", "“We lost!”", "He left."]


def test_a_line_break_is_a_paragraph_unless_the_line_is_wrapped() -> None:
    assert tokenize("One two.\nThree").paragraphs == [0, 3, 4]
    assert tokenize("one two\nthree").paragraphs == [0, 3]
    assert tokenize("one two\n\nthree").paragraphs == [0, 2, 3]


@given(st.text())
def test_offsets_are_verbatim_and_rise(text: str) -> None:
    tokens = tokenize(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(a >= b for a, b in zip(tokens.starts[1:], tokens.ends, strict=False))
    assert_borders(tokens)


def assert_borders(tokens: Tokens) -> None:
    for borders in (tokens.paragraphs, tokens.sentences):
        assert borders[0] == 0
        assert borders[-1] == len(tokens)
        assert borders == sorted(set(borders))
    assert set(tokens.paragraphs) <= set(tokens.sentences)


@pytest.mark.parametrize("piece", ["a", '"', "漢", ". ", "!", '."', "1.", "A.", "a-", "\n", "’s", "\u202e"])
def test_a_long_odd_text_takes_no_longer_than_a_long_plain_one(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    tokenize(text)
    assert time.process_time() - started < 5
