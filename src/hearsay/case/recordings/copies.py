"""Folders for copies of a recording, gone afterwards: also those of a process that was killed.

A killed process takes nothing away. What it left is known by its lock, which the operating system took back,
and the next process that needs such a folder, or takes a recording in, takes it away.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from hearsay.case.lock import WriterLock
from hearsay.errors import CaseBusyError, HearsayError

_PREFIX = "hearsay-"


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder that nobody else may read, among the system's temporary files."""
    clear()
    place = Path(tempfile.gettempdir(), _PREFIX + token_hex(8))
    lock = WriterLock(place)
    try:
        lock.take(str(place))
        place.mkdir(mode=0o700)
    except OSError as error:
        lock.release()
        raise HearsayError(
            f"no temporary file can be written ({error.strerror})",
            where=str(place.parent),
            remedy="Make room there, or name another folder in TMPDIR.",
        ) from error
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        lock.release()


def clear() -> None:
    """Take away what this user's killed processes left: folders whose lock nobody holds."""
    for held in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*{WriterLock.ENDING}"):
        with suppress(OSError, CaseBusyError):  # somebody else's, or gone meanwhile, or in use
            if hasattr(os, "getuid") and held.lstat().st_uid != os.getuid():
                continue
            left = held.with_name(held.name.removesuffix(WriterLock.ENDING))
            lock = WriterLock(left)
            lock.take(str(left))
            shutil.rmtree(left, ignore_errors=True)
            lock.release()
