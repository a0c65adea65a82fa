"""Values as the cells of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


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
