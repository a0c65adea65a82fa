"""Who was first is told only as far as the stated times tell it."""

from __future__ import annotations

import random

from hearsay.link.spread import Sighting, spread
from hearsay.model import Moment, Precision


def seen(name, when=None, zone="Z", outlet=None, country=None, copied=False):
    moment = None
    if when is not None:
        precision = Precision.DAY if len(when) == 10 else Precision.MINUTE
        moment = Moment(when, precision, zone, "test")
    return Sighting(name, name, outlet or f"{name} Post", country, None, "en", moment, copied)


def names(sightings):
    return [one.name for one in sightings]


def test_the_first_is_the_earliest_whose_time_says_so():
    found = spread([seen("b", "2031-03-05T10:00"), seen("a", "2031-03-05T09:00")])
    assert names(found.first) == ["a"]
    assert names(found.dated) == ["a", "b"]


def test_all_that_can_be_the_first_tie():
    found = spread(
        [
            seen("clock", "2031-03-05T09:00"),
            seen("day", "2031-03-05"),
            seen("no zone", "2031-03-05T12:00", None),
            seen("late", "2031-03-05T09:30"),
        ]
    )
    assert names(found.first) == ["clock", "day", "no zone"]


def test_zones_are_taken_into_account():
    found = spread([seen("east", "2031-03-05T10:00", "+03:00"), seen("west", "2031-03-05T08:30", "Z")])
    assert names(found.first) == ["east"]


def test_undated_documents_are_never_placed():
    found = spread([seen("a", "2031-03-05T09:00"), seen("undated")])
    assert names(found.undated) == ["undated"]
    assert names(found.dated) == ["a"]
    assert [lag.outlet for lag in found.lags] == ["a Post"]
    assert sum(day.documents for day in found.days) == 1


def test_where_nothing_is_dated_nothing_is_first():
    assert spread([seen("a"), seen("b")]).first == ()


def test_a_lag_is_as_wide_as_the_stated_times_leave_it():
    found = spread([seen("a", "2031-03-05T09:00"), seen("b", "2031-03-05T11:30"), seen("c", "2031-03-06")])
    assert [(lag.outlet, lag.least, lag.most) for lag in found.lags] == [
        ("a Post", 0, 0),
        ("b Post", 2 * 3600 + 30 * 60 - 59, 2 * 3600 + 30 * 60 + 59),
        ("c Post", 15 * 3600 - 59, 39 * 3600 - 1),
    ]


def test_where_two_can_be_the_first_neither_is_called_that():
    found = spread([seen("a", "2031-03-05T09:00"), seen("day", "2031-03-05"), seen("c", "2031-03-05T12:00")])
    minutes = [(lag.outlet, lag.least // 60, lag.most // 60) for lag in found.lags]
    assert minutes == [("a Post", 0, 9 * 60), ("c Post", 3 * 60 - 1, 12 * 60), ("day Post", 0, 15 * 60 - 1)]


def test_an_outlets_lag_is_that_of_its_earliest_document():
    found = spread(
        [
            seen("a", "2031-03-05T09:00"),
            seen("b2", "2031-03-05T12:00", outlet="B"),
            seen("b1", "2031-03-05T10:00", outlet="B"),
        ]
    )
    assert [(lag.outlet, lag.first.name) for lag in found.lags] == [("a Post", "a"), ("B", "b1")]


def test_countries_are_counted_the_unknown_last():
    found = spread(
        [
            seen("a", country=None),
            seen("b", country="Halvern"),
            seen("c", country=None),
            seen("d", country="Belmora"),
        ]
    )
    assert [(one.name, one.documents) for one in found.countries] == [
        ("Belmora", 1),
        ("Halvern", 1),
        (None, 2),
    ]


def test_who_only_copied_is_counted():
    assert spread([seen("a"), seen("b", copied=True)]).copied == 1


def test_the_order_of_the_documents_does_not_matter():
    given = [seen("a", "2031-03-05"), seen("b", "2031-03-05"), seen("c", "2031-03-04T23:00"), seen("d")]
    expected = spread(given)
    for seed in range(5):
        random.Random(seed).shuffle(given)
        assert spread(given) == expected
