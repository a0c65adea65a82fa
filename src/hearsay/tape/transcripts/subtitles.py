"""SubRip (SRT) and WebVTT as lines: voices, times within a cue, what is shown twice."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from hearsay.tape.transcripts.cues import INSIDE, Cue, cues, plain
from hearsay.tape.transcripts.rolling import shown_once
from hearsay.tape.transcripts.times import seconds
from hearsay.tape.transcripts.transcript import Line

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>", re.I)
# "MARIA: Good evening" at the beginning of a line, and a dash before a turn.
_LABEL = re.compile(r"^\s*(?:[-–—]\s*)?(?:>>+\s*)?(?:([A-Z][\w.'’ -]{0,40}?):\s+)?", re.UNICODE)
_TURN = re.compile(r"^\s*(?:[-–—]\s+)?(?:>>+\s*)?")
# Words of a line so long that a name in front of a colon is certainly none.
_NAME_WORDS = 4


def lines(text: str, name: str) -> Iterator[Line]:
    """The lines of a file, in its order; raises `SourceError` for a cue whose times cannot be read."""
    shown = shown_once(tuple(cues(text, name)))
    by_word = any(INSIDE.search(row) for cue in shown for row in cue.rows)
    for cue in shown:
        yield from _timed(cue) if by_word else _spoken(cue)


def _timed(cue: Cue) -> Iterator[Line]:
    """The rows of a cue of a file that times words; a row of one word has the times of its cue."""
    for row in cue.rows:
        if INSIDE.search(row) or len(plain(row).split()) == 1:
            voice = _VOICE.search(row)
            named = html.unescape(voice[1].strip()) if voice else None
            yield Line(cue.start, cue.stop, _turn(plain(row)), named, cue.where, tuple(_words(row, cue)))
        else:
            yield from _spoken(Cue(cue.start, cue.stop, (row,), cue.where))


def _words(row: str, cue: Cue) -> Iterator[tuple[str, float | None, float | None, float | None]]:
    pieces = INSIDE.split(row)
    begins = [cue.start, *(seconds(stamp) for stamp in pieces[1::2])]
    ends = [*begins[1:], cue.stop]
    for text, begin, end in zip(pieces[::2], begins, ends, strict=True):
        if words := _turn(plain(text)):
            yield words, begin, end, None


def _turn(words: str) -> str:
    """The words without the sign that another voice begins here."""
    return _TURN.sub("", words)


def _spoken(cue: Cue) -> Iterator[Line]:
    voice: str | None = None
    spoken: list[str] = []
    for row in cue.rows:
        named = _VOICE.search(row)
        label = _LABEL.match(plain(row))
        found = named[1].strip() if named else label[1] if label and label[1] else None
        if found is not None and len(found.split()) <= _NAME_WORDS:
            if spoken:
                yield Line(cue.start, cue.stop, " ".join(spoken), voice, cue.where)
                spoken = []
            voice = html.unescape(found)
        text = plain(row)
        if label and (label[1] is None or len(label[1].split()) <= _NAME_WORDS) and not named:
            text = text[label.end() :]
        spoken.append(text)
    if spoken:
        yield Line(cue.start, cue.stop, " ".join(spoken), voice, cue.where)
