"""Words that a document has from another: marked, with their origin, and read there in one step."""

from __future__ import annotations

import hashlib

from hearsay.workbench.marks import paragraphs
from tests.workbench.steps import follow


def test_a_passage_is_cut_out_of_the_text_at_its_borders():
    (one,) = paragraphs("He left. Nobody saw him.", (), [(9, 23)])
    assert [(s.text, s.copied, s.first, s.last) for s in one.stretches] == [
        ("He left. ", 0, False, False),
        ("Nobody saw him", 1, True, True),
        (".", 0, False, False),
    ]


def test_a_passage_over_two_paragraphs_begins_in_one_and_ends_in_the_other():
    first, second = paragraphs("One two\nthree four", (), [(4, 13)])
    assert [(s.text, s.first, s.last) for s in first.stretches if s.copied] == [("two", True, False)]
    assert [(s.text, s.first, s.last) for s in second.stretches if s.copied] == [("three", False, True)]


def test_a_copy_marks_its_words_and_leads_to_the_same_words_in_the_other(server, visit):
    page = visit(server, "/documents/coldbrook-sentinel-tape")
    assert "is a copy of Halvern Wire Service" in page.locator("#shared + ul").inner_text()
    here = page.locator(".copied").all_inner_texts()
    follow(page, ".origin >> nth=0")
    assert page.locator(".kicker").inner_text() == "Halvern Wire Service"
    there = page.locator(".copied").all_inner_texts()
    assert "marked below" in page.locator("details .sharings li", has_text="Coldbrook Sentinel").inner_text()
    common = set(" ".join(here).split()) & set(" ".join(there).split())
    assert len(common) > 0.9 * len(set(" ".join(here).split()))


def test_marks_of_passages_do_not_move_the_words_that_a_selection_means(server, visit):
    page = visit(server, "/documents/coldbrook-sentinel-tape")
    piece = page.locator(".para .copied .m.content", has_text="how it got the recording")
    start = int(piece.get_attribute("data-start"))
    with server.client() as client:
        text = client.get("/documents/coldbrook-sentinel-tape.json").json()["text"]
    assert text[start:].startswith("how it got the recording")


def test_the_file_of_a_page_can_be_saved_as_it_came(server):
    with server.client() as client:
        told = client.get("/documents/coldbrook-sentinel-tape.json").json()["document"]
        kept = client.get("/documents/coldbrook-sentinel-tape/original").content
    assert hashlib.sha256(kept).hexdigest() == told["sha256"]
