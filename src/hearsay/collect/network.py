"""Connections that go only where they may, and end when their time is up."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from hearsay.errors import SourceError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    Not so are this machine, private, link-local, shared (carrier-grade NAT), multicast, unspecified and
    reserved addresses (the IANA special-purpose registries, as `ipaddress` has them), nor IPv6 addresses
    that stand for such an IPv4 address (mapped, 6to4, Teredo, NAT64).
    """
    parsed: _Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = _inner(parsed)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None


class Deadline:
    """The moment by which one answer must be complete; set anew for each answer."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The smaller of `timeout` and the time left. Raises SourceError when none is left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise SourceError(
                f"not complete after {self.seconds:g} seconds",
                remedy="Try again later, or save the page from a browser and name the file",
            )
        return left if timeout is None else min(left, timeout)


class CheckedBackend(httpcore.NetworkBackend):
    """Resolves a host once, checks every address it has, and connects to one of those very addresses.

    A name server that answers differently the second time (DNS rebinding) gains nothing: there is no second
    time. `permits` judges an address (`is_public`, or something less strict). All reading and writing
    stops at `deadline`, however slowly bytes drip.
    """

    def __init__(self, permits: Callable[[str], bool]) -> None:
        self._permits = permits
        self.deadline = Deadline(60)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a checked address of `host`. Raises SourceError, or httpcore's ConnectError."""
        backend = httpcore.SyncBackend()
        refused: Exception | None = None
        for address in self._checked(host, port):
            try:
                stream = backend.connect_tcp(
                    address, port, self.deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refused = error
                continue
            return _TimedStream(stream, self.deadline)
        raise refused or httpcore.ConnectError(f"{host} has no address")

    def sleep(self, seconds: float) -> None:
        """Wait, for httpcore's own retries."""
        time.sleep(seconds)

    def _checked(self, host: str, port: int) -> Iterator[str]:
        try:
            # The resolver understands what browsers do: 2130706433 and 0x7f.1 are 127.0.0.1 as well.
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, OverflowError) as error:  # no such name, no name, no such port
            raise SourceError(
                f"the host {host[:100]} cannot be found",
                remedy="Check the address, and that this machine is online",
            ) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        # One bad address is enough: a name that mixes both kinds is up to something.
        inside = next((address for address in addresses if not self._permits(address)), None)
        if inside is not None:
            raise SourceError(
                f"{host[:100]} is {inside}, an address of this machine or of a private network",
                remedy="If you mean it, allow private addresses",
            )
        return iter(addresses)


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, self._deadline.left(timeout))
        except httpcore.ReadTimeout:
            self._deadline.left(None)  # says so where it was the deadline, and not the server's silence
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedTransport(httpx.BaseTransport):
    """httpx over connections of a `CheckedBackend`: no proxy, no connection kept, one at a time."""

    def __init__(self, permits: Callable[[str], bool]) -> None:
        self._backend = CheckedBackend(permits)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=self._backend,
        )

    def start(self, seconds: float) -> None:
        """Set the deadline for the answers to come."""
        self._backend.deadline = Deadline(seconds)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises SourceError for what may not be reached, else httpcore's errors."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
