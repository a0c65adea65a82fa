"""Who may ask the workbench for what: every request passes here before anything is read.

The case lies on a reporter's own machine, beside a browser that also opens strange pages. A strange page can
make that browser send requests to 127.0.0.1, so that the address alone protects nothing: a request must carry
the cookie that was given for the token in the first address (or for the password), name this server in
`Host` (else a rebound DNS name reads the case), and, where it changes something, come from our own page
(`Origin`, and a token in the form).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What a browser may do with a page of ours: show it, with our styles, fonts and scripts, and nothing else.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# Reading these changes nothing, and a form never sends them.
_READING = frozenset({"GET", "HEAD"})
# A year: the browser keeps it as long as the server runs, which makes a new one each time.
_COOKIE_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Door:
    """What lets somebody in: the hosts by which the server may be called, its secrets, what it allows.

    `token` opens by the first address. With `password`, where other machines reach the server, that is asked
    for and the token is not accepted. `read_only` refuses everything that would change the case.
    """

    hosts: frozenset[str]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    password: str | None = None
    read_only: bool = False
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    cookie: str = "hearsay"

    def pass_value(self) -> str:
        """The cookie's value: proof of having been let in, of this run of the server alone."""
        return hmac.new(self.key, b"pass", hashlib.sha256).hexdigest()

    def form_value(self) -> str:
        """What every form carries, which a strange page cannot read."""
        return hmac.new(self.key, b"form", hashlib.sha256).hexdigest()

    def opens(self, offered: str) -> bool:
        """Whether `offered` is the token, or the password where there is one."""
        return _same(offered, self.password or self.token)

    def admitted(self, cookies: dict[str, str]) -> bool:
        """Whether these cookies hold the pass."""
        return _same(cookies.get(self.cookie, ""), self.pass_value())


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


class Guard:
    """The middleware that turns away whoever may not ask, and puts the safe headers on every answer."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or turn it away."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    if name not in headers:
                        headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        answer = self._turned_away(scope)
        await (answer or self._app)(scope, receive, safely)

    def _turned_away(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further, `None` for one that may go on."""
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._door.hosts:
            return _refusal("This server answers only under its own address.", 421)
        if scope["method"] not in _READING:
            origin = headers.get("origin")
            if origin is None or origin.partition("://")[2] not in self._door.hosts:
                return _refusal("This was not sent from a page of the workbench.", 403)
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return _refusal("Another site asked for this.", 403)
        path = scope["path"]
        if path.startswith("/static/") or (path == "/enter" and self._door.password is not None):
            return None
        request = Request(scope)
        if self._door.password is None and "token" in request.query_params:
            return self._enter(request)
        if not self._door.admitted(request.cookies):
            if self._door.password is not None:
                return RedirectResponse("/enter", 303)
            return _refusal(
                "Open the workbench with the whole address that `hearsay serve` printed, with its token.", 401
            )
        if self._door.read_only and scope["method"] not in _READING:
            return _refusal("The workbench is open for reading only.", 403)
        return None

    def _enter(self, request: Request) -> Response:
        """Trade the token in the address for a cookie, and take it out of the address."""
        if not self._door.opens(request.query_params["token"]):
            return _refusal("The token in this address is not the one that `hearsay serve` printed.", 401)
        rest = [
            (name, value)
            for name, value in parse_qsl(request.url.query, keep_blank_values=True)
            if name != "token"
        ]
        # One slash, so that the path can never be read as the name of another server.
        target = "/" + request.url.path.lstrip("/\\") + (f"?{urlencode(rest)}" if rest else "")
        return admit(self._door, target)


def admit(door: Door, target: str) -> Response:
    """Let in: set the cookie and lead on to `target`."""
    answer = RedirectResponse(target, 303)
    answer.set_cookie(
        door.cookie, door.pass_value(), max_age=_COOKIE_SECONDS, httponly=True, samesite="strict", path="/"
    )
    return answer


async def form_of(request: Request, door: Door, limit: int = 1_000_000) -> dict[str, list[str]] | None:
    """The fields of a form of ours; `None` where it was forged, or is larger than `limit` bytes."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/x-www-form-urlencoded":
        return None
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > limit:
            return None
    fields: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
        # A browser sends line ends of text areas as CR LF.
        fields.setdefault(name, []).append(value.replace("\r\n", "\n"))
    offered = fields.pop("form", [""])[0]
    return fields if _same(offered, door.form_value()) else None


def hosts_of(addresses: Iterable[str], port: int) -> frozenset[str]:
    """The `Host` headers by which a server at these addresses may be called."""
    named = {f"[{address}]" if ":" in address else address for address in addresses}
    return frozenset(f"{name}:{port}" for name in named) | (named if port == 80 else frozenset())


def _refusal(sentence: str, status: int) -> Response:
    return PlainTextResponse(sentence + "\n", status)
