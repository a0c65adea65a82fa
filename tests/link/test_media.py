"""Which names are news outlets'."""

from __future__ import annotations

import pytest

from hearsay.link import alike, group
from hearsay.link.media import is_medium


@pytest.mark.parametrize(
    "name",
    ["Reuters", "the Associated Press", "Harbour Mail", "TVA Sports", "The New York Times", "Daily Post's"],
)
def test_papers_agencies_and_stations_are_media(name) -> None:
    assert is_medium(name)


@pytest.mark.parametrize("name", ["Emily Post", "Ana Moreau", "Harbour Board", "", "the", "John Mail"])
def test_persons_and_bodies_are_not(name) -> None:
    assert not is_medium(name)


SAID = "we will never surrender the old harbour"


def test_a_paper_taken_for_the_speaker_does_not_part_a_statement(printed) -> None:
    person, paper = printed(SAID), printed(SAID, speaker="Harbour Mail")
    assert alike(person, paper)
    (statement,) = group([paper, person, printed(SAID, speaker="Reuters")])
    assert statement.speaker == "Ana Moreau"


def test_a_paper_does_not_glue_two_speakers(printed) -> None:
    made = [printed(SAID), printed(SAID, speaker="Tomas Reyl"), printed(SAID, speaker="Reuters")]
    assert sorted(len(statement.appearances) for statement in group(made)) == [1, 2]


def test_a_paper_that_nobody_contradicts_is_the_speaker(printed) -> None:
    (statement,) = group([printed(SAID, speaker="Reuters"), printed(SAID, speaker="the Reuters")])
    assert statement.speaker in ("Reuters", "the Reuters")
