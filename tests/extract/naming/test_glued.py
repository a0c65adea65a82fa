"""Words that a page glued together are two words again, each at its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.naming.glued import unglue
from hearsay.extract.naming.runs import capitalised
from hearsay.extract.tokens import Tokens, tokenize


def unglued(text: str) -> Tokens:
    tokens = tokenize(text)
    return unglue(tokens, capitalised(tokens))


def words(text: str) -> list[str]:
    return unglued(text).words


def test_a_word_is_cut_where_both_parts_stand_elsewhere() -> None:
    assert words("Anna BergDover. Berg left Dover.")[:3] == ["Anna", "Berg", "Dover"]


def test_the_end_of_a_time_of_day_is_cut_off() -> None:
    assert words("9:12 PMAnna spoke.") == ["9:12", "PM", "Anna", "spoke", "."]


@pytest.mark.parametrize("name", ["KellyAnne", "McCain", "YouTube", "WeWork", "DeVos"])
def test_capitals_inside_a_name_stay(name: str) -> None:
    text = f"{name} spoke. Kelly and Anne left. You and Cain and Vos and We Work."
    assert words(text)[0] == name


@given(
    st.text()
    | st.lists(st.sampled_from(["Anna", "Berg", "BergAnna", "AnnaBergDover", ". ", " ", "\n\n"])).map("".join)
)
def test_every_token_stands_verbatim_in_order(text: str) -> None:
    tokens = unglued(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    assert tokens.paragraphs[-1] == tokens.sentences[-1] == len(tokens.words)
    assert set(tokens.paragraphs) <= set(tokens.sentences)
