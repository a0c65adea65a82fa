"""Asking a time-stamping authority over HTTP (RFC 3161, section 3.4): only one that the user names."""

from __future__ import annotations

import httpcore
import httpx

from hearsay.collect.network import CheckedTransport, is_public
from hearsay.errors import SourceError

# An authority answers with a few kilobytes.
_LARGEST = 1 << 20
_SECONDS = 60.0


def ask(url: str, request: bytes, *, allow_private: bool = False) -> bytes:
    """The authority's reply to a request; raises `SourceError` where there is none."""
    transport = CheckedTransport((lambda _address: True) if allow_private else is_public)
    transport.start(_SECONDS)
    try:
        # No proxy, no .netrc, no cookies, no redirect: nothing of this machine's goes along.
        with (
            httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client,
            client.stream(
                "POST", url, content=request, headers={"Content-Type": "application/timestamp-query"}
            ) as answer,
        ):
            if answer.status_code != 200:
                raise SourceError(
                    f"the authority answered with status {answer.status_code}",
                    where=url,
                    remedy="Check the address, or send the request otherwise and give the reply.",
                )
            reply = b""
            for piece in answer.iter_raw():
                reply += piece
                if len(reply) > _LARGEST:
                    raise SourceError("the answer is no time stamp", where=url, remedy="Check the address.")
            return reply
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.TimeoutException, httpcore.NetworkError,
            httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError, ValueError) as error:  # fmt: skip
        raise SourceError(
            f"the authority cannot be reached ({error or type(error).__name__})",
            where=url,
            remedy="Check the address, or send the request otherwise and give the reply.",
        ) from error
