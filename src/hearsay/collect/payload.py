"""The body of an HTTP answer without the encodings it travelled in."""

from __future__ import annotations

import io

from hearsay.collect.sniff import Kind, sniff
from hearsay.collect.unpack import GZIP_MAGIC, inflate, too_large
from hearsay.errors import SourceError

PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
_LONGEST_CHUNK_LINE = 4096


def is_page(content_type: str, head: bytes) -> bool:
    """Whether an answer is a web page, by its media type, or by its first bytes where it declares none."""
    if content_type:
        return content_type.partition(";")[0].strip().lower() in PAGE_TYPES
    return sniff(head, "").kind is Kind.PAGE


def body_of(raw: bytes, *, transfer: str, encoding: str, limit: int) -> bytes:
    """The body that `raw` stands for under its Transfer-Encoding and Content-Encoding headers.

    Crawlers often keep the headers and store the body already decoded, so an encoding that the bytes
    visibly do not have is passed over. Raises SourceError for damaged or unknown encodings and for bodies
    of more than `limit` bytes.
    """
    body = raw
    if "chunked" in transfer.lower():
        body = _unchunked(raw)
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        body = _decoded(body, name, limit)
    if len(body) > limit:
        raise too_large("page", limit)
    return body


def _unchunked(raw: bytes) -> bytes:
    """RFC 9112, 7.1; the bytes as they are where they do not begin like chunks."""
    parts: list[bytes] = []
    position = 0
    while True:
        end = raw.find(b"\n", position, position + _LONGEST_CHUNK_LINE)
        size = _chunk_size(raw[position:end]) if end >= 0 else None
        if size is None:
            if position == 0:
                return raw
            raise SourceError(
                "the page breaks off between two chunks", remedy="Fetch the page again, or save it by hand"
            )
        if size == 0:
            return b"".join(parts)
        start, position = end + 1, end + 1 + size
        if position > len(raw):
            raise SourceError("the page breaks off", remedy="Fetch the page again, or save it by hand")
        parts.append(raw[start:position])
        position += 2 if raw[position : position + 2] == b"\r\n" else 1


def _chunk_size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    if not digits or len(digits) > 16 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _decoded(body: bytes, encoding: str, limit: int) -> bytes:
    if encoding == "identity":
        return body
    if encoding in ("gzip", "x-gzip"):
        return inflate(body, encoding=encoding, limit=limit) if body.startswith(GZIP_MAGIC) else body
    if _is_markup(body):
        return body
    if encoding == "deflate":
        return inflate(body, encoding=encoding, limit=limit)
    if encoding in ("br", "zstd"):
        return _read_all(body, encoding, limit)
    raise SourceError(
        f"a body with the unknown encoding {encoding[:40]}", remedy="Save the page by hand from a browser"
    )


def _is_markup(body: bytes) -> bool:
    return body[:1024].lstrip().startswith(b"<")


def _read_all(body: bytes, encoding: str, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader, ZstdReader

    reader = (BrotliReader if encoding == "br" else ZstdReader)(io.BytesIO(body))
    try:
        plain: bytes = reader.read(limit + 1)
    except (OSError, ValueError) as error:
        raise SourceError(
            f"the page's {encoding} encoding is damaged", remedy="Fetch the page again, or save it by hand"
        ) from error
    if len(plain) > limit:
        raise too_large("page", limit)
    return plain
