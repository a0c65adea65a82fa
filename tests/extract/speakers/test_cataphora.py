"""A pronoun in a phrase before the subject means the subject."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


@pytest.mark.parametrize(
    "text",
    [
        "Peter Falk left. In [his] first speech, Carl Tarn promised more.",
        "Peter Falk left. Despite [his] doubts, Carl Tarn promised more.",
        "Peter Falk left. As [he] said so, Carl Tarn smiled.",
    ],
)
def test_a_subject_right_behind_the_comma_is_meant(text: str) -> None:
    assert speakers(text) == ["Carl Tarn"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Falk left. In [his] first speech, Anna Berg was praised.",
        "Peter Falk left. In [his] first speech, he thanked Carl Tarn.",
        "Peter Falk left. In [his] first speech, Carl Tarn's uncle was praised.",
        "Peter Falk left. After [his] friend, Carl Tarn, and others had come, it rained.",
        "Peter Falk left. But [his] first speech, Carl Tarn said, was good.",
    ],
)
def test_nobody_else_behind_a_comma_is(text: str) -> None:
    assert speakers(text) == ["Peter Falk"]
