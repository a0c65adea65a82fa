"""Figures and dates are worded so that nobody reads more into them than is there."""

import pytest

from hearsay.case import AppearanceRow, StatementRow
from hearsay.export.counts import carried_by, count, date_text, first_seen, reach
from hearsay.model import Moment, Precision


def appearance(outlet, published):
    return AppearanceRow(
        "a", "d", "note", None, outlet, published, "direct", "speech", "Ada", ((0, 4),), "Four"
    )


def row(*appearances):
    return StatementRow("s", "Ada", "Four", len({a.outlet for a in appearances} - {None}), 1, appearances)


MORNING = Moment("2031-03-04T08:30", Precision.MINUTE, "+01:00", "json-ld datePublished")


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (None, "no date found"),
        (MORNING, "2031-03-04 08:30 (UTC+01:00)"),
        (Moment("2031-03-04T08:30", Precision.MINUTE, "Z", "feed"), "2031-03-04 08:30 (UTC)"),
        (Moment("2031-03-04T08:30", Precision.MINUTE, None, "byline"), "2031-03-04 08:30 (zone not stated)"),
        (Moment("2031-03", Precision.MONTH, None, "address"), "2031-03"),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(moment, text):
    assert date_text(moment) == text


def test_one_of_a_thing_is_singular():
    assert (count(1, "outlet"), count(1204, "outlet")) == ("1 outlet", "1,204 outlets")


def test_the_first_is_the_earliest_seen_in_this_case_and_never_an_undated_one():
    assert first_seen(row(appearance("Quay Times", MORNING))) == (
        "Earliest seen in this case: Quay Times, 2031-03-04 08:30 (UTC+01:00) (note)."
    )
    assert "unknown, no appearance has a date" in first_seen(row(appearance("Quay Times", None)))


def test_outlets_are_named_once_and_an_unknown_one_is_none():
    several = row(*(appearance(name, MORNING) for name in ("Quay Times", None, "Quay Times", "Pilot")))
    assert carried_by(several) == "Carried by Quay Times, Pilot."
    assert reach(several) == "2 known outlets, 1 document, 4 appearances"
    assert carried_by(row(appearance(None, MORNING))) == "No outlet is known that carries it."


def test_many_outlets_are_counted():
    many = row(*(appearance(f"Paper {number}", MORNING) for number in range(11)))
    assert carried_by(many).endswith("Paper 7 and 3 more.")
