"""A source in brackets behind a quotation."""

import pytest

from hearsay.extract.settling.bracketed import bracketed_source
from hearsay.extract.tokens import tokenize


def source(text: str) -> str | None:
    tokens = tokenize(text)
    end = max(i for i, word in enumerate(tokens.words) if word == "”") + 1
    found = bracketed_source(tokens, end)
    return found and text[tokens.starts[found.start] : tokens.ends[found.end - 1]]


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (" [Northern Post.] More follows.", "Northern Post"),
        (" [Herald of the Coast]", "Herald of the Coast"),
        (". [Axios.]", "Axios"),
        (" (Reuters)", "Reuters"),
        (" (via Harbour Weekly)", "Harbour Weekly"),
    ],
)
def test_an_outlet_in_brackets_is_the_source(behind, name):
    assert source(f"“The bridge will be closed until the spring.”{behind}") == name


@pytest.mark.parametrize(
    "behind",
    [
        " (D)",
        " (March 2019)",
        " [laughs]",
        " [WATCH]",
        " [emphasis added by the court]",
        " (Applause)",
        " [Northern Post",
        " He left.",
        "",
        " [",
        " [A name that goes on and on for much longer than names do]",
    ],
)
def test_other_brackets_are_none(behind):
    assert source(f"“The bridge will be closed until the spring.”{behind}") is None
