"""What a page shows: once as HTML, and the same as CSV and as JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the template and what it is given; `rows` is its main list, `facts` what stands beside it.

    The twins are made of `rows` (CSV) and of both (JSON), so that they hold what the page shows and nothing
    else.
    """

    template: str
    title: str
    context: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


def as_json(sheet: Sheet) -> bytes:
    """The page as one JSON object."""
    whole = {"page": sheet.title, **sheet.facts, "rows": list(sheet.rows)}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def as_csv(sheet: Sheet) -> bytes:
    """The page's list as CSV with a byte-order mark, by which spreadsheets know UTF-8.

    A text that a spreadsheet would run as a formula has an apostrophe before it; JSON has it as it is.
    """
    columns = list(dict.fromkeys(name for row in sheet.rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    if isinstance(value, list | tuple):
        return "; ".join(str(part) for part in value)
    return "" if value is None else value
