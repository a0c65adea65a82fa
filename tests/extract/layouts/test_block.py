"""Block quotations count where they are led in or signed, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hearsay.extract.layouts.block import block_links, plain_blocks
from hearsay.extract.tagging.links import Piece
from hearsay.extract.tokens import tokenize
from hearsay.model import Span

WORDS = "We will not be moved from here."
Found = list[tuple[list[str], str | None, str | None]]


def found(text: str, *blocks: Span) -> Found:
    """Paragraphs, cue and source of each credited block."""
    tokens = tokenize(text)

    def words(piece: Piece | None) -> str | None:
        return piece and text[tokens.starts[piece.start] : tokens.ends[piece.end - 1]]

    return [
        ([words(content) or "" for content in link.contents], words(link.cue), words(link.source))
        for link in block_links(text, tokens, blocks)
    ]


def page(before: str, block: str, after: str = "The harbor is old.") -> Found:
    text = f"The council met. It was long.\n\n{before}\n\n{block}\n\n{after}"
    start = text.index(block)
    return found(text, (start, start + len(block)))


@pytest.mark.parametrize(
    ("line", "cue", "source"),
    [
        ("She wrote:", "wrote", "She"),
        ("In a letter to Park, Lee wrote:", "wrote", "Lee"),
        ("Lee, the mayor of Dover, said in a statement on Monday:", "said", "Lee, the mayor of Dover"),
        ("Park said no, and Lee told reporters on Monday:", "told", "Lee"),
        ("As Lee put it in a statement:", "put", "Lee"),
        ("He goes on:", "goes", "He"),
        ("Here’s what she said about the harbor:", "said", "she"),
        ("This is how Lee described it:", "described", "Lee"),
        ("According to the letter:", "According to", "the letter"),
        ("The statement reads in full:", "reads", "The statement"),
        (
            "The note that the office sent on Monday reads:",
            "reads",
            "The note that the office sent on Monday",
        ),
        ("Here is Lee’s full statement:", "statement", "Lee"),
        ("Read the mayor's remarks below:", "remarks", "the mayor"),
        ("Lee’s tweet, which was later deleted, read:", "tweet", "Lee"),
        ("Her response:", "response", "Her"),
        ("Statement from Anna Lee, mayor:", "Statement", "Anna Lee"),
        ("The full text of the letter:", ":", "the letter"),
        ("He spoke in one of the riffs that so delighted his friends:", "spoke", "He"),
        ("Three things are certain:", None, None),
    ],
)
def test_the_line_before_credits_a_block(line: str, cue: str | None, source: str | None) -> None:
    assert page(line, WORDS) == [([WORDS], cue, source)]


def test_a_block_that_nothing_leads_to_is_no_quotation() -> None:
    assert page("The council voted.", WORDS) == []


def test_a_block_is_signed_within_or_below() -> None:
    signed = [([WORDS], "—", "Joram Velk, mayor")]
    assert page("The council voted.", f"{WORDS}\n\n— Joram Velk, mayor") == signed
    assert page("The council voted.", WORDS, "— Joram Velk, mayor") == signed
    assert page("The council voted.", f"{WORDS}\nJohn Velk, mayor") == [([WORDS], None, "John Velk, mayor")]


def test_each_paragraph_of_a_block_is_a_content_and_a_line_is_none() -> None:
    ((contents, _, _),) = page("She wrote:", f"{WORDS}\n\nNot today,\nNot tomorrow.")
    assert contents == [WORDS, "Not today,\nNot tomorrow."]


def test_blocks_one_after_the_other_are_one_quotation() -> None:
    text = f"She wrote:\n\n{WORDS}\n\nNever."
    assert found(text, (12, 43), (45, 51)) == [([WORDS, "Never."], "wrote", "She")]


def test_lines_behind_angles_are_blocks() -> None:
    text = "On Tuesday, Lee wrote:\n> We will go\n> and stay.\n>\n> All of us.\n\nShe left."
    assert [text[start:end] for start, end in plain_blocks(text)] == ["We will go\n> and stay.", "All of us."]
    assert found(text, *plain_blocks(text)) == [(["We will go\n> and stay.", "All of us."], "wrote", "Lee")]


def test_a_signature_behind_an_angle_is_one() -> None:
    text = f"It was late.\n\n> {WORDS}\n> — Joram Velk\n\nShe left."
    assert found(text, *plain_blocks(text)) == [([WORDS], "—", "Joram Velk")]


def test_indented_paragraphs_are_blocks_unless_all_begin_so() -> None:
    text = "She wrote:\n\n    We will go\n    and stay.\n\nNo one did.\n\nHe left."
    assert found(text, *plain_blocks(text)) == [(["We will go\n    and stay."], "wrote", "She")]
    assert plain_blocks("    She wrote:\n\n    We will go.\n\nHe left.") == ()


@example(":\n\n\t>")
@given(st.text(st.sampled_from("a>\n \t—:.A")))
def test_blocks_of_any_text_are_in_order_and_apart(text: str) -> None:
    end = 0
    for start, stop in plain_blocks(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    for contents, _, _ in found(text, *plain_blocks(text)):
        assert all(contents)
