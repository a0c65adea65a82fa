"""Transcripts that engines write as JSON: Whisper, WhisperX, faster-whisper, whisper.cpp."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from hearsay.errors import SourceError
from hearsay.tape.transcripts.transcript import Line


def lines(content: bytes, name: str) -> tuple[list[Line], str | None, str | None]:
    """The segments of a file, with the engine and the model that it names."""
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(
            f"this is no JSON ({error})", where=name, remedy="Export the transcript again, as JSON or as SRT."
        ) from error
    if isinstance(found, dict) and isinstance(found.get("transcription"), list):
        model = found.get("model")
        kind = model.get("type") if isinstance(model, dict) else None
        return list(_whisper_cpp(found["transcription"], name)), "whisper.cpp", _text(kind)
    segments = found.get("segments") if isinstance(found, dict) else found
    if isinstance(segments, list) and all(isinstance(one, dict) for one in segments):
        made = found if isinstance(found, dict) else {}
        return list(_whisper(segments, name)), _text(made.get("engine")), _text(made.get("model"))
    raise SourceError(
        "it has no list of segments",
        where=name,
        remedy="JSON is read as Whisper, WhisperX and whisper.cpp write it; give others as SRT or CSV.",
    )


def _whisper(segments: list[dict[str, Any]], name: str) -> Iterator[Line]:
    for number, segment in enumerate(segments):
        where = f"segment {number + 1}"
        words = segment.get("words")
        timed = tuple(_word(word, f"{name}, {where}") for word in words) if isinstance(words, list) else ()
        yield Line(
            _number(segment.get("start"), f"{name}, {where}"),
            _number(segment.get("end"), f"{name}, {where}"),
            _text(segment.get("text")) or "",
            _text(segment.get("speaker")),
            where,
            timed,
        )


def _word(word: Any, where: str) -> tuple[str, float | None, float | None, float | None]:
    if not isinstance(word, dict):
        raise SourceError("a word is no object", where=where, remedy="Export the transcript again.")
    probability = word.get("probability", word.get("score"))
    return (
        _text(word.get("word", word.get("text"))) or "",
        _number(word.get("start"), where),
        _number(word.get("end"), where),
        _number(probability, where),
    )


def _whisper_cpp(segments: list[Any], name: str) -> Iterator[Line]:
    for number, segment in enumerate(segments):
        where = f"segment {number + 1}"
        offsets = segment.get("offsets", {}) if isinstance(segment, dict) else {}
        start, stop = (_number(offsets.get(key), f"{name}, {where}") for key in ("from", "to"))
        if start is None or stop is None:
            raise SourceError(
                "it has no times", where=f"{name}, {where}", remedy="Export the transcript again."
            )
        yield Line(start / 1000, stop / 1000, _text(segment.get("text")) or "", None, where)


def _number(value: Any, where: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SourceError(f"{value!r} is no number", where=where, remedy="Export the transcript again.")
    return float(value)


def _text(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None
