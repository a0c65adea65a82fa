"""What a benchmark of detectors is asked for, and the recordings that somebody has."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from benchmarks.tapes.making import Room, Samples
from hearsay.tape.media import inspect
from hearsay.tape.sound import Sound


def asked(about: str | None, tapes: int) -> argparse.Namespace:
    """How many `tapes` are made, of which `seed`, and the `real` files: `None` where no folder is given."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--tapes", type=int, default=tapes)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--real", type=_files, help="a folder with recordings nobody has edited")
    return parser.parse_args()


def _files(folder: str) -> list[Path]:
    return sorted(path for path in Path(folder).iterdir() if path.is_file())


def real(path: Path) -> tuple[Samples, Room]:
    """A recording that was not made here, at 32 kHz at most, and a room for what is done to it."""
    where = Room(0, 0, 0, 0, 0.3, "en-us+m3", 50, min(32_000, inspect(path).rate))
    return Sound(path, where.rate).whole().astype(np.float64), where
