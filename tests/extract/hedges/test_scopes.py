"""What a hedge leaves open: whether it is so, when it was, or who it was."""

from __future__ import annotations

import pytest

from hearsay.extract.hedges import hedgings
from hearsay.extract.prose import prose
from hearsay.extract.tokens import tokenize

SCOPES = [
    ("The recording is believed to have been made in May.", "time"),
    ("The dinner is thought to have taken place on March 3.", "time"),
    ("The tape was apparently recorded in the spring of 2023.", "time"),
    ("The call reportedly took place last week.", "time"),
    ("The call took place, apparently on Tuesday.", "time"),
    ("The letter was probably written in early 2019.", "time"),
    ("They are said to have met in November.", "time"),
    ("The note may have been sent on Friday.", "time"),
    ("The man is believed to be Orlov.", "identity"),
    ("A woman said to be his sister opened.", "content"),
    ("The voice appears to be that of the minister.", "identity"),
    ("The voice appears to be his.", "identity"),
    ("The memo, purportedly by Brandt, is unsigned.", "identity"),
    ("The voice resembles that of Petkov.", "identity"),
    ("A purported witness came.", "identity"),
    ("The tape is believed to have been cut.", "content"),
    ("The dinner was apparently held at the lake.", "content"),
    ("Orlov allegedly took the money.", "content"),
    ("The tape appears to be genuine.", "content"),
    ("He reportedly met Velk in Brackwater.", "content"),
    ("It was probably written by two people.", "content"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_the_words_behind_a_hedge_tell_what_it_leaves_open(text: str, scope: str) -> None:
    assert [one.scope for one in hedgings(prose(text, tokenize(text)))] == [scope]
