import os
import socket
import subprocess
from pathlib import Path

import pytest

from hearsay.collect.walk import walk
from hearsay.model import Refusal


def _walked(path: Path) -> tuple[list[str], list[Refusal], dict[str, str]]:
    """Names of files in their order, refusals, and what was passed over by the end of its location."""
    over: dict[str, str] = {}
    outcomes = list(walk(path, passed_over=lambda where, why: over.update({where.rpartition("/")[2]: why})))
    files = [outcome[0].name for outcome in outcomes if not isinstance(outcome, Refusal)]
    return files, [outcome for outcome in outcomes if isinstance(outcome, Refusal)], over


def test_folders_are_walked_by_name_in_byte_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y/x.txt", "B.txt", "é.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert _walked(tmp_path)[0] == ["B.txt", "x.txt", "z.txt", "b.txt", "é.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.txt").touch()
    (tmp_path / ".DS_Store").touch()
    assert _walked(tmp_path) == ([], [], {".git": "hidden", ".DS_Store": "hidden"})


def test_a_hidden_file_that_is_named_is_taken(tmp_path: Path) -> None:
    (tmp_path / ".note.txt").touch()
    assert _walked(tmp_path / ".note.txt")[0] == [".note.txt"]


def test_a_loop_of_links_is_refused_once_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "a" / "story.txt").touch()
    (tmp_path / "self").symlink_to(tmp_path / "self")
    files, refused, _ = _walked(tmp_path)
    assert files == ["story.txt"]
    assert [refusal.location.rpartition("/")[2] for refusal in refused] == ["back", "self"]
    assert refused[0].what == "a link back to a folder that holds it"
    assert "symbolic links" in refused[1].what


def test_a_folder_reached_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story.txt").touch()
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert _walked(tmp_path) == (["story.txt"], [], {"b": "a folder already read under another name"})


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nowhere")
    ((refused,),) = (_walked(tmp_path)[1],)
    assert refused.remedy == "The link leads nowhere: remove it"


def test_pipes_and_sockets_are_passed_over_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.fspath(tmp_path / "socket"))
        assert _walked(tmp_path) == ([], [], {"pipe": "a named pipe", "socket": "a socket"})


@pytest.mark.parametrize("path", ["/dev/null", "/nowhere/at/all", "a\0b"])
def test_what_is_named_and_is_no_file_is_refused(path: str) -> None:
    files, (refused,), _ = _walked(Path(path))
    assert files == []
    assert refused.what
    assert refused.remedy
    assert refused.location.isprintable()


def test_the_parts_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Story.html").touch()
    for folder in ("Story_files", "my_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.html").touch()
    files, _, over = _walked(tmp_path)
    assert files == ["Story.html", "my_files.html"]
    assert list(over) == ["Story_files"]


def test_a_tree_deeper_than_the_stack(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    here = Path.cwd()
    try:
        os.chdir(tmp_path / "deep")
        for _ in range(1200):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(here)
    try:
        files, refused, _ = _walked(tmp_path)
    finally:
        subprocess.run(["rm", "-rf", tmp_path / "deep"], check=True)  # pytest's own cleaning recurses
    assert files == []
    assert len(refused) <= 1  # the system's longest path


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    ((refused,),) = (_walked(tmp_path)[1],)
    assert "Allow yourself" in refused.remedy
