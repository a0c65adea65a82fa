"""Decompression that knows when to stop: gzip and deflate, whole or as a stream, never past a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from hearsay.collect.limits import Limits
from hearsay.errors import SourceError

CHUNK = 1 << 16
GZIP_MAGIC = b"\x1f\x8b"
_GZIP = 31
_ZLIB = 15
_RAW = -15


def gunzip(content: bytes, *, limit: int) -> bytes:
    """All members of a gzip file, at most `limit` bytes; what follows the last member is ignored.

    Raises SourceError for a damaged or truncated file and for one that grows past `limit`.
    """
    parts: list[bytes] = []
    size = 0
    for part in _gunzipped([content]):
        size += len(part)
        if size > limit:
            raise too_large("unpacked page or text", limit)
        parts.append(part)
    return b"".join(parts)


def gunzipped(chunks: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    """The decompressed pieces of a gzip stream, each at most `CHUNK` bytes, however large the whole.

    Raises SourceError for a damaged or truncated stream, and for one that grows like a bomb
    (`Limits.growth`).
    """
    taken = 0

    def counted() -> Iterator[bytes]:
        nonlocal taken
        for chunk in chunks:
            taken += len(chunk)
            yield chunk

    given = 0
    for part in _gunzipped(counted()):
        given += len(part)
        if given > limits.free_growth and given > taken * limits.growth:
            raise SourceError(
                f"{taken:,} compressed bytes have grown to more than {given:,}: this looks like a bomb",
                remedy="Unpack the file yourself if you trust it, and name what is in it",
            )
        yield part


def inflate(content: bytes, *, encoding: str, limit: int) -> bytes:
    """The body that an HTTP `Content-Encoding` of gzip or deflate stands for, at most `limit` bytes.

    Servers send deflate with and without zlib's frame (RFC 9110, 8.4.1.2); both are read. Raises
    SourceError as `gunzip` does.
    """
    if encoding in ("gzip", "x-gzip"):
        return gunzip(content, limit=limit)
    framed = len(content) > 1 and content[0] & 0x0F == 8 and int.from_bytes(content[:2], "big") % 31 == 0
    unpacker = zlib.decompressobj(_ZLIB if framed else _RAW)
    try:
        body = unpacker.decompress(content, limit + 1)
    except zlib.error as error:
        raise _damaged(str(error)) from error
    if len(body) > limit:
        raise too_large("unpacked page or text", limit)
    if not unpacker.eof:
        raise _truncated()
    return body


def beginning(content: bytes, size: int = CHUNK) -> bytes:
    """Up to `size` decompressed bytes from the start of gzip data; what comes before any damage."""
    unpacker = zlib.decompressobj(_GZIP)
    try:
        return unpacker.decompress(content, size)
    except zlib.error:
        return b""


def too_large(what: str, limit: int) -> SourceError:
    """The error for something of more than `limit` bytes."""
    return SourceError(
        f"{what} of more than {limit / 2**20:,.0f} MB",
        remedy="Raise the size limit (--max-megabytes) if this is really one article, or split the source",
    )


def _gunzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of at most CHUNK bytes. Between members zero padding is allowed, as tapes have it."""
    unpacker = zlib.decompressobj(_GZIP)
    fresh, members = True, 0
    for chunk in chunks:
        rest, full = chunk, False
        while rest or full:
            if fresh and members:
                rest = rest.lstrip(b"\0")
                if not rest:
                    break
                if not (rest.startswith(GZIP_MAGIC) or (len(rest) == 1 and rest[0] == GZIP_MAGIC[0])):
                    return  # gzip(1) ignores trailing garbage too
            fresh = False
            try:
                part = unpacker.decompress(rest, CHUNK)
            except zlib.error as error:
                raise _damaged(str(error)) from error
            if part:
                yield part
            # A full output can hide that zlib still holds some of it after the last input byte.
            full = len(part) == CHUNK and not unpacker.eof
            if unpacker.eof:
                rest, unpacker, fresh = unpacker.unused_data, zlib.decompressobj(_GZIP), True
                members += 1
            else:
                rest = unpacker.unconsumed_tail
    if not fresh or not members:
        raise _truncated()


def _damaged(reason: str) -> SourceError:
    return SourceError(
        f"the compressed data are damaged ({reason})", remedy="Get the file again from where it came from"
    )


def _truncated() -> SourceError:
    return SourceError(
        "the compressed data end too early: the file was cut off",
        remedy="Get the file again from where it came from",
    )
