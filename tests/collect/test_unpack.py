"""Gzip is unpacked whole or refused with the reason, and never past the limit."""

from __future__ import annotations

import gzip
import tracemalloc

import pytest

from hearsay.collect.unpack import gunzip
from hearsay.errors import SourceError

PAGE = b"<html>" + bytes(range(256)) * 5000


def test_what_was_packed_comes_back() -> None:
    assert gunzip(gzip.compress(PAGE)) == PAGE


def test_several_members_are_one_stream() -> None:
    assert gunzip(gzip.compress(b"He said ") + gzip.compress(b"no")) == b"He said no"


def test_bytes_after_the_last_member_are_ignored() -> None:
    assert gunzip(gzip.compress(b"no") + b"\0\0\0") == b"no"


def test_a_cut_off_stream_is_refused_with_what_could_be_unpacked() -> None:
    with pytest.raises(SourceError, match=r"cut off; [1-9][0-9]* bytes"):
        gunzip(gzip.compress(PAGE)[:-400])


def test_a_stream_without_its_last_byte_is_refused() -> None:
    with pytest.raises(SourceError, match="cut off"):
        gunzip(gzip.compress(PAGE)[:-1])


def test_a_damaged_stream_is_refused() -> None:
    packed = bytearray(gzip.compress(PAGE))
    packed[-6] ^= 0xFF  # the checksum
    with pytest.raises(SourceError, match="damaged"):
        gunzip(bytes(packed))


def test_what_is_exactly_at_the_limit_is_unpacked() -> None:
    assert len(gunzip(gzip.compress(PAGE), limit=len(PAGE))) == len(PAGE)
    with pytest.raises(SourceError, match="more than"):
        gunzip(gzip.compress(PAGE), limit=len(PAGE) - 1)


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = gzip.compress(bytes(200 << 20), 9)
    tracemalloc.start()
    try:
        with pytest.raises(SourceError, match="more than 32 MB"):
            gunzip(bomb)
        assert tracemalloc.get_traced_memory()[1] < 100 << 20
    finally:
        tracemalloc.stop()
