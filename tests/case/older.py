"""A case as an older Hearsay would have left it: what its tables have in common with today's."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hearsay.case import schema


def write_older(case: Path, older: Path, version: int) -> None:
    """Write to `older` what a file of this version could hold of `case`."""
    connection = sqlite3.connect(older, isolation_level=None)
    for step in vars(schema).values():
        if hasattr(step, "register"):
            step.register(connection)
    for sql in schema.MIGRATIONS[:version]:
        connection.executescript(sql)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("ATTACH ? AS newer", (str(case),))
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    connection.execute("BEGIN")
    for (table,) in tables:
        columns = ", ".join(
            name
            for (name,) in connection.execute(
                "SELECT o.name FROM pragma_table_info(?, 'main') o "
                "JOIN pragma_table_info(?, 'newer') n USING (name) ORDER BY o.cid",
                (table, table),
            )
        )
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    connection.execute("COMMIT")
    connection.close()
