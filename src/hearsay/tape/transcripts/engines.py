"""Transcripts that engines write as JSON.

Segments are those of Whisper, faster-whisper, WhisperX, whisper-timestamped and stable-ts; beside them the
forms of OpenAI's interface, of whisper.cpp and of Hugging Face's pipeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias, TypeGuard

import msgspec

from hearsay.errors import SourceError
from hearsay.tape.transcripts.transcript import Line

# A word with its times in seconds and its probability, as far as they are stated.
Timed: TypeAlias = tuple[str, float | None, float | None, float | None]

_AGAIN = "Export the transcript again."
# Words that come without lines are parted where one ends a sentence, or after a pause of so many seconds.
_ENDS, _PAUSE = (".", "?", "!", "…"), 1.5


def lines(content: bytes, name: str) -> tuple[list[Line], str | None, str | None]:
    """The segments of a file, with the engine and the model that it names."""
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(
            f"this is no JSON ({error})", where=name, remedy="Export the transcript again, as JSON or as SRT."
        ) from error
    made = found if isinstance(found, dict) else {}
    if _objects(made.get("transcription")):
        model = made.get("model")
        kind = model.get("type") if isinstance(model, dict) else None
        return list(_whisper_cpp(made["transcription"], name)), "whisper.cpp", _text(kind)
    engine, model = _text(made.get("engine")), _text(made.get("model"))
    segments = made.get("segments") if made else found
    words = made.get("words")
    if _objects(segments) and segments:
        return list(_whisper(_with_words(segments, words), name)), engine, model
    if _objects(made.get("chunks")):
        return list(_chunks(made["chunks"], name)), engine, model
    if _objects(words):
        return list(_in_sentences([_word(word, name) for word in words])), engine, model
    if _objects(segments):
        return [], engine, model
    raise SourceError(
        "it has no list of segments",
        where=name,
        remedy="JSON is read as Whisper, WhisperX and whisper.cpp write it; give others as SRT or CSV.",
    )


def _whisper(segments: Sequence[dict[str, Any]], name: str) -> Iterator[Line]:
    for number, segment in enumerate(segments):
        where = f"segment {number + 1}"
        start = _number(segment.get("start"), f"{name}, {where}")
        stop = _number(segment.get("end"), f"{name}, {where}")
        voice = _text(segment.get("speaker"))
        for said, timed in _turns(segment.get("words"), voice, f"{name}, {where}") or [(voice, [])]:
            text = " ".join(word for word, _, _, _ in timed) or _text(segment.get("text")) or ""
            yield Line(start, stop, text, said, where, tuple(timed))


def _turns(words: Any, voice: str | None, where: str) -> list[tuple[str | None, list[Timed]]]:
    """The words of a segment by who says them: WhisperX names a voice for the segment and for each word."""
    found: list[tuple[str | None, list[Timed]]] = []
    for word in words if isinstance(words, list) else ():
        read = _word(word, where)
        said = _text(word.get("speaker")) or (found[-1][0] if found else voice)
        if not found or found[-1][0] != said:
            found.append((said, []))
        found[-1][1].append(read)
    return found


def _with_words(segments: Sequence[dict[str, Any]], words: Any) -> Sequence[dict[str, Any]]:
    """The segments with the words that stand beside them, as OpenAI's interface gives both.

    Those words have no punctuation: each is taken for the word of the text in its place, where there are as
    many of both.
    """
    if not _objects(words) or any("words" in segment for segment in segments):
        return segments
    found, at = [], 0
    for n, segment in enumerate(segments):
        later = segments[n + 1].get("start") if n + 1 < len(segments) else None
        first = at
        while at < len(words) and not _begins_by(words[at], later):
            at += 1
        written = (_text(segment.get("text")) or "").split()
        inside = words[first:at]
        if len(written) == len(inside):
            timed = [{**word, "word": text} for word, text in zip(inside, written, strict=True)]
            segment = {**segment, "words": timed}
        found.append(segment)
    return found


def _begins_by(word: dict[str, Any], later: Any) -> bool:
    """Whether a word begins in the segment that begins `later`."""
    start = word.get("start")
    return isinstance(later, int | float) and isinstance(start, int | float) and start >= later


def _word(word: Any, where: str) -> Timed:
    if not isinstance(word, dict):
        raise SourceError("a word is no object", where=where, remedy=_AGAIN)
    probability = next((word[key] for key in ("probability", "score", "confidence") if key in word), None)
    return (
        _text(word.get("word", word.get("text"))) or "",
        _number(word.get("start"), where),
        _number(word.get("end"), where),
        _number(probability, where),
    )


def _whisper_cpp(segments: Sequence[dict[str, Any]], name: str) -> Iterator[Line]:
    for number, segment in enumerate(segments):
        where = f"segment {number + 1}"
        start, stop = _offsets(segment, f"{name}, {where}")
        if start is None or stop is None:
            raise SourceError("it has no times", where=f"{name}, {where}", remedy=_AGAIN)
        text = _text(segment.get("text")) or ""
        words = tuple(_joined(segment.get("tokens"), f"{name}, {where}"))
        whole = " ".join(word for word, _, _, _ in words) == " ".join(text.split())
        yield Line(start, stop, text, _text(segment.get("speaker")), where, words if whole else ())


def _joined(tokens: Any, where: str) -> Iterator[Timed]:
    """Words of the tokens of whisper.cpp: a space begins one, brackets stand round what is no speech."""
    word: Timed | None = None
    for token in tokens if _objects(tokens) else ():
        piece = token.get("text")
        if not isinstance(piece, str) or piece.startswith("[_"):
            continue
        start, stop = _offsets(token, where)
        sure = _number(token.get("p"), where)
        if word is None or piece.startswith(" "):
            if word and word[0]:
                yield word
            word = (piece.strip(), start, stop, sure)
        else:
            least = min((one for one in (word[3], sure) if one is not None), default=None)
            word = (word[0] + piece.strip(), word[1], stop, least)
    if word and word[0]:
        yield word


def _offsets(timed: dict[str, Any], where: str) -> tuple[float | None, float | None]:
    """Seconds from and to, which whisper.cpp counts in milliseconds."""
    offsets = timed.get("offsets")
    found = [_number(offsets.get(key), where) for key in ("from", "to")] if isinstance(offsets, dict) else []
    start, stop = found or (None, None)
    return None if start is None else start / 1000, None if stop is None else stop / 1000


def _chunks(chunks: Sequence[dict[str, Any]], name: str) -> Iterator[Line]:
    """Chunks of Hugging Face's pipeline: of lines, or of words."""
    found: list[Timed] = []
    for number, chunk in enumerate(chunks):
        where = f"{name}, chunk {number + 1}"
        times = chunk.get("timestamp")
        if not isinstance(times, list) or len(times) != 2:
            raise SourceError("it has no times", where=where, remedy=_AGAIN)
        start, stop = (_number(time, where) for time in times)
        found.append((_text(chunk.get("text")) or "", start, stop, None))
    if all(len(text.split()) < 2 for text, _, _, _ in found):
        yield from _in_sentences(found)
        return
    for number, (text, start, stop, _) in enumerate(found, 1):
        yield Line(start, stop, text, None, f"chunk {number}")


def _in_sentences(words: Sequence[Timed]) -> Iterator[Line]:
    """Words that came without lines, in lines."""
    line: list[Timed] = []
    for n, word in enumerate(words):
        line.append(word)
        after = words[n + 1][1] if n + 1 < len(words) else None
        pause = after is not None and word[2] is not None and after - word[2] > _PAUSE
        if word[0].endswith(_ENDS) or pause or n + 1 == len(words):
            text = " ".join(one[0] for one in line)
            yield Line(line[0][1], line[-1][2], text, None, f"word {n + 2 - len(line)}", tuple(line))
            line = []


def _objects(value: Any) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _number(value: Any, where: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SourceError(f"{value!r} is no number", where=where, remedy=_AGAIN)
    return float(value)


def _text(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None
