"""Time stamps of a real authority (openssl) hold for what was stamped, and for nothing else."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from hearsay.errors import HearsayError, SourceError
from hearsay.tape import custody, stamp
from hearsay.tape.authority import ask
from hearsay.tape.stamp import Stamp
from tests.tape.authority import Authority, missing

pytestmark = pytest.mark.skipif(missing(), reason="openssl is not installed")

HEAD = custody.Head(3, "ab" * 32, "cd" * 32)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authorities") / "one")


@pytest.fixture(scope="module")
def reply(authority):
    return authority.answer(stamp.request(HEAD))


def test_a_stamp_says_when_and_by_whom(authority, reply):
    checked = stamp.check(Stamp(HEAD, reply, authority.roots), "case")
    assert abs(checked.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert checked.authority == "CN=Quay-Stamps"


def test_the_authoritys_own_certificate_may_be_given_too(authority, reply):
    roots = authority.roots + (authority.folder / "tsa.pem").read_text()
    assert stamp.check(Stamp(HEAD, reply, roots), "case").authority == "CN=Quay-Stamps"


def test_a_stamp_for_another_head_does_not_hold(authority, reply):
    other = custody.Head(3, "ab" * 32, "ce" * 32)
    with pytest.raises(HearsayError, match="something else than this head"):
        stamp.check(Stamp(other, reply, authority.roots), "case")


def test_a_stamp_of_another_authority_does_not_hold(reply, tmp_path):
    other = Authority(tmp_path / "two")
    with pytest.raises(HearsayError, match="does not hold under these certificates"):
        stamp.check(Stamp(HEAD, reply, other.roots), "case")


@pytest.mark.parametrize("place", [30, -30, -300])
def test_a_tampered_reply_does_not_hold(authority, reply, place):
    tampered = bytearray(reply)
    tampered[place] ^= 1
    with pytest.raises(HearsayError):
        stamp.check(Stamp(HEAD, bytes(tampered), authority.roots), "case")


def test_a_reply_with_any_byte_changed_is_refused_or_says_the_same(authority, reply):
    untouched = stamp.check(Stamp(HEAD, reply, authority.roots), "case")
    refused = 0
    for place in (*range(300), *range(300, len(reply), 17)):
        tampered = bytearray(reply)
        tampered[place] ^= 1
        try:
            found = stamp.check(Stamp(HEAD, bytes(tampered), authority.roots), "case")
        except HearsayError:
            refused += 1
        else:
            assert found == untouched
    assert refused > 300


@pytest.mark.parametrize("content", [b"", b"no", b"\x30\x84\xff\xff\xff\xff", b"<html>"])
def test_what_is_no_reply_is_refused(authority, content):
    with pytest.raises(HearsayError, match="no reply of a time-stamping authority"):
        stamp.check(Stamp(HEAD, content, authority.roots), "case")


def test_what_are_no_certificates_is_refused(reply):
    with pytest.raises(HearsayError, match="no certificates in PEM"):
        stamp.check(Stamp(HEAD, reply, "certificates"), "case")


@pytest.fixture
def served(authority):
    class Answering(BaseHTTPRequestHandler):
        def do_POST(self):
            assert self.headers["Content-Type"] == "application/timestamp-query"
            answer = authority.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200 if self.path == "/stamp" else 503)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_authority_that_is_named_is_asked(authority, served):
    answer = ask(f"{served}/stamp", stamp.request(HEAD), allow_private=True)
    assert stamp.check(Stamp(HEAD, answer, authority.roots), "case").authority == "CN=Quay-Stamps"


def test_a_private_address_is_not_asked_unless_allowed(served):
    with pytest.raises(SourceError):
        ask(f"{served}/stamp", stamp.request(HEAD))


def test_an_authority_that_does_not_answer_is_an_error(served):
    with pytest.raises(SourceError, match="status 503"):
        ask(f"{served}/other", stamp.request(HEAD), allow_private=True)
