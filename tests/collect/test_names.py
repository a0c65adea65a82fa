import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.names import file_location, file_name, printable, url_name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/story.html", "story"),
        ("story.html.gz", "story"),
        ("U.S. says no.txt", "U.S. says no"),
        ("report.v2", "report.v2"),
        (".html", ".html"),
        ("crawl.warc.gz", "crawl"),
    ],
)
def test_a_file_is_named_by_its_stem(path: str, name: str) -> None:
    assert file_name(Path(path)) == name


def test_a_name_that_is_not_utf8_becomes_printable_and_stays_distinct() -> None:
    one, other = (Path(os.fsdecode(name)) for name in (b"caf\xe9.html", b"caf\xe8.html"))
    assert (file_name(one), file_name(other)) == ("caf\\xe9", "caf\\xe8")
    assert file_location(one).endswith("/caf%E9.html")


def test_control_characters_cannot_reach_a_terminal() -> None:
    assert printable("a\x1b[31m\nb\u202e") == "a\\x1b[31m\\nb\\u202e"


def test_a_link_is_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("elsewhere")
    assert file_location(tmp_path / "link") == (tmp_path / "link").as_uri()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.example.org/news/2024/the-dinner.html?id=5", "example.org-news-2024-the-dinner-id-5"),
        ("http://example.org/", "example.org"),
        ("https://example.org/caf%C3%A9", "example.org-café"),
        ("https://user:secret@example.org/x", "example.org-x"),
        ("http://[::1", "http-1"),
    ],
)
def test_an_address_becomes_a_readable_slug(url: str, name: str) -> None:
    assert url_name(url) == name


def test_long_addresses_stay_apart() -> None:
    one, other = (url_name("https://example.org/" + "x" * 300 + end) for end in ("a", "b"))
    assert one != other
    assert len(one) < 140


@given(st.text())
def test_any_text_has_a_printable_name(text: str) -> None:
    assert printable(text).replace("\u00a0", " ").isprintable()
    assert url_name(text)
