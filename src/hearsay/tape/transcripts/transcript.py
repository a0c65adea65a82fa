"""A transcript: the words on a recording, with as much of their times as its file states."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.errors import SourceError

Timing: TypeAlias = Literal["word", "line", "none"]

# A line may begin so much before the one above it, in seconds: engines round.
ROUNDING = 0.05
# A transcript may end so much after its recording: engines round the end of their windows up.
OVERHANG = 2.0
# No recording is longer than this: larger numbers are milliseconds taken for seconds, or nonsense.
LONGEST = 100 * 3600.0

# What stands in brackets, or between notes, is no speech: "[laughter]", "(door closes)", "♪ music ♪".
_NO_SPEECH = re.compile(r"\[[^\[\]\n]*\]|\([^()\n]*\)|♪[^♪\n]*♪?|\{\\[^}]*\}")


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word as it is written, with what is known of when: `start` and `stop` in seconds bound it.

    Where only lines are timed they are those of its line; where nothing is, `None`. `probability` is the
    engine's, `voice` who speaks; `line` numbers the lines of the file from 0.
    """

    text: str
    start: float | None
    stop: float | None
    probability: float | None
    voice: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """All words in the order of the file; `timing` says whether `start` and `stop` are those of words.

    `form` is the kind of file; `engine` and `model` made it, where it is known.
    """

    words: tuple[Word, ...]
    timing: Timing
    form: str
    engine: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One timed stretch of a file, before its words are taken apart.

    `where` is for messages ("line 12"). `timed` holds words with their own times, where the file has them.
    """

    start: float | None
    stop: float | None
    text: str
    voice: str | None
    where: str
    timed: tuple[tuple[str, float | None, float | None, float | None], ...] = ()


def from_lines(
    lines: Iterable[Line], *, form: str, name: str, engine: str | None = None, model: str | None = None
) -> Transcript:
    """The transcript of these lines; raises `SourceError` where times are none, or run backwards."""
    words: list[Word] = []
    before: Line | None = None
    word_times = line_times = True
    for number, line in enumerate(lines):
        _check(line, before, name)
        if line.start is not None:
            before = line
        if line.timed:
            found = list(_timed(line, number))
        else:
            found = [
                Word(text, line.start, line.stop, None, line.voice, number) for text in spoken(line.text)
            ]
            word_times = word_times and not found
        line_times = line_times and (line.start is not None or not found)
        words += found
    if not words:
        raise SourceError(
            "no spoken word stands in it", where=name, remedy="Check that it is the transcript that you mean."
        )
    timing: Timing = "word" if word_times and line_times else "line" if line_times else "none"
    if timing == "none":
        words = [Word(one.text, None, None, one.probability, one.voice, one.line) for one in words]
    return Transcript(tuple(words), timing, form, engine, model)


def spoken(text: str) -> list[str]:
    """The spoken words of a line, in order, with their punctuation."""
    return _NO_SPEECH.sub(" ", text).split()


def within(transcript: Transcript, seconds: float, name: str) -> None:
    """Raises `SourceError` where the transcript is of something longer than its recording."""
    last = max((word for word in transcript.words if word.stop is not None), key=_stop, default=None)
    if last is not None and _stop(last) > seconds + OVERHANG:
        raise SourceError(
            f"it goes on until {_stop(last):.2f} s ({last.text!r}); the recording ends at {seconds:.2f} s",
            where=name,
            remedy="Check that it belongs to this recording, and that its times are seconds from its start.",
        )


def _stop(word: Word) -> float:
    return word.stop or 0.0


def _timed(line: Line, number: int) -> Iterator[Word]:
    """Words with times of their own; one without takes the bounds that its neighbours and line leave it."""
    later = [line.stop]  # from the last word on: when the next begins that has a time
    for _, start, _, _ in reversed(line.timed):
        later.append(later[-1] if start is None else start)
    at = line.start
    for index, (text, start, stop, probability) in enumerate(line.timed, 1):
        if start is None:
            start, stop = at, later[-1 - index]
        if stop is None or (start is not None and stop < start):
            stop = start
        at = stop
        for word in spoken(text):
            yield Word(word, start, stop, probability, line.voice, number)


def _check(line: Line, before: Line | None, name: str) -> None:
    for value in (line.start, line.stop):
        if value is not None and not (math.isfinite(value) and 0 <= value <= LONGEST):
            raise SourceError(
                f"{value} is no time in a recording",
                where=f"{name}, {line.where}",
                remedy="Times are seconds from the beginning, or hours:minutes:seconds.",
            )
    if line.start is None:
        return
    if line.stop is not None and line.stop < line.start:
        raise SourceError(
            f"it ends ({line.stop:.3f} s) before it begins ({line.start:.3f} s)",
            where=f"{name}, {line.where}",
            remedy="Correct its times, or export the transcript again.",
        )
    if before is not None and before.start is not None and line.start < before.start - ROUNDING:
        raise SourceError(
            f"it begins at {line.start:.3f} s, before {before.where}, which begins at {before.start:.3f} s",
            where=f"{name}, {line.where}",
            remedy="Sort the lines by their times; if two texts were pasted together, give one of them.",
        )
