"""A recording's samples, and what its decoder says of it."""

import numpy as np
import pytest
import soundfile

from hearsay.tape import programs
from hearsay.tape.levels import levels
from hearsay.tape.sound import Sound
from tests.tape.sounds import tone

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


@pytest.fixture(params=["ffmpeg", "libsndfile"])
def decoder(request, tmp_path, monkeypatch):
    """Each of the two ways in which sound is read."""
    if request.param == "libsndfile":
        monkeypatch.setenv("PATH", str(tmp_path))
    elif programs.find("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    return request.param


def test_two_channels_together_are_no_louder_than_each(tmp_path, decoder):
    path = tone(tmp_path / "tone.wav", rate=RATE, channels=2, amplitude=0.9)
    assert np.abs(Sound(path, RATE).whole()).max() == pytest.approx(0.9, abs=0.01)
    assert levels(Sound(path, RATE).channels(), RATE).peak == pytest.approx(-0.9, abs=0.1)


def test_channels_that_cancel_each_other_are_not_silent(tmp_path, decoder):
    wave = np.sin(np.arange(RATE) / 10) * 0.5
    soundfile.write(tmp_path / "both.wav", np.stack([wave, -wave], axis=1), RATE)
    found = levels(Sound(tmp_path / "both.wav", RATE).channels(), RATE)
    assert found.peak == pytest.approx(-6.0, abs=0.1)
    assert found.silent == 0.0


def test_what_stands_before_the_damage_is_read(tmp_path, decoder):
    noise = np.random.default_rng(1).standard_normal(10 * RATE) * 0.1
    soundfile.write(tmp_path / "whole.flac", noise, RATE)
    content = (tmp_path / "whole.flac").read_bytes()
    (tmp_path / "half.flac").write_bytes(content[: len(content) // 2])
    sound = Sound(tmp_path / "half.flac", RATE)
    assert 4.5 < len(sound.whole()) / RATE < 5.1
    assert sound.complaint
