"""A page becomes a document: its article's text, and what the page states about it."""

from __future__ import annotations

import gzip

from hearsay.collect.item import Item, Media
from hearsay.collect.page import read_page

BODY = "".join(
    f"<p>Paragraph {number}: the spokesman said that no such call had taken place at the time.</p>"
    for number in range(1, 6)
)


def item(html: str | bytes, **fields: str | None) -> Item:
    content = html.encode() if isinstance(html, str) else html
    return Item(content, Media.PAGE, "saved/page.html", "page", **fields)


def test_paragraphs_are_apart_by_an_empty_line() -> None:
    document = read_page(item(f"<html><body><article><h1>No call</h1>{BODY}</article></body></html>"))
    assert document.text.split("\n\n")[-2:] == [
        "Paragraph 4: the spokesman said that no such call had taken place at the time.",
        "Paragraph 5: the spokesman said that no such call had taken place at the time.",
    ]


def test_a_gzipped_page_gives_the_same_text() -> None:
    html = f"<html><body><article>{BODY}</article></body></html>".encode()
    assert read_page(item(gzip.compress(html))).text == read_page(item(html)).text
