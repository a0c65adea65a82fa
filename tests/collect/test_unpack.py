import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.limits import Limits
from hearsay.collect.unpack import beginning, gunzip, gunzipped, inflate
from hearsay.errors import SourceError


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4))
def test_members_are_joined(parts: list[bytes]) -> None:
    packed = b"".join(gzip.compress(part, mtime=0) for part in parts)
    assert gunzip(packed, limit=2000) == b"".join(parts)


@given(st.binary(max_size=500), st.integers(1, 50))
def test_chunks_do_not_matter(content: bytes, size: int) -> None:
    packed = gzip.compress(content, mtime=0)
    chunks = [packed[start : start + size] for start in range(0, len(packed), size)]
    assert b"".join(gunzipped(chunks, Limits())) == content


def test_more_than_a_chunk_comes_whole() -> None:
    content = bytes(range(256)) * 1000
    assert gunzip(gzip.compress(content, mtime=0), limit=len(content)) == content


def test_what_follows_the_last_member_is_ignored_as_gzip_does() -> None:
    assert gunzip(gzip.compress(b"text", mtime=0) + b"\0\0\0", limit=9) == b"text"
    assert gunzip(gzip.compress(b"text", mtime=0) + b"garbage", limit=9) == b"text"


@pytest.mark.parametrize("cut", range(1, 30))
def test_a_truncated_file_is_refused(cut: int) -> None:
    with pytest.raises(SourceError, match="cut off"):
        gunzip(gzip.compress(b"some text", mtime=0)[:-cut][:28], limit=99)


def test_a_flipped_bit_is_refused() -> None:
    packed = bytearray(gzip.compress(b"some text" * 9, mtime=0))
    packed[14] ^= 1
    with pytest.raises(SourceError, match="damaged"):
        gunzip(bytes(packed), limit=999)


def test_growth_past_the_limit_is_refused() -> None:
    with pytest.raises(SourceError, match="more than 1 MB"):
        gunzip(gzip.compress(b"\0" * 50_000_000, mtime=0), limit=2**20)


def test_a_stream_that_grows_like_a_bomb_is_stopped_early() -> None:
    taken = 0
    with pytest.raises(SourceError, match="bomb"):
        bomb = gzip.compress(b"\0" * 10_000_000, mtime=0)
        chunks = (bomb[start : start + 1000] for start in range(0, len(bomb), 1000))
        for part in gunzipped(chunks, Limits(free_growth=2**20)):
            taken += len(part)
    assert taken < 2**21


@pytest.mark.parametrize("wbits", [15, -15])
def test_deflate_is_read_with_and_without_its_frame(wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    packed = packer.compress(b"some text") + packer.flush()
    assert inflate(packed, encoding="deflate", limit=99) == b"some text"


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(content: bytes) -> None:
    assert isinstance(beginning(content), bytes)
    for unpacked in (gunzip, lambda body, limit: inflate(body, encoding="deflate", limit=limit)):
        try:
            assert isinstance(unpacked(content, limit=999), bytes)
        except SourceError as error:
            assert error.remedy
