"""Programs of other people that are used where this machine has them: ffmpeg, ffprobe, exiftool."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache

from hearsay.errors import HearsayError
from hearsay.lexicon import load_table

# What may be opened: the file that was named. A playlist that is called a recording could otherwise make
# ffmpeg read other files or ask servers.
_PROTOCOLS = "file,pipe"


def find(name: str) -> str | None:
    """Where the program `name` is, or `None`."""
    return shutil.which(name)


def run(arguments: Sequence[str], *, given: bytes = b"", seconds: float = 600.0) -> tuple[int, bytes, str]:
    """Run a program on what it is `given`, to its end: its exit code, its output, and its complaints.

    Raises `HearsayError` where it does not end within `seconds`.
    """
    try:
        done = subprocess.run(arguments, input=given, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise HearsayError(
            f"{arguments[0]} did not end within {seconds:g} seconds",
            remedy="The file may be damaged or made to stop programs; look at it on a machine you can spare.",
        ) from error
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


@cache
def opening() -> tuple[str, ...]:
    """The options under which ffmpeg and ffprobe open a file of strangers."""
    containers = ",".join(name for row in load_table("tape_containers") for name in row["names"].split(","))
    return ("-v", "error", "-protocol_whitelist", _PROTOCOLS, "-format_whitelist", containers)
