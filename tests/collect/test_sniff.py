import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.sniff import Kind, sniff

RSS = b'<?xml version="1.0"?>\n<!-- a feed -->\n<rss version="2.0"><channel></channel></rss>'


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"<!DOCTYPE html><html><body>x", "a.html", Kind.PAGE),
        (b"\xef\xbb\xbf\n<!-- saved from url=(0023) --><html>", "a", Kind.PAGE),
        (b"<p>A fragment.</p>", "a.htm", Kind.PAGE),
        (b"No tag at all", "a.html", Kind.PAGE),
        ("<html><p>wide</p>".encode("utf-16"), "a", Kind.PAGE),
        ("<html><p>wide, no mark</p>".encode("utf-16-le"), "a", Kind.PAGE),
        (gzip.compress(b"<html><body>x", mtime=0), "a.html.gz", Kind.PAGE),
        (RSS, "feed.xml", Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed", Kind.FEED),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "index.rdf", Kind.FEED),
        (b"He said no.", "a.txt", Kind.TEXT),
        (b"# Title\n\n<div>a</div>", "a.md", Kind.TEXT),
        (b"He said no.", "noending", Kind.TEXT),
        (b'{"id": 1, "text": "x"}\n', "a.jsonl", Kind.JSONL),
        (b'{"id": 1, "text": "x"}\n{"id"', "a.json", Kind.JSONL),
        (b"broken", "a.ndjson.gz", Kind.JSONL),
        (b"id,text\n1,x\n", "a.csv", Kind.CSV),
        (b"WARC/1.0\r\n", "a", Kind.WARC),
        (gzip.compress(b"WARC/1.0\r\n", mtime=0), "a.gz", Kind.WARC),
        (b"PK\x03\x04" + b"\0" * 26 + b"archive/data.warc.gz", "a.zip", Kind.WACZ),
    ],
)
def test_kinds(head: bytes, name: str, kind: Kind) -> None:
    assert sniff(head, name).kind is kind


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"<!doctype html><html>", "lies.txt", Kind.PAGE),
        (RSS, "lies.html", Kind.FEED),
        (gzip.compress(b"<html><body>x", mtime=0), "lies.html", Kind.PAGE),
        (b"WARC/1.1\r\n", "lies.html", Kind.WARC),
        (b"%PDF-1.7", "lies.html", Kind.OTHER),
    ],
)
def test_content_is_believed_before_the_name(head: bytes, name: str, kind: Kind) -> None:
    assert sniff(head, name).kind is kind


def test_a_page_where_a_feed_was_promised_is_refused() -> None:
    verdict = sniff(b"<!DOCTYPE html><html><body>Please log in", "news.rss")
    assert verdict.kind is Kind.OTHER
    assert "web page where a feed was expected" in verdict.what
    assert sniff(b"<html>", "", content_type="application/rss+xml").kind is Kind.OTHER


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\x89PNG\r\n", "a.png"),
        (b"body { color: red }", "a.css"),
        (b"WEBVTT\n", "a.vtt"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "a.svg"),
        (b"<urlset>", "sitemap.xml"),
        (b"{}", "package.json"),
        (b"PK\x03\x04word/document.xml", "a.docx"),
        (gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "a.gz.gz"),
        (bytes(range(32)) * 4, "a.bin"),
        (b"", "a.bin"),
    ],
)
def test_other_kinds_have_a_name_and_a_remedy(head: bytes, name: str) -> None:
    verdict = sniff(head, name)
    assert verdict.kind is Kind.OTHER
    assert verdict.what
    assert verdict.remedy


def test_a_declared_type_goes_before_the_ending() -> None:
    assert sniff(b"x,y", "data.php", content_type="text/csv; charset=utf-8").kind is Kind.CSV


def test_plain_text_as_type_says_less_than_a_known_ending() -> None:
    assert sniff(b'{"id":', "a.jsonl", content_type="text/plain").kind is Kind.JSONL


@given(st.binary(max_size=400), st.text(max_size=20), st.text(max_size=20))
def test_no_bytes_and_no_names_raise(head: bytes, name: str, content_type: str) -> None:
    assert sniff(head, name, content_type=content_type).kind in Kind
