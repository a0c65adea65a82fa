"""What a page sets as quoted keeps its place in the text, and who is named below it."""

from __future__ import annotations

import pytest

from hearsay.collect import Item, Media, read
from hearsay.collect.page import page_document
from hearsay.model import Document

TEXT = (
    "<p>The council of Dover met on Monday evening in the old hall and spoke for three hours about the "
    "harbor, the bridge and the school.</p>"
)


def quoted(markup: str, *, around: str = TEXT) -> tuple[Document, list[str]]:
    """The document of a page with this in the middle, and the words of its block quotations."""
    html = f"<html><head><title>Dover</title></head><body><article>{around}{markup}{around}</article></body>"
    document = page_document(html, name="page", sha256="")
    return document, [document.text[start:end] for start, end in document.blocks]


WORDS = "We will not be moved from here."


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"<blockquote>{WORDS}</blockquote>", [WORDS]),
        (f"<blockquote><p>{WORDS}</p><p>Never.</p></blockquote>", [f"{WORDS}\n\nNever."]),
        (f"<blockquote><div>{WORDS}</div><div>Never.</div></blockquote>", [f"{WORDS}\n\nNever."]),
        (f"<blockquote>{WORDS}<br>Never.</blockquote>", [f"{WORDS}\nNever."]),
        (f"<blockquote>{WORDS}</blockquote><blockquote>Never again.</blockquote>", [WORDS, "Never again."]),
        (f"<blockquote>{WORDS}<blockquote>Never.</blockquote></blockquote>", [f"{WORDS}\n\nNever."]),
        (
            f"<blockquote><p>{WORDS}</p><footer>— <cite>Joram Velk</cite>, mayor</footer></blockquote>",
            [f"{WORDS}\n\n— Joram Velk, mayor"],
        ),
        (
            f'<blockquote class="twitter-tweet"><p>{WORDS}</p>— J. Velk (@velk) <a href="#">May 3, 2014</a>'
            "</blockquote>",
            [f"{WORDS}\n\n— J. Velk (@velk) May 3, 2014"],
        ),
        (
            f"<figure><blockquote><p>{WORDS}</p></blockquote><figcaption>Joram Velk</figcaption></figure>",
            [WORDS],
        ),
    ],
)
def test_a_block_quotation_is_a_span_of_the_text(markup: str, expected: list[str]) -> None:
    assert quoted(markup)[1] == expected


def test_the_caption_of_a_quotation_stays_in_the_text() -> None:
    document, _ = quoted(f"<figure><blockquote>{WORDS}</blockquote><figcaption>J. Velk</figcaption></figure>")
    assert f"{WORDS}\n\nJ. Velk\n\n" in document.text


def test_a_pull_quote_is_no_quotation_of_its_own() -> None:
    pulled = "spoke for three hours about the harbor, the bridge"
    assert quoted(f"<blockquote><p>{pulled}</p></blockquote>")[1] == []


def test_the_place_of_an_embedded_post_is_no_quotation() -> None:
    embed = '<blockquote class="instagram-media"><p>A post shared by the harbor of Dover</p></blockquote>'
    assert quoted(embed)[1] == []


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>He said <q>we go</q> and left it all.</p>", "He said “we go” and left it all."),
        ("<p>He said <q>we <q>go</q> now</q> to all.</p>", "He said “we ‘go’ now” to all."),
        ("<p>He said <q>“we go”</q> and left it all.</p>", "He said “we go” and left it all."),
        ("<p>He said <q>we <em>go</em></q> and left.</p>", "He said “we go” and left."),
    ],
)
def test_a_quotation_in_a_line_has_the_marks_that_a_browser_shows(markup: str, text: str) -> None:
    assert f"\n\n{text}\n\n" in quoted(markup)[0].text


def test_a_fragment_and_a_feed_keep_their_blocks() -> None:
    fragment = f"<p>She wrote:</p><blockquote>{WORDS}</blockquote>"
    document = page_document(fragment, name="fragment", sha256="")
    assert document.text == f"She wrote:\n\n{WORDS}"
    assert document.blocks == ((12, 12 + len(WORDS)),)
    feed = (
        "<rss version='2.0'><channel><title>The Paper</title><item><title>Velk</title><guid>1</guid>"
        f"<description><![CDATA[{fragment}]]></description></item></channel></rss>"
    )
    (entry,) = read(Item(feed.encode(), Media.FEED, "file:///feed.xml", "feed"))
    assert isinstance(entry, Document)
    assert (entry.text, entry.blocks) == (document.text, document.blocks)
