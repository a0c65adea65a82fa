"""A recording's samples, and what its decoder says of it."""

import numpy as np
import pytest
import soundfile

from hearsay.tape import programs
from hearsay.tape.sound import Sound

RATE = 16_000


@pytest.fixture
def damaged(tmp_path):
    """An MP3 of which a stretch is overwritten."""
    path = tmp_path / "damaged.mp3"
    noise = np.random.default_rng(1).standard_normal(10 * RATE) * 0.1
    soundfile.write(path, noise, RATE, format="MP3", subtype="MPEG_LAYER_III")
    content = bytearray(path.read_bytes())
    content[8000:12000] = bytes(4000)
    path.write_bytes(content)
    return path


@pytest.mark.skipif(programs.find("ffmpeg") is None, reason="ffmpeg is not installed")
def test_a_decoder_complains_of_the_same_damage_in_the_same_words(damaged):
    complaints = set()
    for _ in range(3):
        sound = Sound(damaged, RATE)
        sound.whole()
        complaints.add(sound.complaint)
    assert len(complaints) == 1
    assert "0x" not in complaints.pop()
