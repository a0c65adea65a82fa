"""The tables of a case file, and how an older file becomes a newer one: one module a step.

docs/data-model.md says what each table and column means; a test keeps the two in step. A `key` is this
file's own numbering and says nothing outside it; an `id` is the ledger's, a content hash.
"""

from __future__ import annotations

import sqlite3

from hearsay.case.schema import (
    actions,
    actors,
    acts,
    blocks,
    bounds,
    conclusions,
    copies,
    judgements,
    kept,
    ledger,
    passages,
    points,
    recordings,
    remarks,
    responses,
    rulings,
    sketches,
    tagger,
    times,
    warrant,
)
from hearsay.case.schema.ledger import TOKENIZER
from hearsay.errors import CaseError

__all__ = ["APPLICATION_ID", "MIGRATIONS", "TOKENIZER", "check", "migrate", "newest", "state"]

# "Hsay" in ASCII, in the header field that SQLite keeps for the program a file belongs to.
APPLICATION_ID = 0x48736179

# MIGRATIONS[n] turns a file of version n into one of version n + 1. A released entry is never edited:
# files made by it are on people's disks.
MIGRATIONS: tuple[str, ...] = (
    ledger.SQL,
    blocks.SQL,
    acts.SQL,
    tagger.SQL,
    actors.SQL,
    passages.SQL,
    recordings.SQL,
    warrant.SQL,
    rulings.SQL,
    responses.SQL,
    times.SQL,
    copies.SQL,
    bounds.SQL,
    judgements.SQL,
    actions.SQL,
    points.SQL,
    conclusions.SQL,
    sketches.SQL,
    remarks.SQL,
    kept.SQL,
)


def newest() -> int:
    """The version of the files that this program makes, and the newest that it can read."""
    return len(MIGRATIONS)


def state(connection: sqlite3.Connection) -> int | None:
    """The schema version of a case, 0 of an empty database, `None` of a database that is no case."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == APPLICATION_ID:
        return int(version)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return 0 if tables == 0 and application == 0 and version == 0 else None


def check(version: int | None, where: str) -> int:
    """Return `version` if this program can read it; raises `CaseError` if it is no case or a newer one."""
    if version is None:
        raise CaseError(
            "this is an SQLite database, but not a Hearsay case",
            where=where,
            remedy="Name a case file, or a path where there is no file yet to start a new case.",
        )
    if version > newest():
        raise CaseError(
            f"the case was written by a newer Hearsay (its format is {version}, this program's is "
            f"{newest()})",
            where=where,
            remedy="Install the newer version: pip install --upgrade hearsay.",
        )
    return version


def migrate(connection: sqlite3.Connection, version: int, to: int | None = None) -> None:
    """Bring a database from `version` (0: empty) to the newest, or `to` that; each step is one transaction.

    A program that is killed in between leaves the file at the last whole step.
    """
    last = newest() if to is None else to
    if version < last:
        acts.register(connection)
        passages.register(connection)
        warrant.register(connection)
        times.register(connection)
        bounds.register(connection)
        sketches.register(connection)
    for step in range(version, last):
        # executescript() runs what it is given as it is, so that the transaction can hold all of it.
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{MIGRATIONS[step]}\n"
            f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {step + 1};\nCOMMIT;"
        )
