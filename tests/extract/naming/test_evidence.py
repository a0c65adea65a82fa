"""What stands around a capitalised word tells whether it is a person."""

from __future__ import annotations

import pytest

from hearsay.extract.speakers.gathering import read


def persons(text: str) -> dict[str, bool]:
    """The persons of a text, and whether the text makes sure of them."""
    return {person.full: person.sure for person in read(text).cast.persons}


@pytest.mark.parametrize(
    "text",
    [
        "Selwyn Tarn, who came late, left.",
        "Selwyn Tarn, 42, left.",
        "They met fisherman Selwyn Tarn there.",
        "Selwyn Tarn, a nurse for years, left.",
    ],
)
def test_a_person_is_told_by_what_follows_or_introduces(text: str) -> None:
    assert persons(text) == {"Selwyn Tarn": True}


@pytest.mark.parametrize(
    "text",
    [
        "They wrote on Flimbr Zon and left.",
        "They read the outlet Flimbr Zon and left.",
        "They saw a Flimbr Zon and left.",
        "They used Flimbr Zon 7 and left.",
        "They like FlimbrOnline Zon and left.",
    ],
)
def test_a_thing_is_told_by_where_it_stands(text: str) -> None:
    assert persons(text) == {}


def test_a_campaign_does_not_make_its_owner_a_thing() -> None:
    assert persons("They met Selwyn Tarn and the Tarn campaign.") == {"Selwyn Tarn": False}
