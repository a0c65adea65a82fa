"""An office held on the day of an article tells who is meant by it, and no other day's does."""

from __future__ import annotations

import pytest

from hearsay.extract.speakers.speaker import name_speakers
from hearsay.model import Attribution

TEXT = "Keir Starmer met Zarbo Okeke by the sea. It rained. The PM said so."


@pytest.mark.parametrize(
    ("day", "speaker"),
    [
        ("2025-01-14", "Keir Starmer"),
        ("2025-01", "Keir Starmer"),
        ("2019-01-14", None),
        ("2024", None),
        (None, None),
    ],
)
def test_the_day_tells_who_is_prime_minister(day: str | None, speaker: str | None) -> None:
    start = TEXT.index("The PM")
    said = Attribution("1", "d", "indirect", "speech", ((0, 1),), (), ((start, start + 6),))
    assert [each.speaker for each in name_speakers(TEXT, (said,), day=day)] == [speaker]


def test_who_held_an_office_before_is_the_former_holder() -> None:
    text = "Theresa May met Zarbo Okeke by the sea. It rained. The former prime minister said so."
    start = text.index("The former")
    said = Attribution("1", "d", "indirect", "speech", ((0, 1),), (), ((start, start + 25),))
    assert [each.speaker for each in name_speakers(text, (said,), day="2022-03-01")] == ["Theresa May"]


@pytest.mark.parametrize(
    ("role", "day", "speaker"),
    [
        ("The foreign minister", "2024-06-01", "Amir Khan Muttaqi"),
        ("The former minister", "2030-06-01", None),
    ],
)
def test_who_was_in_office_when_the_record_ends_is_no_former_holder(
    role: str, day: str, speaker: str | None
) -> None:
    text = f"Amir Khan Muttaqi met Zarbo Okeke by the sea. It rained. {role} said so."
    start = text.index(role)
    said = Attribution("1", "d", "indirect", "speech", ((0, 1),), (), ((start, start + len(role)),))
    assert [each.speaker for each in name_speakers(text, (said,), day=day)] == [speaker]
