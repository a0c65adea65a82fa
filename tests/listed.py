"""Cases that are written one to a line in a file beside their test."""

from __future__ import annotations

from pathlib import Path


def lines(test: str, name: str) -> list[str]:
    """The lines of the file `name` beside the file `test`, without those that begin with #."""
    text = Path(test).with_name(name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
