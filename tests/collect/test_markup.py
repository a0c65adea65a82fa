"""Any markup becomes a tree or a refusal, in bounded time, and keeps its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.markup import MOST_CHARACTERS, MOST_TAGS, html_text, paragraphs, parse_html
from hearsay.errors import SourceError


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("He said &ldquo;no&rdquo; &amp; left", "He said “no” & left"),
        ("<p>One\n  line</p><p>Another</p>", "One line\n\nAnother"),
        ("One<br/>two<br>\n<br>three", "One\ntwo\nthree"),
        ("<b>Bo</b>ld and <a href='x'>link</a>ed", "Bold and linked"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
        ("<blockquote>He said <p>no</p> twice</blockquote>", "He said\n\nno\n\ntwice"),
        ("<script>x</script><style>y</style><!-- z -->", ""),
        ("", ""),
        ("no tags", "no tags"),
        ("a &#12; b &#x0; c \x0c d", "a b c d"),
        ('<?xml version="1.0" encoding="utf-16"?><p>x</p>', "x"),
        ("שלום \u202bטקסט\u202c cafe\u0301", "שלום \u202bטקסט\u202c cafe\u0301"),
    ],
)
def test_text_of_a_fragment(fragment: str, text: str) -> None:
    assert html_text(fragment) == text


def test_elements_nested_beyond_any_reason_are_dissolved_and_keep_their_text() -> None:
    html = "<div>" * 45_000 + "<p>He said no.</p>" + "</div>" * 45_000 + "<p>And left.</p>"
    assert html_text(html) == "He said no.\n\nAnd left."


def test_a_thousand_levels_that_cannot_be_dispensed_with_are_read() -> None:
    html = "<blockquote>" * 1000 + "<p>He said no.</p>" + "</blockquote>" * 1000 + "<p>And left.</p>"
    assert list(paragraphs(parse_html(html))) == ["He said no.", "And left."]


def test_what_cannot_be_flattened_is_refused() -> None:
    with pytest.raises(SourceError, match="nests too deeply"):
        parse_html("<blockquote>" * 5000 + "He said no.")


def test_more_tags_than_any_page_has_are_refused_before_parsing() -> None:
    with pytest.raises(SourceError, match="tags"):
        parse_html("<b>" * (MOST_TAGS + 1))


def test_more_text_than_any_page_has_is_refused() -> None:
    with pytest.raises(SourceError, match="characters"):
        parse_html("<p>" + "word " * (MOST_CHARACTERS // 5))


def test_pictures_saved_within_a_page_do_not_count() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * MOST_CHARACTERS}'>"
    assert html_text(f"<p>He said no.</p>{picture}<p>And left.</p>") == "He said no.\n\nAnd left."


@given(st.text(alphabet="<>/abpi \"'=&;#x1!-\n\x0c\ud800", max_size=80))
def test_any_markup_gives_text_without_stray_white_space(markup: str) -> None:
    text = html_text(markup)
    assert text == text.strip()
    assert "  " not in text
