"""Gzip, with a limit: what a small file may grow to when it is unpacked."""

from __future__ import annotations

import zlib

from hearsay.errors import SourceError

GZIP_MAGIC = b"\x1f\x8b"
# The largest of 91 real news pages has 1.4 MB; twenty times that is no page.
LARGEST_PAGE = 32 << 20
_STEP = 1 << 20


def gunzip(content: bytes, *, limit: int = LARGEST_PAGE) -> bytes:
    """What is packed in the gzip stream `content` (of one member or several).

    Never holds more than `limit` bytes of it: a stream that goes on raises SourceError, as does one that is
    cut off or damaged; `where` names the byte of the packed stream.
    """
    unpacked = bytearray()
    rest = content
    while rest.startswith(GZIP_MAGIC):
        stream = zlib.decompressobj(wbits=31)
        while not stream.eof:
            place = f"byte {len(content) - len(rest)} of the gzip stream"
            try:
                piece = stream.decompress(rest, min(_STEP, limit + 1 - len(unpacked)))
            except zlib.error as error:
                raise SourceError(
                    f"the gzip data is damaged ({error})", where=place, remedy="Get the file again"
                ) from error
            unpacked += piece
            if len(unpacked) > limit:
                raise SourceError(
                    f"unpacks to more than {limit >> 20} MB",
                    where=place,
                    remedy="If this is no trap, unpack it and take out the page you need",
                )
            rest = stream.unconsumed_tail
            if not piece and not rest and not stream.eof:
                raise SourceError(
                    f"the gzip data is cut off; {len(unpacked)} bytes could be unpacked",
                    where=f"byte {len(content)} of the gzip stream",
                    remedy="Get the file again",
                )
        rest = stream.unused_data
    return bytes(unpacked)
