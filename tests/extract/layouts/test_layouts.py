"""What the layout says goes before what the sentences seem to say."""

from __future__ import annotations

from hearsay.collect.page import page_document
from hearsay.extract import extract
from hearsay.extract.layouts.layouts import lay_over
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import tokenize
from hearsay.model import Document

TOKENS = tokenize("LEE : a b c d e f g h i j VELK : k l m n o p q r s t")
TURN = Link((Piece("A", 2, 12),), Piece("Q", 1, 2), Piece("S", 0, 1))


def link(content: tuple[int, int], cue: tuple[int, int] | None, source: tuple[int, int] | None) -> Link:
    return Link(
        (Piece("A", *content),), Piece("Q", *cue) if cue else None, Piece("S", *source) if source else None
    )


def test_an_attribution_that_takes_the_label_for_its_source_goes() -> None:
    assert lay_over(TOKENS, [link((3, 9), (2, 3), (0, 1))], [TURN]) == [TURN]


def test_words_of_the_turn_without_a_cue_of_their_own_go() -> None:
    assert lay_over(TOKENS, [link((4, 9), None, None)], [TURN]) == [TURN]


def test_a_report_within_the_turn_stays() -> None:
    nested = link((6, 10), (5, 6), (4, 5))
    assert lay_over(TOKENS, [nested], [TURN]) == [TURN, nested]


def test_a_report_that_leaves_nothing_to_the_speaker_goes() -> None:
    assert lay_over(TOKENS, [link((2, 11), (11, 12), None)], [TURN]) == [TURN]


def test_what_has_nothing_to_do_with_the_layout_stays() -> None:
    other = link((16, 20), (15, 16), (14, 15))
    assert lay_over(TOKENS, [other], [TURN]) == [TURN, other]


def test_the_cue_of_the_line_that_leads_in_is_that_of_the_block_only() -> None:
    led_in = Link((Piece("A", 14, 20),), Piece("Q", 3, 4), Piece("S", 2, 3))
    other = link((6, 9), (4, 5), (2, 3))
    assert lay_over(TOKENS, [link((16, 19), (3, 4), (2, 3)), other], [led_in]) == [other, led_in]


def found(document: Document) -> list[tuple[str, str, str, str]]:
    text = document.text
    return [
        (
            one.kind,
            " … ".join(text[start:end] for start, end in one.content),
            *("".join(text[start:end] for start, end in spans) for spans in (one.cue, one.source)),
        )
        for one in extract(document).attributions
        if one.parent is None
    ]


def test_a_block_quotation_of_a_page_is_credited() -> None:
    page = (
        "<html><body><article><p>The council met on Monday in the old hall by the harbor of the town.</p>"
        "<p>In a letter to the council, Anna Lee wrote:</p><blockquote><p>I never called the harbor.</p>"
        "<p>Park says that I did. He is wrong about it, and he was not there.</p></blockquote>"
        "<p>The council took note of the letter and went home.</p></article></body></html>"
    )
    assert (
        "direct",
        "I never called the harbor. … Park says that I did. He is wrong about it, and he was not there.",
        "wrote",
        "Anna Lee",
    ) in found(page_document(page, name="page", sha256=""))


def test_turns_of_a_transcript_are_direct_and_credited() -> None:
    text = (
        "Joram Velk was asked about it on Monday.\n\nLEE: Did you call the harbor that night?\n\n"
        "VELK: I did not. Park says that I called him.\n\nLEE: So nobody called?"
    )
    credited = found(Document(id="d", name="d", sha256="", text=text))
    assert ("direct", "Did you call the harbor that night?", ":", "LEE") in credited
    assert ("direct", "I did not. Park says that I called him.", ":", "VELK") in credited
    assert ("direct", "So nobody called?", ":", "LEE") in credited


def test_a_signed_quotation_is_credited() -> None:
    text = (
        "It was late.\n\n“I never said that, and everybody here knows it.”\n— Joram Velk, mayor\n\nIt rained."
    )
    assert found(Document(id="d", name="d", sha256="", text=text)) == [
        ("direct", "“I never said that, and everybody here knows it.”", "—", "Joram Velk, mayor")
    ]
