"""Wordings and fingerprints made on several processes are those that one process makes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hearsay.lexicon import load_table
from hearsay.link import statements
from hearsay.link.fingerprints import of_wording
from hearsay.link.joining import blocks_of
from hearsay.link.nodes import nodes_of
from hearsay.link.preparing import Prepared
from hearsay.link.wording import wording
from hearsay.model import Appearance

ODD = (
    "",
    "...",
    "“We will open the harbour to every ship that carries grain,” he said, “and close the bridge.”",
    "We will open the harb*** … to [the] ships",
    "港を開く、すべての船のために",
    "it's",
)
WORDS = [row["word"] for row in load_table("word_counts")][1:3000]
# More than two processes take at once, so that each has some.
TEXTS = [*ODD, *(" ".join(WORDS[n * k % len(WORDS)] for k in range(2, 14)) for n in range(9000))]
WITHOUT_GUARD = """
from hearsay.link.preparing import Prepared
texts = [f"We will open harbour {{n}} to the ships" for n in range({count})]
made = Prepared(texts, 2)
print(made.wording(texts[0]).words)
"""


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return Prepared(TEXTS, 2)


def test_each_text_has_its_wording(prepared: Prepared) -> None:
    for text in TEXTS:
        made, own = prepared.wording(text), wording(text)
        assert [getattr(made, name) for name in own.__slots__] == [
            getattr(own, name) for name in own.__slots__
        ]


def test_each_wording_has_its_fingerprints(prepared: Prepared) -> None:
    for text in TEXTS:
        assert frozenset(prepared.fingerprints(prepared.wording(text))) == of_wording(wording(text))


def test_blocks_are_the_same(prepared: Prepared) -> None:
    printed = [
        Appearance(f"{n:05}", f"d{n}", text, "direct", "Ana Moreau", None) for n, text in enumerate(TEXTS)
    ]
    alone = blocks_of(nodes_of(printed))
    assert [[node.members for node in block] for block in alone] == [
        [node.members for node in block]
        for block in blocks_of(nodes_of(printed, prepared.wording), prepared.fingerprints)
    ]


def test_statements_are_the_same_for_any_number_of_processes_and_any_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(statements, "WORTH", 1)
    printed = [
        Appearance(f"{n:05}", f"d{n}", text, "direct", ("Ana Moreau", None)[n % 2], None)
        for n, text in enumerate(TEXTS[:300])
    ]
    assert statements.group(printed, workers=2) == statements.group(printed[::-1], workers=1)


def test_where_no_other_process_starts_this_one_does_it_all(tmp_path: Path) -> None:
    """A script that does not ask whether it is the main one cannot be started a second time."""
    script = tmp_path / "script.py"
    script.write_text(WITHOUT_GUARD.format(count=20_000))
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0
    assert ran.stdout == "('we', 'will', 'open', 'harbour', '0', 'to', 'the', 'ships')\n"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_ctrl_c_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    guarded = WITHOUT_GUARD.format(count=400_000).replace("\n", "\n    ")
    script.write_text(f"if __name__ == '__main__':\n    {guarded}")
    running = subprocess.Popen([sys.executable, script], stderr=subprocess.DEVNULL, start_new_session=True)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    try:
        started = _until(lambda: children.read_text().split())
        time.sleep(1)
        os.killpg(running.pid, signal.SIGINT)
        running.wait(30)
        assert started
        assert _until(lambda: not any(_lives(int(pid)) for pid in started))
    finally:
        running.kill()


def _until(holds, seconds: float = 30):
    end = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def _lives(pid: int) -> bool:
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
