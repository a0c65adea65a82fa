"""A passage of a kept recording beside reference recordings of one person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from hearsay.case.file import Case
from hearsay.case.recordings.recording import Recording, as_file
from hearsay.case.recordings.transcripts import Kept
from hearsay.errors import HearsayError
from hearsay.tape.media import inspect
from hearsay.tape.sound import Sound
from hearsay.tape.transcripts import Transcript
from hearsay.tape.voices import RATE, Likeness, likeness


def voice_likeness(
    case: Case,
    kept: Recording,
    start: float,
    stop: float,
    references: Sequence[Path],
    others: Sequence[Path] = (),
    text: Kept | None = None,
) -> Likeness:
    """How like the voices of `references` the passage between two seconds is.

    Other people are those of `others`, and, of a transcript that says who speaks, whoever does not in the
    passage: they have its microphone and room. Raises `HearsayError` for times that are not in the recording.
    """
    if not 0 <= start < stop <= kept.seconds + 0.5:
        raise HearsayError(
            f"{start:g} to {stop:g} s is no stretch of it: it has {kept.seconds:.2f} s", where=kept.name
        )
    highest = min(kept.rate, *(inspect(path).rate for path in (*references, *others))) / 2
    with as_file(case, kept) as path:
        passage = Sound(path, RATE, start, stop).whole()
        heard = (
            [Sound(path, RATE, begin, end).whole() for begin, end in _others(text.transcript, start, stop)]
            if text
            else []
        )
    return likeness(
        passage,
        [Sound(path, RATE).whole() for path in references],
        [*heard, *(Sound(path, RATE).whole() for path in others)],
        highest=highest,
    )


def _others(said: Transcript, start: float, stop: float) -> list[tuple[float, float]]:
    """When somebody speaks whom the transcript names, and who does not speak in the passage."""
    here = {
        word.voice
        for word in said.words
        if word.start is not None and word.stop is not None and word.start < stop and word.stop > start
    }
    found = []
    for voice, run in groupby(said.words, key=lambda word: word.voice):
        words = [word for word in run if word.start is not None and word.stop is not None]
        if voice is not None and None not in here and voice not in here and words:
            found.append((min(word.start or 0.0 for word in words), max(word.stop or 0.0 for word in words)))
    return [(begin, end) for begin, end in found if end > begin]
