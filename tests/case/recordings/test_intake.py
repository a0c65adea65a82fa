"""Taking a recording in keeps its bytes, and starts the log of its custody."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from hearsay.case import Case, ledger_digest
from hearsay.case.recordings import (
    Recording,
    as_file,
    content,
    enter,
    events,
    observations,
    recording_damage,
    recordings,
    take,
)
from hearsay.errors import CaseError, SourceError
from tests.case.recordings.conftest import NOON
from tests.tape.sounds import tone


def test_the_bytes_are_kept_as_they_came(case: Case, sound: Path, kept: Recording) -> None:
    assert b"".join(content(case, kept)) == sound.read_bytes()
    assert kept.sha256 == hashlib.sha256(sound.read_bytes()).hexdigest()
    assert kept.seconds == 2.0
    with as_file(case, kept) as path:
        assert path.read_bytes() == sound.read_bytes()


def test_the_log_begins_with_receiving(case: Case, kept: Recording) -> None:
    log = [event for _, event in events(case)]
    assert [event.what for event in log] == ["received", "hashed", "copied", "inspected", "transcribed"]
    assert log[0].detail["from"] == "a guest"
    assert log[0].by == "Ada"
    assert {event.recording for event in log} == {kept.sha256}


def test_the_same_bytes_again_are_kept_once_and_their_receipt_is_logged(
    case: Case, sound: Path, kept: Recording, tmp_path: Path
) -> None:
    before = ledger_digest(case)
    copy = tmp_path / "from the waiter.wav"
    copy.write_bytes(sound.read_bytes())
    again, new = take(case, copy, by="Ida", received_from="a waiter", received_on="2021-03-05", now=NOON)
    assert (again, new) == (kept, False)
    assert ledger_digest(case) == before
    assert case.row("SELECT count(*) FROM recording_piece") == (1,)
    _, last = list(events(case, kept.sha256))[-1]
    assert (last.what, last.by, last.at) == ("received", "Ida", NOON)
    changed = last.detail["file_changed"]
    assert last.detail == {
        "again": True,
        "name": "from the waiter.wav",
        "from": "a waiter",
        "on": "2021-03-05",
        "file_changed": changed,
    }
    assert list(recording_damage(case)) == []


def test_a_file_larger_than_a_piece_is_kept_whole(case: Case, tmp_path: Path) -> None:
    long = tone(tmp_path / "long.wav", 70.0)
    kept, _ = take(case, long, by="Ada")
    assert case.row("SELECT count(*) FROM recording_piece WHERE recording = ?", (kept.key,)) == (2,)
    assert b"".join(content(case, kept)) == long.read_bytes()


def test_a_clock_that_was_set_back_is_refused(case: Case, kept: Recording) -> None:
    with pytest.raises(CaseError, match="clock"), case.transaction():
        enter(case, "noted", kept.sha256, "Ada", {}, NOON - timedelta(seconds=1))
    assert len(list(events(case))) == 5


def test_silence_is_observed(case: Case, tmp_path: Path) -> None:
    silent = tone(tmp_path / "silent.wav", 1.0, amplitude=0.0)
    kept, _ = take(case, silent, by="Ada")
    assert "silent" in {one.code for one in observations(case, kept)}


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("empty.wav", b"", "zero bytes"),
        (
            "letter.mp3",
            b"Dear Ada, no recording came with this letter.\n" * 40,
            "can be read|can read no sound",
        ),
        ("header.wav", b"RIFF\x24\x00\x00\x00WAVEfmt ", "can be read|can read no sound|neither|decoded"),
        ("list.wav", b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "can be read|can read no sound"),
    ],
)
def test_what_is_no_sound_is_refused_and_nothing_is_lost(
    case: Case, kept: Recording, tmp_path: Path, name: str, written: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(written)
    with pytest.raises(SourceError, match=said):
        take(case, tmp_path / name, by="Ada")
    assert [one.id for one in recordings(case)] == [kept.id]
    assert len(list(events(case))) == 5


def test_a_wrong_ending_is_observed_and_the_sound_taken_in(case: Case, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp3", 1.0)
    kept, _ = take(case, tmp_path / "tone.mp3", by="Ada")
    says = [one.words()[0] for one in observations(case, kept)]
    assert "The file is called .mp3, its content is WAVE." in says


def test_eight_channels_at_192_kilohertz_are_taken_in(case: Case, tmp_path: Path) -> None:
    tone(tmp_path / "studio.wav", 0.2, rate=192_000, channels=8)
    kept, _ = take(case, tmp_path / "studio.wav", by="Ada")
    assert (kept.channels, kept.rate, kept.seconds) == (8, 192_000, 0.2)


def test_a_file_that_is_cut_off_is_kept_with_what_is_left(case: Case, tmp_path: Path) -> None:
    whole = tone(tmp_path / "whole.wav", 10.0).read_bytes()
    (tmp_path / "cut.wav").write_bytes(whole[: len(whole) // 2])
    kept, _ = take(case, tmp_path / "cut.wav", by="Ada")
    assert 4.9 < kept.seconds < 5.1
