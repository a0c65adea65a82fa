"""Transcripts of the recordings of a case."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from hearsay.case.damage import Damage
from hearsay.case.file import Case, storable
from hearsay.case.recordings.custody import enter
from hearsay.case.recordings.recording import Recording, as_file
from hearsay.errors import NotFoundError, SourceError
from hearsay.model import content_id
from hearsay.tape.custody import Event
from hearsay.tape.transcriber import Transcriber
from hearsay.tape.transcripts import Transcript, Word, from_lines, read, within


@dataclass(frozen=True, slots=True)
class Kept:
    """A transcript that the case keeps: its id, its file's name and hash, and what it says."""

    key: int
    id: str
    name: str
    sha256: str
    transcript: Transcript


def add_transcript(
    case: Case,
    kept: Recording,
    path: str | os.PathLike[str],
    *,
    by: str,
    engine: str | None = None,
    model: str | None = None,
    now: datetime | None = None,
) -> tuple[Kept, bool]:
    """Take the transcript in the file at `path` to a recording; returns it, and whether it is new.

    `engine` and `model` made it, where the file does not say so itself.
    """
    place = Path(path)
    if not place.is_file():
        raise SourceError("there is no such file", where=str(place), remedy="Check the path.")
    content = place.read_bytes()
    found = read(content, place.name)
    within(found, kept.seconds, place.name)
    found = Transcript(found.words, found.timing, found.form, found.engine or engine, found.model or model)
    return keep_transcript(case, kept, found, content, storable(place.name), by=by, now=now)


def keep_transcript(
    case: Case,
    kept: Recording,
    found: Transcript,
    content: bytes,
    name: str,
    *,
    by: str,
    now: datetime | None = None,
) -> tuple[Kept, bool]:
    """Keep a transcript with the bytes of the file that it is from."""
    sha256 = hashlib.sha256(content).hexdigest()
    id_ = content_id("transcript", kept.sha256, sha256)
    with case.transaction():
        if case.row("SELECT 1 FROM transcript WHERE id = ?", (id_,)) is None:
            key = case.write(
                "INSERT INTO transcript (id, recording, name, sha256, content, form, timing, engine, model) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (id_, kept.key, name, sha256, content, found.form, found.timing, found.engine, found.model),
            )
            case.write_all(
                "INSERT INTO transcript_word VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        key,
                        n,
                        storable(w.text),
                        w.start,
                        w.stop,
                        w.probability,
                        w.voice and storable(w.voice),
                        w.line,
                    )
                    for n, w in enumerate(found.words)
                ),
            )
            detail = {
                "transcript": id_,
                "name": name,
                "sha256": sha256,
                "engine": found.engine,
                "model": found.model,
                "form": found.form,
                "timing": found.timing,
                "words": len(found.words),
                "said": _digest(found.words),
            }
            enter(case, "transcribed", kept.sha256, by, detail, now)
            new = True
        else:
            new = False
    return transcript(case, kept, id_), new


def transcribe(
    case: Case, kept: Recording, engine: Transcriber, *, by: str, now: datetime | None = None
) -> tuple[Kept, bool]:
    """Have a recording transcribed, and keep what the engine hears as a JSON of its segments."""
    with as_file(case, kept) as path:
        lines = list(engine.lines(path))
    name = f"{Path(kept.name).stem}.json"
    found = from_lines(lines, form="json", name=name, engine=engine.engine, model=engine.model)
    segments = [
        {
            "start": line.start,
            "end": line.stop,
            "text": line.text,
            "words": [
                {"word": word, "start": start, "end": stop, "probability": probability}
                for word, start, stop, probability in line.timed
            ],
        }
        for line in lines
    ]
    content = msgspec.json.encode({"engine": engine.engine, "model": engine.model, "segments": segments})
    return keep_transcript(case, kept, found, content, storable(name), by=by, now=now)


def transcripts(case: Case, kept: Recording) -> Iterator[Kept]:
    """The transcripts of a recording, the newest last."""
    for (id_,) in case.rows("SELECT id FROM transcript WHERE recording = ? ORDER BY key", (kept.key,)):
        yield transcript(case, kept, id_)


def transcript(case: Case, kept: Recording, name: str | None = None) -> Kept:
    """The transcript of a recording with this id or file name; without one, the newest.

    Raises `NotFoundError` where there is none.
    """
    row = case.row(
        "SELECT key, id, name, sha256, timing, form, engine, model FROM transcript "
        "WHERE recording = ?1 AND (?2 IS NULL OR id = ?2 OR name = ?2) ORDER BY key DESC LIMIT 1",
        (kept.key, name),
    )
    if row is None:
        raise NotFoundError(
            f"the recording {kept.name} has no transcript" + (f" {name}" if name else ""),
            where=str(case.path),
            remedy="Take one in: hearsay tape transcript CASE FILE",
        )
    key, id_, called, sha256, timing, form, engine, model = row
    said = Transcript(tuple(_words(case, key)), timing, form, engine, model)
    return Kept(key, id_, called, sha256, said)


def transcript_damage(case: Case, kept: Recording, events: list[Event]) -> Iterator[Damage]:
    """Transcripts that are not as they were entered, or that the log does not know."""
    entered = {
        event.detail["transcript"]: event.detail
        for event in events
        if event.what == "transcribed" and event.recording == kept.sha256
    }
    for key, id_, name, sha256, content, *made in case.rows(
        "SELECT key, id, name, sha256, content, engine, model, form, timing FROM transcript "
        "WHERE recording = ? ORDER BY key",
        (kept.key,),
    ):
        detail = entered.pop(id_, None)
        if detail is None:
            yield Damage("transcript", name, "the log does not say that it was taken in")
        elif detail["sha256"] != sha256 or detail["said"] != _digest(tuple(_words(case, key))):
            yield Damage("transcript", name, "its words, times or hash are not those that were taken in")
        elif any(
            detail.get(field, value) != value
            for field, value in zip(("name", *_MADE), (name, *made), strict=True)
        ):
            yield Damage(
                "transcript", name, "its name or engine, or how it is timed, is not what was entered"
            )
        if hashlib.sha256(content).hexdigest() != sha256:
            yield Damage("transcript", name, "the bytes of its file have another hash")
    for detail in entered.values():
        yield Damage(
            "transcript", str(detail["name"]), "the log says that it was taken in, and it is not in the case"
        )


# What the log tells of how a transcript was made; older logs do not have the last two.
_MADE = ("engine", "model", "form", "timing")


def _digest(words: tuple[Word, ...]) -> str:
    listed = [
        (storable(w.text), w.start, w.stop, w.probability, w.voice and storable(w.voice), w.line)
        for w in words
    ]
    return hashlib.sha256(repr(listed).encode("utf-8")).hexdigest()


def _words(case: Case, key: int) -> Iterator[Word]:
    for row in case.rows(
        "SELECT text, start, stop, probability, voice, line FROM transcript_word WHERE transcript = ? "
        "ORDER BY position",
        (key,),
    ):
        yield Word(*row)
