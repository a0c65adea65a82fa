"""A line credits by its colon or dash alone only where the text bears it out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.layouts.headings import heading_links
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens, tokenize

BODY = "\n\nThe minister Berg said that the harbour of Selwick would stay closed to tankers."


def reports(tokens: Tokens) -> list[Link]:
    """What a tagger finds in the body: source before "said", content behind it."""
    said = tokens.words.index("said")
    return [
        Link(
            (Piece("A", said + 1, len(tokens)),),
            Piece("Q", said, said + 1),
            Piece("S", said - 3, said),
        )
    ]


def headings(text: str, *, body: str = BODY) -> list[tuple[str, str]]:
    """Source and content of each."""
    text += body
    tokens = tokenize(text)
    found = reports(tokens) if "said" in tokens.words else []
    quoted = quoted_ranges(tokens, find_quotations(text))

    def words(piece: Piece | None) -> str:
        assert piece is not None
        return text[tokens.starts[piece.start] : tokens.ends[piece.end - 1]]

    return [(words(link.source), words(link.contents[0])) for link in heading_links(tokens, quoted, found)]


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Berg: Selwick harbour to stay closed", "Berg", "Selwick harbour to stay closed"),
        ("Selwick harbour to stay closed – Berg", "Berg", "Selwick harbour to stay closed"),
        ("Selwick harbour to stay closed - minister", "minister", "Selwick harbour to stay closed"),
        ("Selwick harbour to stay closed: Berg", "Berg", "Selwick harbour to stay closed"),
        (
            "Selwick harbour to stay closed - Halvern's minister",
            "Halvern's minister",
            "Selwick harbour to stay closed",
        ),
    ],
)
def test_a_heading_that_the_text_bears_out(line: str, source: str, content: str) -> None:
    assert headings(line) == [(source, content)]


@pytest.mark.parametrize(
    "line",
    [
        "Selwick harbour: what we know of the tankers",
        "Berg: court hears of a stolen boat",
        "Selwick harbour to stay closed – Dover Post",
        "Tankers leave as the harbour fills - live updates",
        "Berg: Why Berg closed Selwick harbour to tankers",
    ],
)
def test_what_a_line_is_about_says_nothing(line: str) -> None:
    assert headings(line) == []


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Quote by Berg: “We will stay.”", "Berg", "“We will stay.”"),
        ("Quote from the harbour ministry: “We will stay.”", "the harbour ministry", "“We will stay.”"),
        ("Falk on Berg: “A man of no port”", "Falk", "“A man of no port”"),
        ("Anna Falk: “A man of no port”", "Anna Falk", "“A man of no port”"),
    ],
)
def test_a_label_right_before_a_quotation(line: str, source: str, content: str) -> None:
    assert headings(line, body="\n\nIt rained all day.") == [(source, content)]


def test_a_paragraph_that_goes_on_behind_the_quotation_is_left_to_the_tagger() -> None:
    assert headings("Berg: “A man” is what the harbour called him then.", body="") == []


def test_whom_words_are_said_to_does_not_say_them() -> None:
    text = "PM to Falk: Leave the harbour alone"
    tokens = tokenize(text)
    colon = tokens.words.index(":")
    found = [Link((Piece("A", 4, 8),), Piece("Q", colon, colon + 1), Piece("S", 2, 3))]
    (link,) = heading_links(tokens, [], found)
    assert link.source == Piece("S", 0, 1)


def test_words_further_down_that_the_tagger_credits_by_the_colon_are_kept() -> None:
    text = "Berg: We will stay here now\n\nThe harbour is full."
    tokens = tokenize(text)
    further = Piece("A", 7, 11)
    found = [Link((Piece("A", 2, 7), further), Piece("Q", 1, 2), Piece("S", 0, 1))]
    assert [link.contents for link in heading_links(tokens, [], found)] == [(Piece("A", 2, 7), further)]


@given(st.text(alphabet="aB:–-.“” \n", max_size=80))
def test_any_text_will_do(text: str) -> None:
    tokens = tokenize(text)
    assert isinstance(heading_links(tokens, quoted_ranges(tokens, find_quotations(text)), []), list)
