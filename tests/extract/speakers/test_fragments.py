"""A source cut raggedly still names who speaks, and nobody where none of it does."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg came. “No,” Berg [said in her office].",
        "Anna Berg came. Did he, Berg [asked]?",
        "Anna Berg came. Berg [further] wrote so.",
        "Anna Berg came. “No,” [said Berg].",
        "Anna Berg came. “No,” [said] Berg.",
        "Anna Berg came. “No,” she [repeatedly] said.",
    ],
)
def test_the_subject_stands_beside_its_verb(text: str) -> None:
    assert speakers(text) == ["Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, a nurse at the Aldersea Clinic and a former envoy to [the northern isles,] said so.",
        "Anna Berg, the founder of [Dover Bank], said so.",
        "Anna Berg, who had come in [the early morning], said so.",
        "Anna Berg, Dover’s last envoy to [the northern isles,] said so.",
    ],
)
def test_the_end_of_an_apposition_is_no_source(text: str) -> None:
    assert speakers(text) == ["Anna Berg"]


def test_a_name_behind_a_comma_is_a_source_of_its_own() -> None:
    assert speakers("An aide to Anna Berg, [Peter Falk,] said so.") == ["Peter Falk"]


@pytest.mark.parametrize(
    "text",
    [
        "In “Read the Nation[,” Peter Falk] said so.",
        'In "Read the [Nation," Peter Falk] said so.',
        "[“Night Show” host Peter Falk] said so.",
    ],
)
def test_the_title_of_a_programme_is_no_source(text: str) -> None:
    assert speakers(text) == ["Peter Falk"]


def test_a_nickname_is_no_title() -> None:
    assert speakers("[Robert “Bobby” Falk] said so.") == ["Robert “Bobby” Falk"]


@pytest.mark.parametrize(
    "text",
    [
        "Three unions, including [the Carpenters Union,] said so.",
        "Three unions, including the [Carpenters Union,] said so.",
        "Three firms, [including Dover Bank,] said so.",
        "Rich donors such as [Peter Falk] said so.",
        "The programme, [called Harbour Watch,] forbids it.",
    ],
)
def test_one_example_of_a_group_does_not_speak_for_it(text: str) -> None:
    assert speakers(text) == [None]


def test_the_owner_of_an_example_speaks() -> None:
    assert speakers("Anna Berg made promises, including [her] promise to leave.") == ["Anna Berg"]


def test_a_description_that_lacks_its_noun_is_read_to_its_end() -> None:
    assert speakers("Anna Berg, the former secretary, left. [The former] secretary said so.") == ["Anna Berg"]


def test_the_end_of_what_was_said_is_no_source_where_the_speaker_follows() -> None:
    assert speakers("Talks seldom change [the campaign,] noted Dover’s Anna Berg.") == ["Anna Berg"]


def test_whom_somebody_told_does_not_speak() -> None:
    assert speakers("“No,” [Anna Berg, a nurse,] told Peter Falk.") == ["Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "A study that appeared in the [Dover Journal] found so.",
        "A poll released by [the Dover Journal] on Monday found so.",
        "Anna Berg came. [Berg] was accused of theft.",
        "Anna Berg came. [Berg] was told that it rained.",
    ],
)
def test_where_a_text_stands_and_who_is_spoken_to_do_not_speak(text: str) -> None:
    assert speakers(text) == [None]


def test_a_body_and_a_person_whom_no_comma_parts_are_two() -> None:
    text = "They read the Dover Post. Anna Berg came. In a talk with the Dover Post [Berg] said so."
    assert speakers(text) == ["Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg came. “No,” said Berg, whose home [state of Ohio] voted.",
        "Anna Berg came. “No,” said Berg, who ran [the only port that was left].",
        "Anna Berg, who [through her office] declined, left.",
        "Anna Berg came. [A pilot], she said so.",
        "[Anna Berg scolds old voters]: “Go home.”",
        "Anna Berg, the envoy from Aldersea, came. The envoy [from Aldersea] said so.",
    ],
)
def test_a_span_beside_its_phrase_is_that_phrase(text: str) -> None:
    assert speakers(text) == ["Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors who worked for [Anna Berg] say so.",
        "Men close to [Anna Berg] have hoped so.",
    ],
)
def test_a_name_that_ends_a_phrase_for_several_does_not_speak(text: str) -> None:
    assert speakers(text) == [None]


def test_whose_campaign_is_of_whom_whose_goes_back_to() -> None:
    assert speakers("It was Anna Berg, [whose campaign] hoped so.") == ["Anna Berg campaign"]
