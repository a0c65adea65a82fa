"""A real web server on a free port of this machine whose every byte a test decides."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Answer = bytes | Callable[[socket.socket], None]


def html(body: bytes, *, headers: bytes = b"", status: bytes = b"200 OK") -> bytes:
    """A whole answer with an HTML body."""
    return answer(body, headers=b"Content-Type: text/html; charset=utf-8\r\n" + headers, status=status)


def answer(body: bytes, *, headers: bytes = b"", status: bytes = b"200 OK") -> bytes:
    """A whole answer."""
    return b"HTTP/1.1 %b\r\nContent-Length: %d\r\n%b\r\n%b" % (status, len(body), headers, body)


def moved(to: str, *, status: bytes = b"302 Found") -> bytes:
    """A redirect."""
    return answer(b"", headers=b"Location: " + to.encode() + b"\r\n", status=status)


def dripping(head: bytes, drop: bytes, pause: float = 0.05) -> Callable[[socket.socket], None]:
    """An answer that sends `drop` after `drop` for ever."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(10_000):
            connection.sendall(drop)
            time.sleep(pause)

    return send


class Site:
    """`answers` by path; `asked` has every request's bytes in their order."""

    def __init__(self, answers: dict[str, Answer], listening: socket.socket) -> None:
        self.answers = answers
        self.asked: list[bytes] = []
        self.times: list[float] = []
        self.port: int = listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._listening = listening

    @property
    def paths(self) -> list[str]:
        """The paths asked for."""
        return [request.split(b" ")[1].decode() for request in self.asked]

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve_one, args=(connection,), daemon=True).start()

    def _serve_one(self, connection: socket.socket) -> None:
        with connection:
            try:
                request = b""
                while b"\r\n\r\n" not in request:
                    received = connection.recv(65536)
                    if not received:
                        return
                    request += received
                self.asked.append(request)
                self.times.append(time.monotonic())
                reply = self.answers.get(self.paths[-1], answer(b"", status=b"404 Not Found"))
                if callable(reply):
                    reply(connection)
                else:
                    connection.sendall(reply)
            except OSError:
                return  # the client has hung up


@contextmanager
def site(answers: dict[str, Answer]) -> Iterator[Site]:
    """A running server for the length of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        served = Site(answers, listening)
        thread = threading.Thread(target=served.serve, daemon=True)
        thread.start()
        yield served
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)
