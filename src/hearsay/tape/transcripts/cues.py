"""Cues of SubRip (SRT) and WebVTT: what stands on the screen between two times.

WebVTT as the W3C describes it; SRT as players read it, which no standard describes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.errors import SourceError
from hearsay.tape.transcripts.times import seconds

# A time within a row, after which the words that follow it are spoken.
INSIDE = re.compile(r"<((?:\d+:)?\d+:\d+[.,]\d+)>")
_TIMES = re.compile(r"^\s*([\d:.,]+)\s*-+>\s*(-?[\d:.,]+)")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|</>")


@dataclass(frozen=True, slots=True)
class Cue:
    """Rows of text, tags and all, from `start` to `stop` in seconds; `where` is for messages ("line 12")."""

    start: float
    stop: float
    rows: tuple[str, ...]
    where: str


def cues(text: str, name: str) -> Iterator[Cue]:
    """The cues of a file, in its order; raises `SourceError` for one whose times cannot be read."""
    rows = text.splitlines()
    # A row of a space is one of WebVTT's rows (YouTube begins with it), and in SRT the end of a cue.
    ends = "" if text.startswith("WEBVTT") else None
    number = 0
    while number < len(rows):
        if "-->" not in rows[number] or rows[number].startswith("NOTE"):
            number += 1
            continue
        where = f"line {number + 1}"
        start, stop = _times(rows[number], f"{name}, {where}")
        number += 1
        body: list[str] = []
        while number < len(rows) and "-->" not in rows[number]:
            if rows[number] == ends or (ends is None and not rows[number].strip()):
                break
            body.append(rows[number])
            number += 1
        if number < len(rows) and "-->" in rows[number] and body and body[-1].strip().isdigit():
            body.pop()  # the number of the next cue, with no empty line before it
        yield Cue(start, stop, tuple(row for row in body if plain(row)), where)


def plain(row: str) -> str:
    """The words of a row without tags and times."""
    return html.unescape(_TAG.sub("", INSIDE.sub("", row))).strip()


def _times(row: str, where: str) -> tuple[float, float]:
    match = _TIMES.match(row)
    start = seconds(match[1]) if match else None
    stop = seconds(match[2]) if match else None
    if start is None or stop is None:
        raise SourceError(
            f"its times cannot be read: {row.strip()[:60]!r}",
            where=where,
            remedy="They are written 00:01:02.345 --> 00:01:04.000 (in SRT with a comma).",
        )
    return start, stop
