"""In a live report each entry names its people anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.naming.entries import find_entries
from hearsay.extract.tokens import tokenize
from tests.extract.marked import speakers


def test_a_surname_means_whom_its_entry_names() -> None:
    text = (
        "4 p.m.\n\nVesna Quist spoke.\n\n[Quist] said so.\n\n___\n\n5:15 p.m.\n\nCarl Quist spoke.\n\n"
        "It rained.\n\n[Quist] said no.\n\n___\n\n6 p.m.\n\nVesna Quist left.\n\n[Quist] said so."
    )
    assert speakers(text) == ["Vesna Quist", "Carl Quist", "Vesna Quist"]


def test_who_is_named_as_a_relative_only_is_not_whom_the_entry_is_about() -> None:
    text = (
        "___\n\nIt rained.\n\n___\n\nWith her husband, former Gov. Carl Quist, beside her, Vesna Quist spoke."
        "\n\nIt rained.\n\n[Quist] said so."
    )
    assert speakers(text) == ["Vesna Quist"]


def test_an_article_with_a_single_line_has_no_entries() -> None:
    assert find_entries(tokenize("It rained.\n\n___\n\nIt was 4 p.m. when it stopped.")) == []


@given(st.text(alphabet="_* 4:05p.m\nA", max_size=80))
def test_entries_begin_at_paragraphs(text: str) -> None:
    tokens = tokenize(text)
    assert set(find_entries(tokens)) <= set(tokens.paragraphs)
