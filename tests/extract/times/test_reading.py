"""What holds of any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.times.vocabulary import vocabulary
from tests.extract.times.reading import expressions, rows

WORDS = st.sampled_from(sorted(form for form in vocabulary().codes if "\0" not in form))
NUMBERS = st.integers(0, 2300).map(str)
TEXTS = st.lists(WORDS | NUMBERS | st.sampled_from(["\n\n", "x", "-"]), max_size=30).map(" ".join)
DAYS = st.sampled_from([None, "2024-09-18", "2024-02-29", "1000-01-01", "9998-12-31", "2024-09", "2024"])


@given(st.text(max_size=200) | TEXTS, DAYS)
def test_any_text_is_read_and_every_span_is_a_stretch_of_it(text, published):
    spans = [each.span for each in expressions(text, published)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(TEXTS, DAYS)
def test_days_are_in_order_and_the_first_reading_is_the_expressions_own(text, published):
    for each in expressions(text, published):
        assert not each.earliest or not each.latest or each.earliest <= each.latest
        if each.readings and "year unknown" not in each.basis:
            assert (each.readings[0].earliest, each.readings[0].latest) == (each.earliest, each.latest)
        assert len(each.readings) != 1


@given(TEXTS, TEXTS)
def test_what_comes_after_a_paragraph_changes_nothing_before_it(text, more):
    before = rows(text + "\n\nHe left.")
    assert rows(text + "\n\nHe left.\n\n" + more)[: len(before)] == before


def test_twenty_thousand_numerals_are_read_in_no_time():
    assert len(expressions("million " * 20_000 + "years")) <= 1
