"""Finding the next whole record in a damaged WARC file."""

from __future__ import annotations

import re
import zlib
from typing import IO

from hearsay.collect.unpack import CHUNK, GZIP_MAGIC, beginning

_VERSION = b"WARC/"
# Where a record can begin: a gzip member, or a version line with a header line after it.
_MEMBER = re.compile(rb"\x1f\x8b\x08")
_PLAIN = re.compile(rb"(?<=\n)WARC/\d\.\d\r?\n(?=WARC-|Content-)", re.I)
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,15})[ \t]*\r?$", re.I | re.M)
_LONGEST_HEADER = 1 << 16


def record_end(file: IO[bytes], offset: int) -> int | None:
    """The byte after the record at `offset`, or `None` where it is damaged, cut off, or no record."""
    file.seek(offset)
    head = file.read(_LONGEST_HEADER)
    if head.startswith(GZIP_MAGIC):
        return _member_end(file, offset)
    if not head.strip(b"\r\n\0"):
        return offset + len(head)  # padding at the end
    blank = re.compile(rb"\r?\n\r?\n").search(head)
    length = _LENGTH.search(head, 0, blank.start() + 2) if blank else None
    if not head.startswith(_VERSION) or blank is None or length is None:
        return None
    end = offset + blank.end() + int(length.group(1))
    file.seek(end)
    closing = re.compile(rb"(?:\r?\n){2}|\Z").match(file.read(4))
    # What follows a whole record is two line ends, or nothing.
    return end + closing.end() if closing and _exists(file, end) else None


def begins_record(file: IO[bytes], offset: int) -> bool:
    """Whether a record, compressed or not, begins at `offset`."""
    file.seek(offset)
    return file.read(len(_VERSION)) == _VERSION or _is_member(file, offset)


def next_record(file: IO[bytes], start: int) -> int | None:
    """The first byte at or after `start` where a record begins, or `None`."""
    file.seek(start)
    if file.read(len(_VERSION)) == _VERSION:
        return start
    position, carried = start, b""
    file.seek(position)
    while chunk := file.read(CHUNK):
        window = carried + chunk
        origin = position - len(carried)
        for match in _MEMBER.finditer(window):
            if _is_member(file, origin + match.start()):
                return origin + match.start()
        if version := _PLAIN.search(window):
            return origin + version.start()
        position += len(chunk)
        carried = window[-32:]
        file.seek(position)
    return None


def _is_member(file: IO[bytes], offset: int) -> bool:
    file.seek(offset)
    return beginning(file.read(CHUNK), len(_VERSION)) == _VERSION


def _member_end(file: IO[bytes], offset: int) -> int | None:
    file.seek(offset)
    unpacker = zlib.decompressobj(31)
    taken = 0
    while chunk := file.read(CHUNK):
        taken += len(chunk)
        rest = chunk
        while rest and not unpacker.eof:
            try:
                unpacker.decompress(rest, CHUNK * 16)
            except zlib.error:
                return None
            rest = unpacker.unconsumed_tail
        if unpacker.eof:
            return offset + taken - len(unpacker.unused_data)
    return None


def _exists(file: IO[bytes], end: int) -> bool:
    if end == 0:
        return True
    file.seek(end - 1)
    return len(file.read(1)) == 1
