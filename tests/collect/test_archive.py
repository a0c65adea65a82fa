import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.collect import Item, Limits, Media
from hearsay.collect.archive import find_pages
from hearsay.model import Refusal
from tests.collect.taking import found, items, refusal
from tests.collect.warcs import HTML, packed, record, response

PAGE = b"<html><body><p>The minister said no.</p></body></html>"
PACKED = gzip.compress(b"<p>He said no</p>", mtime=0)
URLS = tuple(f"https://example.org/{number}" for number in range(5))
FIVE = tuple(response(url) for url in URLS)


def _pages(content: bytes) -> list[Item | Refusal]:
    return list(find_pages(io.BytesIO(content), "file:///a.warc", limits=Limits()))


def _urls(outcomes: list[Item | Refusal]) -> list[str | None]:
    """The addresses found; `None` for a refusal."""
    return [outcome.url if isinstance(outcome, Item) else None for outcome in outcomes]


def _wacz(folder: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    path = folder / "a.wacz"
    with zipfile.ZipFile(path, "w", compression) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


@pytest.mark.parametrize("content", [b"".join(FIVE), packed(*FIVE), gzip.compress(b"".join(FIVE), mtime=0)])
def test_every_page_is_an_item(content: bytes) -> None:
    outcomes = _pages(content)
    assert _urls(outcomes) == list(URLS)
    first = outcomes[0]
    assert isinstance(first, Item)
    assert (first.content, first.media, first.charset) == (PAGE, Media.PAGE, "utf-8")
    assert (first.retrieved, first.name) == ("2024-07-09T21:05:00Z", "example.org-0")
    assert first.location.startswith("file:///a.warc#record=https://example.org/0@")


def test_resources_are_pages_and_the_rest_is_summed_up() -> None:
    told: list[tuple[str, str]] = []
    content = b"".join(
        (
            record("urn:x", b"software: x\r\n", content_type=b"application/warc-fields", kind=b"warcinfo"),
            record("https://example.org/r", PAGE, content_type=b"text/html"),
            response("https://example.org/i", b"\x89PNG", headers=b"Content-Type: image/png\r\n"),
            response("https://example.org/m", b"", status="301 Moved", headers=b"Location: /\r\n"),
            response("https://example.org/n", status="404 Not Found"),
            response("https://example.org/v", b"", kind=b"revisit"),
        )
    )
    pages = find_pages(
        io.BytesIO(content), "here", limits=Limits(), passed_over=lambda *notice: told.append(notice)
    )
    assert _urls(list(pages)) == ["https://example.org/r"]
    assert told == [
        (
            "here",
            "records of the archive that are no pages: 1 image files, "
            "2 redirects, errors and answers that are not HTTP, 1 revisits of pages stored earlier",
        )
    ]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (b"Transfer-Encoding: chunked\r\n", b"5\r\n<p>He\r\nc;x=y\r\n said no</p>\r\n0\r\n\r\n"),
        (b"Transfer-Encoding: chunked\r\n", b"<p>He said no</p>"),
        (b"Content-Encoding: gzip\r\n", gzip.compress(b"<p>He said no</p>", mtime=0)),
        (b"Content-Encoding: gzip\r\n", b"<p>He said no</p>"),
        (b"Content-Encoding: deflate\r\n", zlib.compress(b"<p>He said no</p>")),
        (
            b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
            b"%x\r\n%b\r\n0\r\n\r\n"
            % (
                len(gzip.compress(b"<p>He said no</p>", mtime=0)),
                gzip.compress(b"<p>He said no</p>", mtime=0),
            ),
        ),
    ],
)
def test_bodies_lose_their_encodings_also_where_the_headers_lie(headers: bytes, body: bytes) -> None:
    (item,) = _pages(response("https://example.org/", body, headers=HTML + headers))
    assert isinstance(item, Item)
    assert item.content == b"<p>He said no</p>"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (b"Transfer-Encoding: chunked\r\n", b"5\r\n<p>He\r\nff\r\n said"),
        (b"Transfer-Encoding: chunked\r\n", b"5\r\n<p>He\r\nzz"),
        (b"Content-Encoding: gzip\r\n", gzip.compress(b"<p>He said no</p>", mtime=0)[:-9]),
        (b"Content-Encoding: br\r\n", b"\xff\xff\xff"),
        (b"Content-Encoding: rot13\r\n", b"abc"),
        (b"Content-Encoding: gzip\r\n", gzip.compress(b"\0" * 100_000_000, mtime=0)),
    ],
)
def test_a_damaged_body_costs_its_record_alone(headers: bytes, body: bytes) -> None:
    bad = response("https://example.org/bad", body, headers=HTML + headers)
    outcomes = _pages(packed(FIVE[0], bad, FIVE[2]))
    assert _urls(outcomes) == [URLS[0], None, URLS[2]]
    refused = outcomes[1]
    assert isinstance(refused, Refusal)
    assert "https://example.org/bad@" in refused.location


def _flip(content: bytes, offset: int) -> bytes:
    return content[:offset] + bytes((content[offset] ^ 0xFF,)) + content[offset + 1 :]


@pytest.mark.parametrize("place", [15, 40, 100, -6])
def test_a_damaged_member_costs_its_record_alone(place: int) -> None:
    sizes = [len(packed(each)) for each in FIVE]
    offset = sum(sizes[:3]) + place if place < 0 else sum(sizes[:2]) + place
    outcomes = _pages(_flip(packed(*FIVE), offset))
    assert _urls(outcomes) == [URLS[0], URLS[1], None, URLS[3], URLS[4]]
    refused = outcomes[2]
    assert isinstance(refused, Refusal)
    assert f"damaged at byte {sum(sizes[:2])}" in refused.what


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Content-Length: ", b"Content-Length: 9"),
        (b"Content-Length: ", b"Content-Length: -"),
        (b"Content-Length: ", b"Content-Length: 99999999999999999999"),
        (b"Content-Length: 1", b"Content-Length: "),
        (b"WARC/1.0", b"WXYZ/1.0"),
    ],
)
def test_a_record_with_a_lying_header_costs_itself_alone(old: bytes, new: bytes) -> None:
    plain = [FIVE[0], FIVE[1], FIVE[2].replace(old, new), FIVE[3], FIVE[4]]
    for content in (b"".join(plain), packed(*plain)):
        assert _urls(_pages(content)) == [URLS[0], URLS[1], None, URLS[3], URLS[4]]


@pytest.mark.parametrize("cut", [1, 5, 20, 60, 120])
def test_a_truncated_archive_gives_all_before_the_cut(cut: int) -> None:
    outcomes = _pages(packed(*FIVE)[:-cut])
    assert _urls(outcomes) == [*URLS[:4], None]
    outcomes = _pages(b"".join(FIVE)[: -cut - 4])
    assert _urls(outcomes) == [*URLS[:4], None]


def test_garbage_between_records_is_reported_and_skipped() -> None:
    for join, parts in ((b"".join, FIVE), (b"".join, tuple(packed(each) for each in FIVE))):
        content = join([*parts[:2], b"garbage\r\n" * 9, *parts[2:]])
        outcomes = _pages(content)
        assert _urls(outcomes) == [*URLS[:2], None, *URLS[2:]]


def test_a_page_over_the_limit_is_refused_and_the_rest_is_read() -> None:
    big = response("https://example.org/big", b"<p>" + b"x" * 3_000_000)
    outcomes = list(find_pages(io.BytesIO(packed(FIVE[0], big, FIVE[2])), "here", limits=Limits(item=2**20)))
    assert _urls(outcomes) == [URLS[0], None, URLS[2]]


def test_a_page_that_was_not_kept_whole_is_refused() -> None:
    (refused,) = _pages(response("https://example.org/", extra=b"WARC-Truncated: length\r\n"))
    assert isinstance(refused, Refusal)
    assert refused.what == "the archive says that it did not keep the whole page"


def test_a_file_of_that_name_without_any_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"no archive at all\n" * 99)
    assert refusal(tmp_path / "a.warc").what.startswith("the archive is damaged at byte 0")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_wacz_gives_the_pages_of_its_archives(tmp_path: Path, compression: int) -> None:
    members = {
        "datapackage.json": b"{}",
        "archive/data.warc.gz": packed(*FIVE[:2]),
        "archive/more.warc": FIVE[2],
        "pages/pages.jsonl": b"{}",
    }
    path = _wacz(tmp_path, members, compression)
    assert [item.url for item in items(path)] == list(URLS[:3])
    assert items(path)[0].location == f"{path.as_uri()}#file=archive/data.warc.gz#record={URLS[0]}@0"


def test_names_in_a_wacz_reach_no_path(tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    path = _wacz(folder, {"archive/../../evil.warc": FIVE[0], "archive/\x1b[31m.warc": FIVE[1]})
    assert all(outcome.location.isprintable() for outcome in found(path))
    assert [each.name for each in tmp_path.iterdir()] == ["inside"]


def test_a_wacz_that_grows_like_a_bomb_is_refused(tmp_path: Path) -> None:
    path = _wacz(tmp_path, {"archive/data.warc": b"\0" * 40_000_000}, zipfile.ZIP_DEFLATED)
    assert "bomb" in refusal(path).what


@pytest.mark.parametrize(
    "damage", [lambda c: c[:-30], lambda c: c[:20], lambda c: b"PK\x03\x04" + b"\xff" * 99]
)
def test_a_damaged_wacz_is_refused(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    path = _wacz(tmp_path, {"archive/data.warc": FIVE[0]})
    path.write_bytes(damage(path.read_bytes()))
    assert refusal(path).what.startswith("not a whole ZIP file")


def test_a_damaged_part_of_a_wacz_costs_itself_alone(tmp_path: Path) -> None:
    path = _wacz(tmp_path, {"archive/a.warc": FIVE[0], "archive/b.warc": FIVE[1]})
    content = path.read_bytes()
    path.write_bytes(content.replace(b"The minister said no", b"The minister said ye", 1))
    outcomes = found(path)
    assert URLS[1] in _urls(outcomes)
    assert [outcome for outcome in outcomes if isinstance(outcome, Refusal)]


@given(st.data())
@settings(max_examples=60)
def test_no_damage_raises_or_loses_what_lies_before_it(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from([b"".join(FIVE), packed(*FIVE)]))
    start = data.draw(st.integers(0, len(content) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=40))
    outcomes = _pages(content[:start] + junk + content[start + len(junk) :])
    before = start // (len(content) // 5 + 5)
    assert _urls(outcomes)[: max(before - 1, 0)] == list(URLS[: max(before - 1, 0)])
