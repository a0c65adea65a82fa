"""Values as the cells of a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells(columns: Sequence[str], row: Mapping[str, object]) -> list[str]:
    """The cells of a row in the order of the columns: what is unknown is empty, several by "; "."""
    return [cell(row.get(column)) for column in columns]


def cell(value: object) -> str:
    """One value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return "; ".join(map(cell, value))
    return str(value)


def csv_line(fields: Iterable[object]) -> str:
    """One line of CSV; no spreadsheet takes a field of it for a formula (OWASP, CSV injection)."""
    line = io.StringIO()
    csv.writer(line).writerow(
        f"'{field}" if isinstance(field, str) and field.startswith(_FORMULA) else field for field in fields
    )
    return line.getvalue()
