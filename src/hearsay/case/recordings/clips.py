"""Clips of recordings: written out to be listened to, and entered in the log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from hearsay.case.file import Case, storable
from hearsay.case.recordings.custody import enter
from hearsay.case.recordings.recording import Recording, as_file
from hearsay.errors import HearsayError
from hearsay.tape.clip import Clip, clip


def write_clips(
    case: Case,
    kept: Recording,
    wanted: Iterable[tuple[float, float, Path]],
    *,
    by: str,
    now: datetime | None = None,
) -> Iterator[tuple[Path, Clip]]:
    """Write stretches (from, to in seconds, where to) of a recording as WAVE files of one loudness.

    Raises `HearsayError` for times that are not in it, and where there is a file already.
    """
    with as_file(case, kept) as path:
        for start, stop, target in wanted:
            made = clip(path, kept.rate, start, stop, of=kept.seconds)
            try:
                with target.open("xb") as file:
                    file.write(made.content)
            except FileExistsError as error:
                raise HearsayError(
                    "there is a file already", where=str(target), remedy="Choose another name."
                ) from error
            detail = {
                "start": start,
                "stop": stop,
                "to": storable(target.name),
                "louder_by_decibels": made.gain,
                "sha256": hashlib.sha256(made.content).hexdigest(),
            }
            with case.transaction():
                enter(case, "clipped", kept.sha256, by, detail, now)
            yield target, made
