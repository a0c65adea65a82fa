"""Run the workbench: a socket on this machine, the address to open, and the server until Ctrl-C."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from hearsay.errors import HearsayError
from hearsay.workbench.application import application
from hearsay.workbench.safety import Door, hosts_of

LOCAL = "127.0.0.1"
# Tried first, so that an address that somebody kept works again; any free one serves.
PORT = 7453
# A password that is typed once a day can be long; over a network a short one can be tried out.
SHORTEST_PASSWORD = 12


def serve(
    path: Path,
    *,
    host: str = LOCAL,
    port: int | None = None,
    password: str | None = None,
    read_only: bool = False,
    started: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the case at `path` until interrupted; `started` is told the address to open.

    Raises `HearsayError` where the address cannot be had, or where others could reach it and there is no
    password.
    """
    local = is_local(host)
    if not local and (password is None or len(password) < SHORTEST_PASSWORD):
        raise HearsayError(
            f"other machines can reach {host}, so that a password of at least {SHORTEST_PASSWORD} characters "
            "is needed",
            where=str(path),
            remedy="Set it in the environment variable HEARSAY_PASSWORD, or leave --host out.",
        )
    bound = _bound(host, port)
    real = bound.getsockname()[1]
    names = (
        {LOCAL, "localhost", "::1"}
        if local
        else {host, LOCAL, "localhost", socket.gethostname(), *_addresses()}
    )
    # Browsers keep one set of cookies for all ports of a machine: two workbenches must not share one.
    door = Door(
        hosts_of(names, real),
        password=None if local else password,
        read_only=read_only,
        cookie=f"hearsay-{real}",
    )
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{real}/" + (f"?token={door.token}" if local else "")
    server = _Server(
        uvicorn.Config(
            application(path, door),
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
        ),
        lambda: started(address),
    )
    with bound:
        server.run(sockets=[bound])


class _Server(uvicorn.Server):
    """Says when it answers: an address that is printed before would lead nowhere."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        if self.started:
            self._tell()


def is_local(host: str) -> bool:
    """Whether only this machine can reach a server at `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _bound(host: str, port: int | None) -> socket.socket:
    wanted = (port,) if port is not None else (PORT, 0)
    for number in wanted:
        with suppress(OSError):
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            # Named as TCP: else asyncio lets it hold the end of a page back until the browser has said that
            # the beginning is there, which takes 40 ms.
            bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
            try:
                bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                bound.bind((host.strip("[]"), number))
                # At once: else another server that is starting could take the same port meanwhile.
                bound.listen()
            except OSError:
                bound.close()
                raise
            return bound
    raise HearsayError(
        f"the workbench cannot listen at {host}, port {wanted[-1] or 'any'}",
        remedy="Another program may be there: name another --port, or leave --port and --host out.",
    )


def _addresses() -> set[str]:
    with suppress(OSError):
        return {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    return set()
