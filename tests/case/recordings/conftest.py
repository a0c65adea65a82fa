"""A case with a recording and a transcript."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearsay.case import Case
from hearsay.case.recordings import Recording, add_transcript, take
from tests.tape.sounds import tone

NOON = datetime(2021, 3, 4, 12, tzinfo=UTC)
SRT = """1
00:00:00,000 --> 00:00:01,000
We will not send a ship

2
00:00:01,000 --> 00:00:02,000
into that strait.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.case"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return tone(tmp_path / "harbour.wav", 2.0)


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    case = Case.create(path)
    yield case
    with suppress(sqlite3.ProgrammingError):  # a test may have closed it, to tamper with the file
        case.close()


@pytest.fixture
def kept(case: Case, sound: Path, tmp_path: Path) -> Recording:
    recording, _ = take(case, sound, by="Ada", received_from="a guest", now=NOON)
    (tmp_path / "harbour.srt").write_text(SRT)
    add_transcript(case, recording, tmp_path / "harbour.srt", by="Ada", now=NOON)
    return recording
