"""One writer at a time: a lock that the operating system takes back when its process ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from hearsay.errors import CaseBusyError


class WriterLock:
    """The right to write to the case (or into the folder) at `path`; taken at once or not at all.

    The lock is on a small file beside the case, never on the case itself: closing any other handle on a
    database would drop SQLite's own locks in this process (POSIX `fcntl`). The file is there only
    while somebody writes; one that a killed process left behind locks nobody out.
    """

    ENDING = ".writer"

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + self.ENDING)
        self._handle: int | None = None

    def take(self, where: str) -> None:
        """Take the lock; raises `CaseBusyError` if another has it, `OSError` if its file cannot be made."""
        while True:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            if not _lock(handle):
                holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() if _POSIX else ""
                os.close(handle)
                raise CaseBusyError(
                    f"another program{f' (process {holder})' if holder else ''} is writing to this case",
                    where=where,
                    remedy="Wait until it has finished, or stop it; reading the case works meanwhile.",
                )
            if _still_there(handle, self._path):
                break
            os.close(handle)  # its last holder removed the file between our opening and our locking it
        if _POSIX:
            # Who holds it is a courtesy to the next one; a full disk will be reported by who needs it.
            with suppress(OSError):
                os.ftruncate(handle, 0)
                os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; harmless if it was not taken."""
        if self._handle is None:
            return
        if _POSIX:
            self._path.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = None


if sys.platform == "win32":
    import msvcrt

    _POSIX = False

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _still_there(handle: int, path: Path) -> bool:
        return True  # Windows does not remove a file that is open

else:
    import fcntl

    _POSIX = True

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _still_there(handle: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:
            return False
