"""What stays of a text when typography is levelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link import fingerprints
from hearsay.link.levelling import levelled, spans
from hearsay.link.wording import wording


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("He’s NOT here", ["he", "is", "not", "here"]),
        ("third-grade résumé", ["third", "grade", "resume"]),
        ("the U.S. paid $10,000.50", ["the", "united", "states", "paid", "10000.50"]),
        ("a child’s toy", ["a", "child", "toy"]),
        ("one... two . . . three […] four", ["one", "…", "two", "…", "three", "…", "four"]),
        ("if [they] go [sic]", ["if", "[]", "go", "[]"]),
        ("[T]hey go", ["they", "go"]),
        ("what the f---", ["what", "the", "f*"]),
        ("the bleeping s—t", ["the", "*", "s*t"]),
        ("war--and then", ["war", "and", "then"]),
        ("Straße, İstanbul", ["strasse", "istanbul"]),
    ],
)
def test_levelled(text, tokens) -> None:
    assert levelled(text) == tokens


def test_the_reporters_words_are_told_from_the_quoted_ones() -> None:
    form = wording("that she “will not go” to war")
    assert [word for word, quoted in zip(form.words, form.inside, strict=True) if quoted] == [
        "will",
        "not",
        "go",
    ]


def test_a_quotation_over_paragraphs_is_quoted_to_its_end() -> None:
    assert all(wording('"We go. … "We stay. … "We wait," she').inside[:8])


def test_words_that_are_all_bracketed_are_what_was_quoted() -> None:
    assert wording("[we will go]").words == ("we", "will", "go")


@given(st.text())
def test_any_text_has_tokens_and_each_token_its_place(text) -> None:
    assert [token for token, _ in spans(text)] == levelled(text)
    assert all(0 <= start < end <= len(text) for _, (start, end) in spans(text))


@given(st.text(), st.text())
def test_any_text_has_fingerprints_of_63_bits(one, other) -> None:
    assert all(0 <= number < 1 << 63 for number in fingerprints(one + " " + other))


@pytest.mark.parametrize("unit", ["a", "a ", "* ", "[", "(", "'", "é", "字", ". ", "f-", "\u0301", "1,", "“"])
def test_a_hundred_kilobytes_of_anything_are_read(unit) -> None:
    assert len(wording(unit * 100_000).words) <= 4000


def test_fingerprints_are_the_same_on_every_machine() -> None:
    assert fingerprints("open it by force") == {1746726069153809813, 3564571680712392781, 4428344445259204872}
