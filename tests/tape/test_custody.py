"""A log of custody shows every change: what is altered, removed, added, swapped or back-dated."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import HearsayError
from hearsay.tape import custody
from hearsay.tape.custody import Event, Head

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


def entered(events):
    """The (line, hash) pairs of a log of these events, and its head."""
    pairs, previous = [], custody.BEGINNING
    for position, event in enumerate(events):
        line = custody.line(event, position, previous)
        previous = custody.digest(line)
        pairs.append((line, previous))
    return pairs, custody.head([line for line, _ in pairs])


def noted(number, minutes):
    return Event("noted", NOON + timedelta(minutes=minutes), "Ada", "ab" * 32, {"words": f"note {number}"})


@st.composite
def logs(draw, least=1):
    minutes = sorted(draw(st.lists(st.integers(0, 10_000), min_size=least, max_size=8)))
    return [noted(number, minute) for number, minute in enumerate(minutes)]


@given(logs())
def test_a_log_as_it_was_entered_has_no_fault(events):
    pairs, head = entered(events)
    assert list(custody.faults(pairs, head)) == []
    assert [custody.read(line) for line, _ in pairs] == events


@given(logs(), st.data())
def test_an_altered_character_is_found_at_its_event(events, data):
    pairs, head = entered(events)
    where = data.draw(st.integers(0, len(pairs) - 1))
    line, kept = pairs[where]
    place = data.draw(st.integers(0, len(line) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda char: char != line[place]))
    pairs[where] = (line[:place] + other + line[place + 1 :], kept)
    assert where in {fault.position for fault in custody.faults(pairs, head)}


@given(logs(), st.data())
def test_an_altered_event_is_found_even_with_a_new_hash(events, data):
    pairs, head = entered(events)
    where = data.draw(st.integers(0, len(pairs) - 1))
    line = pairs[where][0].replace('"by":"Ada"', '"by":"Ida"')
    pairs[where] = (line, custody.digest(line))
    assert list(custody.faults(pairs, head))


@given(logs(), st.data())
def test_a_removed_event_is_found(events, data):
    pairs, head = entered(events)
    del pairs[data.draw(st.integers(0, len(pairs) - 1))]
    assert list(custody.faults(pairs, head))


@given(logs(least=2), st.data())
def test_swapped_events_are_found(events, data):
    pairs, head = entered(events)
    one, other = data.draw(st.lists(st.integers(0, len(pairs) - 1), min_size=2, max_size=2, unique=True))
    pairs[one], pairs[other] = pairs[other], pairs[one]
    assert list(custody.faults(pairs, head))


@given(logs(), st.data())
def test_an_added_event_is_found_however_well_it_is_made(events, data):
    pairs, head = entered(events)
    where = data.draw(st.integers(0, len(pairs)))
    previous = pairs[where - 1][1] if where else custody.BEGINNING
    line = custody.line(noted(99, 10_000), where, previous)
    pairs.insert(where, (line, custody.digest(line)))
    assert list(custody.faults(pairs, head))


@given(logs(least=2), st.data())
def test_a_back_dated_event_is_found_in_a_log_made_anew(events, data):
    where = data.draw(st.integers(1, len(events) - 1))
    old = events[where]
    events[where] = Event(
        old.what, events[where - 1].at - timedelta(seconds=1), old.by, old.recording, old.detail
    )
    pairs, head = entered(events)
    assert where in {fault.position for fault in custody.faults(pairs, head)}


@given(logs(least=2), st.data())
def test_a_log_made_anew_is_found_by_a_head_from_outside(events, data):
    pairs, _ = entered(events)
    size = data.draw(st.integers(1, len(events)))
    outside = custody.head([line for line, _ in pairs[:size]])
    where = data.draw(st.integers(0, size - 1))
    events[where] = Event("noted", events[where].at, "Ada", "ab" * 32, {"words": "another"})
    forged, head = entered(events)
    assert list(custody.faults(forged, head)) == []
    assert custody.departs([line for line, _ in forged], outside) is not None


@given(logs(), st.data())
def test_a_log_that_went_on_continues_every_head_that_it_had(events, data):
    pairs, _ = entered(events)
    lines = [line for line, _ in pairs]
    size = data.draw(st.integers(0, len(lines)))
    assert custody.departs(lines, custody.head(lines[:size])) is None


def test_it_says_how_many_events_are_missing_at_the_end():
    pairs, head = entered([noted(0, 0), noted(1, 1), noted(2, 2)])
    (fault,) = custody.faults(pairs[:1], head)
    assert fault.why == "2 events of 3 are missing"


def test_a_head_reads_back():
    _, head = entered([noted(0, 0)])
    assert custody.read_head(head.text(), "head.json") == head


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"size":1,"root":"zz","last":"zz"}', "null"])
def test_what_is_no_head_is_refused(text):
    with pytest.raises(HearsayError, match="no head of a custody log"):
        custody.read_head(text, "head.json")


def test_the_head_of_an_empty_log_has_size_0():
    assert custody.head([]) == Head(
        0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "0" * 64
    )
