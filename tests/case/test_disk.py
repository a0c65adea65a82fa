"""Full disks and read-only media give a clear error and an unharmed case."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.case import Case, add, overview, verify
from hearsay.case.write import store
from hearsay.errors import CaseError
from tests.case.readings import pages, reading


def _mounted(folder: Path, options: str) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with 4 MB of space."""
    folder = tmp_path / "disk"
    if not _mounted(folder, "size=4m"):
        pytest.skip("a disk of its own needs Linux and the right to mount one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_named_and_the_case_unharmed(disk: Path, tmp_path: Path) -> None:
    with Case.create(disk / "story.case") as case:
        store(case, reading("a", "Kept."))
        with pytest.raises(CaseError, match=r"disk is full|disk failed"):
            for number in range(100):
                content = os.urandom(100_000)
                store(case, reading(f"big-{number}", "Text. " * 20_000, content=content))
        kept = overview(case).versions
        assert kept >= 1
        assert {damage.what for damage in verify(case)} == {"unfinished"}
    with Case.open(disk / "story.case") as case:
        assert overview(case).versions == kept


def test_after_a_full_disk_adding_again_ends_the_work(disk: Path, tmp_path: Path) -> None:
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(3_000_000))
    sources = pages(tmp_path / "pages", 40)
    with Case.create(disk / "story.case") as case, pytest.raises(CaseError):
        add(case, sources)
    ballast.unlink()
    with Case.open(disk / "story.case", create=True) as case:
        add(case, sources)
        assert overview(case).documents == 40
        assert list(verify(case)) == []


def test_no_space_even_to_begin(disk: Path) -> None:
    (disk / "ballast").write_bytes(bytes(4 * 1024 * 1024))
    with pytest.raises(CaseError):
        Case.create(disk / "story.case")


def test_a_case_on_read_only_media_can_be_read_but_not_written(disk: Path) -> None:
    with Case.create(disk / "story.case") as case:
        store(case, reading("a", "Kept."))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with Case.open(disk / "story.case") as case:
        assert overview(case).versions == 1
        assert {damage.what for damage in verify(case)} == {"unfinished"}
    with pytest.raises(CaseError, match="cannot be written"):
        Case.open(disk / "story.case", write=True)


def test_a_case_in_a_folder_without_the_right_to_write_can_be_read(path: Path) -> None:
    with Case.create(path) as case:
        store(case, reading("a", "Kept."))
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Case.open(path) as case:
            assert overview(case).versions == 1
    finally:
        path.parent.chmod(0o755)
