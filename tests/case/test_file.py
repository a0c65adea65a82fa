"""Opening, locking, and everything that can be wrong with the file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hearsay.case import Case, overview, schema
from hearsay.case.write import store
from hearsay.errors import CaseBusyError, CaseError, NotFoundError
from tests.case.readings import reading


def test_a_new_case_is_empty_and_of_the_newest_version(path: Path) -> None:
    with Case.create(path) as case:
        assert case.version == schema.newest()
        assert overview(case).versions == 0


def test_a_closed_case_is_one_file(path: Path) -> None:
    with Case.create(path) as case:
        store(case, reading("a", "Text."))
    with Case.open(path) as case:
        assert overview(case).versions == 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_creating_over_a_file_is_refused(path: Path) -> None:
    path.write_text("my notes")
    with pytest.raises(CaseError):
        Case.create(path)
    assert path.read_text() == "my notes"
    path.unlink()
    Case.create(path).close()
    with pytest.raises(CaseError, match="there is a file already"):
        Case.create(path)


def test_opening_what_is_not_there_says_how_to_start(path: Path) -> None:
    with pytest.raises(NotFoundError, match="hearsay add"):
        Case.open(path)
    assert not path.exists()


def test_open_can_create(path: Path) -> None:
    with Case.open(path, create=True) as case:
        assert case.writable


@pytest.mark.parametrize("content", [b"my notes, quite long ones " * 100, b"\x1f\x8b\x08\x00" + bytes(5000)])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for write in (False, True):
        with pytest.raises(CaseError, match="not a Hearsay case"):
            Case.open(path, write=write)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="not a Hearsay case"):
        Case.open(path, write=True, create=True)
    assert path.read_bytes() == before


def test_a_case_of_a_newer_program_is_refused(path: Path) -> None:
    Case.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    connection.close()
    with pytest.raises(CaseError, match="newer Hearsay"):
        Case.open(path)


def test_what_an_interrupted_creation_leaves_is_taken_up(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with pytest.raises(CaseError, match="empty"):
        Case.open(path)
    with Case.open(path, create=True) as case:
        assert overview(case).versions == 0


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="folder"):
        Case.open(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="its folder does not exist"):
        Case.create(tmp_path / "nowhere" / "story.case")


def test_a_second_writer_is_told_who_writes(path: Path) -> None:
    with Case.create(path), pytest.raises(CaseBusyError, match=f"process {os.getpid()}"):
        Case.open(path, write=True)
    Case.open(path, write=True).close()


def test_a_second_writer_is_told_under_another_name_of_the_file(path: Path) -> None:
    link = path.with_name("link.case")
    with Case.create(path):
        link.symlink_to(path)
        with pytest.raises(CaseBusyError):
            Case.open(link, write=True)


def test_a_killed_writer_locks_nobody_out(path: Path) -> None:
    program = (
        "import os, signal, sys; from hearsay.case import Case; "
        "case = Case.open(sys.argv[1], create=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", program, path], check=False)
    assert killed.returncode == -9
    with Case.open(path, write=True) as case:
        store(case, reading("a", "Text."))


def test_a_program_that_bypasses_the_lock_is_reported_as_a_writer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearsay.case.file._PATIENCE_SECONDS", 0.05)
    Case.create(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Case.open(path, write=True) as case, pytest.raises(CaseBusyError):
        store(case, reading("a", "Text."))
    other.close()


def test_a_reader_sees_the_last_whole_state_while_somebody_writes(path: Path) -> None:
    with Case.create(path) as writer:
        store(writer, reading("a", "Text."))
        with Case.open(path) as reader:
            with writer.transaction():
                writer.write("UPDATE document SET name = 'b'")
                seen: list[object] = []
                thread = threading.Thread(target=lambda: seen.append(_names(path)))
                thread.start()
                thread.join(timeout=2)
                assert seen == [["a"]]
                assert [name for (name,) in reader.rows("SELECT name FROM document")] == ["a"]
            assert [name for (name,) in reader.rows("SELECT name FROM document")] == ["b"]


def _names(path: Path) -> list[str]:
    with Case.open(path) as reader:
        return [name for (name,) in reader.rows("SELECT name FROM document")]


def test_a_snapshot_is_of_one_moment(path: Path) -> None:
    with Case.create(path) as writer, Case.open(path) as reader, reader.snapshot():
        assert overview(reader).versions == 0
        store(writer, reading("a", "Text."))
        assert overview(reader).versions == 0


def test_a_reader_cannot_write(path: Path) -> None:
    Case.create(path).close()
    with Case.open(path) as case:
        with pytest.raises(CaseError, match="reading only"):
            store(case, reading("a", "Text."))
        with pytest.raises(CaseError, match="cannot be written"):
            case.write("DELETE FROM document")


def test_a_transaction_that_fails_leaves_nothing(case: Case) -> None:
    with pytest.raises(ZeroDivisionError), case.transaction():
        case.write("INSERT INTO outlet (name) VALUES ('The Tribune')")
        raise ZeroDivisionError
    assert case.row("SELECT count(*) FROM outlet") == (0,)


def test_a_truncated_file_is_refused_as_damaged(path: Path) -> None:
    with Case.create(path) as case:
        store(case, reading("a", "Some text. " * 5000))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CaseError, match="damaged"), Case.open(path) as case:
        overview(case)
