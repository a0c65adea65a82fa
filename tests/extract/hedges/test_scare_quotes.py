"""Quotation marks that keep a word at a distance, told from quotations, borrowed terms and titles."""

from __future__ import annotations

import pytest

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Document
from tests.extract.provenance.marking import read


def loose(marked: str) -> list[str]:
    """The hedges of the sentences that credit nobody."""
    text, attributions = read(marked)
    found = with_warrant(Document("d", "n", "", text), tokenize(text), attributions)
    return [text[slice(*hedge.span)] for hedge in found.hedges]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("His “friends” left before dinner.", "“friends”"),
        ('The "investigation" took an hour.', '"investigation"'),
        ("Nobody came to the minister’s “free” lunch.", "“free”"),
        ("These “experts” sell umbrellas.", "“experts”"),
        ("Their ‘peace plan’ names no border.", "‘peace plan’"),
        ("Now he “endorses” his rival.", "“endorses”"),
    ],
)
def test_a_word_that_the_writer_uses_and_keeps_off_is_a_hedge(text: str, words: str) -> None:
    assert loose(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "{Orlov}1 <said>1 [his “friends” had left]1.",
        "{Orlov}1 <called>1 [it “friendly fire”]1.",
        "He was the author of “Long Nights” and two plays.",
        "The term “collateral” has two senses.",
        "They dubbed the plan “sunrise” in May.",
        "The show “Today” was cancelled.",
        "{Orlov}1 <spoke of>1 [“traitors”]1. The “traitors” were three clerks.",
        "An “opt-out” movement began there.",
        "It was called the “long” war.",
        "The words “not yet” were added by hand.",
        "Its motto, “onward”, hangs over the door.",
        "The door was 5' wide and 7\" thick.",
    ],
)
def test_borrowed_words_terms_and_titles_are_none(text: str) -> None:
    assert loose(text) == []


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The dinner was allegedly held in May.", ["allegedly"]),
        ("Senator reportedly taped at dinner\n\nThe house is quiet.", ["reportedly"]),
        ("It is unclear who made the recording.", ["unclear"]),
        ("The house, which is said to belong to Lunde, is empty.", ["is said to"]),
        ("The dinner was held in May.", []),
        ("{Orlov}1 allegedly <said>1 [it was late]1.", []),
    ],
)
def test_a_hedge_of_a_sentence_that_credits_nobody_is_kept_with_its_words(
    text: str, hedges: list[str]
) -> None:
    assert [words.removesuffix(" to") for words in loose(text)] == [
        words.removesuffix(" to") for words in hedges
    ]
