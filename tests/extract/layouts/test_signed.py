"""Who signs a quotation, told from everything else that stands after a dash or on the next line."""

from __future__ import annotations

import pytest

from hearsay.extract.layouts.signed import signed_quotations
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.tagging.links import Piece
from hearsay.extract.tokens import tokenize

QUOTATION = "“We will not be moved from here today.”"


def signed(text: str) -> list[tuple[list[str], str | None, str | None]]:
    """The words, the dash and the signer of each signed quotation."""
    tokens = tokenize(text)

    def words(piece: Piece | None) -> str | None:
        return piece and text[tokens.starts[piece.start] : tokens.ends[piece.end - 1]]

    return [
        ([words(content) or "" for content in link.contents], words(link.cue), words(link.source))
        for link in signed_quotations(tokens, quoted_ranges(tokens, find_quotations(text)))
    ]


@pytest.mark.parametrize(
    ("line", "dash", "signer"),
    [
        (" ― Joram Velk", "―", "Joram Velk"),
        (" -- Joram Velk, mayor of Dover", "--", "Joram Velk, mayor of Dover"),
        (" —Joram Velk.", "—", "Joram Velk"),
        (" ~ JORAM VELK, CHAIRMAN", "~", "JORAM VELK, CHAIRMAN"),
        ("\n- Joram Velk", "-", "Joram Velk"),
        ("\n\n— Joram Velk, a pilot, on Twitter", "—", "Joram Velk, a pilot"),
        (" – President Velk, tweeting after the speech.", "–", "President Velk"),
        (" — Joram Velk (@velk) October 3, 2014", "—", "Joram Velk"),
        (" — @velk", "—", "@velk"),
        (" — Joram Velk, The Long Road, 1999", "—", "Joram Velk, The Long Road"),
        (" — Joram Velk, who left in May", "—", "Joram Velk"),
        (" — Joram Velk in The Times", "—", "Joram Velk"),
        (" — Joram Velk, quoted in The Times", "—", "Joram Velk"),
        (" — the Rev. Anna van der Berg", "—", "the Rev. Anna van der Berg"),
        (" — Dr. J. R. Velk, M.D.", "—", "Dr. J. R. Velk, M.D."),
        (" — Jo** Al****", "—", "Jo** Al****"),
        ("\nJohn Velk", None, "John Velk"),
        ("\n\nJohn Velk, port director", None, "John Velk, port director"),
        ("\nSen. Velk", None, "Sen. Velk"),
    ],
)
def test_a_quotation_is_signed(line: str, dash: str | None, signer: str) -> None:
    assert signed(QUOTATION + line + "\n\nThe harbor is old.") == [([QUOTATION], dash, signer)]


@pytest.mark.parametrize(
    "line",
    [
        " — Joram Velk said on Monday.",
        " — a line that he repeats in Dover.",
        " — Velk’s motto",
        " — it was over.",
        " — Joram Velk: a portrait",
        " — Joram Velk. And then he left.",
        "\n- One More\n- Two More",
        "\nExplore further",
        "\nJoram",
        "\nThe National Council",
        "\nJohn Velk left the harbor.",
    ],
)
def test_what_is_no_signature(line: str) -> None:
    assert signed(QUOTATION + line) == []


def test_a_short_quotation_is_signed_by_a_bare_name_only() -> None:
    """“Title” — Name, its author, ... is a caption."""
    assert signed("“Go!” — Joram Velk") == [(["“Go!”"], "—", "Joram Velk")]
    assert signed("“Harbor” — Joram Velk, its author") == []


def test_a_quotation_within_a_sentence_is_not_signed() -> None:
    assert signed("He calls it “home from home and all that goes with it” — Joram Velk") == []


def test_the_mark_that_closes_after_the_name_on_the_next_line() -> None:
    text = '"We will not be moved from here today.\nJohn Velk."\n\nThe harbor is old.'
    assert signed(text) == [(['"We will not be moved from here today.'], None, "John Velk")]


def test_a_signature_is_that_of_all_paragraphs_above_it() -> None:
    text = "“We came in the spring of it.\n\n“We left in the fall.” — Anna Velk"
    ((contents, _, signer),) = signed(text)
    assert (contents, signer) == (["“We came in the spring of it.", "“We left in the fall.”"], "Anna Velk")


def test_the_signature_of_a_post_may_be_anything_before_the_handle() -> None:
    line = " — ann, 3rd of her name (@annlee) May 3, 2014"
    assert signed(QUOTATION + line) == [([QUOTATION], "—", "ann, 3rd of her name")]


@pytest.mark.parametrize("before", ["⚓️ ", "• ", "[WATCH] "])
def test_signs_before_the_quotation_are_no_words(before: str) -> None:
    assert signed(f"{before}{QUOTATION} – Joram Velk") == [([QUOTATION], "–", "Joram Velk")]


def test_words_before_the_quotation_make_it_a_part_of_a_sentence() -> None:
    assert signed(f"Then came {QUOTATION} – Joram Velk") == []
