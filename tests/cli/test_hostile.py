"""Whatever happens to the command, the user reads a sentence and the case stays whole."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from hearsay.cli import main; main()"]
# Cursor movements, a new window title, a link that is not one, and an order of letters that is not theirs.
HOSTILE = "\x1b[2JQuay\x1b]0;owned\x07 \x1b]8;;https://evil.example\x07Times\x9b31m\u202e\u2066"
COMMANDS = (
    ["show", "story.case"],
    ["show", "story.case", "wire"],
    ["statements", "story.case"],
    ["search", "story.case", "rudder"],
    ["extract", "coverage"],
    ["verify", "story.case"],
    ["page", "story.case"],
    ["--help"],
)


@pytest.fixture
def case(hearsay, sources, tmp_path):
    assert hearsay("add", "-q", "story.case", sources).returncode == 0
    return tmp_path / "story.case"


@pytest.fixture
def many(tmp_path):
    """A table that takes some seconds to add."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(1500):
            text = f"“The ferry {number} sails at dawn and returns by night,” said Ada Lindqvist. " * 4
            file.write(json.dumps({"id": f"n{number}", "text": text}) + "\n")
    return path


def _started(folder, *arguments):
    # As a terminal starts it: in a process group of its own, which gets Ctrl-C as a whole. A shell that runs
    # tests in the background hands down an ignored SIGINT, which a terminal does not.
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); " + PROGRAM[2]
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("seconds", [0, 1])
def test_ctrl_c_ends_in_a_sentence_and_leaves_the_case_whole(hearsay, tmp_path, many, workers, seconds):
    running = _started(tmp_path, "add", "--workers", workers, "story.case", many)
    while not (tmp_path / "story.case").exists():
        time.sleep(0.01)
    time.sleep(seconds)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert said.strip().splitlines() == [
        "hearsay: stopped. What was saved is unharmed; run the same command again to go on"
    ]
    verified = hearsay("verify", "story.case")
    assert verified.stdout.endswith("every hash right.\n") or "it is no case yet" in verified.stderr


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the workers in /proc")
def test_a_worker_that_is_killed_is_told_in_a_sentence(hearsay, tmp_path, many):
    running = _started(tmp_path, "add", "--workers", 2, "story.case", many)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    worker = None
    while worker is None and running.poll() is None:
        for child in children.read_text().split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                worker = int(child)
        time.sleep(0.05)
    os.kill(worker, signal.SIGKILL)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 1
    assert said.startswith("hearsay: a process that read the sources was killed")
    assert len(said.splitlines()) == 1
    assert hearsay("verify", "story.case").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_told_in_a_sentence(case, tmp_path):
    for arguments in COMMANDS:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*PROGRAM, *arguments], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
            )
        (said,) = done.stderr.decode().splitlines()
        assert said.startswith("hearsay: the output: cannot be read or written (No space left on device).")
        assert done.returncode == 1


def test_a_closed_standard_output_is_no_fault(case, tmp_path):
    for arguments in COMMANDS:
        command = " ".join(["exec", sys.executable, "-c", f"'{PROGRAM[2]}'", *arguments, ">&-"])
        done = subprocess.run(["bash", "-c", command], cwd=tmp_path, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_no_text_of_a_document_commands_the_terminal(hearsay, tmp_path):
    text = f"“We will not sail {HOSTILE},” said Ada Lindqvist, the minister."
    record = {"id": f"one {HOSTILE}", "text": text, "title": HOSTILE, "outlet": HOSTILE, "author": HOSTILE}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (tmp_path / f"b {HOSTILE[:4]}.txt").write_bytes(b"\0")
    said = hearsay("add", "story.case", "a.jsonl", f"b {HOSTILE[:4]}.txt").stderr
    row = json.loads(hearsay("statements", "story.case").stdout.splitlines()[0])
    for arguments in ([], [row["statement"]], [row["appearances"][0]["document"]]):
        said += hearsay("show", "story.case", *arguments).stdout
    said += hearsay("search", "story.case", "sail").stdout
    said += hearsay("page", "story.case").stdout + (tmp_path / "story.html").read_text(encoding="utf-8")
    assert not set("\x1b\x07\x9b\u202e\u2066") & set(said)
    assert "\\x1b[2JQuay" in said


def test_the_page_never_takes_the_place_of_the_case(hearsay, sources, tmp_path):
    hearsay("add", "-q", "story.html", sources)
    before = (tmp_path / "story.html").read_bytes()
    for arguments in ([], ["-o", "story.html"], ["-o", tmp_path / "coverage" / ".." / "story.html"]):
        done = hearsay("page", "story.html", *arguments)
        assert done.returncode == 1
        assert "would take the place of the case" in done.stderr
    assert (tmp_path / "story.html").read_bytes() == before


def test_the_page_never_takes_the_place_of_a_device_or_a_pipe(hearsay, case, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "this is a device or a pipe" in hearsay("page", case, "-o", "pipe").stderr
    assert (tmp_path / "pipe").is_fifo()


def test_a_source_that_cannot_even_be_looked_at_is_refused_alone(hearsay, sources):
    done = hearsay("add", "story.case", "x" * 300, sources / "wire.txt")
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == "added 1, unchanged 0, refused 1"
    assert "File name too long" in done.stderr


def test_what_was_refused_before_is_counted_again_and_can_be_listed(hearsay, sources):
    for number in range(25):
        (sources / f"empty-{number:02}.txt").touch()
    first = hearsay("add", "story.case", sources).stderr.splitlines()
    assert first[-2] == "refused  5 more: hearsay show --refused story.case"
    again = hearsay("add", "story.case", sources).stderr.splitlines()
    assert again == [
        "added 0, unchanged 2, refused 25",
        "Refused before and still: 25. See hearsay show --refused story.case",
    ]
    listed = hearsay("show", "--refused", "story.case").stdout.splitlines()
    assert len(listed) == 50
    assert listed[1] == "    an empty file. There is nothing in it to read; fetch or save it again."
    rows = hearsay("show", "--refused", "--jsonl", "story.case").stdout.splitlines()
    assert {json.loads(row)["what"] for row in rows} == {"an empty file"}
