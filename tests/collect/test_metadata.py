"""Title and outlet are the page's own words about itself."""

from __future__ import annotations

import json

import pytest

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
    ("head", "body", "title"),
    [
        (ld(headline="No call, says palace"), "", "No call, says palace"),
        (og("og:title", "No call, says palace"), "", "No call, says palace"),
        ("<title>No call, says palace</title>", "", "No call, says palace"),
        ("", "<h1>No call, says palace</h1>", "No call, says palace"),
        ("", "<h1>News</h1><h1>Sport</h1>", None),
    ],
)
def test_the_title_is_found_wherever_it_stands(head: str, body: str, title: str | None) -> None:
    assert read(head, body).title == title


@pytest.mark.parametrize(
    "stated",
    [
        "No call, says palace | The Vale Courier",
        "No call, says palace - The Vale Courier",
        "No call, says palace — The Vale Courier",
        "The Vale Courier | No call, says palace",
    ],
)
def test_the_outlets_name_is_no_part_of_the_title(stated: str) -> None:
    assert (
        read(og("og:site_name", "The Vale Courier") + og("og:title", stated)).title == "No call, says palace"
    )


def test_a_suffix_that_no_other_stated_title_has_is_no_part_of_the_title() -> None:
    head = og("og:title", "No call - Courier Online") + '<meta name="sailthru.title" content="No call">'
    assert read(head).title == "No call"


@pytest.mark.parametrize("title", ["Palace: no call", "The call - a chronicle", "Vale - Arden 2:1"])
def test_a_title_with_a_dash_or_colon_of_its_own_stays_whole(title: str) -> None:
    assert read(og("og:site_name", "The Vale Courier") + og("og:title", title)).title == title


def test_the_heading_that_readers_see_goes_before_a_title_cut_short() -> None:
    heading = "Palace denies that the president ever telephoned the prime minister of Arden"
    head = ld(headline="Palace denies that the president ever telephoned the prime...")
    assert read(head, f"<h1>{heading}</h1>").title == heading


def test_a_heading_that_is_the_sites_logo_is_not_the_title() -> None:
    head = og("og:site_name", "The Vale Courier") + og("og:title", "No call, says palace")
    assert read(head, "<h1>The Vale Courier</h1>").title == "No call, says palace"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (ld(publisher={"name": "The Vale Courier"}), "The Vale Courier"),
        (og("og:site_name", "The Vale Courier"), "The Vale Courier"),
        ('<meta name="application-name" content="The Vale Courier">', "The Vale Courier"),
        (og("og:site_name", "The Vale Courier | News | Sport"), "The Vale Courier"),
        (og("og:site_name", "TVC") + ld(publisher={"name": "The Vale Courier"}), "The Vale Courier"),
        (og("og:site_name", "Courier.com") + ld(publisher={"name": "The Vale Courier"}), "The Vale Courier"),
        ("", None),
    ],
)
def test_the_outlet_is_named_as_it_names_itself(head: str, outlet: str | None) -> None:
    assert read(head, url="https://courier.example/news/1").outlet == outlet


def test_an_agency_named_as_publisher_on_a_papers_page_is_not_the_outlet() -> None:
    head = og("og:site_name", "The Vale Courier") + ld(publisher={"name": "Arden Press Agency"})
    assert read(head).outlet == "The Vale Courier"


def test_json_ld_about_another_article_is_not_believed() -> None:
    head = ld(
        headline="Weather for the weekend",
        author="Weather Desk",
        datePublished="2020-01-01T00:00:00Z",
        mainEntityOfPage="https://courier.example/weather",
    )
    document = read(head + og("og:title", "No call, says palace"), url="https://courier.example/news/no-call")
    assert (document.title, document.authors, document.published) == ("No call, says palace", (), None)


def test_of_several_articles_in_json_ld_the_one_with_the_pages_address_counts() -> None:
    head = ld(headline="A", author="Other", url="https://courier.example/a") + ld(
        headline="B", author="Jane Roe", url="https://courier.example/b"
    )
    assert read(head, url="https://courier.example/b").authors == ("Jane Roe",)


def test_of_several_articles_in_json_ld_none_counts_where_nothing_says_which() -> None:
    assert read(ld(author="One") + ld(author="Two")).authors == ()
