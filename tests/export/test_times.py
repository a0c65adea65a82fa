"""Times in words."""

import pytest

from hearsay.export.times import days_text, said_at
from hearsay.model import Reading, TimeExpression


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-09-16", "2024-09-16", "2024-09-16"),
        ("2024-09-01", "2024-09-30", "2024-09-01 to 2024-09-30"),
        (None, "2017-01-19", "by 2017-01-19"),
        ("2024-09-18", None, "from 2024-09-18"),
    ],
)
def test_days_are_one_two_or_open(earliest, latest, words):
    assert days_text(TimeExpression((0, 1), "date", earliest, latest, "stated")) == words


def test_other_readings_are_counted():
    readings = (Reading("2024-03-04", "2024-03-04", "stated"), Reading("2024-04-03", "2024-04-03", "stated"))
    time = TimeExpression((0, 1), "date", "2024-03-04", "2024-03-04", "stated", readings)
    assert days_text(time) == "2024-03-04, or 1 other reading"


def test_an_attribution_without_a_time_says_nothing_of_one():
    assert said_at("on Monday", None) == ""
    assert said_at("on Monday", TimeExpression((3, 9), "date", "2024-09-16", "2024-09-16", "stated")) == (
        ", Monday [2024-09-16]"
    )
