"""Lines of a file of any size: counted, bounded, in bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NEWLINE = b"\n"


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line without its line feed; `content` is `None` where it is longer than the limit."""

    number: int
    content: bytes | None


def lines(chunks: Iterable[bytes], *, limit: int, newline: bytes = NEWLINE) -> Iterator[Line]:
    """Cut a stream at line feeds, numbering from 1, holding at most `limit` bytes and one chunk.

    `newline` is the line feed in the file's encoding ("\\n\\0" in UTF-16-LE); one that is not aligned to its
    width is part of another character. A longer line is passed through without being kept.
    """
    number = 1
    pending: list[bytes] = []
    held = 0
    for chunk in _aligned(chunks, len(newline)):
        *whole, rest = _split(chunk, newline)
        for piece in whole:
            if pending or held:
                held += len(piece)
                pending.append(piece)
                yield Line(number, b"".join(pending) if held <= limit else None)
                pending, held = [], 0
            else:
                yield Line(number, piece if len(piece) <= limit else None)
            number += 1
        if rest:
            held += len(rest)
            if held <= limit:
                pending.append(rest)
            else:
                pending = []
    if held:
        yield Line(number, b"".join(pending) if held <= limit else None)


def _split(chunk: bytes, newline: bytes) -> list[bytes]:
    width = len(newline)
    if width == 1:
        return chunk.split(newline)
    pieces: list[bytes] = []
    start = position = 0
    while (position := chunk.find(newline, position)) >= 0:
        if position % width:
            position += 1
            continue
        pieces.append(chunk[start:position])
        start = position = position + width
    pieces.append(chunk[start:])
    return pieces


def _aligned(chunks: Iterable[bytes], width: int) -> Iterator[bytes]:
    """The same bytes in pieces that end between characters; an odd rest comes last."""
    if width == 1:
        yield from chunks
        return
    rest = b""
    for chunk in chunks:
        joined = rest + chunk
        cut = len(joined) - len(joined) % width
        rest = joined[cut:]
        yield joined[:cut]
    if rest:
        yield rest
