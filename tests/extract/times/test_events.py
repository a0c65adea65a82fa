"""Lengths that lead to an event, ranges, and fiscal quarters, on 18 September 2024."""

import pytest

from tests.extract.times.reading import dated, expressions, rows


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("He rang her two weeks before the vote in May.", "two weeks", "2024-04-17/2024-05-17"),
        ("He rang her two days before the election on November 5.", "two days", "2024-11-03"),
        ("He resigned hours after the call on Tuesday.", "hours", "2024-09-17/2024-09-18"),
        ("He resigned 36 hours after the July 3, 2018, call.", "36 hours", "2018-07-03/2018-07-05"),
        ("He left days before the Nov. 5 vote.", "days", "/2024-11-04"),
        ("He fell ill weeks after the dinner on March 3, 2022.", "weeks", "2022-03-04/"),
        ("She warned months before the invasion of 2022.", "months", "/2021-12-31"),
        ("It was taped the day after the rally on July 4, 2023.", "day", "2023-07-05"),
        ("She called a week after he was sworn in on January 3, 2022.", "a week", "2022-01-10/2022-01-16"),
        ("They met two days after Christmas 2022.", "two days", "2022-12-27"),
    ],
)
def test_a_date_in_the_words_for_an_event_is_its_day(text, words, when):
    assert (words, when) in dated(text)


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The dinner was held on July 3, 2018. Two days after the dinner he left.", "Two days", "2018-07-05"),
        ("The paper published it on July 3, 2018. He fell three days after the publication.", "three days",
         "2018-07-06"),
        ("The tape was aired on July 3, 2018. Hours after the broadcast, he quit.", "Hours",
         "2018-07-03/2018-07-04"),
        ("He was arrested on July 3, 2018. A day before the arrest he left.", "A day", "2018-07-02"),
        ("They voted on July 3, 2018. Weeks before the vote nobody knew him.", "Weeks", "/2018-07-02"),
        ("The ministers met on July 3, 2018. Five days after their meeting the bank failed.", "Five days",
         "2018-07-08"),
    ],
)  # fmt: skip
def test_an_event_that_the_text_has_dated_before_keeps_its_day(text, words, when):
    assert (words, when) in dated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two hours after the Beacon published its story, the team answered.",
        "Days before the vote, he left.",
        "It was July 3, 2018. A week after the vote, he left.",
        "A week after the vote he said on Monday that it was over.",
    ],
)
def test_an_event_without_a_date_is_said_to_have_none(text):
    found = [each for each in expressions(text) if each.type == "duration"]
    assert [(each.earliest, each.latest, each.basis) for each in found] == [
        (None, None, "event without a date")
    ]


def test_the_basis_tells_with_which_event_a_day_was_told():
    text = "The dinner was held on July 3, 2018. Two days after the dinner he left."
    assert expressions(text)[-1].basis == "date told with the dinner"


def test_at_the_time_points_at_a_range_as_a_whole_first():
    found = expressions("She sat on it from 2019 until 2023. The premier at the time was Brix.")[-1]
    assert [(each.earliest, each.latest) for each in found.readings] == [
        ("2019-01-01", "2023-12-31"),
        ("2023-01-01", "2023-12-31"),
        ("2019-01-01", "2019-12-31"),
    ]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("the first fiscal quarter of 2024", "2024-01-01/2024-03-31"),
        ("the fiscal third quarter of 2023", "2023-07-01/2023-09-30"),
        ("fiscal 2023", "2023-01-01/2023-12-31"),
    ],
)
def test_a_fiscal_quarter_says_that_the_calendar_was_taken(words, when):
    (found,) = expressions(f"Sales rose in {words}.")
    assert dated(f"Sales rose in {words}.") == [(words, when)]
    assert found.basis.endswith("fiscal year taken for the calendar year")


def test_a_calendar_quarter_is_one():
    (found,) = expressions("Sales rose in the third calendar quarter of 2023.")
    assert found.basis == "stated"


def test_before_as_a_word_of_the_story_leads_to_no_event():
    assert rows("It was July 3, 2018. Two days before, he had left.")[-1] == (
        "Two days before",
        "date",
        "2018-07-01",
    )
