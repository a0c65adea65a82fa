"""Transcripts of recordings, from the files that people and engines write."""

from __future__ import annotations

from hearsay.collect.encoding import decode
from hearsay.errors import SourceError
from hearsay.tape.transcripts import engines, plain, subtitles, tables
from hearsay.tape.transcripts.transcript import Line, Timing, Transcript, Word, from_lines, within

__all__ = ["Line", "Timing", "Transcript", "Word", "from_lines", "read", "within"]

# Ten hours of speech are 6 MB of word-timed JSON.
LARGEST = 64 << 20


def read(content: bytes, name: str) -> Transcript:
    """The transcript in the bytes of a file called `name`, whose kind is told by what it holds.

    Raises `SourceError`, with the line, for what cannot be read and for times that run backwards.
    """
    if len(content) > LARGEST:
        raise SourceError(
            f"it has {len(content) >> 20} MiB, and no transcript is larger than {LARGEST >> 20}",
            where=name,
            remedy="Check that it is a transcript.",
        )
    try:
        # JSON is UTF-8 whatever it holds: whisper.cpp parts characters between its tokens.
        json = content.lstrip()[:1] in (b"{", b"[")
        decoded = decode(content, declared="utf-8" if json else None)
    except SourceError as error:
        where = f"{name}, {error.where}" if error.where else name
        raise SourceError(error.what, where=where, remedy="Ask for the transcript again.") from error
    text = decoded.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not text.strip():
        raise SourceError("it is empty", where=name, remedy="Check that it is the transcript that you mean.")
    if text.lstrip()[0] in "{[" and not text.lstrip().startswith(("[0", "[1", "[2")):
        found, engine, model = engines.lines(text.encode("utf-8"), name)
        return from_lines(found, form="json", name=name, engine=engine, model=model)
    if "-->" in text:
        form = "vtt" if text.startswith("WEBVTT") else "srt"
        return from_lines(subtitles.lines(text, name), form=form, name=name)
    if tables.is_labels(text.lstrip("\n")):
        return from_lines(tables.labels(text, name), form="labels", name=name)
    places = tables.columns(text)
    if places is not None:
        return from_lines(tables.table(text, name, places), form="table", name=name)
    if name.lower().endswith((".csv", ".tsv")):
        raise SourceError(
            "no column of the table is named as the one with the words",
            where=name,
            remedy="Name it text, and those with times start and end; or save it as plain text (.txt).",
        )
    return from_lines(plain.lines(text), form="text", name=name)
