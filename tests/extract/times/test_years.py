"""Years, and what they are made of."""

import pytest

from tests.extract.times.reading import dated, expressions


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("He joined in 1998.", "1998", "1998-01-01/1998-12-31"),
        ("He joined in the early 1980s.", "the early 1980s", "1980-01-01/1989-12-31"),
        ("He sang in the '90s.", "the '90s", "1990-01-01/1999-12-31"),
        ("He sang in the sixties.", "the sixties", "1960-01-01/1969-12-31"),
        ("He left in mid-1996.", "mid-1996", "1996-01-01/1996-12-31"),
        ("He left in nineteen ninety-six.", "nineteen ninety-six", "1996-01-01/1996-12-31"),
        ("He left in the summer of '69.", "the summer of '69", "1969-06-01/1969-09-23"),
        ("It is an 11th-century church.", "11th-century", "1001-01-01/1100-12-31"),
        ("It is a church of the twelfth century.", "the twelfth century", "1101-01-01/1200-12-31"),
        ("It was the worst winter of 2012.", "winter of 2012", "2012-12-01/2013-03-21"),
        ("Exports fell in the third quarter of 2023.", "the third quarter of 2023", "2023-07-01/2023-09-30"),
        ("Exports fell in Q3 2023.", "Q3 2023", "2023-07-01/2023-09-30"),
        ("Exports fell in the second quarter.", "the second quarter", "2024-04-01/2024-06-30"),
        ("Exports fell in last year's third quarter.", "last year's third quarter", "2023-07-01/2023-09-30"),
        ("Exports fell in the first half of 2023.", "the first half of 2023", "2023-01-01/2023-06-30"),
        ("They fell from 2019 to 2021.", "2021", "2021-01-01/2021-12-31"),
        ("The 2016-17 season was short.", "2016-17", "2016-01-01/2017-12-31"),
        ("The firm lost money in fiscal 2021.", "fiscal 2021", "2021-01-01/2021-12-31"),
        ("It must be paid by year-end.", "year-end", "2024-12-31"),
        ("In 1066 they landed.", "1066", "1066-01-01/1066-12-31"),
    ],
)
def test_it_names_its_days(text, words, when):
    assert (words, when) in dated(text)


def test_a_year_ago_in_a_report_on_a_quarter_is_that_quarter():
    text = "Its third-quarter profit rose to 3 million crowns from 2 million a year earlier."
    assert dated(text, "2024-11-02")[-1] == ("a year earlier", "2023-07-01/2023-09-30")


def test_without_a_date_the_weekday_bounds_the_year():
    """Nobody can tell which, so that the days are from the first to the last of them."""
    (found,) = expressions("On Monday, Oct. 26, he resigned.", None)
    assert (found.earliest, found.latest, found.basis) == (
        "1992-10-26",
        "2048-10-26",
        "weekday and date, year unknown",
    )
    assert [each.earliest[:4] for each in found.readings][:4] == ["1992", "1998", "2009", "2015"]


def test_without_a_date_a_stated_year_tells_which_is_nearest():
    found = expressions("On Monday, Oct. 26, he resigned; he had been elected in 2018.", None)[0]
    assert (found.earliest, len(found.readings)) == ("2020-10-26", 4)


def test_without_a_date_all_weekdays_agree_on_the_year():
    found = expressions("He came on Friday, Feb. 28, and left on Sunday, March 1, having won in 2018.", None)
    assert [each.earliest for each in found[:2]] == ["2020-02-28", "2020-03-01"]


def test_without_a_date_nothing_is_counted_from_today():
    assert dated("He said yesterday that he left in March.", None) == []


def test_without_a_date_a_month_is_in_the_year_that_the_text_tells_of():
    assert dated("In 2016 he wrote a letter. In April he published it.", None)[1] == (
        "April",
        "2016-04-01/2016-04-30",
    )
