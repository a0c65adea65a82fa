"""How long, how often, and ways of speaking: none of them names days."""

import pytest

from tests.extract.times.reading import rows


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("He waited for three weeks.", "three weeks", "duration"),
        ("He waited for a year and a half.", "a year and a half", "duration"),
        ("He waited 2 1/2 years.", "2 1/2 years", "duration"),
        ("He waited for decades.", "decades", "duration"),
        ("After a two-hour meeting he left.", "two-hour", "duration"),
        ("He was silent for the past five years.", "the past five years", "duration"),
        ("Answer within 48 hours, he said.", "48 hours", "duration"),
        ("He stayed at least 30 days.", "at least 30 days", "duration"),
        ("It fell over the first nine months.", "the first nine months", "duration"),
        ("He calls her every day.", "every day", "set"),
        ("He calls her twice a week.", "twice a week", "set"),
        ("He gives a weekly address.", "weekly", "set"),
        ("He swims on Mondays.", "Mondays", "set"),
        ("The line is open 24 hours a day.", "24 hours a day", "set"),
        ("He calls her every other Friday.", "every other Friday", "set"),
        ("In the 24-hour news cycle nobody waits.", "24-hour", "generic"),
        ("The yield of the 10-year note fell.", "10-year", "generic"),
        ("One day he will be president.", "One day", "generic"),
        ("It has stood to this day.", "to this day", "generic"),
    ],
)
def test_it_is_marked_and_names_no_days(text, words, kind):
    assert (words, kind, "") in rows(text)
