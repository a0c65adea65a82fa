"""Whether a file breaks off: its container announces more than the file has, or is not closed.

Decoders pass over this where they can: they play what is there. WAVE and AIFF state the size of their sound,
an MP4 that of its boxes, and the last page of an Ogg stream is marked as the last (RFC 3533).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

# A program that writes to a pipe cannot know the size, and states one of these.
_UNKNOWN = frozenset({0, 0xFFFFFFFF, 0x7FFFFFFF, 0x7FFFF000})
# An Ogg page is no larger than this.
_OGG_PAGE = 65_307
_OGG_LAST = 0x04


def breaks_off(path: Path) -> str | None:
    """What is missing at the end of a file, `None` where nothing is known to be."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
            return _missing(_chunks(file, size, "<"), b"data", size)
        if head[:4] == b"FORM" and head[8:11] == b"AIF":
            return _missing(_chunks(file, size, ">"), b"SSND", size)
        if head[4:8] == b"ftyp":
            return _missing(_boxes(file, size), None, size)
        if head[:4] == b"OggS":
            return _ogg(file, size)
    return None


def _missing(parts: Iterator[tuple[bytes, int, int]], wanted: bytes | None, size: int) -> str | None:
    for name, start, length in parts:
        if (wanted is None or name == wanted) and start + length > size:
            return f"{start + length - size:,} of {length:,} bytes"
    return None


def _chunks(file: BinaryIO, size: int, order: str) -> Iterator[tuple[bytes, int, int]]:
    """The chunks of a RIFF or IFF file: name, where its content begins, its stated length."""
    at = 12
    while at + 8 <= size:
        file.seek(at)
        name, length = struct.unpack(f"{order}4sI", file.read(8))
        if length in _UNKNOWN and name in (b"data", b"SSND"):
            return
        yield name, at + 8, length
        at += 8 + length + length % 2


def _boxes(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int]]:
    at = 0
    while at + 8 <= size:
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        if length == 1:
            (length,) = struct.unpack(">Q", file.read(8).ljust(8, b"\0"))
        if length < 8:  # 0: up to the end of the file
            return
        yield name, at, length
        at += length


def _ogg(file: BinaryIO, size: int) -> str | None:
    start = max(0, size - _OGG_PAGE)
    file.seek(start, os.SEEK_SET)
    tail = file.read()
    at = tail.rfind(b"OggS")
    if at < 0 or len(tail) < at + 27:
        return "whole pages"
    segments = tail[at + 26]
    lengths = tail[at + 27 : at + 27 + segments]
    if len(lengths) < segments or len(tail) < at + 27 + segments + sum(lengths):
        return "parts of its last page"
    return None if tail[at + 5] & _OGG_LAST else "pages up to the one that is marked as the last"
