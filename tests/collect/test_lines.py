from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.lines import Line, lines


def test_lines_are_numbered_from_one_and_lose_only_their_line_feed() -> None:
    assert list(lines([b"a\r\nb\n\nc"], limit=9)) == [
        Line(1, b"a\r"),
        Line(2, b"b"),
        Line(3, b""),
        Line(4, b"c"),
    ]


def test_a_line_over_the_limit_keeps_its_number_and_loses_its_content() -> None:
    assert list(lines([b"ab\nabcdef\nab"], limit=3)) == [Line(1, b"ab"), Line(2, None), Line(3, b"ab")]


def test_a_long_line_in_many_chunks_is_never_held() -> None:
    held = [len(line.content or b"") for line in lines((b"x" * 1000 for _ in range(10_000)), limit=5000)]
    assert held == [0]


def test_a_line_feed_in_utf16_is_two_aligned_bytes() -> None:
    content = "a\u0a00\nb".encode("utf-16-le")  # U+0A00 has the bytes 00 0A
    assert list(lines([content[:3], content[3:]], limit=99, newline=b"\n\0")) == [
        Line(1, "a\u0a00".encode("utf-16-le")),
        Line(2, "b".encode("utf-16-le")),
    ]


@given(st.lists(st.binary(max_size=20), max_size=10))
def test_chunks_do_not_matter(chunks: list[bytes]) -> None:
    assert list(lines(chunks, limit=99)) == list(lines([b"".join(chunks)], limit=99))


@given(st.binary(max_size=60))
def test_nothing_is_lost(content: bytes) -> None:
    kept = [line.content or b"" for line in lines([content], limit=99)]
    assert b"\n".join(kept) == content.removesuffix(b"\n")
