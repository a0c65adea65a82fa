"""The case file: opened for reading by many, for writing by one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from hearsay.case import schema
from hearsay.case.faults import failures
from hearsay.case.lock import WriterLock
from hearsay.errors import CaseError, NotFoundError

# How long to wait for somebody who holds SQLite's own write lock without ours (the sqlite3 shell, say).
_PATIENCE_SECONDS = 5.0
_READER_CACHE_KIB = 16 * 1024
# Fingerprints arrive in random order; on 400,000 attributions 16 MiB of cache took twice the time.
_WRITER_CACHE_KIB = 96 * 1024

Row = tuple[Any, ...]


class Case:
    """One story's ledger in one file; a context manager that closes it.

    Open it with `Case.open` or `Case.create`. Every failure of the file, the disk or the database
    underneath is a `CaseError` that says where and what to do, and leaves the case as it was before the
    transaction in which it happened.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None, version: int
    ) -> None:
        self.path = path
        self.version = version
        self._connection = connection
        self._lock = lock

    @classmethod
    def create(cls, path: str | os.PathLike[str]) -> Self:
        """Start a new case and open it for writing; raises `CaseError` if there is something at `path`.

        What an interrupted creation left (an empty file) does not count as something.
        """
        place = _resolved(path)
        lock = _writer_lock(place)
        try:
            connection = _connect(place, "rwc")
            try:
                with failures(place):
                    if schema.state(connection) != 0:
                        raise CaseError(
                            "there is a file already",
                            where=str(place),
                            remedy="Choose another name, or open the case that is there.",
                        )
                    return cls._for_writing(place, connection, lock, 0)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, write: bool = False, create: bool = False) -> Self:
        """Open a case, for reading unless `write`; with `create`, start one where there is none.

        A case of an older version is brought up to date first. Raises `NotFoundError` where there is no
        file, `CaseError` for what is no case or a damaged or newer one, `CaseBusyError` to a second writer.
        """
        place = _resolved(path)
        if not place.exists():
            if create:
                return cls.create(place)
            raise NotFoundError(
                "there is no case here",
                where=str(place),
                remedy="Check the path, or start a case with: hearsay add CASE SOURCE...",
            )
        version = _version_of(place)
        if version == 0 and not create:
            raise CaseError(
                "the file is empty; it is no case yet",
                where=str(place),
                remedy="Fill it with: hearsay add CASE SOURCE...",
            )
        if not write and not create and version == schema.newest():
            return cls(place, _connect_reader(place), None, version)
        lock = _writer_lock(place)
        try:
            connection = _connect(place, "rw")
            try:
                with failures(place):
                    # Asked again under the lock: another writer may have upgraded the file meanwhile.
                    found = schema.check(schema.state(connection), str(place))
                    case = cls._for_writing(place, connection, lock, found)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise
        if write or create:
            return case
        case.close()
        return cls.open(place)

    @classmethod
    def _for_writing(
        cls, place: Path, connection: sqlite3.Connection, lock: WriterLock, version: int
    ) -> Self:
        if connection.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
            raise CaseError(
                "this disk cannot hold a case, as it does not let two programs share a file",
                where=str(place),
                remedy="Put the case on a local disk.",
            )
        connection.execute(f"PRAGMA cache_size = -{_WRITER_CACHE_KIB}")
        schema.migrate(connection, version)
        connection.execute("PRAGMA foreign_keys = ON")
        return cls(place, connection, lock, schema.newest())

    @property
    def writable(self) -> bool:
        """Whether this handle holds the right to write."""
        return self._lock is not None

    def close(self) -> None:
        """Close the file, and leave everything in it in one piece if this was the writer."""
        try:
            if self._lock is not None:
                # Fails only where a reader is still at an older state; what is committed stays committed.
                with suppress(sqlite3.OperationalError):
                    self._connection.execute("PRAGMA busy_timeout = 0")
                    self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[Row]:
        """The rows of a query, one at a time; raises `CaseError`."""
        with failures(self.path):
            # Not `yield from`: a reader who stops early would have the cursor of a closed file closed.
            for row in self._connection.execute(sql, values):  # noqa: UP028
                yield row

    def row(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row of a query, or `None`; raises `CaseError`."""
        with failures(self.path):
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def write(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run one change; returns the key of the row that it inserted, if it did; raises `CaseError`."""
        with failures(self.path):
            return self._connection.execute(sql, values).lastrowid or 0

    def write_all(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run one change for each of many rows; raises `CaseError`."""
        with failures(self.path):
            self._connection.executemany(sql, values)

    @property
    def changes(self) -> int:
        """How many rows this handle has written since it was opened."""
        return self._connection.total_changes

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens, or none of it; raises `CaseError`, also if this handle only reads."""
        if self._lock is None:
            raise CaseError(
                "the case is open for reading only",
                where=str(self.path),
                remedy="Open it with Case.open(path, write=True).",
            )
        with failures(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with failures(self.path):
                self._connection.execute("COMMIT")
        except BaseException:
            # SQLite has already rolled back after some errors (a full disk).
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment, whatever a writer does meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        with failures(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            # Nothing was written, so that a file too damaged even to end reading loses nothing by it.
            with suppress(sqlite3.DatabaseError):
                self._connection.execute("ROLLBACK")


def storable(text: str) -> str:
    """Text as UTF-8 can hold it: what stands for a byte of a file name that is not UTF-8 is written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _resolved(path: str | os.PathLike[str]) -> Path:
    # Two names of one file must meet in one lock.
    return Path(path).resolve()


def _writer_lock(place: Path) -> WriterLock:
    lock = WriterLock(place)
    try:
        lock.take(str(place))
    except FileNotFoundError as error:
        raise CaseError(
            "its folder does not exist", where=str(place), remedy=f"Make the folder {place.parent} first."
        ) from error
    except OSError as error:
        raise CaseError(
            f"the case cannot be written here ({error.strerror})",
            where=str(place),
            remedy="Copy the case to a disk and folder where you may write and where there is space.",
        ) from error
    return lock


def _connect(place: Path, mode: str) -> sqlite3.Connection:
    with failures(place):
        return sqlite3.connect(
            f"file:{quote(os.fsencode(place))}?mode={mode}",
            uri=True,
            timeout=_PATIENCE_SECONDS,
            isolation_level=None,
        )


def _connect_reader(place: Path) -> sqlite3.Connection:
    # With the right to write, the last one to leave can tidy up SQLite's files beside the case.
    tidy = os.access(place, os.W_OK) and os.access(place.parent, os.W_OK)
    connection = _connect(place, "rw" if tidy else "ro")
    try:
        with failures(place):
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except CaseError as error:
        connection.close()
        # A WAL database needs a file beside it, which read-only media cannot take. Where no such file is
        # there, nobody can be writing, and the file may be read as one that never changes.
        name = getattr(error.__cause__, "sqlite_errorname", "")
        if _has_log(place) or not name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise
        connection = _connect(place, "ro&immutable=1")
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA cache_size = -{_READER_CACHE_KIB}")
    return connection


def _has_log(place: Path) -> bool:
    log = place.with_name(place.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _version_of(place: Path) -> int:
    if place.is_dir():
        raise CaseError("this is a folder, not a case", where=str(place), remedy="Name a case file.")
    connection = _connect_reader(place)
    try:
        with failures(place):
            return schema.check(schema.state(connection), str(place))
    finally:
        connection.close()
