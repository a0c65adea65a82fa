"""The recording of the example case, its doctored copy, and how the case's quotations stand on both."""

from __future__ import annotations

import json
import wave
from pathlib import Path
from typing import Any

import pytest

from hearsay.case import Case
from hearsay.case.recordings import Recording, add_transcript, recording_damage, take
from hearsay.tape import programs
from hearsay.tape.comparing import Tape, lay
from hearsay.tape.transcripts import read


def tape(example: Path, name: str) -> Tape:
    return Tape(read((example / "tape" / name).read_bytes(), name))


def test_every_quotation_stands_on_the_tape_as_the_key_says(key: dict[str, Any], example: Path) -> None:
    spoken = tape(example, "transcript.vtt")
    attributions = {attribution["id"]: attribution for attribution in key["attributions"]}
    for answer in key["on_tape"]:
        laid = lay(attributions[answer["attribution"]]["text"], spoken)
        assert sorted(laid.how) == sorted(answer["how"]), answer
        if answer["how"] != ["absent"]:
            assert (laid.start, laid.stop) == (answer["from"], answer["to"]), answer


@pytest.mark.parametrize(
    ("printed", "on_tape", "on_copy"),
    [
        ("I will sink every ship you have.", ("verbatim",), ("verbatim",)),
        (
            "I will sink every ship you have. I don't give a shit whose flag is on it.",
            ("verbatim",),
            ("altered",),
        ),
        ("Nobody is that foolish", ("verbatim",), ("verbatim",)),
        ("It's so quiet you can hear the guy translating", ("verbatim",), ("absent",)),
        (
            "But a third is plenty. A third of a thing like that is plenty.",
            ("verbatim",),
            ("out of order",),
        ),
        (
            "I will sink every ship you have … nobody is that foolish",
            ("spliced",),
            ("cut",),
        ),
    ],
)
def test_the_doctored_copy_says_other_things(
    example: Path, printed: str, on_tape: tuple[str, ...], on_copy: tuple[str, ...]
) -> None:
    assert lay([printed], tape(example, "transcript.vtt")).how == on_tape
    assert lay([printed], tape(example, "dinner-27b-short.vtt")).how == on_copy


@pytest.fixture(scope="module")
def taken(example: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Recording, Recording]:
    path = tmp_path_factory.mktemp("tapes") / "dinner.case"
    with Case.create(path) as case:
        whole, _ = take(case, example / "tape/dinner-27b.ogg", by="Ada")
        short, _ = take(case, example / "tape/dinner-27b-short.ogg", by="Ada")
        add_transcript(case, whole, example / "tape/transcript.vtt", by="Ada")
        add_transcript(case, short, example / "tape/dinner-27b-short.vtt", by="Ada")
    return path, whole, short


def test_the_recordings_are_as_long_as_their_transcripts_and_edits(
    taken: tuple[Path, Recording, Recording], example: Path
) -> None:
    path, whole, short = taken
    edits = json.loads((example / "tape/edits.json").read_text("utf-8"))
    assert whole.seconds == pytest.approx(252.0, abs=0.1)
    assert short.seconds == pytest.approx(sum(edit["to"] - edit["from"] for edit in edits), abs=0.1)
    with Case.open(path) as case:
        assert list(recording_damage(case)) == []


@pytest.mark.skipif(
    not (programs.find("espeak-ng") and programs.find("ffmpeg")),
    reason="espeak-ng or ffmpeg is not installed",
)
def test_the_script_makes_the_recording(example: Path, tmp_path: Path) -> None:
    """Other versions of espeak-ng sound otherwise, but speak at the same time."""
    import subprocess
    import sys

    subprocess.run([sys.executable, str(example / "make_tape.py"), str(tmp_path)], check=True, timeout=600)
    assert (tmp_path / "dinner-27b-short.vtt").read_bytes() == (
        example / "tape/dinner-27b-short.vtt"
    ).read_bytes()
    order = ["ffmpeg", "-v", "error", "-i", str(tmp_path / "dinner-27b.ogg"), str(tmp_path / "made.wav")]
    subprocess.run(order, check=True)
    with wave.open(str(tmp_path / "made.wav")) as made:
        assert made.getnframes() / made.getframerate() == pytest.approx(252.0, abs=0.1)
