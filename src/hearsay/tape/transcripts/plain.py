"""Plain text, with times at the beginning of lines or without any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.tape.transcripts.times import seconds
from hearsay.tape.transcripts.transcript import Line

_STAMP = re.compile(r"^\s*[\[(]?((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,6})?)[\])]?\s*(?:[-–—]\s*)?")
_LABEL = re.compile(r"^\s*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+")


def lines(text: str) -> Iterator[Line]:
    """Paragraphs; where each begins with a time it lasts until the next one begins."""
    rows = [(number, row) for number, row in enumerate(text.splitlines(), 1) if row.strip()]
    stamped = [(number, row, _STAMP.match(row)) for number, row in rows]
    timed = [one for one in stamped if one[2]]
    if not timed or stamped[0][2] is None:
        for number, row in rows:
            voice, words = _voice(row)
            yield Line(None, None, words, voice, f"line {number}")
        return
    # A line without a time belongs to the one above it.
    groups: list[tuple[int, float, list[str]]] = []
    for number, row, match in stamped:
        if match:
            groups.append((number, seconds(match[1]) or 0.0, [row[match.end() :]]))
        else:
            groups[-1][2].append(row)
    for (number, start, body), after in zip(groups, [*groups[1:], None], strict=True):
        voice, words = _voice(" ".join(body))
        stop = after[1] if after is not None else None
        # A time that runs backwards is for the reader of all lines to refuse.
        yield Line(
            start, stop if stop is not None and stop >= start else None, words, voice, f"line {number}"
        )


def _voice(row: str) -> tuple[str | None, str]:
    label = _LABEL.match(row)
    return (label[1], row[label.end() :]) if label else (None, row)
