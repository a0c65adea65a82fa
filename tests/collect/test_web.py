import gzip
from typing import Any

import pytest

from hearsay.collect import Item, Limits, Media, read
from hearsay.model import Document, Refusal
from tests.collect import taking
from tests.collect.sites import answer, html, moved, site
from tests.collect.warcs import packed, response

PAGE = b"<html><body><p>" + "The minister said “no”. ".encode() * 30 + b"</p></body></html>"
ARCHIVE = packed(response("http://e.org/"))
QUICK = Limits(delay=0, total_seconds=5, idle_seconds=2)
FEED = b"""<rss version="2.0"><channel><title>The Paper</title>
<item><guid>1</guid><link>http://example.org/1</link><description>He said no.</description></item>
</channel></rss>"""


def _found(*sources: str, **choices: Any) -> list[Item | Refusal]:
    return taking.found(*sources, **{"allow_private": True, "limits": QUICK, **choices})


def _refused(*sources: str, **choices: Any) -> Refusal:
    (outcome,) = _found(*sources, **choices)
    assert isinstance(outcome, Refusal)
    assert outcome.remedy
    return outcome


def test_a_named_page_is_fetched_and_nothing_else() -> None:
    page = PAGE.replace(b"<p>", b'<img src="/x.png"><a href="/next">next</a><p>')
    with site({"/a/story.html": html(page)}) as server:
        (item,) = _found(f"{server.url}/a/story.html#part")
        assert isinstance(item, Item)
        assert (item.content, item.media, item.charset) == (page, Media.PAGE, "utf-8")
        assert item.location == item.url == f"{server.url}/a/story.html"
        assert item.name.endswith("-a-story")
        assert item.retrieved is not None
        assert server.paths == ["/robots.txt", "/a/story.html"]


def test_the_request_names_the_robot_and_gives_nothing_away() -> None:
    with site({"/": html(PAGE, headers=b"Set-Cookie: a=b; Path=/\r\n")}) as server:
        _found(server.url + "/", server.url + "/")
        request = server.asked[-1].lower()
        assert b"user-agent: hearsay/" in request
        for secret in (b"cookie", b"referer", b"authorization", b"python"):
            assert secret not in request


@pytest.mark.parametrize(
    ("reply", "media"),
    [
        (html(PAGE), Media.PAGE),
        (answer(FEED, headers=b"Content-Type: application/rss+xml\r\n"), Media.FEED),
        (answer(FEED, headers=b"Content-Type: text/html\r\n"), Media.FEED),
        (answer(b"He said no.", headers=b"Content-Type: text/plain\r\n"), Media.TEXT),
        (answer(b'{"id":1,"text":"No."}', headers=b"Content-Type: application/x-ndjson\r\n"), Media.RECORD),
        (answer(b"id,text\n1,No.\n", headers=b"Content-Type: text/csv\r\n"), Media.ROW),
        (
            answer(packed(response("http://e.org/")), headers=b"Content-Type: application/gzip\r\n"),
            Media.PAGE,
        ),
        (
            answer(
                gzip.compress(PAGE, mtime=0), headers=b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
            ),
            Media.PAGE,
        ),
    ],
)
def test_what_is_served_decides_who_reads_it(reply: bytes, media: Media) -> None:
    with site({"/x": reply}) as server:
        (item,) = _found(f"{server.url}/x")
        assert isinstance(item, Item)
        assert item.media is media
        assert all(isinstance(outcome, Document) for outcome in read(item))


def test_a_feed_gives_its_entries_and_follows_no_link() -> None:
    with site({"/feed": answer(FEED, headers=b"Content-Type: application/rss+xml\r\n")}) as server:
        (item,) = _found(f"{server.url}/feed")
        assert isinstance(item, Item)
        (entry,) = read(item)
        assert isinstance(entry, Document)
        assert (entry.url, entry.text) == ("http://example.org/1", "He said no.")
        assert server.paths == ["/robots.txt", "/feed"]


def test_a_page_where_a_feed_was_promised_is_refused() -> None:
    with site({"/feed": answer(PAGE, headers=b"Content-Type: application/rss+xml\r\n")}) as server:
        assert _refused(f"{server.url}/feed").what == "a web page where a feed was expected"


def test_redirects_are_followed_and_the_last_address_is_kept() -> None:
    with site({"/a": moved("/b", status=b"301 Moved"), "/b": moved("c"), "/c": html(PAGE)}) as server:
        (item,) = _found(f"{server.url}/a")
        assert isinstance(item, Item)
        assert (item.location, item.url) == (f"{server.url}/a", f"{server.url}/c")


def test_robots_txt_is_obeyed_at_every_hop() -> None:
    rules = answer(b"User-agent: *\nDisallow: /private\n", headers=b"Content-Type: text/plain\r\n")
    with site({"/robots.txt": rules, "/a": moved("/private/b"), "/private/b": html(PAGE)}) as server:
        for path in ("/private/b", "/a"):
            assert _refused(server.url + path).what == "127.0.0.1 asks robots not to fetch this"
        assert server.paths == ["/robots.txt", "/a", "/robots.txt"] or server.paths == [
            "/robots.txt",
            "/robots.txt",
            "/a",
        ]


def test_robots_txt_is_asked_for_once_a_host() -> None:
    with site({"/a": html(PAGE), "/b": html(PAGE)}) as server:
        _found(f"{server.url}/a", f"{server.url}/b")
        assert server.paths == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize("status", [b"500 Broken", b"503 Busy"])
def test_a_host_that_cannot_say_what_it_asks_is_left_alone(status: bytes) -> None:
    with site({"/robots.txt": answer(b"", status=status), "/a": html(PAGE)}) as server:
        assert "gave no usable robots.txt" in _refused(f"{server.url}/a").what
        assert server.paths == ["/robots.txt"]


def test_one_host_is_not_asked_again_before_its_delay_is_over() -> None:
    rules = answer(b"User-agent: *\nCrawl-delay: 0.4\n")
    with site({"/robots.txt": rules, "/a": html(PAGE), "/b": html(PAGE)}) as server:
        _found(f"{server.url}/a", f"{server.url}/b")
        assert server.times[2] - server.times[1] >= 0.39


@pytest.mark.parametrize(
    ("status", "what"),
    [
        (b"403 Forbidden", "the server does not let robots or strangers in (status 403)"),
        (b"404 Not Found", "there is nothing at this address (status 404)"),
        (b"429 Slow Down", "the server asks to come back later (status 429)"),
        (b"500 Oops", "the server answered with status 500, not with a page"),
        (b"204 No Content", "the server answered with status 204, not with a page"),
    ],
)
def test_an_answer_that_is_no_page_is_refused(status: bytes, what: str) -> None:
    with site({"/a": html(PAGE, status=status)}) as server:
        assert _refused(f"{server.url}/a").what == what


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/x",
        "http://",
        "https://:80",
        "http://[::1",
        "http://exa mple.org/",
        "http://a:b@x.org/",
        "http://127.0.0.1:99999/",
    ],
)
def test_an_address_that_is_none_is_refused_without_the_network(address: str) -> None:
    refused = _refused(address)
    assert refused.location.isprintable()


def test_addresses_and_files_can_be_mixed(tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text("He said no.")
    with site({"/a": html(PAGE)}) as server:
        outcomes = _found(
            str(tmp_path), f"{server.url}/gone", f"{server.url}/a", (tmp_path / "a.txt").as_uri()
        )
        assert [type(outcome) for outcome in outcomes] == [Item, Refusal, Item, Item]
