"""The canonical address is believed where it can be."""

from __future__ import annotations

import pytest

from hearsay.collect.address import canonical_url, same_page, served_from
from hearsay.collect.markup import parse_html

SERVED = "https://www.courier.example/news/no-call?utm_source=feed"


def address(head: str, served: str | None = SERVED, *stated: str) -> str | None:
    return canonical_url(parse_html(f"<html><head>{head}</head><body><p>x</p></body></html>"), stated, served)


def canonical(href: str) -> str:
    return f'<link rel="canonical" href="{href}">'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (canonical("https://www.courier.example/news/no-call"), "https://www.courier.example/news/no-call"),
        (canonical("/news/no-call"), "https://www.courier.example/news/no-call"),
        (canonical("//courier.example/news/no-call"), "https://courier.example/news/no-call"),
        (canonical("https://courier.example/news/no-call#top"), "https://courier.example/news/no-call"),
        ('<base href="/archive/">' + canonical("a1"), "https://www.courier.example/archive/a1"),
        ('<meta property="og:url" content="https://courier.example/a">', "https://courier.example/a"),
    ],
)
def test_a_stated_address_is_made_absolute(head: str, expected: str) -> None:
    assert address(head) == expected


@pytest.mark.parametrize(
    "href",
    [
        "https://www.courier.example/",
        "https://www.courier.example/index.html",
        "javascript:void(0)",
        "ftp://courier.example/a",
        "http://[broken",
        "https://courier.example/a b",
        "https://other.example/original",
        "",
    ],
)
def test_an_address_that_cannot_be_the_articles_is_not_believed(href: str) -> None:
    assert address(canonical(href)) == SERVED


def test_json_ld_is_asked_last() -> None:
    assert address(canonical("/"), SERVED, "https://courier.example/n/1") == "https://courier.example/n/1"


def test_a_sister_domain_of_the_site_is_believed() -> None:
    head = canonical("https://www.courier.com/news/1")
    assert address(head, "https://m.courier.co.uk/news/1") == "https://www.courier.com/news/1"


def test_a_saved_copy_that_names_another_site_as_canonical_keeps_its_own_og_url() -> None:
    head = (
        canonical("https://agency.example/1") + '<meta property="og:url" content="https://paper.test/copy">'
    )
    assert address(head, None) == "https://paper.test/copy"


def test_an_archived_copy_has_the_originals_address() -> None:
    served = "https://web.archive.org/web/20240709210500/https://courier.example/news/1"
    assert address("", served) == "https://courier.example/news/1"
    head = canonical("https://web.archive.org/web/20240709210500/https://courier.example/n/1")
    assert address(head, served) == "https://courier.example/n/1"


def test_without_any_there_is_none() -> None:
    assert address("", None) is None
    assert address(canonical("/news/1"), None) is None


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0031)https://courier.example/news/1 -->",
        "<!--\n Page saved with SingleFile \n url: https://courier.example/news/1 \n saved date: Tue -->",
    ],
)
def test_the_address_that_a_browser_noted_when_saving_is_used(comment: str) -> None:
    assert served_from(None, f"<!DOCTYPE html>\n{comment}<html>") == "https://courier.example/news/1"


def test_one_page_has_several_spellings() -> None:
    assert same_page("http://www.courier.example/News/1/", "https://courier.example/news/1.html")
    assert not same_page("https://courier.example/news/1", "https://courier.example/news/2")
    assert not same_page("https://courier.example/a?id=1", "https://courier.example/a?id=2")


def test_what_is_no_address_is_no_page() -> None:
    assert not same_page("http://[x", "https://courier.example/a")
    assert not same_page("", "https://courier.example/")
