import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect import Item, Media, read
from hearsay.collect.text import read_text
from hearsay.errors import SourceError
from hearsay.model import Document, Refusal
from tests.collect.taking import documents


def _text(content: bytes) -> Document:
    return read_text(Item(content, Media.TEXT, "file:///a.md", "a"))


def test_the_text_is_kept_as_it_is_without_its_byte_order_mark() -> None:
    assert (
        _text(b"\xef\xbb\xbf\r\n  He said:\r\n\t\xe2\x80\x9cno\xe2\x80\x9d.\n").text
        == "\r\n  He said:\r\n\t“no”.\n"
    )


def test_front_matter_is_metadata_and_no_part_of_the_text() -> None:
    document = _text(
        b"---\ntitle: 'No'\ndate: 2024-07-09\noutlet: The Paper\nurl: https://example.org/1\n"
        b'author: [Jane Roe, "John Doe"]\ntags:\n  - x\n---\nHe said no.\n'
    )
    assert document.text == "He said no.\n"
    assert (document.title, str(document.published), document.outlet) == ("No", "2024-07-09", "The Paper")
    assert document.url == "https://example.org/1"
    assert document.authors == ("Jane Roe", "John Doe")


def test_authors_may_be_a_list_of_lines() -> None:
    assert _text(b"---\nauthors:\n- Jane Roe\n- John Doe\n---\nNo.").authors == ("Jane Roe", "John Doe")


@pytest.mark.parametrize(
    "text",
    [
        "---\nHe said no.\n---\nThen yes.",
        "---\n",
        "---\ntitle: x\nno end",
        "a\n---\ntitle: x\n---\n",
        "---\n---\nx",
    ],
)
def test_a_rule_between_paragraphs_is_no_front_matter(text: str) -> None:
    assert _text(text.encode()).text == text


def test_a_first_heading_is_the_title_and_stays_in_the_text() -> None:
    document = _text(b"# He said no\n\nHe did.")
    assert (document.title, document.text) == ("He said no", "# He said no\n\nHe did.")


def test_a_packed_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"He said no.", mtime=0))
    (document,) = documents(tmp_path / "a.txt.gz")
    assert (document.name, document.text) == ("a", "He said no.")


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"---\ntitle: x\n---\n\n", b"a\0b", gzip.compress(b"text", mtime=0)[:-3]]
)
def test_what_holds_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        _text(content)
    assert caught.value.remedy


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1))
def test_any_text_is_verbatim_or_refused(text: str) -> None:
    (outcome,) = read(Item(text.encode(), Media.TEXT, "here", "a"))
    if not isinstance(outcome, Refusal):
        assert text.removeprefix("\ufeff").endswith(outcome.text)
        assert outcome.text == text.removeprefix("\ufeff") or text.startswith("---")
