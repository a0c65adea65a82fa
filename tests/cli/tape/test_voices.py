"""`hearsay tape voices` on the example's recording."""

import shutil
from pathlib import Path

import pytest

TAPE = Path(__file__).parents[3] / "examples/dinner-tape/tape"

pytestmark = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")


def test_the_other_voices_of_the_tape_are_what_a_score_is_compared_with(hearsay, tmp_path):
    hearsay("tape", "add", "story.case", TAPE / "dinner-27b.ogg")
    hearsay("tape", "transcript", "story.case", TAPE / "transcript.vtt")
    hearsay("tape", "clip", "story.case", "60", "120", "reference.wav")
    done = hearsay("tape", "voices", "story.case", "1:27", "1:31", "--reference", "reference.wav")
    assert done.returncode == 0, done.stderr
    assert "The same person," in done.stdout
    assert "No verdict." in done.stdout
