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

_WHOLE = re.compile(r"^[0-9]{1,9}$")
# Where less than a word is said in fifty of what is counted, milliseconds are: people say two or three words
# a second, and nobody transcribes what has one a minute.
_FEWEST = 0.02


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
    # Whisper.cpp writes a quotation mark within a cell as \", where others write it twice.
    escape = "\\" if '\\"' in text else None
    rows = csv.reader(io.StringIO(text), delimiter=_delimiter(text), escapechar=escape)
    found: list[tuple[dict[str, str], str]] = []
    try:
        next(rows)
        for row in rows:
            cell = {field: row[place].strip() for field, place in places.items() if place < len(row)}
            if any(cell.values()):
                found.append((cell, f"line {rows.line_num}"))
    except csv.Error as error:
        raise SourceError(
            f"the table cannot be read ({error})",
            where=f"{name}, line {rows.line_num}",
            remedy="Save it as CSV again.",
        ) from error
    thousand = _in_milliseconds([cell for cell, _ in found])
    for cell, where in found:
        start, stop = (_time(cell.get(field), thousand, f"{name}, {where}") for field in ("start", "stop"))
        yield Line(start, stop, cell.get("text", ""), cell.get("voice") or None, where)


def _in_milliseconds(cells: list[dict[str, str]]) -> bool:
    """Whether the times of a table are milliseconds, as Whisper and whisper.cpp write them.

    They are whole numbers then, between which too little is said for seconds.
    """
    words = length = 0
    for cell in cells:
        start, stop = cell.get("start", ""), cell.get("stop", "")
        if not (_WHOLE.match(start) and _WHOLE.match(stop)):
            return False
        words += len(cell.get("text", "").split())
        length += abs(int(stop) - int(start))
    return words < length * _FEWEST


def _time(cell: str | None, thousand: bool, where: str) -> float | None:
    if not cell:
        return None
    if thousand:
        return int(cell) / 1000
    time = seconds(cell)
    if time is None:
        raise SourceError(
            f"{cell[:40]!r} is no time", where=where, remedy="Write seconds, or hours:minutes:seconds."
        )
    return time


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
