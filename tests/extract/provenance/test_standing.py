"""Who vouches for a recording or paper, who disputes it, and what leaves it open."""

from __future__ import annotations

import pytest

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Artefact, Document
from tests.extract.provenance.marking import read

AIRED = "CNN aired a recording of the dinner. "
ONE = [
    ("{Petkov}1 <said>1 [the recording is a montage]1.", "disputed", "Petkov"),
    ("{Petkov}1 <dismissed>1 [the recording as a forgery]1.", "disputed", "Petkov"),
    ("{Petkov}1 <denied>1 [that the recording was genuine]1.", "disputed", "Petkov"),
    ("{Petkov}1 <called>1 [the recording a fake]1.", "disputed", "Petkov"),
    ("[“This is a deepfake,”]1 {Petkov}1 <said>1.", "disputed", "Petkov"),
    ("{Ada Holt}1 <said>1 [that the recording was authentic]1.", "authenticated", "Ada Holt"),
    ("{Ada Holt}1 <confirmed>1 [the authenticity of the recording]1.", "authenticated", "Ada Holt"),
    ("The recording was authenticated by Ada Holt.", "authenticated", "Ada Holt"),
    ("Ada Holt verified the recording.", "authenticated", "Ada Holt"),
    ("The recording is genuine.", "authenticated", None),
    ("The recording has been authenticated.", "authenticated", None),
]
OPEN = [
    "{Reuters}1 <could not verify>1 [the authenticity of the recording]1.",
    "The recording has not been authenticated.",
    "It is unclear whether the recording is genuine.",
    "{Petkov}1 <asked>1 [if the recording was genuine]1.",
    "{Petkov}1 <denied>1 [that the recording was doctored]1.",
    "{Petkov}1 <did not say>1 [if the recording was genuine]1.",
    "He fears that somebody may have manipulated the recording.",
    "{Petkov}1 <urged>1 [them to complain if they believe the recording is fake]1.",
    "{The ministry}1 <could not confirm>1 [if the recording of the call that ran on Friday is authentic]1.",
    "{Petkov}1 <said>1 [the only montage was that five talks were on one recording]1.",
    "{Petkov}1 <said>1 [fake clips go round beside the recording]1.",
    "A fake war report was found beside the recording.",
    "Experts were asked to authenticate the recording.",
]


def recording(marked: str) -> Artefact:
    text, attributions = read(marked)
    found = with_warrant(Document("d", "n", "", text), tokenize(text), attributions)
    (one,) = [each for each in found.artefacts if each.kind == "recording"]
    return one


@pytest.mark.parametrize(("marked", "standing", "judge"), ONE)
def test_who_judges_a_recording_is_told_with_the_word(marked: str, standing: str, judge: str | None) -> None:
    found = recording(AIRED + marked)
    assert [(each.standing, each.judge) for each in found.judgements] == [(standing, judge)]
    assert (found.standing, found.judge) == (standing, judge)


@pytest.mark.parametrize("marked", OPEN)
def test_doubt_a_question_and_other_things_leave_it_open(marked: str) -> None:
    found = recording(AIRED + marked)
    assert (found.standing, found.judgements) == ("open", ())


def test_all_judgements_are_kept_and_one_dispute_makes_it_disputed() -> None:
    found = recording(
        AIRED
        + "{Petkov}1 <said>1 [the recording is a forgery]1. {Ada Holt}2 <said>2 [the recording is genuine]2."
    )
    assert [(each.standing, each.judge) for each in found.judgements] == [
        ("disputed", "Petkov"),
        ("authenticated", "Ada Holt"),
    ]
    assert (found.standing, found.judge) == ("disputed", "Petkov")
