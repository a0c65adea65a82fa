"""A page becomes a document: its article's text, and what the page states about it."""

from __future__ import annotations

import gzip
import hashlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.collect.item import Item, Media
from hearsay.collect.page import page_document, read_page
from hearsay.errors import SourceError
from hearsay.model import document_id

BODY = "".join(
    f"<p>Paragraph {number}: the spokesman said that no such call had taken place at the time.</p>"
    for number in range(1, 6)
)

PAGE = f"<html><body><article>{BODY}</article></body></html>".encode()
PIECES = (
    *(
        "<html>",
        "<head>",
        "</head>",
        "<body>",
        "<article>",
        "</article>",
        "<h1>",
        "</h1>",
        "<p>",
        "</p>",
        "<br>",
    ),
    *(
        "<title>",
        "</title>",
        "<nav>",
        "</nav>",
        "<a href='//[x'>",
        "</a>",
        "<li>",
        "<table>",
        "<td>",
        "<time>",
    ),
    *(
        "<link rel=canonical href='//[bad'>",
        "<meta property='og:url' content='http://a:99999/'>",
        "<base href=':'>",
    ),
    *("<meta name=date content='9 July 2024'>", "<script type='application/ld+json'>", "</script>"),
    *(
        '{"@type": "NewsArticle", "author": [1, {"name": {}}], "datePublished": [null]}',
        '{"@type": "Article", "url": "//[x"}',
        "&#0;",
        "&#xd800;",
    ),
    '{"@type": "Article", "url": "//[x", "headline": "\\ud83d \\u0000"}',
    *("July 9, 2024", "He said “no”. ", "We use cookies. ", "\x0c", "\u202e", " "),
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
    assert read_page(item(gzip.compress(html, mtime=0))).text == read_page(item(html)).text


def test_the_page_is_read_in_the_encoding_it_is_in() -> None:
    html = (
        "<html><head><meta charset='utf-8'></head><body><p>Der Präsident sagte „nein“ dazu.</p></body></html>"
    )
    assert read_page(item(html.encode("cp1252"))).text == "Der Präsident sagte „nein“ dazu."


def test_a_document_is_known_by_its_address_and_bytes() -> None:
    first = read_page(item(PAGE, url="https://courier.example/1"))
    assert first.url == "https://courier.example/1"
    assert first.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert first.id == document_id(url=first.url, name="page", part=None, sha256=first.sha256)
    assert read_page(item(PAGE + b" ", url="https://courier.example/1")).id != first.id


def test_the_gzipped_bytes_as_they_came_are_hashed() -> None:
    packed = gzip.compress(PAGE, mtime=0)
    assert read_page(item(packed)).sha256 == hashlib.sha256(packed).hexdigest()


def test_a_fragment_is_an_article_as_it_stands() -> None:
    document = page_document(
        "<p>He said “no”.</p><ul><li>Then he left.</li></ul>", name="a", sha256="0", part="2"
    )
    assert document.text == "He said “no”.\n\nThen he left."
    assert document.id == document_id(url=None, name="a", part="2", sha256="0")


def test_characters_stay_as_they_are() -> None:
    words = "“n\u200co\u200d” \u202bשלום\u202c co\u00adop cafe\u0301 ﬁ A\u030a ½"
    html = f"<html><article>{BODY}<p>He said {words} twice to all of them.</p>{BODY}</article></html>"
    assert f"He said {words} twice" in read_page(item(html)).text


def test_quotations_lists_and_tables_are_paragraphs() -> None:
    html = f"""<html><body><article>{BODY}<blockquote>I never said that.</blockquote>
        <ul><li>A first point is here.</li><li>A second point is here.</li></ul>
        <p>One line<br>and another.</p>{BODY}</article></body></html>"""
    pieces = read_page(item(html)).text.split("\n\n")
    for piece in ("I never said that.", "A first point is here.", "One line\nand another."):
        assert piece in pieces


def test_the_headline_is_the_title_and_not_also_the_text() -> None:
    document = read_page(item(f"<html><body><article><h1>No call</h1>{BODY}</article></body></html>"))
    assert document.title == "No call"
    assert document.text.startswith("Paragraph 1")


def test_a_paragraph_that_is_only_a_link_is_not_text() -> None:
    link = "<p><a href='/2'>President announces a great new plan for the harbour</a></p>"
    sentence = "<p>He had <a href='/3'>said so</a> before.</p>"
    html = f"<html><body><article>{BODY}{link}{sentence}{BODY}</article></body></html>"
    text = read_page(item(html)).text
    assert "harbour" not in text
    assert "He had said so before." in text


def test_comments_are_not_text() -> None:
    comments = f"<div id='comments'><div class='comment'><p>{'I do not believe a word. ' * 9}</p></div></div>"
    html = f"<html><body><article>{BODY * 2}</article>{comments}</body></html>"
    assert "believe" not in read_page(item(html)).text


def test_a_short_item_is_an_article() -> None:
    html = (
        "<html><body><nav><a href='/'>Home</a></nav><h1>Storm</h1><p>Two ships are missing.</p></body></html>"
    )
    assert "Two ships are missing." in read_page(item(html)).text


WALLS = {
    "empty": b"",
    "white space": b" \n ",
    "no body": b"<html><head><title>No call</title></head></html>",
    "scripts": b"<html><body><script>var a = '<p>He said no.</p>'</script><div id='root'></div></html>",
    "javascript": b"<html><noscript>You need to enable JavaScript to run this app.</noscript></html>",
    "cookies": b"<html><body><p>We use cookies to improve this site. Accept all cookies?</p></body></html>",
    "robots": b"<html><h1>One moment</h1><p>Please verify you are a human to continue.</p></html>",
    "error": b"<html><body><h1>Page not found</h1><p>The page you requested is gone.</p></body></html>",
    "navigation": b"<html><body><ul>"
    + b"".join(b"<li><a href='/%d'>Minister %d opens a bridge</a></li>" % (n, n) for n in range(30))
    + b"</ul></body></html>",
}


@pytest.mark.parametrize("content", WALLS.values(), ids=WALLS.keys())
def test_a_page_without_an_article_is_refused_with_where_and_what_to_do(content: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read_page(item(content))
    assert caught.value.where.startswith("saved/page.html")
    assert caught.value.remedy


def test_an_article_about_cookies_is_an_article() -> None:
    body = "<p>We use cookies, the minister said, as every site does.</p>" + BODY
    assert "minister" in read_page(item(f"<html><body><article>{body}</article></body></html>")).text


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<html>\0<p>He said no.</p>", "NUL"),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "PDF"),
        (gzip.compress(PAGE, mtime=0)[:-9], "cut off"),
        (gzip.compress(bytes(200 << 20), mtime=0), "32 MB"),
        (b"<p>" + b"a " * (17 << 20), "32 MB"),
    ],
    ids=["NUL bytes", "a PDF", "truncated gzip", "a bomb", "34 MB"],
)
def test_hostile_bytes_are_refused(content: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        read_page(item(content))


HOSTILE = {
    "unclosed tags": "<html><body>" + "<div " * 50_000,
    "unclosed comments": "<html><body>" + "<!-- -" * 50_000 + BODY,
    "attributes": f"<html><body><article class='a' 'b' c=d\"e f=<g><p id==\"x<>\">{BODY}</article>",
    "no html tag": BODY,
    "nested spans": "<html><body>" + "<span>" * 50_000 + BODY,
    "nested lists": "<html><body>" + "<ul><li>word " * 15_000,
    "nested links": "<html><body>" + "<a>" * 30_000 + BODY,
    "dates": "<html><body><h1>No call</h1>" + "<time>July 9, 2024</time>" * 9_000 + BODY,
    "meta tags": "<html><head>" + '<meta name="date" content="2024-01-01">' * 20_000 + "</head>" + BODY,
    "a long title": "<html><head><title>" + "x - " * 500_000 + "</title></head>" + BODY,
    "a long word": "<html><body><p>" + "x" * 2_000_000,
    "quotation marks": "<html><body><p>" + 'said " ' * 200_000,
    "less-than signs": "<html><body><p>" + "< " * 90_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_is_read_or_refused_within_seconds(html: str) -> None:
    began = time.process_time()
    try:
        assert read_page(item(html)).text
    except SourceError as error:
        assert error.remedy
    assert time.process_time() - began < 20


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_page_is_read_the_same_way_twice_or_refused(html: str) -> None:
    def outcome() -> object:
        try:
            return read_page(item(html, url="https://courier.example/1"))
        except SourceError as error:
            return str(error)

    assert outcome() == outcome()
