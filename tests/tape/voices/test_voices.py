"""Likeness of voices: scores of one voice lie above those of two, and too little speech is no answer."""

import shutil

import numpy as np
import pytest

from hearsay.errors import HearsayError
from hearsay.export.likeness import likeness_text
from hearsay.tape.aligning.speech import speak
from hearsay.tape.voices import RATE, likeness
from hearsay.tape.voices.mels import spoken
from hearsay.tape.voices.network import embedding

pytestmark = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")

LINES = [
    "The harbour was quiet and the ships lay at anchor until the wind turned.",
    "Nobody on the quay had seen the pilot since the evening before the storm.",
    "A third of the cargo went over the side before they reached the light.",
    "They counted the barrels twice and wrote the number into the old book.",
    "In the morning a boat came out and asked for the name of the captain.",
    "He said that he would answer when the harbour master was on board.",
]


@pytest.fixture(scope="module")
def he():
    return np.concatenate(list(speak(LINES, "en-us+m7")))


@pytest.fixture(scope="module")
def she():
    return np.concatenate(list(speak(LINES, "en-gb+f4")))


def test_a_voice_is_more_like_itself_than_like_another(he, she):
    halves = np.array_split(he, 2)
    found = likeness(halves[0][: round(2.2 * RATE)], [halves[1]], [she], highest=8000)
    assert found.same[len(found.same) // 2] > max(found.other)
    assert found.score > max(found.other)
    assert found.one_file


def test_the_same_sound_gives_the_same_numbers(he):
    one, again = embedding(spoken(he)), embedding(spoken(he))
    assert np.array_equal(one, again)
    assert np.linalg.norm(one) == pytest.approx(1.0, abs=1e-5)


def test_what_lies_above_the_narrower_recording_does_not_count(he):
    sharp = he + 0.05 * np.sin(2 * np.pi * 6000 * np.arange(len(he)) / RATE).astype(np.float32)
    dull = likeness(he[: 4 * RATE], [he], [], highest=4000)
    assert likeness(sharp[: 4 * RATE], [sharp], [], highest=4000).score == pytest.approx(dull.score, abs=0.02)


def test_silence_has_no_voice(he):
    with pytest.raises(HearsayError, match=r"0\.0 s of speech"):
        likeness(np.zeros(5 * RATE, np.float32), [he], [], highest=8000)


def test_too_few_references_are_no_distribution(he):
    with pytest.raises(HearsayError, match="at least 5 are needed"):
        likeness(he[: 3 * RATE], [he[: 4 * RATE]], [], highest=8000)


def test_every_answer_warns_of_imitations(he):
    text = likeness_text(likeness(he[: 3 * RATE], [he], [], highest=8000))
    assert "No verdict" in text
    assert "nothing to compare with" in text
