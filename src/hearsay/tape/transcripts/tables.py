"""Transcripts as tables: Audacity's labels, and CSV or TSV with named columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from hearsay.errors import SourceError
from hearsay.lexicon import load_table
from hearsay.tape.transcripts.times import seconds
from hearsay.tape.transcripts.transcript import Line

# Whatever a program writes for a number: what is no time is refused where it is read.
_NUMBER = r"(-?[\d.,]+(?:e[-+]?\d+)?|[-+]?(?:nan|inf))"
_LABEL = re.compile(rf"^\s*{_NUMBER}\t{_NUMBER}(?:\t(.*))?$", re.IGNORECASE)


def is_labels(text: str) -> bool:
    """Whether the first line is one of Audacity's labels: two numbers and words, parted by tabs."""
    return bool(_LABEL.match(text.partition("\n")[0].rstrip("\r")))


def labels(text: str, name: str) -> Iterator[Line]:
    """Audacity's labels (File > Export > Labels); lines that begin with a backslash are of frequencies."""
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip() or row.startswith("\\"):
            continue
        match = _LABEL.match(row)
        start = seconds(match[1]) if match else None
        stop = seconds(match[2]) if match else None
        if match is None or start is None or stop is None:
            raise SourceError(
                f"this is no label: {row.strip()[:60]!r}",
                where=f"{name}, line {number}",
                remedy="A label is: start in seconds, tab, end in seconds, tab, words.",
            )
        yield Line(start, stop, match[3] or "", None, f"line {number}")


def columns(text: str) -> dict[str, int] | None:
    """The columns of a table by what they hold (start, stop, text, voice); `None` where it names none."""
    first = next(csv.reader(io.StringIO(text), delimiter=_delimiter(text)), [])
    known = {row["name"]: row["field"] for row in load_table("transcript_columns")}
    found: dict[str, int] = {}
    for place, title in enumerate(first):
        field = known.get(title.strip().lower())
        if field is not None:
            found.setdefault(field, place)
    return found if "text" in found and len(first) > 1 else None


def table(text: str, name: str, places: dict[str, int]) -> Iterator[Line]:
    """The rows of a table whose columns stand at `places`."""
    rows = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    try:
        next(rows)
        for row in rows:
            where = f"line {rows.line_num}"
            cell = {field: row[place].strip() for field, place in places.items() if place < len(row)}
            if not any(cell.values()):
                continue
            start = _time(cell.get("start"), f"{name}, {where}")
            yield Line(
                start,
                _time(cell.get("stop"), f"{name}, {where}"),
                cell.get("text", ""),
                cell.get("voice") or None,
                where,
            )
    except csv.Error as error:
        raise SourceError(
            f"the table cannot be read ({error})",
            where=f"{name}, line {rows.line_num}",
            remedy="Save it as CSV again.",
        ) from error


def _time(cell: str | None, where: str) -> float | None:
    if not cell:
        return None
    time = seconds(cell)
    if time is None:
        raise SourceError(
            f"{cell[:40]!r} is no time", where=where, remedy="Write seconds, or hours:minutes:seconds."
        )
    return time


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
