"""WARC and WACZ archives: the web pages that a crawler kept, one item a page."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from hearsay.collect.item import Item, Media
from hearsay.collect.limits import Limits
from hearsay.collect.names import printable, url_name
from hearsay.collect.payload import body_of, is_page
from hearsay.collect.salvage import begins_record, next_record, record_end
from hearsay.collect.unpack import CHUNK, too_large
from hearsay.errors import SourceError
from hearsay.model import Refusal

_REMEDY = "The other records are read; fetch the archive again if you need this one"


def find_pages(
    file: IO[bytes], location: str, *, limits: Limits, passed_over: Callable[[str, str], None] | None = None
) -> Iterator[Item | Refusal]:
    """The web pages in a seekable WARC file, compressed by record or not, in its order.

    Taken are response and resource records with status 200 and an HTML media type; an item's content is
    the body without its transfer and content encodings, `retrieved` the record's WARC-Date. Damaged records
    are refused with their byte, and reading goes on at the next record that can be found. What else the
    archive holds (images, redirects, revisits of pages stored earlier) is one call of `passed_over`.
    """
    passed: Counter[str] = Counter()
    start: int | None = 0
    while start is not None:
        start = yield from _pages_from(file, start, location, limits, passed)
    if passed_over is not None and passed:
        kinds = ", ".join(f"{count:,} {what}" for what, count in sorted(passed.items()))
        passed_over(location, f"records of the archive that are no pages: {kinds}")


def find_wacz(
    file: IO[bytes], location: str, *, limits: Limits, passed_over: Callable[[str, str], None] | None = None
) -> Iterator[Item | Refusal]:
    """The web pages in the WARC files of a WACZ (a ZIP with a folder `archive/`; WACZ 1.1.1, section 4).

    Nothing is unpacked to a path that the archive names. Raises SourceError where it is not a WACZ.
    """
    try:
        package = zipfile.ZipFile(file)
        members = [member for member in package.infolist() if _is_warc(member.filename)]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise SourceError(f"not a whole ZIP file ({error})", remedy="Fetch the archive again") from error
    if len(package.infolist()) > limits.members:
        raise SourceError(f"a WACZ of more than {limits.members:,} files", remedy="Unpack and check it")
    if not members:
        raise SourceError(
            "a ZIP file without WARC files in archive/", remedy="Unpack it and name what is in it"
        )
    for member in members:
        place = f"{location}#file={printable(member.filename)}"
        try:
            with _opened(package, member, limits) as warc:
                yield from find_pages(warc, place, limits=limits, passed_over=passed_over)
        except SourceError as error:
            yield Refusal(place, error.what, error.remedy)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as error:
            yield Refusal(place, f"this part of the archive cannot be read ({error})", _REMEDY)


def _pages_from(
    file: IO[bytes], start: int, location: str, limits: Limits, passed: Counter[str]
) -> Generator[Item | Refusal, None, int | None]:
    """Pages from the record at byte `start` on; returns where to begin again after damage, or `None`.

    One outcome is held back, since damage to a record may show only when the next one is asked for.
    """
    file.seek(start)
    last, held = start, None
    damage: str | None = None
    try:
        for record in ArchiveIterator(file, record_types=WarcRecordType.any_type, parse_http=False):
            if held is not None:
                yield held
            last, held = record.stream_pos, None
            held = _outcome(record, location, limits, passed)
    except Exception as error:  # noqa: BLE001 - the border where foreign bytes meet a foreign parser
        damage = str(error) or type(error).__name__
    if not begins_record(file, last):
        # No record at all, or a file compressed as a whole: positions in it lead nowhere.
        if held is not None:
            yield held
        if damage is None:
            return None
        yield _damaged(location, last, damage)
        return next_record(file, last + 1)
    end = record_end(file, last)
    if end is None:
        yield held if isinstance(held, Refusal) else _damaged(location, last, damage or "cut off")
        return next_record(file, last + 1)
    if held is not None:
        yield held
    following = next_record(file, end)
    if damage and following != end:
        yield _damaged(location, end, damage)
    return following


def _damaged(location: str, offset: int, how: str) -> Refusal:
    what = f"the archive is damaged at byte {offset:,} ({how})"
    return Refusal(f"{location}#record=@{offset}", what, _REMEDY)


def _outcome(
    record: WarcRecord, location: str, limits: Limits, passed: Counter[str]
) -> Item | Refusal | None:
    """The item of one record, or its refusal; `None` for what is no page, counted in `passed`."""
    if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
        if record.record_type == WarcRecordType.revisit:
            passed["revisits of pages stored earlier"] += 1
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    place = f"{location}#record={printable(url)}@{record.stream_pos}"
    declared = (record.headers.get("Content-Length") or "").strip()
    if declared != str(record.content_length):
        return Refusal(place, f"the record's length is no number ({declared[:30]!r})", _REMEDY)
    content_type, transfer, encoding, charset = record.headers.get("Content-Type") or "", "", "", None
    if record.record_type == WarcRecordType.response:
        record.parse_http(auto_decode="none")
        headers = record.http_headers
        if record.is_http and (headers is None or not headers.status_code or not len(headers)):
            return Refusal(place, "the record holds no whole HTTP answer", _REMEDY)
        if headers is None or headers.status_code != 200:
            passed["redirects, errors and answers that are not HTTP"] += 1
            return None
        content_type, charset = headers.get("Content-Type") or "", record.http_charset
        transfer, encoding = headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or ""
    if content_type and not is_page(content_type, b""):
        passed[f"{content_type.partition('/')[0].strip().lower()[:20]} files"] += 1
        return None
    size = record.content_length
    if size > limits.item:
        error = too_large("page", limits.item)
        return Refusal(place, f"{error.what} ({size / 2**20:,.0f} MB)", error.remedy)
    raw = record.reader.read(size)
    sha256 = hashlib.sha256(raw).hexdigest()
    if len(raw) < size:
        return Refusal(place, f"the record is cut off: {len(raw):,} of {size:,} bytes", _REMEDY, sha256)
    if record.headers.get("WARC-Truncated"):
        return Refusal(place, "the archive says that it did not keep the whole page", _REMEDY, sha256)
    try:
        body = body_of(raw, transfer=transfer, encoding=encoding, limit=limits.item)
    except SourceError as error:
        return Refusal(place, error.what, error.remedy, sha256)
    if not content_type and not is_page("", body[:CHUNK]):
        passed["files of no declared type"] += 1
        return None
    retrieved = record.headers.get("WARC-Date")
    address = url if url.startswith(("http://", "https://")) else None
    return Item(body, Media.PAGE, place, url_name(url), address, charset, retrieved)


def _opened(package: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> IO[bytes]:
    if member.flag_bits & 1:
        raise SourceError("encrypted", remedy="Unpack it with its password and name what is in it")
    size, packed = member.file_size, member.compress_size
    if size > limits.free_growth and size > packed * limits.growth:
        raise SourceError(
            f"{packed:,} compressed bytes would grow to {size:,}: this looks like a bomb",
            remedy="Unpack the file yourself if you trust it, and name what is in it",
        )
    return package.open(member)


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))
