"""Recordings that are handed on: the hash, the head of the log, and where each printing stands."""

from __future__ import annotations

import json

import pytest

from hearsay.case import Case, document
from hearsay.case.anchors import recording_anchor
from hearsay.case.exchange import as_line, exported, from_lines
from hearsay.case.exchange import take as take_rulings
from hearsay.case.recordings import add_transcript, head, take
from hearsay.case.rulings import rule, rulings, undo
from hearsay.export.chosen_recordings import chosen_recordings, pinned_recordings
from hearsay.export.forms import FORMS, handout
from hearsay.export.redaction import Redaction
from hearsay.export.writing import write_form
from tests.case.conftest import fill
from tests.case.readings import day, reading
from tests.tape.sounds import tone

SAID = "we shut both harbours before the first frost whatever the ministers signed"
CUT = "we shut both harbours before the first frost"
LINES = f"1\n00:00:00,500 --> 00:00:03,500\n{SAID}\n\n2\n00:00:04,000 --> 00:00:05,000\nAnd nobody laughed.\n"


def papers():
    return [
        reading(
            name,
            f"On the tape Olga Prahl said: “{words}.”",
            (words, "Olga Prahl"),
            outlet=outlet,
            published=day("2031-03-04"),
            url=f"https://{name}.example/tape",
        )
        for name, outlet, words in (("anchor", "The Anchor", SAID), ("buoy", "The Buoy", CUT))
    ]


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "story.case") as case:
        fill(case, papers())
        kept, _ = take(case, tone(tmp_path / "quay.wav", 6.0), by="Ida Falk", received_from="a stevedore")
        (tmp_path / "quay.srt").write_text(LINES, "utf-8")
        add_transcript(case, kept, tmp_path / "quay.srt", by="Ida Falk")
        rule(case, "pin", [recording_anchor(case, kept.id)], by="Ida Falk")
        yield case


def test_a_pinned_recording_is_handed_on_with_hash_head_and_places(case):
    (one,) = chosen_recordings(case, pinned_recordings(case))
    assert (one.name, one.size, one.root) == ("quay.wav", head(case).size, head(case).root)
    assert [(place.paper.outlet, place.how, place.start, place.stop) for place in one.places] == [
        ("The Anchor", ("verbatim",), 0.5, 3.5),
        ("The Buoy", ("verbatim",), 0.5, 3.5),
    ]
    anchor = document(case, "anchor").document
    assert anchor.text[slice(*one.places[0].spans[0])] == one.places[0].words
    assert one.places[0].paper.sha256 == anchor.sha256


def test_every_form_has_the_recording(case):
    handed = handout(case, "Quay", (), recordings=pinned_recordings(case))
    (one,) = handed.recordings
    for ending, form in FORMS.items():
        content = form.make(handed).decode("utf-8", "replace")
        if ending != "parquet":
            assert one.sha256 in content, ending
        if ending in ("html", "md", "prov.json"):
            assert one.root in content, ending
    listed = json.loads(FORMS["annotations.json"].make(handed))["first"]["items"]
    assert [item["target"][0]["selector"][0]["value"] for item in listed] == ["t=0.5,3.5", "t=0.5,3.5"]


def test_who_brought_it_is_in_no_form(case):
    handed = handout(case, "Quay", (), (), (), Redaction(notes=True), pinned_recordings(case))
    for ending, form in FORMS.items():
        assert b"stevedore" not in form.make(handed), ending


def test_what_a_hidden_person_printed_or_said_is_not_told_of_the_recording(case):
    (one,) = chosen_recordings(case, pinned_recordings(case), Redaction(frozenset({"buoy"})))
    assert ([place.paper.name for place in one.places], one.left_out) == (["anchor"], 1)
    (one,) = chosen_recordings(case, pinned_recordings(case), Redaction(names=frozenset({"Prahl"})))
    assert (one.places, one.left_out) == ((), 2)


def test_a_recording_stays_at_the_desk_by_its_name(case, tmp_path):
    write_form(case, tmp_path / "all.md", "Quay")
    write_form(case, tmp_path / "less.md", "Quay", leave=["quay.wav"])
    assert "quay" in (tmp_path / "all.md").read_text()
    assert "quay.wav" not in (tmp_path / "less.md").read_text().replace("\\", "")


def test_a_pin_that_was_taken_back_hands_nothing_on(case):
    (row,) = rulings(case)
    undo(case, row.ruling.id, by="Ida Falk")
    assert pinned_recordings(case) == []


def test_a_pin_on_a_recording_that_comes_later_is_found_when_it_comes(case, tmp_path):
    lines = b"".join(as_line(one) for one in exported(case))
    with Case.create(tmp_path / "copy.case") as copy:
        fill(copy, papers())
        take_rulings(copy, from_lines(lines))
        assert [row.orphaned for row in rulings(copy)] == [True]
        kept, _ = take(copy, tmp_path / "quay.wav", by="Nils Orth")
        assert [row.orphaned for row in rulings(copy)] == [False]
        assert pinned_recordings(copy) == [kept.id]
