"""What a recording looks like, column by column."""

import numpy as np

from hearsay.tape.picture import picture
from hearsay.tape.sound import Sound
from tests.tape.sounds import tone


def test_a_tone_is_as_loud_as_it_was_made_and_lies_in_its_band(tmp_path):
    path = tone(tmp_path / "tone.wav", 2.0, amplitude=0.5)
    shown = picture(Sound(path, 16_000), 2.0, 10, 8)
    assert np.allclose(shown.highs, 0.5, atol=0.02)
    assert np.allclose(shown.lows, -0.5, atol=0.02)
    assert {int(row.argmax()) for row in shown.spectrum} == {0}


def test_what_is_shorter_than_a_frame_has_a_picture_too(tmp_path):
    shown = picture(Sound(tone(tmp_path / "short.wav", 0.01), 16_000), 0.01, 10, 8)
    assert shown.spectrum.shape == (10, 8)
