"""What quotation marks are for, where the words in and around them make it plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.marks.quoted_form import quoted_form, spoken
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.tokens import tokenize


def form(text: str) -> str | None:
    """The form of the first quotation."""
    tokens = tokenize(text)
    first = quoted_ranges(tokens, find_quotations(text))[0]
    return quoted_form(tokens, first.start, first.end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They watched the film “Harbor” in the old hall.", "title"),
        ("She spoke on “Harbor of the North” and left again.", "title"),
        ("He told ABC’s “Harbor Tonight” that nothing had happened.", "title"),
        ("In her new book, “A Harbor at Night,” she tells of those years.", "title"),
        ("In “Six Winters: A Life at Sea” by Ann Lee, he is a hero.", "title"),
        ("And more—“Port to close at the end of May,” by the Post’s Ann Lee: it goes.", "title"),
        ("And more—“Port to close at the end of May,” by Ann Lee: it goes.", "title"),
        ("says Ann Lee, a co-author of “Six Winters at Sea.”", "title"),
        ("On the wall: “No more ships for the harbor” (poster of 2003).", "title"),
        ("On the wall: “No more ships for the harbor of Dover” (she wept).", "speech"),
        ("“A BAD AND LONG DAY”\nBerg will work with whoever wins.", "title"),
        ("“A BAD AND LONG DAY FOR ALL”\nBERG WILL WORK WITH ALL.", None),
        ("It was called “a very bad day for all of us” by Lee.", "speech"),
        ("It was called “A bad day for all of us,” by Lee.", "speech"),
        ("The “Harbor Tonight” host never asked about it.", "title"),
        ("He had it from Anna “Bridge” Lee in the evening.", "nickname"),
        ("It says “40” on the door of the house.", "figures"),
        ('<post author="@lee" lang="en">', "markup"),
        ("“We will not be moved from here today” was all.", "speech"),
        ("“We go,” she said.", "speech"),
        ("She said: “We go.”", "speech"),
        ("The crowd cried “No more!” and went home.", "speech"),
        ("He calls them “experts” whenever he can.", None),
        ("The “experts” were wrong about it again.", None),
        ("“Make Dover Great Again,” she said.", None),
        ("Lee’s ‘Honesty Is Gone,’ Says Park", None),
    ],
)
def test_what_marks_are_for(text: str, expected: str | None) -> None:
    assert form(text) == expected


def test_only_what_can_be_speech_is_taken_for_it() -> None:
    text = "“We go,” she said on ABC’s “Harbor Tonight” in her “final” words."
    tokens = tokenize(text)
    quoted = quoted_ranges(tokens, find_quotations(text))
    assert spoken(tokens, quoted) == [quoted[0], quoted[2]]


@given(
    st.lists(st.sampled_from(["“", "”", '"', "on", "Lee", "’s", "9", "said", ",", ".", "!", "film", "\n"]))
)
def test_any_text_is_answered(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    spoken(tokens, quoted_ranges(tokens, find_quotations(" ".join(words))))
