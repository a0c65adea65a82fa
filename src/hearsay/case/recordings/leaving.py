"""What leaves a case: a recording as it came in, clips of it; never a file that the log does not tell of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from hearsay.case.file import Case, storable
from hearsay.case.recordings.custody import enter
from hearsay.case.recordings.recording import Recording, as_file, write_out
from hearsay.errors import HearsayError
from hearsay.tape.clip import Clip, clip


def write_whole(case: Case, kept: Recording, target: Path, *, by: str, now: datetime | None = None) -> None:
    """Write a recording to `target`, byte for byte as it came in; raises `HearsayError` for a file there."""
    with _placed(target) as beside:
        write_out(case, kept, beside)
        detail = {"to": storable(target.name), "sha256": kept.sha256}
        with case.transaction():
            enter(case, "exported", kept.sha256, by, detail, now)


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
            detail = {
                "start": start,
                "stop": stop,
                "to": storable(target.name),
                "louder_by_decibels": made.gain,
                "sha256": hashlib.sha256(made.content).hexdigest(),
            }
            with _placed(target) as beside:
                beside.write_bytes(made.content)
                with case.transaction():
                    enter(case, "clipped", kept.sha256, by, detail, now)
            yield target, made


@contextmanager
def _placed(target: Path) -> Iterator[Path]:
    """A file beside `target`, which takes its place when it is whole and the log tells of it.

    What a killed process left beside it is written over by the next one.
    """
    if target.exists():
        raise HearsayError("there is a file already", where=str(target), remedy="Choose another name.")
    beside = target.with_name(f".{target.name}.part")
    try:
        yield beside
        beside.replace(target)
    except OSError as error:
        raise HearsayError(
            f"the file cannot be written ({error.strerror})",
            where=str(target),
            remedy="Choose another place.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()
