"""Files that mean harm, lie, or are broken: each is refused by itself, in little memory."""

import gzip
import os
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.collect import Item, Limits, Media, find, read
from hearsay.model import Document, Refusal
from tests.collect.taking import documents, found, items, refusal
from tests.collect.warcs import packed, response

PAGE = b"<html><body><article><p>" + b"The minister said no to it. " * 30 + b"</p></article></body></html>"


def _refused_in_reading(path: Path) -> Refusal:
    (item,) = items(path)
    (outcome,) = read(item)
    assert isinstance(outcome, Refusal)
    assert outcome.what
    assert outcome.remedy
    assert outcome.location == item.location
    return outcome


def test_a_page_of_200_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.write(PAGE)
        file.truncate(200_000_000)
    tracemalloc.start()
    try:
        refused = refusal(path)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
    assert refused.what == "a page of 190.7 MB; up to 32 MB are read"
    assert refused.remedy.endswith("if so, raise the size limit (--max-megabytes)")


def test_a_packed_bomb_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(PAGE, mtime=0) + gzip.compress(b" " * 200_000_000, 1, mtime=0))
    start = time.monotonic()
    assert "more than 2 MB" in refusal(path, limits=Limits(item=2**21)).what
    assert time.monotonic() - start < 1


def test_a_truncated_packed_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE, mtime=0)[:-20])
    assert "cut off" in refusal(tmp_path / "a.html.gz").what


@pytest.mark.parametrize(
    "name", ["a.html", "a.txt", "a.jsonl", "a.csv", "a.rss", "a.warc", "a.wacz", "a.html.gz"]
)
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert refusal(tmp_path).what == "an empty file"


@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_nul_bytes_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PAGE[:100] + b"\0\0\0" + PAGE[100:])
    assert "NUL" in _refused_in_reading(tmp_path / name).what


def test_a_file_of_zeros_is_refused_once(tmp_path: Path) -> None:
    for name in ("a.html", "a.txt", "a.jsonl", "a.csv", "a.rss", "a.warc", "a.wacz"):
        (tmp_path / name).write_bytes(b"\0" * 10_000)
        outcomes = [
            outcome if isinstance(outcome, Refusal) else next(read(outcome))
            for outcome in found(tmp_path / name)
        ]
        assert [type(outcome) for outcome in outcomes] == [Refusal], name


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.html")).write_bytes(PAGE)
    (item,) = items(tmp_path)
    assert item.location == f"{tmp_path.as_uri()}/caf%E9.html"
    assert item.name == "caf\\xe9"
    (document,) = read(item)
    assert isinstance(document, Document)
    # What was printed finds the file again, and so do the bytes of the command line.
    assert items(item.location) == items(os.path.join(tmp_path, os.fsdecode(b"caf\xe9.html"))) == [item]  # noqa: PTH118


def test_utf16_without_a_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.decode().encode("utf-16-le"))
    (tmp_path / "b.txt").write_bytes(("He said “no” to the whole house. " * 20).encode("utf-16-be"))
    page, text = documents(tmp_path)
    assert page.text.startswith("The minister said no")
    assert text.text == "He said “no” to the whole house. " * 20


def test_a_text_of_another_kind_in_a_folder_is_passed_over_and_told(tmp_path: Path) -> None:
    for name in ("a.css", "b.js", "c.srt", "README", "d.json"):
        (tmp_path / name).write_text("words")
    (tmp_path / "e.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    told: dict[str, str] = {}
    assert (
        list(find([tmp_path], passed_over=lambda where, why: told.update({where.rpartition("/")[2]: why})))
        == []
    )
    assert told == {
        "README": "a text whose name does not end in .txt or .md",
        "a.css": "a .css file",
        "b.js": "a .js file",
        "c.srt": "a .srt file",
        "d.json": "a .json file",
        "e.png": "an image",
    }


def test_the_same_named_is_refused_or_read(tmp_path: Path) -> None:
    (tmp_path / "c.srt").write_text("1\n00:00 --> 00:01\nNo.")
    assert refusal(tmp_path / "c.srt").what == "a .srt file"
    (tmp_path / "README").write_text("He said no.")
    assert documents(tmp_path / "README")[0].text == "He said no."


def test_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(PAGE, mtime=0)[:40])
    (tmp_path / "c.rss").write_bytes(b"<html>")
    (tmp_path / "d.txt").write_bytes(b"He said no.")
    assert [type(outcome) for outcome in found(tmp_path)] == [Item, Refusal, Refusal, Item]


def test_a_second_look_finds_the_same_at_the_same_place(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.jsonl").write_bytes(b'{"id":1,"text":"No."}\n{"id":2}\n')
    (tmp_path / "c.warc.gz").write_bytes(packed(response("https://example.org/")))
    assert found(tmp_path) == found(tmp_path)


def test_finding_starts_before_a_large_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(2000):
            file.write(b'{"id":1,"text":"' + b"x" * 10_000 + b'"}\n')
    tracemalloc.start()
    try:
        assert sum(1 for _ in find([path])) == 2000
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


_NAMES = st.sampled_from(
    [
        "a",
        "a.html",
        "a.html.gz",
        "a.txt",
        "a.md",
        "a.jsonl",
        "a.jsonl.gz",
        "a.csv",
        "a.rss",
        "a.xml",
        "a.warc",
        "a.warc.gz",
        "a.wacz",
        "a.json",
    ]
)
_BEGINNINGS = st.sampled_from(
    [
        b"",
        b"\x1f\x8b\x08",
        b"PK\x03\x04",
        b"WARC/1.0\r\n",
        b"<html>",
        b"<rss>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"---\n",
        b'{"id":1,"text":"',
        b"id,text\n",
        b"id;html\n1;",
        packed(response("http://e.org/"))[:150],
        PAGE[:200],
    ]
)


@given(_NAMES, _BEGINNINGS, st.binary(max_size=200), st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_anything_raise(
    tmp_path: Path, name: str, beginning: bytes, rest: bytes, compress: bool
) -> None:
    content = beginning + rest
    (tmp_path / name).write_bytes(gzip.compress(content, mtime=0) if compress else content)
    for outcome in found(tmp_path / name):
        for document in [outcome] if isinstance(outcome, Refusal) else read(outcome):
            if isinstance(document, Refusal):
                assert document.what
                assert document.remedy
            else:
                assert document.text.strip()
    (tmp_path / name).unlink()


@given(st.sampled_from(Media), st.binary(max_size=300), st.text(max_size=10))
@settings(max_examples=150, deadline=None)
def test_no_item_makes_reading_raise(media: Media, content: bytes, charset: str) -> None:
    for outcome in read(Item(content, media, "here", "name", charset=charset)):
        assert isinstance(outcome, Document | Refusal)


def test_a_limit_that_was_raised_holds_for_reading_too(tmp_path: Path) -> None:
    words = "".join(f"Vote {number * 7919 % 1_000_003}, she said.\n" for number in range(1_500_000))
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(words.encode(), 1, mtime=0))
    assert "more than 32 MB" in refusal(tmp_path / "a.txt.gz").what
    (document,) = documents(tmp_path / "a.txt.gz", limits=Limits(item=2**26))
    assert document.text == words


def test_a_place_inside_a_file_leads_back_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "a # b.jsonl").write_bytes(b'{"id":1,"text":"No."}\n')
    (item,) = items(tmp_path)
    assert items(item.location) == [item]


_CHARACTERS = st.characters(codec=None, exclude_categories=())


@given(
    st.sampled_from(["", "file://", "http://127.0.0.1:9", "http://[::1]:9/", "gopher://"]),
    st.text(_CHARACTERS, max_size=20),
)
@settings(max_examples=100, deadline=None)
def test_no_name_makes_finding_raise(beginning: str, rest: str) -> None:
    if (beginning + rest).strip("./"):  # not the machine's own folders
        for outcome in find([beginning + rest]):
            assert outcome.location.isprintable() or "\u00a0" in outcome.location
