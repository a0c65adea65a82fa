"""Who speaks at once without anything said of him is who was described just before."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers

LED = "[The harbour’s spokesman] says that the talks with Selwick go on.\n\nSpeaking on Monday, "


def test_the_description_before_a_name_is_of_its_bearer() -> None:
    text = f"{LED}[Zarbo Okeke] said no.\n\n[He] added more. [The spokesman] said yes."
    assert speakers(text) == ["Zarbo Okeke"] * 4


@pytest.mark.parametrize(
    ("text", "described"),
    [
        (f"{LED}[Zarbo Okeke, a pilot,] said no.", None),
        (f"{LED}[Zarbo Okeke] left. It rained.", None),
        ("[A spokesman] says that the talks go on.\n\nSpeaking on Monday, [Zarbo Okeke] said no.", None),
        (f"Peter Falk, the harbour’s spokesman, came. {LED}[Zarbo Okeke] said no.", "Peter Falk"),
    ],
)
def test_what_is_said_of_somebody_else_or_of_nobody_in_particular_is_not(
    text: str, described: str | None
) -> None:
    assert speakers(text) == [described, "Zarbo Okeke"]
