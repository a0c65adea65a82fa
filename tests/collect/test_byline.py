"""The authors are those the page names as its own."""

from __future__ import annotations

import json

import pytest

from hearsay.collect.byline import split_names
from hearsay.collect.page import page_document
from hearsay.model import Document

BODY = "".join(
    f"<p>Paragraph {number}: the spokesman said that no such call had taken place at the time.</p>"
    for number in range(1, 6)
)


def read(head: str, body: str = "", url: str | None = None) -> Document:
    html = f"<html><head>{head}</head><body><main>{body}{BODY}</main></body></html>"
    return page_document(html, name="page", sha256="0" * 64, url=url)


def ld(**node: object) -> str:
    described = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle"} | node)
    return f'<script type="application/ld+json">{described}</script>'


def og(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ({"@type": "Person", "name": "Jane Roe"}, ("Jane Roe",)),
        ([{"name": "Jane Roe"}, {"name": "John Q. Public"}], ("Jane Roe", "John Q. Public")),
        ("By Jane Roe and John Q. Public", ("Jane Roe", "John Q. Public")),
        ({"@type": "Organization", "name": "The Vale Courier"}, ()),
        ("https://courier.example/staff/roe", ()),
        (None, ()),
    ],
)
def test_authors_in_json_ld(author: object, names: tuple[str, ...]) -> None:
    assert read(ld(author=author) + og("og:site_name", "The Vale Courier")).authors == names


@pytest.mark.parametrize(
    "markup",
    [
        '<meta name="author" content="Jane Roe">',
        '<meta property="article:author" content="https://s.test/r"><meta name="byl" content="By JANE ROE">',
        '<span itemprop="author" itemscope><a itemprop="name">Jane Roe</a></span>',
        '<a rel="author" href="/roe">Jane Roe</a>',
        '<div class="article-byline">By <b class="byline-name">Jane Roe</b>, July 9</div>',
        '<p class="byline">By Jane Roe</p>',
    ],
)
def test_authors_in_markup(markup: str) -> None:
    assert [name.title() for name in read("", markup).authors] == ["Jane Roe"]


def test_the_author_of_a_comment_or_of_a_teaser_is_not_the_pages() -> None:
    body = '<div class="comment"><a rel="author">Reader 1</a></div><aside><a rel="author">Other</a></aside>'
    assert read("", body).authors == ()


@pytest.mark.parametrize(
    "text", ["About the author", "9 July 2024", "Follow us", "Menu", "by us all, on the web"]
)
def test_what_does_not_read_like_names_is_no_byline(text: str) -> None:
    assert read("", f'<p class="author">{text}</p>').authors == ()


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Jane Roe, John Q. Public and Ann Poe", ("Jane Roe", "John Q. Public", "Ann Poe")),
        ("Jane Roe & Ann Poe", ("Jane Roe", "Ann Poe")),
        ("JANE ROE, AP Diplomatic Writer", ("JANE ROE",)),
        ("Jane Roe, Reuters", ("Jane Roe", "Reuters")),
        ("Jane Roe, MD", ("Jane Roe",)),
        ("Martin Roe, Jr.", ("Martin Roe, Jr.",)),
        ("Roe, Jane", ("Roe, Jane",)),
        ("by: Jane Roe", ("Jane Roe",)),
        ("Staff Reporter", ("Staff Reporter",)),
        ("@janeroe", ()),
        ("", ()),
    ],
)
def test_names_in_a_byline(byline: str, names: tuple[str, ...]) -> None:
    assert split_names(byline) == names
