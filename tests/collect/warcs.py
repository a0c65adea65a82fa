"""WARC records written by hand, so that a test can break them where it wants."""

from __future__ import annotations

import gzip

HTML = b"Content-Type: text/html; charset=utf-8\r\n"


def response(
    url: str,
    body: bytes = b"<html><body><p>The minister said no.</p></body></html>",
    *,
    status: str = "200 OK",
    headers: bytes = HTML,
    extra: bytes = b"",
    kind: bytes = b"response",
) -> bytes:
    """One uncompressed record of an HTTP answer."""
    block = b"HTTP/1.1 " + status.encode() + b"\r\n" + headers + b"\r\n" + body
    return record(url, block, content_type=b"application/http; msgtype=response", kind=kind, extra=extra)


def record(
    url: str, block: bytes, *, content_type: bytes, kind: bytes = b"resource", extra: bytes = b""
) -> bytes:
    """One uncompressed record of any kind."""
    return (
        b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Target-URI: " + url.encode() + b"\r\n"
        b"WARC-Date: 2024-07-09T21:05:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        + extra
        + b"Content-Type: "
        + content_type
        + b"\r\nContent-Length: "
        + str(len(block)).encode()
        + b"\r\n\r\n"
        + block
        + b"\r\n\r\n"
    )


def packed(*records: bytes) -> bytes:
    """Records as a .warc.gz holds them: one gzip member each."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
