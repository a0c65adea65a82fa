"""A quotation that breaks off for its cue goes on after it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.halves import halves
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.tokens import tokenize


def pairs(text: str) -> list[tuple[str, str]]:
    """The words of both halves."""
    tokens = tokenize(text)

    def words(start: int, end: int) -> str:
        return text[tokens.starts[start] : tokens.ends[end - 1]]

    found = halves(tokens, quoted_ranges(tokens, find_quotations(text)))
    return [(words(first.start, first.end), words(second.start, second.end)) for first, second in found]


@pytest.mark.parametrize(
    "between",
    [
        " Lee said, ",
        " said Lee, ",
        " she added on Monday, ",
        " said Park, the mayor of Dover, ",
        " Lee told the council — ",
    ],
)
def test_two_halves_around_a_cue(between: str) -> None:
    assert pairs(f"“We will go,”{between}“and you stay.”") == [("“We will go,”", "“and you stay.”")]


def test_the_comma_may_stand_outside_the_marks() -> None:
    assert pairs("‘We will go’, Lee said, ‘and you stay.’") == [("‘We will go’", "‘and you stay.’")]


def test_a_chain_of_halves() -> None:
    assert len(pairs("“We will go,” Lee said, “and,” she added, “you stay.”")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "“We will go,” Lee said. “You stay.”",
        "“We will go,” Lee said, and Park said “no.”",
        "“We will go,” Lee said, noting that Park, “the mayor,” stays.",
        "“We will go.” Lee left, “and you stay.”",
        "“We will go,” Lee said,\n\n“You stay.”",
        "The “bridge” and the “harbor,” the old one, “and the school” stay.",
    ],
)
def test_what_are_no_halves(text: str) -> None:
    assert pairs(text) == []


@given(st.lists(st.sampled_from(["“", "”", "Lee", "said", ",", ".", "—", "and", "she", "\n"])))
def test_any_text_is_answered(words: list[str]) -> None:
    pairs(" ".join(words))
