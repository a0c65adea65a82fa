"""A stated date is read as precisely as it is stated, with its zone if it states one."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.moments import parse_moment
from hearsay.collect.zones import zone_offset
from hearsay.model import Precision


def read(text: str) -> tuple[str, str] | None:
    moment = parse_moment(text, "test")
    return None if moment is None else (str(moment), moment.precision.value)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2024", "2024", "year"),
        ("2024-07", "2024-07", "month"),
        ("2024-07-09", "2024-07-09", "day"),
        ("20240709", "2024-07-09", "day"),
        ("2024-W28-2", "2024-07-09", "day"),
        ("2024-191", "2024-07-09", "day"),
        ("2024-07-09T21:05", "2024-07-09T21:05", "minute"),
        ("2024-07-09T21:05Z", "2024-07-09T21:05Z", "minute"),
        ("2024-07-09t21:05:00z", "2024-07-09T21:05:00Z", "second"),
        ("2024-07-09 21:05:00", "2024-07-09T21:05:00", "second"),
        ("2024-07-09 21:05:00 UTC", "2024-07-09T21:05:00Z", "second"),
        ("2024-07-09T21:05:00.123+0200", "2024-07-09T21:05:00+02:00", "second"),
        ("2024-07-09T21:05:00−04:00", "2024-07-09T21:05:00-04:00", "second"),
        ("2024-07-09T21:05:00+01:00[Europe/Paris]", "2024-07-09T21:05:00+01:00", "second"),
        ("20240709T210500Z", "2024-07-09T21:05:00Z", "second"),
        ("20240709210500", "2024-07-09T21:05:00", "second"),
        ("2024-07-09+02:00", "2024-07-09+02:00", "day"),
        ("2024-07-09T24:00:00Z", "2024-07-10T00:00:00Z", "second"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59Z", "minute"),
    ],
)
def test_iso_8601(text: str, value: str, precision: str) -> None:
    assert read(text) == (value, precision)


def test_an_iso_hour_without_minutes_is_not_made_finer() -> None:
    assert read("2024-07-09T21+02") == ("2024-07-09+02:00", "day")


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("Tue, 09 Jul 2024 21:05:00 -0400", "2024-07-09T21:05:00-04:00", "second"),
        ("Tue, 9 Jul 24 21:05 EST", "2024-07-09T21:05-05:00", "minute"),
        ("9 Jul 2024 21:05:00 GMT", "2024-07-09T21:05:00Z", "second"),
        ("Tue, 09 Jul 2024 21:05:00 -0000", "2024-07-09T21:05:00Z", "second"),
        ("Tue Jul 09 2024 21:05:00 GMT+0100 (British Summer Time)", "2024-07-09T21:05:00+01:00", "second"),
        ("Tue Jul  9 21:05:00 2024", "2024-07-09T21:05:00", "second"),
        ("Tue Jul 09 21:05:00 EDT 2024", "2024-07-09T21:05:00-04:00", "second"),
        ("1720573500", "2024-07-10T01:05:00Z", "second"),
        ("1720573500123", "2024-07-10T01:05:00Z", "second"),
    ],
)
def test_dates_of_feeds_and_programs(text: str, value: str, precision: str) -> None:
    assert read(text) == (value, precision)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("July 9, 2024, 9:05 p.m. ET", "2024-07-09T21:05-04:00", "minute"),
        ("July 9, 2024 at 9:05 PM EDT", "2024-07-09T21:05-04:00", "minute"),
        ("Updated 9:05 PM ET, Tue July 9, 2024", "2024-07-09T21:05-04:00", "minute"),
        ("Tue 9 Jul 2024 21.05 BST", "2024-07-09T21:05+01:00", "minute"),
        ("Published: 07:00 GMT, 20 November 2019", "2019-11-20T07:00Z", "minute"),
        ("Jan. 9, 2024 1:30 a.m. Pacific Time", "2024-01-09T01:30-08:00", "minute"),
        ("9 p.m. ET July 9, 2024", "2024-07-09T21:00-04:00", "minute"),
        ("12:01 am, July 9, 2024", "2024-07-09T00:01", "minute"),
        ("20 November 2019 19:36 UTC+2", "2019-11-20T19:36+02:00", "minute"),
        ("9 July 2024", "2024-07-09", "day"),
        ("9th of July 2024", "2024-07-09", "day"),
        ("Sept. 9, 2024", "2024-09-09", "day"),
        ("July\u00a02024", "2024-07", "month"),
        ("9.7.2024, 21:05 Uhr", "2024-07-09T21:05", "minute"),
        ("13/07/2024", "2024-07-13", "day"),
        ("07/13/2024", "2024-07-13", "day"),
        ("2024/07/09", "2024-07-09", "day"),
    ],
)
def test_written_dates(text: str, value: str, precision: str) -> None:
    assert read(text) == (value, precision)


@pytest.mark.parametrize(
    "text",
    ["2024-02-30", "February 30, 2024", "2023-02-29", "2024-13-01", "2023-366", "31/04/2024", "0001-01-01"],
)
def test_a_date_that_cannot_be_is_no_date(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text", ["", "2 hours ago", "may I", "yesterday", "x" * 300, "July 9", "12:00", "12345"]
)
def test_text_without_a_whole_date_is_no_date(text: str) -> None:
    assert read(text) is None


def test_a_date_whose_numbers_can_stand_in_either_order_is_no_date() -> None:
    assert read("07/09/2024") is None


def test_two_different_dates_are_no_date() -> None:
    assert read("Published July 9, 2024 | Updated July 10, 2024") is None


def test_two_different_clock_times_leave_the_day() -> None:
    assert read("Published 9:05 PM, updated 10:15 PM, July 9, 2024") == ("2024-07-09", "day")


@pytest.mark.parametrize("text", ["Tue, 09 Jul 2024 21:05:00 IST", "2024-07-09T21:05:00 XYZ"])
def test_a_zone_that_means_several_or_nothing_is_not_guessed(text: str) -> None:
    assert read(text) == ("2024-07-09T21:05:00", "second")


def test_eastern_time_is_not_guessed_in_the_hour_that_occurs_twice() -> None:
    assert read("November 3, 2024 1:30 a.m. ET") == ("2024-11-03T01:30", "minute")


def test_an_impossible_offset_is_dropped() -> None:
    assert zone_offset("+25:00", datetime(2024, 7, 9)) is None


def test_the_origin_is_passed_on() -> None:
    moment = parse_moment("2024-07-09", "meta article:published_time")
    assert moment is not None
    assert moment.origin == "meta article:published_time"


@given(st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9998, 12, 30)))
def test_any_iso_time_comes_back_as_it_was(instant: datetime) -> None:
    moment = parse_moment(instant.isoformat(timespec="seconds"), "test")
    assert moment is not None
    assert moment.value == instant.isoformat(timespec="seconds")
    assert moment.precision is Precision.SECOND
    assert moment.zone is None


_PIECES = st.sampled_from(
    [
        "2024",
        "0000",
        "9998",
        "31",
        "2",
        "02",
        "T",
        ":",
        "-",
        "/",
        ".",
        " ",
        "24",
        "60",
        "Jul",
        "May",
        "Z",
        "+14",
        "p.m.",
        "ET",
        "W53",
        "٣",
    ]
)


@given(st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=12).map("".join)))
def test_any_text_gives_a_moment_with_bounds_or_none(text: str) -> None:
    moment = parse_moment(text, "test")
    if moment is not None:
        earliest, latest = moment.bounds()
        assert earliest <= latest
