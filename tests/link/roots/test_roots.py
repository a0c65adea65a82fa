"""Reliances followed to their ends: worked examples, those of docs/methods/independence.md among them."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.alike import bounds
from hearsay.link.outlets.directory import name_key
from hearsay.link.roots import Carrier, origin_of, roots
from hearsay.model import ChainLink, Copy, Credit, Moment, Passage, Precision

WORDS = "“There will be no toll on that bridge,”"


def carrier(name, text, outlet=None, hour=9, credits=(), copies=(), page=None, beside=()):
    """`credits` are (printed name, outlet, how, whether an agency), at their first place in the text."""
    start = text.index(WORDS)
    moment = None if hour is None else Moment(f"2031-03-05T{hour:02}:00", Precision.MINUTE, "Z", "test")
    found = []
    for printed, credited, how, agency in credits:
        place = text.find(printed)
        span = None if how == "byline" else (place, place + len(printed))
        found.append(Credit(name, printed, credited, agency, how, span))
    return Carrier(
        name,
        page or name,
        None if outlet is None else name_key(outlet),
        bounds(moment),
        text,
        (((start, start + len(WORDS)),),),
        tuple(found),
        tuple(copies),
        beside,
    )


def told(carriers, present=()):
    found = roots(carriers, frozenset(map(name_key, present)))
    return (
        [(root.kind, root.name, root.reached_by) for root in found.known],
        found.unknown,
        found.circular,
    )


AT_THE_BRIEFING = carrier("first", f"{WORDS} Ilse Borg said at a press conference.", "The Dunmoor Echo")


def test_a_press_conference_is_a_known_root_however_many_were_there():
    other = carrier("second", f"{WORDS} Ms Borg told reporters.", "Vellin Post")
    assert told([AT_THE_BRIEFING, other]) == (
        [("event", "the press conference", ("first", "second"))],
        (),
        (),
    )


def test_who_credits_another_beside_the_words_relies_on_it():
    other = carrier(
        "second",
        f"{WORDS} she said, the Dunmoor Echo reported.",
        "Vellin Post",
        12,
        [("Dunmoor Echo", "The Dunmoor Echo", "reported", False)],
    )
    assert told([AT_THE_BRIEFING, other]) == ([("event", "the press conference", ("first",))], (), ())


def test_an_outlet_outside_the_case_is_a_root_itself():
    one = carrier(
        "one", f"{WORDS} she said, the Marsh Herald reported.", "Vellin Post", 12,
        [("Marsh Herald", "Marsh Herald", "reported", False)],
    )  # fmt: skip
    assert told([one]) == ([("outlet", "Marsh Herald", ("one",))], (), ())


def test_what_somebody_told_the_paper_itself_is_an_interview():
    one = carrier(
        "one", f"{WORDS} she told the Vellin Post.", "Vellin Post", 12,
        [("Vellin Post", "Vellin Post", "told", False)],
    )  # fmt: skip
    assert told([one]) == ([("interview", "Vellin Post", ("one",))], (), ())


def test_nothing_told_is_unknown_and_never_independent():
    assert told([carrier("one", f"{WORDS} she said.")]) == ([], ("one",), ())


def test_a_copy_of_an_unknown_one_adds_no_second_unknown():
    source = carrier("wire", f"{WORDS} she said. It rained.", "HPA", 8)
    text = f"{WORDS} she said. It rained."
    copy = Copy(
        "paper",
        "wire",
        "wire copy",
        ("time",),
        True,
        1.0,
        1.0,
        (Passage((0, len(text)), (0, len(text)), 9, 4),),
    )
    paper = carrier("paper", text, "Vellin Post", 10, copies=[(copy, "HPA")])
    assert told([source, paper]) == ([], ("wire",), ())


def test_what_was_not_in_the_copied_words_is_not_from_there():
    copy = Copy("paper", "wire", "lifted", ("time",), False, 0.2, 0.2, (Passage((60, 90), (0, 30), 9, 9),))
    paper = carrier(
        "paper", f"{WORDS} Borg said at a press conference. This is from elsewhere.", "Vellin Post", 10,
        copies=[(copy, "HPA")],
    )  # fmt: skip
    assert told([paper]) == ([("event", "the press conference", ("paper",))], (), ())


def test_a_circle_of_credits_is_one_unknown_and_reported():
    one = carrier(
        "one", f"{WORDS} writes the Marsh Herald.", "Vellin Post", None,
        [("Marsh Herald", "Marsh Herald", "reported", False)],
    )  # fmt: skip
    two = carrier(
        "two", f"{WORDS} the Vellin Post reported.", "Marsh Herald", None,
        [("Vellin Post", "Vellin Post", "reported", False)],
    )  # fmt: skip
    three = carrier(
        "three", f"{WORDS} according to the Vellin Post.", "The Dunmoor Echo", None,
        [("Vellin Post", "Vellin Post", "reported", False)],
    )  # fmt: skip
    assert told([one, two, three]) == ([], (), (("one", "two"),))


def test_who_airs_a_recording_is_no_source_of_the_answer_to_it():
    one = carrier(
        "one",
        f"{WORDS} Borg said at a briefing about the recording aired by Sable One.",
        "Vellin Post",
        12,
        [("Sable One", "Sable One", "obtained", False)],
    )
    assert told([one], present=["Sable One"]) == ([("event", "the press conference", ("one",))], (), ())


def test_nobody_relies_on_what_was_printed_later_for_certain():
    early = carrier(
        "early", f"{WORDS} the Dunmoor Echo reported.", "Vellin Post", 8,
        [("Dunmoor Echo", "The Dunmoor Echo", "reported", False)],
    )  # fmt: skip
    late = carrier("late", f"{WORDS} Borg told a rally.", "The Dunmoor Echo", 12)
    assert told([early, late])[0] == [
        ("event", "the speech", ("late",)),
        ("outlet", "The Dunmoor Echo", ("early",)),
    ]


def test_a_recording_counts_only_where_the_words_are_said_to_be_on_it():
    on = f"{WORDS} she is heard saying on a recording."
    about = f"{WORDS} she said of the recording."
    start = on.index(WORDS), on.index(WORDS) + len(WORDS)
    found = origin_of(on, (start,))
    assert found is not None
    assert (found.kind, found.name, on[slice(*found.span)]) == ("artefact", "the recording", "recording")
    assert origin_of(about, (start,)) is None


def test_the_speakers_other_words_tell_where_these_are_from():
    text = f"“It is dark,” she is heard saying on the tape. Nobody answered. Rain fell. {WORDS} she adds."
    one = carrier("one", text, "Vellin Post", beside=(((0, 13),),))
    assert told([one]) == ([("artefact", "the recording", ("one",))], (), ())


def test_an_outlets_reporting_of_what_it_was_told_is_the_interview():
    told_it = carrier(
        "one", f"{WORDS} she told the Marsh Herald.", "Vellin Post", 12,
        [("Marsh Herald", "Marsh Herald", "told", False)],
    )  # fmt: skip
    reported = carrier(
        "two", f"{WORDS} the Marsh Herald reported.", "The Dunmoor Echo", 12,
        [("Marsh Herald", "Marsh Herald", "reported", False)],
    )  # fmt: skip
    assert told([told_it, reported])[0] == [("interview", "Marsh Herald", ("one", "two"))]


def by_chain(one, name="the recording"):
    return replace(one, links=(ChainLink(name, (0, 1), "recorded", "artefact"),))


def test_a_chain_tells_of_a_thing_where_another_outlet_has_it_from_there_too():
    silent = carrier("silent", f"{WORDS} she says.", "Vellin Post")
    heard = carrier("heard", f"{WORDS} she says on a recording.", "Marsh Herald")
    assert told([by_chain(silent)]) == ([], ("silent",), ())
    assert told([by_chain(silent), heard]) == ([("artefact", "the recording", ("heard", "silent"))], (), ())


def test_a_chain_tells_of_an_outlet_that_has_the_words():
    one = carrier("one", f"{WORDS} she said.", "Vellin Post", 12)
    linked = replace(one, links=(ChainLink("Dunmoor Echo", (0, 1), "reported", "outlet"),))
    assert told([AT_THE_BRIEFING, linked])[0] == [("event", "the press conference", ("first",))]


def test_the_order_of_the_documents_does_not_matter():
    carriers = [
        AT_THE_BRIEFING,
        carrier("b", f"{WORDS} she said.", "Vellin Post", None),
        carrier("c", f"{WORDS} she wrote in a letter.", None, 3),
    ]
    expected = roots(carriers)
    for seed in range(5):
        random.Random(seed).shuffle(carriers)
        assert roots(carriers) == expected


@given(
    st.text(alphabet=st.sampled_from("ab .\n”“tape on briefing"), max_size=300),
    st.integers(0, 300),
    st.integers(1, 50),
)
def test_an_origin_is_where_the_text_says(text, start, length):
    content = (min(start, len(text)), min(start + length, len(text)))
    found = origin_of(text, (content,))
    if found is not None:
        assert text[slice(*found.span)].strip()
        assert not content[0] <= found.span[0] < content[1]
