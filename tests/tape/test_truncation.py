"""A file that breaks off says so, whatever its decoder makes of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hearsay.case import Case
from hearsay.case.recordings import observations, take
from hearsay.tape.truncation import breaks_off
from tests.tape.sounds import tone

TAPE = Path(__file__).parents[2] / "examples/dinner-tape/tape/dinner-27b.ogg"


def cut(path, size):
    path.write_bytes(path.read_bytes()[:size])
    return path


def test_a_whole_file_does_not_break_off(tmp_path):
    assert breaks_off(tone(tmp_path / "whole.wav")) is None
    assert breaks_off(TAPE) is None


def test_a_wave_file_without_its_end_says_how_much_is_missing(tmp_path):
    assert breaks_off(cut(tone(tmp_path / "cut.wav"), 6044)) == "10,000 of 16,000 bytes"


def test_a_wave_file_written_to_a_pipe_states_no_size(tmp_path):
    path = tone(tmp_path / "piped.wav")
    content = bytearray(path.read_bytes())
    content[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    assert breaks_off(path) is None


@pytest.mark.parametrize("size", [100_000, 300_000, 430_000])
def test_an_ogg_file_without_its_last_page_breaks_off(tmp_path, size):
    path = tmp_path / "cut.ogg"
    path.write_bytes(TAPE.read_bytes()[:size])
    assert breaks_off(path) is not None


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_an_mp4_without_its_end_breaks_off(tmp_path):
    path = tmp_path / "tone.m4a"
    order = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=5", "-movflags", "faststart", str(path)]
    subprocess.run(order, check=True)
    assert breaks_off(path) is None
    assert breaks_off(cut(path, path.stat().st_size - 1000)) is not None


@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"OggS", b"RIFF\0\0\0\0WAVEdata", b"\0\0\0\x08ftyp", b"FORM1234AIFF"]
)
def test_the_beginnings_of_files_raise_nothing(tmp_path, content):
    path = tmp_path / "short"
    path.write_bytes(content)
    breaks_off(path)


def test_what_breaks_off_is_taken_in_and_says_so(tmp_path):
    with Case.create(tmp_path / "story.case") as case:
        kept, _ = take(case, cut(tone(tmp_path / "cut.wav"), 6044), by="Ada")
        assert ("breaks_off", "10,000 of 16,000 bytes") in [
            (one.code, one.value) for one in observations(case, kept)
        ]
