"""Clips are of one loudness, and leave the recording as it is."""

import io
import wave

import numpy as np
import pytest

from hearsay.errors import HearsayError
from hearsay.tape.clip import clip, loudening
from tests.tape.sounds import tone


def level(content):
    with wave.open(io.BytesIO(content)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768
    return 10 * np.log10(np.mean(samples**2))


@pytest.mark.parametrize("amplitude", [0.01, 0.1, 0.5])
def test_a_clip_has_the_same_loudness_however_loud_the_recording_is(tmp_path, amplitude):
    path = tone(tmp_path / "tone.wav", 3.0, amplitude=amplitude)
    made = clip(path, 8000, 1.0, 2.0, of=3.0)
    assert made.seconds == 1.0
    assert level(made.content) == pytest.approx(-20.0, abs=0.2)


def test_no_sample_goes_beyond_full_scale():
    click = np.full(16000, 0.001, np.float32)
    click[5000] = 0.8
    assert loudening(click, 8000) == pytest.approx(0.94, abs=0.05)


def test_silence_stays_silence():
    assert loudening(np.zeros(8000, np.float32), 8000) == 0.0


@pytest.mark.parametrize(("start", "stop"), [(-1, 1), (2, 1), (5, 6), (1, 1)])
def test_times_that_are_not_in_it_are_refused(tmp_path, start, stop):
    path = tone(tmp_path / "tone.wav", 1.0)
    with pytest.raises(HearsayError, match="no stretch of it"):
        clip(path, 8000, start, stop, of=1.0)
