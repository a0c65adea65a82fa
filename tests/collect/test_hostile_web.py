"""Servers that mean harm, or are broken as if they did."""

import gzip
import socket
import time
import tracemalloc
from typing import Any

import pytest

from hearsay.collect import Item, Limits
from hearsay.collect.network import CheckedBackend, is_public
from hearsay.collect.web import Fetcher
from hearsay.errors import SourceError
from hearsay.model import Refusal
from tests.collect import taking
from tests.collect.sites import Answer, answer, dripping, html, moved, site

PAGE = b"<html><body><p>The minister said no.</p></body></html>"
QUICK = Limits(delay=0, total_seconds=0.9, idle_seconds=0.5, item=2**20, download=2**21)


def _refused(answers: dict[str, Answer], path: str = "/a", **choices: Any) -> Refusal:
    with site(answers) as server:
        (outcome,) = taking.found(server.url + path, **{"allow_private": True, "limits": QUICK, **choices})
    assert isinstance(outcome, Refusal)
    assert outcome.what
    assert outcome.remedy
    return outcome


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "127.1",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "[fe80::1]",
        "[fd00::1]",
        "100.64.0.1",
        "224.0.0.1",
        "[ff02::1]",
        "255.255.255.255",
    ],
)
def test_this_machine_and_private_networks_are_refused(host: str) -> None:
    refused = taking.refusal(f"http://{host}:9/", limits=QUICK)
    assert "an address of this machine or of a private network" in refused.what
    assert refused.remedy == "If you mean it, allow private addresses"


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "93.184.216.34"])
def test_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_a_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public when asked first and private when asked again (DNS rebinding)."""
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = "192.0.2.1" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(SourceError, match=r"192\.0\.2\.1"):
        CheckedBackend(is_public).connect_tcp("rebinding.example", 80, 0.1)
    assert asked == ["rebinding.example"]


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:9/",
        "//10.0.0.1/",
        "http://2130706434:9/",
        "http://127.0.0.2:9/",
    ],
)
def test_a_redirect_into_a_private_network_is_refused(to: str) -> None:
    """The address of the test's own server stands for the open internet."""
    with site({"/a": moved(to)}) as server:
        fetcher = Fetcher(limits=QUICK, permits=lambda address: address == "127.0.0.1")
        (refused,) = fetcher.find(f"{server.url}/a")
        fetcher.close()
    assert isinstance(refused, Refusal)
    assert "an address of this machine or of a private network" in refused.what


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://example.org/", "gopher://x", "javascript:alert(1)", "http://u:p@x/"]
)
def test_a_redirect_to_another_kind_of_address_is_refused(to: str) -> None:
    assert "address" in _refused({"/a": moved(to)}).what


def test_an_address_that_programs_read_differently_is_refused() -> None:
    assert taking.refusal("http://0177.0.0.1/", limits=QUICK).what.startswith("not a usable address")


def test_a_redirect_loop_ends() -> None:
    assert _refused({"/a": moved("/b"), "/b": moved("/a")}).what == "more than 5 redirects"


def test_a_robots_txt_that_redirects_for_ever_forbids_nothing() -> None:
    with site({"/robots.txt": moved("/robots.txt"), "/a": html(PAGE)}) as server:
        (item,) = taking.found(f"{server.url}/a", allow_private=True, limits=QUICK)
        assert isinstance(item, Item)


@pytest.mark.parametrize(
    "reply",
    [
        dripping(b"", b"H"),
        dripping(b"HTTP/1.1 200 OK\r\n", b"X-Drip: 1\r\n"),
        dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999999\r\n\r\n", b"x"),
        dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
)
def test_a_dripping_answer_ends_when_its_time_is_up(reply: Answer) -> None:
    start = time.monotonic()
    refused = _refused({"/a": reply})
    assert time.monotonic() - start < 4
    assert refused.what == "not complete after 0.9 seconds"


def test_a_silent_server_is_not_waited_for() -> None:
    refused = _refused({"/a": dripping(b"", b"", pause=1)})
    assert refused.what == "the server does not answer, or stopped answering"


def test_an_endless_body_is_cut_at_the_limit() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"
    refused = _refused({"/a": dripping(head, b"x" * 60_000, pause=0)})
    assert refused.what == "the answer is larger than 1 MB"


def test_an_announced_giant_is_not_received() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n<html>"
    assert _refused({"/a": head}).what == "the answer is larger than 2 MB"


def test_a_body_shorter_than_announced_is_refused() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n"
    assert "broke off" in _refused({"/a": head + PAGE}).what


def test_a_body_longer_than_announced_is_read_as_announced() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
    with site({"/a": head + PAGE + b"smuggled"}) as server:
        (item,) = taking.found(f"{server.url}/a", allow_private=True, limits=QUICK)
        assert isinstance(item, Item)
        assert item.content == PAGE


def test_a_packed_bomb_is_refused_in_little_memory() -> None:
    bomb = gzip.compress(b"\0" * 100_000_000, 1, mtime=0)
    reply = answer(bomb, headers=b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n")
    tracemalloc.start()
    try:
        assert "more than 1 MB" in _refused({"/a": reply}).what
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n"
        + gzip.compress(PAGE, mtime=0)[:12],
        b"HTTP/1.1 200 OK\r\nContent-Encoding: x-unknown\r\nContent-Length: 3\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_broken_answers_are_refused(reply: bytes) -> None:
    _refused({"/a": reply})
    # The same from robots.txt: whatever it does to the verdict, it raises nothing.
    with site({"/robots.txt": reply, "/a": html(PAGE)}) as server:
        taking.found(f"{server.url}/a", allow_private=True, limits=QUICK)


def test_no_proxy_and_no_netrc_of_this_machine_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with site({"/a": html(PAGE)}) as server:
        (item,) = taking.found(f"{server.url}/a", allow_private=True, limits=QUICK)
        assert isinstance(item, Item)


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    refused = taking.refusal(f"http://127.0.0.1:{port}/", allow_private=True, limits=QUICK)
    assert refused.what.startswith("the connection failed")
