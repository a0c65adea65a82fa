"""Patterns tried where their first word stands are found where one alternation of them all is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.lexicon.leading import Leading, first_letters

PATTERNS = (
    ("can", r"(?P<a>can't say)"),
    ("said", r"(?P<b>said (?:he )?would)"),
    ("said", r"(?P<c>said)"),
    ("", r"(?P<d>\w+ing)"),
    ("he", r"(?P<e>he would)"),
    ("saying", r"(?P<f>saying he)"),
)
TEXTS = st.lists(
    st.sampled_from(["can't", "say", "saying", "Said", "he", "would", "he's", "'said", ".", "\n"])
).map(" ".join)


@settings(deadline=None)
@given(TEXTS, st.integers(0, 30), st.integers(0, 60))
def test_the_same_is_found_as_by_one_alternation(text: str, start: int, end: int) -> None:
    whole = re.compile(rf"(?<![\w'])(?:{'|'.join(pattern for _, pattern in PATTERNS)})(?!\w)", re.IGNORECASE)
    leading = Leading(PATTERNS, after=r"(?<![\w'])", before=r"(?!\w)")
    expected = [(found.span(), found.lastgroup) for found in whole.finditer(text, start, end)]
    assert [(found.span(), found.lastgroup) for found in leading.find(text, start, end)] == expected


def test_the_first_letters_end_at_an_apostrophe() -> None:
    assert first_letters("can't say") == "can"
    assert first_letters("(said)") == ""
