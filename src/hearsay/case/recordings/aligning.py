"""Giving times to a transcript that has none, by aligning it to its recording."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from hearsay.case.file import Case, storable
from hearsay.case.recordings.recording import Recording, as_file
from hearsay.case.recordings.transcripts import Kept, keep_transcript
from hearsay.tape.aligning import RATE, align
from hearsay.tape.aligning.speech import version
from hearsay.tape.sound import Sound
from hearsay.tape.transcripts import Line, from_lines

# What stands as the probability of words whose line is doubtful; the others have none.
DOUBTFUL = 0.0


def add_times(
    case: Case, kept: Recording, given: Kept, language: str, *, by: str, now: datetime | None = None
) -> tuple[Kept, int]:
    """Align a transcript to its recording and keep the outcome; returns it, and how many lines are doubtful.

    The words of doubtful lines have the probability `DOUBTFUL`. Aligning finds a place for every line,
    whether it was said or not.
    """
    words = given.transcript.words
    with as_file(case, kept) as path:
        found = align(words, Sound(path, RATE), language)
    lines = [
        Line(
            one.start,
            min(one.stop, kept.seconds),
            " ".join(word.text for word in words[one.first : one.last + 1]),
            words[one.first].voice,
            f"line {number}",
            tuple(
                (word.text, one.start, min(one.stop, kept.seconds), DOUBTFUL)
                for word in words[one.first : one.last + 1]
            )
            if one.doubtful
            else (),
        )
        for number, one in enumerate(found, 1)
    ]
    name = f"{Path(given.name).stem}-aligned.json"
    transcript = from_lines(lines, form="aligned", name=name, engine=version())
    segments = [
        {
            "start": line.start,
            "end": line.stop,
            "text": line.text,
            "speaker": line.voice,
            "doubtful": bool(line.timed),
        }
        for line in lines
    ]
    content = msgspec.json.encode({"engine": version(), "of": given.sha256, "segments": segments})
    taken, _ = keep_transcript(case, kept, transcript, content, storable(name), by=by, now=now)
    return taken, sum(one.doubtful for one in found)
