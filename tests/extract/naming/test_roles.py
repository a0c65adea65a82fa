"""What an article says that somebody is, in whole phrases of his own paragraph."""

from __future__ import annotations

import pytest

from tests.extract.marked import resolved


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Halvern’s Minister of Culture, [Anna Berg], said so.", "Minister of Culture"),
        ("While Dover spokesman [Peter Falk] said so, it rained.", "Dover spokesman"),
        ("Anna Berg, mayor of Dover\n\nThe harbour is full, [Anna Berg] said.", "mayor of Dover"),
        ("A plan for the harbour\nDPA leader [Anna Berg] said so.", "DPA leader"),
    ],
)
def test_a_role_is_a_phrase_of_its_own(text: str, role: str) -> None:
    assert [each.role for each in resolved(text)] == [role]


def test_a_day_behind_a_body_is_no_part_of_its_name() -> None:
    (each,) = resolved("In a briefing, [the Foreign Office] Thursday said so.")
    assert each.speaker == "Foreign Office"
