"""What role words say of a person, and when two roles are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.said_of import agree, said_of


@pytest.mark.parametrize(
    ("role", "gender"),
    [("spokeswoman for the mayor", "f"), ("king", "m"), ("chairman", "u"), ("mayor", "u"), (None, "u")],
)
def test_gender(role: str | None, gender: str) -> None:
    assert said_of(role).gender == gender


@pytest.mark.parametrize(
    ("one", "other"),
    [("President", "US president"), ("Sen.", "Senator"), ("party chairman", "party chairwoman")],
)
def test_the_same_role(one: str, other: str) -> None:
    assert agree(said_of(one), said_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ohio governor", "Texas governor"), ("mayor", "governor"), ("rival", "friend"), ("", "")],
)
def test_other_roles(one: str, other: str) -> None:
    assert not agree(said_of(one), said_of(other))


def test_a_former_office_tells_no_field() -> None:
    assert said_of("senator").fields == {"state"}
    assert said_of("former senator").fields == frozenset()


@given(st.text(max_size=40))
def test_any_text_can_be_a_role(text: str) -> None:
    said_of(text)
