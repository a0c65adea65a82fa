"""A small story on disk, and the command as a user runs it."""

import subprocess
import sys

import pytest

PAGE = """<!doctype html><html lang="en"><head><title>Ferry will not sail, minister says - Quay Times</title>
<meta property="og:site_name" content="Quay Times">
<link rel="canonical" href="https://quaytimes.example/ferry">
<meta property="article:published_time" content="2031-03-04T08:30:00+01:00">
</head><body><article><h1>Ferry will not sail, minister says</h1>
<p>The night ferry to the islands will stay in port until the spring, the transport minister, Ada Lindqvist,
told reporters in the harbour hall on Tuesday morning.</p>
<p>“We will not send a ship into that strait with a cracked rudder,” Lindqvist said. “I have told the owners
so three times.”</p>
<p>The owners have asked the court for an order, and islanders have begun to collect signatures against the
decision, which leaves four villages without a connection for the rest of the winter.</p>
</article></body></html>
"""
WIRE = (
    "Ada Lindqvist, the transport minister, on Tuesday stopped the night ferry.\n\n"
    "“We will not send a ship into that strait with a cracked rudder,” Lindqvist said.\n"
)


@pytest.fixture
def sources(tmp_path):
    """A page, a wire text and a file that cannot be read."""
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "quay-times.html").write_text(PAGE, encoding="utf-8")
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    return folder


@pytest.fixture
def hearsay(tmp_path):
    """Run `hearsay ARGUMENTS...` in its own process, in an empty folder."""

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-c", "from hearsay.cli import main; main()", *map(str, arguments)],
            capture_output=True,
            cwd=tmp_path,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
