"""Addresses that the user named: fetched once each, politely, and nothing beside them."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, cast

import httpcore
import httpx

from hearsay import __version__
from hearsay.collect.item import Item
from hearsay.collect.limits import Limits
from hearsay.collect.names import printable, url_name
from hearsay.collect.network import CheckedTransport, is_public
from hearsay.collect.payload import body_of
from hearsay.collect.robots import NOTHING, Robots, parse_robots
from hearsay.collect.sniff import HEAD, Kind, sniff
from hearsay.collect.source import Source, items
from hearsay.errors import SourceError
from hearsay.model import Refusal

ROBOT = "Hearsay"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BY_HAND = "Open it in a browser, save it as HTML, and name the file"
_IN_MEMORY = 1 << 24
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.I)
_Errors = (httpx.HTTPError, httpx.InvalidURL, httpcore.TimeoutException, httpcore.NetworkError)
_FAILURES = (*_Errors, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A complete answer with status 200: `url` is where it came from after all redirects."""

    url: httpx.URL
    headers: httpx.Headers
    body: IO[bytes]


class Fetcher:
    """Fetches named addresses, one after the other, remembering what each host asked of robots.

    `permits` says which IP addresses may be connected to.
    """

    def __init__(self, *, limits: Limits, permits: Callable[[str], bool] = is_public) -> None:
        self._limits = limits
        self._transport = CheckedTransport(permits)
        # No proxy, no .netrc, no cookies: nothing of this machine's goes along.
        self._client = httpx.Client(
            transport=self._transport,
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(limits.idle_seconds),
            headers={
                "User-Agent": f"{ROBOT}/{__version__} (fetches what a person named; not a crawler)",
                "Accept": "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
                "Accept-Encoding": "gzip",
                "Connection": "close",
            },
        )
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}

    def close(self) -> None:
        """Close every connection."""
        self._client.close()

    def find(
        self, address: str, *, passed_over: Callable[[str, str], None] | None = None
    ) -> Iterator[Item | Refusal]:
        """The items at one address: a page, the entries of a feed, an archive, a table or a text.

        Each hop of a redirect is checked like the first address. What cannot be had is a refusal; nothing
        that a server does makes this raise.
        """
        location = printable(address.strip().partition("#")[0])
        try:
            answer = self._fetched(location)
        except SourceError as error:
            yield Refusal(location, error.what, error.remedy)
            return
        except _FAILURES as error:
            yield Refusal(location, _failure(error), "Try again later, or save the page from a browser")
            return
        with answer.body:
            yield from self._items(answer, location, passed_over)

    def _items(
        self, answer: _Answer, location: str, passed_over: Callable[[str, str], None] | None
    ) -> Iterator[Item | Refusal]:
        content_type = answer.headers.get("content-type", "")
        charset = _CHARSET.search(content_type)
        source = Source(
            location=location,
            file_name=answer.url.path.rpartition("/")[2],
            name=url_name(str(answer.url)),
            url=str(answer.url),
            content_type=content_type,
            charset=charset.group(1) if charset else None,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        yield from items(answer.body, source, limits=self._limits, passed_over=passed_over)

    def _fetched(self, address: str) -> _Answer:
        self._transport.start(self._limits.total_seconds)
        url = _checked(httpx.URL(address))
        for _ in range(self._limits.redirects + 1):
            self._permitted(url)
            host = url.host
            try:
                with self._client.stream("GET", url) as response:
                    self._client.cookies.clear()
                    if response.status_code not in _REDIRECTS or "location" not in response.headers:
                        if response.status_code != 200:
                            raise _unusable(response.status_code)
                        return _Answer(url, response.headers, self._received(response, url))
                    url = _checked(url.join(response.headers["location"]))
            finally:
                # From its answer on: the host itself may have noted the question late.
                self._asked[host] = time.monotonic()
        raise SourceError(f"more than {self._limits.redirects} redirects", remedy=_BY_HAND)

    def _received(self, response: httpx.Response, url: httpx.URL) -> IO[bytes]:
        """The whole body, without its content encoding, in memory or in a file that nobody else can see."""
        encoding = response.headers.get("content-encoding", "")
        limit = self._limits.item
        if _announced(response) > self._limits.download:
            raise _too_large(self._limits.download)
        body = cast("IO[bytes]", SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - handed on open
        try:
            size = 0
            for chunk in response.iter_raw(HEAD):
                if not size and not encoding:
                    limit = self._limit(chunk, url, response.headers.get("content-type", ""))
                size += len(chunk)
                if size > limit or _announced(response) > limit:
                    raise _too_large(limit)
                body.write(chunk)
            body.seek(0)
            if encoding:
                plain = body_of(body.read(), transfer="", encoding=encoding, limit=limit)
                body.close()
                return io.BytesIO(plain)
        except BaseException:
            body.close()
            raise
        return body

    def _limit(self, head: bytes, url: httpx.URL, content_type: str) -> int:
        kind = sniff(head, url.path.rpartition("/")[2], content_type=content_type).kind
        if kind in (Kind.WARC, Kind.WACZ, Kind.JSONL, Kind.CSV):
            return self._limits.download
        return self._limits.item

    def _permitted(self, url: httpx.URL) -> None:
        """Wait until the host may be asked again. Raises SourceError where its robots.txt says no."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._robots:
            self._robots[origin] = self._robots_of(origin)
        robots = self._robots[origin]
        if not robots.allows(url.raw_path.decode("ascii")):
            why = "gave no usable robots.txt" if robots is NOTHING else "asks robots not to fetch this"
            raise SourceError(f"{url.host} {why}", remedy=_BY_HAND)
        delay = max(self._limits.delay, min(robots.delay or 0, self._limits.longest_delay))
        waited = time.monotonic() - self._asked.get(url.host, float("-inf"))
        if waited < delay:
            time.sleep(delay - waited)
            self._transport.start(self._limits.total_seconds)  # waiting out of politeness costs no time

    def _robots_of(self, origin: str) -> Robots:
        """RFC 9309, 2.3: redirects are followed, "not there" allows all, "cannot say" forbids all."""
        url = httpx.URL(f"{origin}/robots.txt")
        for _ in range(self._limits.redirects + 1):
            try:
                with self._client.stream("GET", url) as response:
                    self._client.cookies.clear()
                    if response.status_code in _REDIRECTS and "location" in response.headers:
                        url = _checked(url.join(response.headers["location"]))
                        continue
                    if 400 <= response.status_code < 500:
                        return Robots()
                    if response.status_code != 200:
                        return NOTHING
                    text = self._beginning(response).decode("utf-8", "replace")
                    return parse_robots(text, ROBOT)
            except httpcore.ProtocolError:
                return NOTHING
        return Robots()

    def _beginning(self, response: httpx.Response) -> bytes:
        raw = b""
        for chunk in response.iter_raw(HEAD):
            raw += chunk
            if len(raw) >= self._limits.robots:
                break
        encoding = response.headers.get("content-encoding", "")
        return body_of(raw, transfer="", encoding=encoding, limit=self._limits.robots * 16)


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in ("http", "https") or not url.host:
        raise SourceError(
            f"a redirect to {printable(str(url))[:200]}, which is no web address", remedy=_BY_HAND
        )
    if url.userinfo:
        raise SourceError(
            "an address with a user name or password in it",
            remedy="It would be kept in the case: save the page from a browser, and name the file",
        )
    return url.copy_with(fragment=None)


def _announced(response: httpx.Response) -> int:
    length = response.headers.get("content-length", "")
    return int(length) if re.fullmatch(r"[0-9]{1,18}", length) else 0


def _too_large(limit: int) -> SourceError:
    return SourceError(
        f"the answer is larger than {limit / 2**20:,.0f} MB",
        remedy="Download it and name the file, or raise the size limit (--max-megabytes)",
    )


def _unusable(status: int) -> SourceError:
    if status in (401, 402, 403, 407, 451):
        return SourceError(
            f"the server does not let robots or strangers in (status {status})", remedy=_BY_HAND
        )
    if status in (404, 410):
        return SourceError(
            f"there is nothing at this address (status {status})",
            remedy="Check the address; an archive of the web may have the page",
        )
    if status in (429, 503):
        return SourceError(f"the server asks to come back later (status {status})", remedy="Try again later")
    return SourceError(f"the server answered with status {status}, not with a page", remedy=_BY_HAND)


def _failure(error: Exception) -> str:
    if isinstance(error, httpx.InvalidURL | UnicodeError):
        return f"not a usable address ({printable(str(error))[:200]})"
    if isinstance(error, httpcore.TimeoutException | httpx.TimeoutException):
        return "the server does not answer, or stopped answering"
    if isinstance(error, httpcore.RemoteProtocolError | httpx.RemoteProtocolError):
        return f"the answer broke off or is no HTTP ({str(error)[:200]})"
    return f"the connection failed ({str(error)[:200] or type(error).__name__})"
