"""What is counted from the day of writing, 18 September 2024, or from the day that the text tells of."""

import pytest

from tests.extract.times.reading import dated, expressions, rows


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("He denied it yesterday.", "yesterday", "2024-09-17"),
        ("He denied it the day before yesterday.", "the day before yesterday", "2024-09-16"),
        ("He will deny it tomorrow morning.", "tomorrow morning", "2024-09-19"),
        ("He denied it last night.", "last night", "2024-09-17"),
        ("He denied it earlier today.", "earlier today", "2024-09-18"),
        ("He denied it this morning.", "this morning", "2024-09-18"),
        ("He denied it last week.", "last week", "2024-09-09/2024-09-15"),
        ("He will deny it early next week.", "early next week", "2024-09-23/2024-09-29"),
        ("He denied it late last month.", "late last month", "2024-08-01/2024-08-31"),
        ("He denied it earlier this year.", "earlier this year", "2024-01-01/2024-12-31"),
        ("He denied it two days ago.", "two days ago", "2024-09-16"),
        ("He denied it three weeks ago.", "three weeks ago", "2024-08-26/2024-09-01"),
        ("He denied it nearly four months ago.", "nearly four months ago", "2024-05-01/2024-05-31"),
        ("He denied it 20 years ago.", "20 years ago", "2004-01-01/2004-12-31"),
        ("He denied it over the weekend.", "the weekend", "2024-09-14/2024-09-15"),
        ("He will deny it over the weekend.", "the weekend", "2024-09-21/2024-09-22"),
        ("He denied it last summer.", "last summer", "2023-06-01/2023-09-23"),
        ("He denied it this spring.", "this spring", "2024-03-01/2024-06-21"),
        ("He denied it recently.", "recently", "/2024-09-18"),
        ("He will deny it soon.", "soon", "2024-09-18/"),
        ("He has until the end of next year.", "the end of next year", "2025-01-01/2025-12-31"),
        ("He denied it a few hours ago.", "a few hours ago", "2024-09-18"),
    ],
)
def test_it_counts_from_the_day_of_writing(text, words, when):
    assert (words, when) in dated(text)


@pytest.mark.parametrize(
    ("second", "words", "when"),
    [
        ("Two days later he flew home.", "Two days later", "2018-07-05"),
        ("The next day he flew home.", "The next day", "2018-07-04"),
        ("The day before, he had slept.", "The day before", "2018-07-02"),
        ("Three weeks earlier he had been ill.", "Three weeks earlier", "2018-06-11/2018-06-17"),
        ("The following month he was ill.", "The following month", "2018-08-01/2018-08-31"),
        ("Later that year he was ill.", "Later that year", "2018-01-01/2018-12-31"),
        ("Earlier that day he had been ill.", "Earlier that day", "2018-07-03"),
        ("The previous Friday he had been ill.", "The previous Friday", "2018-06-29"),
        ("That night he was ill.", "That night", "2018-07-03"),
        ("He was not yet president then.", "then", "2018-07-03"),
        ("At the time, nobody knew.", "At the time", "2018-07-03"),
        ("Nobody has heard of it since then.", "then", "2018-07-03"),
        ("He called at 9 p.m. from a car.", "9 p.m.", "2018-07-03"),
        ("A year earlier he had been ill.", "A year earlier", "2017-01-01/2017-12-31"),
    ],
)
def test_it_counts_from_the_day_that_the_text_tells_of(second, words, when):
    assert (words, when) in dated(f"The call took place on July 3, 2018. {second}")


def test_then_keeps_every_time_that_it_can_point_at():
    found = expressions("He called on July 3, 2018, and again on May 5, 2020. Nobody listened then.")[-1]
    assert [(each.earliest, each.basis) for each in found.readings] == [
        ("2020-05-05", "narrative day"),
        ("2018-07-03", "narrative day"),
    ]


def test_then_is_not_the_day_of_writing():
    text = "TARSIN, September 18. He was silent then, the spokesman said."
    assert rows(text)[-1] == ("then", "date", "")


def test_what_points_at_nothing_has_no_days():
    assert rows("Nobody knew it at the time.") == [("at the time", "date", "")]


def test_a_length_before_a_date_names_a_day():
    assert dated("He left two days before Christmas 2022.") == [
        ("two days", "2022-12-23"),
        ("Christmas 2022", "2022-12-25"),
    ]


def test_a_length_after_a_dated_event_names_a_day():
    assert dated("He wrote three days after the July 3, 2018, call.")[0] == ("three days", "2018-07-06")


def test_what_was_is_not_after_the_day_of_writing():
    text = "She said on Wednesday that it was over. Two days later the minister had left."
    assert dated(text) == [("Wednesday", "2024-09-18")]


def test_a_past_soon_is_no_time_to_come():
    assert rows("He soon noticed the mistake.")[0][2] == ""


@pytest.mark.parametrize(
    ("published", "words", "when"),
    [
        ("2024-09", "yesterday", "2024-08-31/2024-09-29"),
        ("2024", "last year", "2023-01-01/2023-12-31"),
        ("2024", "yesterday", "2023-12-31/2024-12-30"),
    ],
)
def test_a_vague_publication_date_widens_the_days(published, words, when):
    assert dated(f"He called {words}, she said.", published) == [(words, when)]
