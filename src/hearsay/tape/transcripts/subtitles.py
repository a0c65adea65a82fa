"""SubRip (SRT) and WebVTT.

WebVTT as the W3C describes it (voices, tags, times within a cue); SRT as players read it, which no
standard describes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from hearsay.errors import SourceError
from hearsay.tape.transcripts.times import seconds
from hearsay.tape.transcripts.transcript import Line

_TIMES = re.compile(r"^\s*([\d:.,]+)\s*-+>\s*(-?[\d:.,]+)")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>", re.I)
_INSIDE = re.compile(r"<((?:\d+:)?\d+:\d+[.,]\d+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|</>")
# "MARIA: Good evening" at the beginning of a line, and a dash before a turn.
_LABEL = re.compile(r"^\s*(?:[-–—]\s*)?(?:>>+\s*)?(?:([A-Z][\w.'’ -]{0,40}?):\s+)?", re.UNICODE)
# Words of a line so long that a name in front of a colon is certainly none.
_NAME_WORDS = 4


def lines(text: str, name: str) -> Iterator[Line]:
    """The cues of a file, in its order; raises `SourceError` for a cue whose times cannot be read."""
    rows = text.splitlines()
    number, heard = 0, ""
    while number < len(rows):
        if "-->" not in rows[number] or rows[number].startswith("NOTE"):
            number += 1
            continue
        where = f"line {number + 1}"
        start, stop = _times(rows[number], f"{name}, {where}")
        number += 1
        body: list[str] = []
        while number < len(rows) and rows[number].strip() and "-->" not in rows[number]:
            body.append(rows[number])
            number += 1
        if number < len(rows) and "-->" in rows[number] and body and body[-1].strip().isdigit():
            body.pop()  # the number of the next cue, with no empty line before it
        yield from _cue(start, stop, body, where, heard)
        heard = _plain(body[-1]) if body else heard


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


def _cue(start: float, stop: float, body: list[str], where: str, heard: str) -> Iterator[Line]:
    timed = [row for row in body if _INSIDE.search(row)]
    if timed:
        # Rolling captions repeat the line above; the one with times is new.
        for row in timed:
            words = tuple(_words_with_times(row, start, stop))
            yield Line(start, stop, _plain(row), None, where, words)
        return
    if stop - start < 0.02 and body and all(_plain(row) in (heard, "") for row in body):
        return  # of rolling captions: what stays on the screen for a moment
    voice: str | None = None
    spoken: list[str] = []
    for row in body:
        named = _VOICE.search(row)
        label = _LABEL.match(_plain(row))
        found = named[1].strip() if named else label[1] if label and label[1] else None
        if found is not None and len(found.split()) <= _NAME_WORDS:
            if spoken:
                yield Line(start, stop, " ".join(spoken), voice, where)
                spoken = []
            voice = html.unescape(found)
        text = _plain(row)
        if label and (label[1] is None or len(label[1].split()) <= _NAME_WORDS) and not named:
            text = text[label.end() :]
        spoken.append(text)
    if spoken:
        yield Line(start, stop, " ".join(spoken), voice, where)


def _words_with_times(
    row: str, start: float, stop: float
) -> Iterator[tuple[str, float | None, float | None, float | None]]:
    pieces = _INSIDE.split(row)
    begins = [start, *(seconds(stamp) for stamp in pieces[1::2])]
    ends = [*begins[1:], stop]
    for text, begin, end in zip(pieces[::2], begins, ends, strict=True):
        if _plain(text):
            yield _plain(text), begin, end, None


def _plain(row: str) -> str:
    return html.unescape(_TAG.sub("", _INSIDE.sub("", row))).strip()
