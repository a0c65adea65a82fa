"""Dates, whole and in parts, counted from Wednesday, 18 September 2024."""

import pytest

from tests.extract.times.reading import dated, expressions


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The harbour closed on July 3, 2018, for good.", "July 3, 2018", "2018-07-03"),
        ("The harbour closed on 3 July 2018.", "3 July 2018", "2018-07-03"),
        ("The harbour closed on the 3rd of July 2018.", "the 3rd of July 2018", "2018-07-03"),
        ("The harbour closed on Tuesday, July 3, 2018.", "Tuesday, July 3, 2018", "2018-07-03"),
        ("The log begins on 2018-07-03 and ends in fog.", "2018-07-03", "2018-07-03"),
        ("The ship sailed on 26.10.2023 at dawn.", "26.10.2023", "2023-10-26"),
        ("The council met on Sept. 3 and ate.", "Sept. 3", "2024-09-03"),
        ("The council will meet on Dec. 3 in Tarsin.", "Dec. 3", "2024-12-03"),
        ("The council met on Dec. 3 in Tarsin.", "Dec. 3", "2023-12-03"),
        ("Everything was settled on Monday, Sept. 16, they said.", "Monday, Sept. 16", "2024-09-16"),
        ("He was born in March 1956.", "March 1956", "1956-03-01/1956-03-31"),
        ("She resigned in early March 2020.", "early March 2020", "2020-03-01/2020-03-31"),
        ("She resigned in August.", "August", "2024-08-01/2024-08-31"),
        ("She will resign in November.", "November", "2024-11-01/2024-11-30"),
        ("She resigned in November.", "November", "2023-11-01/2023-11-30"),
        ("In June last year the bridge fell.", "June last year", "2023-06-01/2023-06-30"),
        ("The bridge fell last November.", "last November", "2023-11-01/2023-11-30"),
        ("The vote is planned for next March.", "next March", "2025-03-01/2025-03-31"),
        ("It was sold at the end of May 2019.", "the end of May 2019", "2019-05-01/2019-05-31"),
        ("He campaigned from July 4-6, 2022, in vain.", "July 4-6, 2022", "2022-07-04/2022-07-06"),
        ("The fair ran on 3-5 August 2023.", "3-5 August 2023", "2023-08-03/2023-08-05"),
        ("Nobody flew after 9/11.", "9/11", "2001-09-11"),
        ("She called on Christmas Eve.", "Christmas Eve", "2023-12-24"),
        ("He left on Easter Monday 2021.", "Easter Monday 2021", "2021-04-05"),
        ("The talks failed last Thanksgiving.", "last Thanksgiving", "2023-11-23"),
        ("He was sworn in on Inauguration Day 2017.", "Inauguration Day 2017", "2017-01-20"),
        ("They talked in Easter week 2021.", "Easter week 2021", "2021-03-29/2021-04-04"),
        ("It begins at 5:30 p.m. on Friday.", "5:30 p.m. on Friday", "2024-09-20"),
        ("It began at noon Tuesday.", "noon Tuesday", "2024-09-17"),
    ],
)
def test_a_date_names_its_days(text, words, when):
    assert (words, when) in dated(text)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The minister said on Monday that he knew.", "2024-09-16"),
        ("The minister said Friday that he knew.", "2024-09-13"),
        ("The minister will speak on Friday.", "2024-09-20"),
        ("The minister is to speak on Friday.", "2024-09-20"),
        ("The minister won't speak on Friday.", "2024-09-20"),
        ("The minister refused to speak on Friday.", "2024-09-13"),
        ("The minister spoke Wednesday.", "2024-09-18"),
        ("The minister spoke late Tuesday night.", "2024-09-17"),
        ("On Thursday the minister resigned.", "2024-09-12"),
        ("On Thursday the minister will resign.", "2024-09-19"),
        ("“I will resign,” the minister said on Tuesday.", "2024-09-17"),
        ("The minister spoke on Tuesday of last week.", "2024-09-10"),
        ("The minister had met him the Saturday before Easter.", "2024-03-30"),
    ],
)
def test_a_weekday_is_on_the_side_of_its_tense(text, when):
    assert when in [each for _, each in dated(text)]


def test_each_further_day_of_a_list_has_its_own_place():
    assert dated("It rained on July 4, 5 and 6, they said.") == [
        ("July 4", "2024-07-04"),
        ("5", "2024-07-05"),
        ("6", "2024-07-06"),
    ]


def test_a_date_of_numbers_keeps_both_orders():
    (found,) = expressions("The order is dated 03/04/2024, in ink.")
    assert [(each.earliest, each.latest) for each in found.readings] == [
        ("2024-03-04", "2024-03-04"),
        ("2024-04-03", "2024-04-03"),
    ]


def test_last_friday_can_be_the_nearest_or_that_of_the_week_before():
    (found,) = expressions("She flew home last Monday.")
    assert [each.earliest for each in found.readings] == ["2024-09-16", "2024-09-09"]


def test_a_weekday_without_a_tense_keeps_both_sides():
    (found,) = expressions("Monday: rain.")
    assert [(each.earliest, each.basis) for each in found.readings] == [
        ("2024-09-16", "publication date, taken as past"),
        ("2024-09-23", "publication date, taken as coming"),
    ]


def test_a_day_without_a_tense_is_the_nearest():
    (found,) = expressions("TARSIN, September 18.")
    assert (found.earliest, found.readings) == ("2024-09-18", ())


def test_a_month_that_is_nearer_on_the_other_side_of_the_tense_is_kept_too():
    (found,) = expressions("They spoke of the convention in July.", published="2024-04-15")
    assert [each.earliest for each in found.readings] == ["2023-07-01", "2024-07-01"]


@pytest.mark.parametrize(
    "text", ["On February 30 he left.", "On 31 November he left.", "On 2023-13-45 he left.", "31.02.2023"]
)
def test_a_day_that_no_calendar_has_is_no_day(text):
    assert all("/" in when for _, when in dated(text))
