"""Copies of recordings are gone afterwards, also where the process that made them was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hearsay.case import Case
from hearsay.case.recordings import copies, take
from hearsay.errors import HearsayError

MAKES_ONE_AND_WAITS = """
import time
from hearsay.case.recordings import copies
with copies.folder() as folder:
    (folder / "recording.wav").write_bytes(b"secret")
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of these tests alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_a_folder_is_ones_own_and_gone_afterwards(temporary: Path) -> None:
    with copies.folder() as folder:
        assert folder.parent == temporary
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "recording.wav").write_bytes(b"secret")
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_is_taken_away_and_what_a_living_one_has_is_not(temporary: Path) -> None:
    made = [
        subprocess.Popen([sys.executable, "-c", MAKES_ONE_AND_WAITS], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    killed, living = (Path(one.stdout.readline().strip()) for one in made if one.stdout)
    made[0].send_signal(signal.SIGKILL)
    made[0].wait()
    assert (killed / "recording.wav").exists()
    copies.clear()
    assert not killed.exists()
    assert (living / "recording.wav").exists()
    made[1].send_signal(signal.SIGKILL)
    made[1].wait()
    with copies.folder() as folder:
        assert {path.name.partition(".")[0] for path in temporary.iterdir()} == {folder.name}


def test_taking_a_recording_in_clears_too(case: Case, sound: Path, temporary: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAKES_ONE_AND_WAITS], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    take(case, sound, by="Ada")
    assert list(temporary.iterdir()) == []


def test_where_nothing_can_be_written_it_says_so(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (temporary / "full").write_bytes(b"")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "full"))
    with pytest.raises(HearsayError, match="no temporary file can be written"), copies.folder():
        pass
