"""Bytes become the text their author wrote, or are refused with the byte at fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.encoding import decode
from hearsay.errors import SourceError

QUOTED = "He said “no” to the café owner — and left."


def page(charset: str, body: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body>{body}</body></html>'


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(codec: str) -> None:
    assert decode(QUOTED.encode(codec), declared="windows-1252") == QUOTED


def test_the_http_header_decides_over_the_markup() -> None:
    text = page("iso-8859-7", "Привет, мир, это новость")
    assert decode(text.encode("cp1251"), declared="windows-1251") == text


@pytest.mark.parametrize(
    ("charset", "codec", "body"),
    [
        ("windows-1251", "cp1251", "Премьер сказал нет"),
        ("iso-8859-2", "iso-8859-2", "Zażółć gęślą jaźń, powiedział premier"),
        ("Shift_JIS", "cp932", "首相は述べた。今日は天気がいいです"),
        ("gb2312", "gb18030", "总理说不"),
        ("euc-kr", "cp949", "총리는 아니라고 말했다"),
        ("windows-1256", "cp1256", "قال الرئيس لا"),
    ],
)
def test_a_meta_charset_is_believed_when_the_bytes_agree(charset: str, codec: str, body: str) -> None:
    text = page(charset, body)
    assert decode(text.encode(codec), declared=None) == text


def test_latin_1_means_windows_1252_on_the_web() -> None:
    text = page("iso-8859-1", QUOTED)
    assert decode(text.encode("cp1252"), declared="iso-8859-1") == text


def test_an_xml_declaration_is_read() -> None:
    text = '<?xml version="1.0" encoding="windows-1251"?><rss>Новость дня</rss>'
    assert decode(text.encode("cp1251"), declared=None) == text


@pytest.mark.parametrize("lie", ["windows-1252", "iso-8859-1", "gbk", "utf-16", "no-such-charset", "base64"])
def test_utf_8_that_is_declared_as_something_else_is_read_as_utf_8(lie: str) -> None:
    text = page(lie, QUOTED)
    assert decode(text.encode("utf-8"), declared=lie) == text


def test_windows_1252_that_is_declared_as_utf_8_is_read_as_windows_1252() -> None:
    text = page("utf-8", QUOTED + " El niño dijo que mañana irá a España.")
    assert decode(text.encode("cp1252"), declared="utf-8") == text


def test_cyrillic_that_is_declared_as_latin_1_is_read_as_cyrillic() -> None:
    text = page("iso-8859-1", "Премьер-министр сказал журналистам, что такого разговора не было. " * 5)
    assert decode(text.encode("cp1251"), declared=None) == text


def test_western_text_that_is_declared_as_cyrillic_is_read_as_western() -> None:
    text = page("windows-1251", "Le président a été réélu, a déclaré le ministre à la télévision. " * 3)
    assert decode(text.encode("cp1252"), declared=None) == text


def test_undeclared_western_text_is_windows_1252() -> None:
    assert decode(QUOTED.encode("cp1252"), declared=None) == QUOTED


def test_undeclared_polish_is_not_taken_for_western() -> None:
    text = (
        "Zażółć gęślą jaźń, powiedział premier. Nie było żadnej rozmowy, oświadczył później rzecznik rządu."
    )
    assert decode(text.encode("cp1250"), declared=None) == text


def test_utf_16_without_a_mark_is_recognised_by_its_zeros() -> None:
    text = page("utf-16", QUOTED)
    assert decode(text.encode("utf-16-le"), declared=None) == text
    assert decode(text.encode("utf-16-be"), declared=None) == text


def test_ascii_pages_that_claim_to_be_utf_16_are_read() -> None:
    assert decode(page("utf-16", "Plain").encode(), declared=None) == page("utf-16", "Plain")


def test_iso_2022_jp_is_read_where_it_is_declared() -> None:
    text = page("iso-2022-jp", "首相は述べた")
    assert decode(text.encode("iso-2022-jp"), declared=None) == text


def test_one_broken_byte_in_a_long_utf_8_page_becomes_a_replacement_character() -> None:
    content = ("“Non”, a déclaré le président. " * 10).encode() + b"\xff"
    assert decode(content, declared="utf-8") == "“Non”, a déclaré le président. " * 10 + "\ufffd"


def test_a_page_cut_off_within_a_character_keeps_all_before_it() -> None:
    assert decode("He said “no”".encode()[:-1], declared=None) == "He said “no\ufffd"


def test_nul_bytes_are_refused_with_their_place() -> None:
    with pytest.raises(SourceError, match="2 NUL bytes") as caught:
        decode(b"He said\0 no\0", declared=None)
    assert caught.value.where == "byte 7"
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"PK\x03\x04\x14", "a ZIP file"),
    ],
)
def test_a_file_of_another_kind_is_named(content: bytes, kind: str) -> None:
    with pytest.raises(SourceError, match=kind):
        decode(content, declared=None)


def test_noise_without_nul_bytes_is_refused_as_binary() -> None:
    with pytest.raises(SourceError, match="binary"):
        decode(bytes(range(1, 256)) * 40, declared=None)


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"])))
def test_any_utf_8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(("“" + text).encode(), declared=None) == "“" + text


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1251", "utf-16", "x\0y", "é"]))
def test_any_bytes_are_decoded_or_refused(content: bytes, declared: str | None) -> None:
    try:
        assert "\0" not in decode(content, declared=declared)
    except SourceError as error:
        assert error.where
        assert error.remedy
