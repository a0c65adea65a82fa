"""A page's dates are those it states of its own article, as precisely as it states them."""

from __future__ import annotations

import json

import pytest

from hearsay.collect.page import page_document
from hearsay.model import Document

BODY = "".join(
    f"<p>Paragraph {number}: the spokesman said that no such call had taken place at the time.</p>"
    for number in range(1, 6)
)
HEADING = "<h1>No call, says palace</h1>"


def read(head: str = "", body: str = "", url: str | None = None, retrieved: str | None = None) -> Document:
    html = f"<html><head>{head}</head><body><main>{HEADING}{body}{BODY}</main></body></html>"
    return page_document(html, name="page", sha256="0" * 64, url=url, retrieved=retrieved)


def published(*arguments: str | None) -> tuple[str, str] | None:
    moment = read(*(argument or "" for argument in arguments)).published
    return None if moment is None else (str(moment), moment.origin)


def ld(**node: object) -> str:
    described = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle"} | node)
    return f'<script type="application/ld+json">{described}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


FULL = "2024-07-09T21:05:00-04:00"


@pytest.mark.parametrize(
    ("head", "body", "moment", "origin"),
    [
        (ld(datePublished=FULL), "", FULL, "json-ld datePublished"),
        (ld(dateCreated=FULL), "", FULL, "json-ld dateCreated"),
        (meta("article:published_time", FULL), "", FULL, "meta article:published_time"),
        (f'<meta itemprop="datePublished" content="{FULL}">', "", FULL, "meta datepublished"),
        ("", f'<time datetime="{FULL}">yesterday</time>', FULL, "time datetime"),
        ("", "<time>July 9, 2024, 9:05 p.m. ET</time>", "2024-07-09T21:05-04:00", "time text"),
        (
            "",
            '<span itemprop="datePublished">9 July 2024</span>',
            "2024-07-09",
            "microdata datePublished text",
        ),
    ],
)
def test_where_the_date_stands_is_its_origin(head: str, body: str, moment: str, origin: str) -> None:
    assert published(head, body) == (moment, origin)


def test_a_time_without_a_zone_stays_without_one() -> None:
    moment = read(ld(datePublished="2024-07-09T21:05:00")).published
    assert moment is not None
    assert moment.zone is None


def test_json_ld_goes_before_meta_where_they_disagree() -> None:
    head = ld(datePublished=FULL) + meta("article:published_time", "2024-07-08T10:00:00Z")
    assert published(head) == (FULL, "json-ld datePublished")


@pytest.mark.parametrize(
    "coarse", ["2024-07-09", "2024-07", "2024-07-10", "2024-07-09T21:05", "2024-07-09T21:05:00"]
)
def test_the_same_instant_stated_more_precisely_is_taken_whole(coarse: str) -> None:
    head = ld(datePublished=coarse) + meta("article:published_time", FULL)
    assert published(head) == (FULL, "meta article:published_time")


@pytest.mark.parametrize("coarse", ["2024-07-07", "2024-07-09T20:07:00", "2024-07-11T21:05:00"])
def test_another_instant_is_not_taken_for_being_more_precise(coarse: str) -> None:
    head = ld(datePublished=coarse) + meta("article:published_time", FULL)
    assert published(head) == (coarse, "json-ld datePublished")


def test_publication_and_modification_are_told_apart() -> None:
    document = read(
        "",
        '<p>Published <time datetime="2024-07-09T08:00Z">x</time></p>'
        '<p>Updated <time datetime="2024-07-09T09:30Z">y</time></p>',
    )
    assert (str(document.published), str(document.modified)) == ("2024-07-09T08:00Z", "2024-07-09T09:30Z")


def test_a_time_that_is_classed_published_and_updated_is_of_publication() -> None:
    document = read("", '<time class="entry-date published updated" datetime="2024-07-09">9 July</time>')
    assert str(document.published) == "2024-07-09"
    assert document.modified is None


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comment-list"><time datetime="2024-07-12">x</time></div>',
        '<aside><time datetime="2024-07-12">x</time></aside>',
        '<div class="related-stories"><span><time datetime="2024-07-12">x</time></span></div>',
        '<p itemscope itemtype="https://schema.org/Comment"><b itemprop="datePublished">5/2024</b></p>',
    ],
)
def test_a_date_in_a_comment_or_beside_the_article_is_not_its_own(body: str) -> None:
    assert read("", body).published is None


@pytest.mark.parametrize(
    "zero", ["0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "0000-00-00", "-", "Feb 30, 2024"]
)
def test_a_databases_zero_and_an_impossible_date_are_no_dates(zero: str) -> None:
    assert read(ld(datePublished=zero)).published is None


def test_a_date_after_the_page_was_retrieved_is_not_believed() -> None:
    head = ld(datePublished="2025-07-09") + meta("article:published_time", "2024-07-09T08:00:00Z")
    moment = read(head, retrieved="2024-07-10T12:00:00Z").published
    assert str(moment) == "2024-07-09T08:00:00Z"


def test_a_web_page_node_dates_a_page_without_an_article_node() -> None:
    head = '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2024-07-09"}</script>'
    assert published(head) == ("2024-07-09", "json-ld datePublished")


@pytest.mark.parametrize("path", ["2024/07/09/no-call", "story/2024/jul/9/no-call", "news/2024-07-09.html"])
def test_the_address_dates_a_page_that_has_no_other_date(path: str) -> None:
    assert published(None, None, f"https://courier.example/{path}") == ("2024-07-09", "address")


def test_htmldate_is_the_last_resort_and_gives_a_day() -> None:
    assert published(None, '<div class="post-date">Posted on July 9, 2024</div>') == (
        "2024-07-09",
        "htmldate",
    )


def test_a_page_without_a_date_has_none() -> None:
    document = read()
    assert document.published is None
    assert document.modified is None
