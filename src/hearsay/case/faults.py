"""What can go wrong with the file, the disk and the database, in words a reporter can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay.errors import CaseBusyError, CaseError


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system raise into a `CaseError` with its remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except UnicodeDecodeError as error:
        raise CaseError(
            f"the file is damaged (text in it is not UTF-8: {error.reason})",
            where=str(path),
            remedy=_EXPLANATIONS["SQLITE_CORRUPT"][1],
        ) from error


_ANOTHER = "Name a case file, or a path where there is no file yet to start a new case."
_AGAIN = "Run the same command again; what was saved before is unharmed."

# SQLite's result codes: what each means to the person at the keyboard, and what to do.
_EXPLANATIONS = {
    "SQLITE_FULL": ("the disk is full", f"Free some space. {_AGAIN}"),
    "SQLITE_READONLY": ("the file cannot be written to", "Copy the case to a folder where you may write."),
    "SQLITE_CANTOPEN": ("the file cannot be opened", "Check its permissions and those of its folder."),
    "SQLITE_PERM": ("the system denies access to the file", "Check its permissions."),
    "SQLITE_AUTH": ("the system denies access to the file", "Check its permissions."),
    "SQLITE_NOTADB": ("this is not a Hearsay case", _ANOTHER),
    "SQLITE_CORRUPT": ("the file is damaged", "Restore a copy, or start a new case from the same sources."),
    "SQLITE_IOERR": ("the disk failed", f"Check the disk and its free space. {_AGAIN}"),
    "SQLITE_CONSTRAINT": ("the case does not fit together", "Run `hearsay verify` on it."),
}


def _explained(error: sqlite3.Error, path: Path) -> CaseError:
    """The `CaseError` for what SQLite said of the file at `path`."""
    where = str(path)
    name: str = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CaseBusyError(
            "another program is writing to this case",
            where=where,
            remedy="Wait until it has finished, or stop it; reading the case works meanwhile.",
        )
    for code, (what, remedy) in _EXPLANATIONS.items():
        if name.startswith(code):
            return CaseError(f"{what} ({error})", where=where, remedy=remedy)
    return CaseError(
        f"the database failed ({error})", where=where, remedy="Run `hearsay verify` on the case."
    )
