"""A whole case as lines of JSON, one row of a table each, and the same case again from such lines.

The first line says which program wrote them and in which version of the format; docs/data-model.md says what
the tables and columns mean. Bytes are in base64. What is only there to find things faster is left out and
made anew.
"""

from __future__ import annotations

import base64
import binascii
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from hearsay import __version__
from hearsay.case import schema
from hearsay.case.faults import failures
from hearsay.case.file import Case
from hearsay.case.grouping import group_pending
from hearsay.case.verifying import verify
from hearsay.errors import CaseError, HearsayError

_KIND = "hearsay case"
# Counts that triggers remove when what they count is added: they come last.
_LAST = ("roots",)
_TOLD = "Take a file that `hearsay export` wrote, and take it whole."


def whole_case(case: Case) -> Iterator[bytes]:
    """Everything that a case holds, a line at a time, always in the same order."""
    with case.snapshot():
        yield _line({"what": _KIND, "version": case.version, "hearsay": __version__})
        for table, columns in _tables(case):
            names = ", ".join(columns)
            order = ", ".join(map(str, range(1, len(columns) + 1)))
            for row in case.rows(f"SELECT {names} FROM {table} ORDER BY {order}"):
                yield _line({table: dict(zip(columns, map(_out, row), strict=True))})


def take_whole(path: str | os.PathLike[str], lines: Iterable[bytes], where: str = "") -> None:
    """Make a new case at `path` of such lines, of this or an earlier version, and check all of it.

    Raises `CaseError` where there is something at `path` already, `HearsayError` with the line for what is no
    such file or does not fit together; nothing is left at `path` then.
    """
    target = Path(path)
    if target.exists():
        raise CaseError(
            "there is a file already", where=str(target), remedy="Choose another name for the new case."
        )
    try:
        with failures(target):
            _write(target, iter(lines), where)
        with Case.open(target, write=True) as case:
            # Of an earlier version some things are to be concluded anew.
            group_pending(case)
            for damage in verify(case):
                raise HearsayError(
                    f"what the file holds does not fit together: {damage.what} {damage.where}: {damage.why}",
                    where=where,
                    remedy=_TOLD,
                )
    except BaseException:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{target}{ending}").unlink(missing_ok=True)
        raise


def _write(target: Path, lines: Iterator[bytes], where: str) -> None:
    version = _head(next(lines, b""), where)
    connection = sqlite3.connect(target, isolation_level=None)
    try:
        schema.migrate(connection, 0, to=version)
        tables = {
            table: frozenset(
                name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            )
            for (table,) in connection.execute(_NAMES)
        }
        connection.execute("BEGIN")
        for number, line in enumerate(lines, 2):
            if not line.strip():
                continue
            table, row = _row(line, tables, number, where)
            try:
                connection.execute(
                    f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
                    tuple(row.values()),
                )
            except (
                sqlite3.IntegrityError,
                sqlite3.InterfaceError,
                sqlite3.OperationalError,
                OverflowError,
            ) as error:
                raise _bad(number, f"does not fit into the table {table} ({error})", where) from error
        connection.execute("COMMIT")
    finally:
        connection.close()


def _head(line: bytes, where: str) -> int:
    try:
        head = msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError):
        head = {}
    version = head.get("version")
    if head.get("what") != _KIND or not isinstance(version, int) or version < 1:
        raise HearsayError("this is no case in lines", where=where, remedy=_TOLD)
    return schema.check(version, where)


def _row(
    line: bytes, tables: dict[str, frozenset[str]], number: int, where: str
) -> tuple[str, dict[str, Any]]:
    try:
        ((table, row),) = msgspec.json.decode(line, type=dict[str, dict[str, Any]]).items()
        values = {column: _in(value) for column, value in row.items()}
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, binascii.Error) as error:
        raise _bad(number, f"is no row of a table ({error})", where) from error
    if table not in tables or not values or not values.keys() <= tables[table]:
        raise _bad(number, "names a table or a column that a case of its version does not have", where)
    return table, values


def _bad(number: int, what: str, where: str) -> HearsayError:
    return HearsayError(f"line {number} {what}", where=where, remedy=_TOLD)


# What was worked out of the rest and kept is worked out again.
_NAMES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
    "AND name NOT LIKE 'sqlite_%' AND name <> 'kept'"
)


def _tables(case: Case) -> list[tuple[str, list[str]]]:
    """The tables that hold something of their own, by name, with their columns."""
    own = [name for (name,) in case.rows(_NAMES)]
    return [
        (
            table,
            [name for (name,) in case.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))],
        )
        for table in sorted(own, key=lambda name: (name in _LAST, name))
    ]


def _out(value: Any) -> Any:
    return {"base64": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _in(value: Any) -> Any:
    if isinstance(value, dict):
        (coded,) = value.values()
        return base64.b64decode(coded, validate=True)
    return value


def _line(row: dict[str, Any]) -> bytes:
    return msgspec.json.encode(row) + b"\n"
