"""What README tells people to type works, and what it links to is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """An empty folder in which the example lies where README says."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_runs(workplace):
    commands = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("hearsay ")]
    assert len(commands) >= 6
    for line in commands:
        done = subprocess.run(
            [sys.executable, "-c", "from hearsay.cli import main; main()", *shlex.split(line)[1:]],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (line, done.returncode, done.stderr if done.returncode else "") == (line, 0, "")
        assert done.stdout or line.startswith("hearsay add")


def test_every_make_target_exists():
    targets = {word for block in blocks("sh") for word in re.findall(r"^make (\w+)", block, re.M)}
    targets |= set(re.findall(r"`make (\w+)`", README))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {target for target in targets if not re.search(rf"^{target}:", makefile, re.M)} == set()


def test_the_python_example_runs(workplace, capsys):
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Corwin Ashdale 1")
    assert lines[3].startswith("Corwin Ashdale ")
    assert any(line.startswith("headline certain ") for line in lines[6:])


@pytest.mark.parametrize(
    "page", ["README.md", *sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs").rglob("*.md"))]
)
def test_every_link_to_a_file_leads_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    local = [link for link in links if link and not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not ((ROOT / page).parent / link).exists()] == []
