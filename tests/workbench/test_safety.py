"""Who is let in, and what every answer carries."""

from __future__ import annotations

import os
import re
import socket

import httpx
import pytest

from hearsay.errors import HearsayError
from hearsay.workbench.safety import HEADERS, POLICY
from hearsay.workbench.serving import _bound, is_local, serve


def test_without_the_token_nothing_is_told(server):
    answer = httpx.get(f"{server.address}/story")
    assert answer.status_code == 401
    assert "dinner-tape" not in answer.text


def test_a_wrong_token_lets_nobody_in(server):
    answer = httpx.get(f"{server.address}/?token=wrong")
    assert (answer.status_code, answer.headers.get("set-cookie")) == (401, None)


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_cannot_use(server):
    answer = httpx.get(f"{server.address}/statements?token={server.token}&q=ship")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/statements?q=ship"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_the_token_does_not_lead_to_another_server(server):
    answer = httpx.get(f"{server.address}//evil.example/?token={server.token}")
    assert answer.headers["location"] == "/evil.example/"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", ""])
def test_a_rebound_name_is_turned_away(server, host):
    port = server.address.rpartition(":")[2]
    with server.client() as client:
        answer = client.get("/story", headers={"host": host.format(port=port)})
    assert answer.status_code in (400, 421)


def test_a_form_of_another_site_is_turned_away(own):
    with own.client() as client:
        for headers in ({}, {"origin": "http://evil.example"}, {"origin": "null"}):
            assert client.post("/rule", data={"kind": "note"}, headers=headers).status_code == 403


def test_another_site_cannot_load_a_page_into_its_own(server):
    with server.client() as client:
        foreign = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
        assert client.get("/statements.json", headers=foreign).status_code == 403


@pytest.mark.parametrize(
    "path", ["/story", "/nowhere", "/statements.json", "/static/page.css", "/documents/zzz"]
)
def test_every_answer_has_the_safe_headers(server, path):
    with server.client() as client:
        answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in POLICY


@pytest.mark.parametrize(
    "path",
    [
        "/static/../application.py",
        "/static/%2e%2e/application.py",
        "/static//etc/passwd",
        "/..%2f..%2fetc/passwd",
    ],
)
def test_no_file_beside_the_pages_is_served(server, path):
    host, port = server.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while piece := line.recv(65536):
            answer += piece
    assert answer.split()[1] in (b"404", b"401", b"303")
    assert b"root:" not in answer
    assert b"def application" not in answer


def test_an_original_is_saved_and_never_shown(server):
    with server.client() as client:
        answer = client.get("/documents/sable-one-tape-aired/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.content.startswith(b"<!")


def test_another_address_needs_a_long_password(example_path):
    for password in (None, "short"):
        with pytest.raises(HearsayError, match="a password of at least 12 characters"):
            serve(example_path, host="0.0.0.0", password=password)


def test_a_password_lets_in_and_the_case_is_not_named_before(serve, example_path):
    served = serve(
        example_path, "--host", "0.0.0.0", env={**os.environ, "HEARSAY_PASSWORD": "correct horse battery"}
    )
    address = served.address.replace("0.0.0.0", "127.0.0.1")
    with httpx.Client(base_url=address, follow_redirects=True, headers={"origin": address}) as client:
        door = client.get("/story")
        assert door.status_code == 401
        assert "dinner-tape" not in door.text
        form = re.search('name="form" value="([0-9a-f]+)"', door.text)[1]
        assert "was not it" in client.post("/enter", data={"form": form, "password": "guess"}).text
        assert client.get("/story").status_code == 401
        inside = client.post("/enter", data={"form": form, "password": "correct horse battery"})
        assert (inside.status_code, "dinner-tape" in inside.text) == (200, True)


def test_what_is_local():
    assert all(is_local(host) for host in ("localhost", "127.0.0.1", "::1"))
    assert not any(is_local(host) for host in ("0.0.0.0", "192.168.0.4", "example.org"))


def test_the_end_of_a_page_does_not_wait_until_the_browser_has_its_beginning():
    # asyncio sends at once only on sockets that are named as TCP.
    with _bound("127.0.0.1", None) as listening:
        address = listening.getsockname()
        with socket.create_connection(address), listening.accept()[0] as accepted:
            assert accepted.proto == socket.IPPROTO_TCP


def test_two_servers_that_start_at_once_get_two_ports():
    with _bound("127.0.0.1", None) as first, _bound("127.0.0.1", None) as second:
        assert first.getsockname()[1] != second.getsockname()[1]
