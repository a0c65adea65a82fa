"""Tables of articles: JSONL and CSV, one item a record, read as a stream."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from hearsay.collect.encoding import decode
from hearsay.collect.fields import Record, delimiter_of, header, parse_object, parse_row
from hearsay.collect.item import Item, Media
from hearsay.collect.limits import Limits
from hearsay.collect.lines import NEWLINE, Line, lines
from hearsay.collect.sniff import wide_encoding
from hearsay.errors import SourceError
from hearsay.model import Refusal

_BOM = {
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}
_SEPARATOR = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?sep=.\r?", re.I)
# Lines without a text that show a file of another kind; fewer may be slips in a file of records.
_TELLING = 3
_LOOKED_AT = 20
_TOO_LONG = "Raise the size limit (--max-megabytes) if this is really one article"


def find_records(
    chunks: Iterable[bytes], location: str, *, limits: Limits, head: bytes
) -> Iterator[Item | Refusal]:
    """One item a line of a JSONL stream; a line that is not a record is refused alone.

    An item's content is the line as it stands, without its line end. Two records with one id and the same
    bytes are the same document; with other bytes they are versions of it, as for a page seen twice.
    Raises SourceError where the stream itself breaks (a truncated gzip file).
    """
    wide = wide_encoding(head)
    mark = _BOM.get(wide or "", b"")
    for line in lines(chunks, limit=limits.item, newline="\n".encode(wide) if wide else NEWLINE):
        place = f"{location}#line={line.number}"
        if line.content is None:
            yield _too_long(place, line.number, limits)
            continue
        content = _without_end(line.content, wide)
        if line.number == 1:
            content = content.removeprefix(mark or b"\xef\xbb\xbf")
        if not content.strip(b" \t\r\n\0"):
            continue
        yield _found(mark + content, Media.RECORD, place, line.number)


def find_rows(
    chunks: Iterable[bytes], location: str, *, limits: Limits, head: bytes
) -> Iterator[Item | Refusal]:
    """One item a row of a CSV stream; a row that is not a record is refused alone, with its line.

    An item's content is the header line and the row, both as they stand, so that it can be read by itself.
    A quotation mark that is never closed costs its own line, not the rest of the file. Raises SourceError
    where the header lacks a needed column or the stream itself breaks.
    """
    wide = wide_encoding(head)
    mark = _BOM.get(wide or "", b"")
    newline = "\n".encode(wide) if wide else NEWLINE
    physical = lines(chunks, limit=limits.item, newline=newline)
    first = next(physical, None)
    if (
        first is not None
        and first.content is not None
        and _SEPARATOR.fullmatch(first.content.replace(b"\0", b""))
    ):
        first = next(physical, None)  # what Excel writes for itself: the header shows the delimiter anyway
    if first is None or first.content is None:
        raise SourceError("no header line", remedy="Name the columns in the first line: id, text, ...")
    names = mark + _without_end(first.content.removeprefix(mark or b"\xef\xbb\xbf"), wide)
    names_text = decode(names, declared=None)
    header(names_text)
    quotes = _Quotes(delimiter_of(names_text), wide)
    for number, row in _rows(physical, quotes, newline, limits):
        place = f"{location}#line={number}"
        if isinstance(row, SourceError):
            yield Refusal(place, f"line {number}: {row.what}", row.remedy)
        elif row is None:
            yield _too_long(place, number, limits)
        elif row.strip(b" \t\r\n\0"):
            yield _found(names + newline + _without_end(row, wide), Media.ROW, place, number)


def other_objects(head: bytes) -> bool:
    """Whether a JSONL file holds objects of another kind: whole ones at its beginning, none with a text.

    Such a file met in a folder is one refusal and not one a line.
    """
    try:
        objects = [
            msgspec.json.decode(line) for line in head.split(NEWLINE)[:-1][:_LOOKED_AT] if line.strip()
        ]
    except (ValueError, RecursionError):
        return False
    return len(objects) >= _TELLING and not any(
        isinstance(fields, dict) and ("text" in fields or "html" in fields) for fields in objects
    )


def _found(content: bytes, media: Media, place: str, number: int) -> Item | Refusal:
    try:
        record: Record = parse_row(content) if media is Media.ROW else parse_object(content)
    except SourceError as error:
        sha256 = hashlib.sha256(content).hexdigest()
        return Refusal(place, f"line {number}: {error.what}", error.remedy, sha256)
    return Item(content, media, place, record.id, record.url)


def _too_long(place: str, number: int, limits: Limits) -> Refusal:
    return Refusal(place, f"line {number}: a record of more than {limits.item / 2**20:,.0f} MB", _TOO_LONG)


def _without_end(content: bytes, wide: str | None) -> bytes:
    return content.removesuffix("\r".encode(wide) if wide else b"\r")


class _Quotes:
    """Whether a quotation mark is open at the end of a line: what makes a row run over lines."""

    def __init__(self, delimiter: str, wide: str | None) -> None:
        self._delimiter = delimiter
        self._wide = wide

    def open_after(self, content: bytes, opened: bool) -> bool:
        """Whether a mark is open after the line `content`, where one was `opened` before it or not."""
        if b'"' not in content:
            return opened
        # Searched by hand: the possessive repeats that this would need match wrongly before Python 3.11.5.
        text = content.decode(self._wide, "replace") if self._wide else content.decode("latin-1")
        field = 0
        while field < len(text):
            # A quotation mark opens a field only at its beginning; inside, a doubled one is a character.
            end = field
            if opened or text[field] == '"':
                closing = _closing(text, field if opened else field + 1)
                if closing is None:
                    return True
                end, opened = closing + 1, False
            delimiter = text.find(self._delimiter, end)
            if delimiter < 0:
                return False
            field = delimiter + 1
        return opened


def _closing(text: str, start: int) -> int | None:
    """Where the quotation that `start` lies in is closed; two marks in a row close nothing."""
    while (mark := text.find('"', start)) >= 0:
        if not text.startswith('"', mark + 1):
            return mark
        start = mark + 2
    return None


def _rows(
    physical: Iterator[Line], quotes: _Quotes, newline: bytes, limits: Limits
) -> Iterator[tuple[int, bytes | SourceError | None]]:
    """Rows with the number of their first line; `None` for one too long, an error for one never closed."""
    waiting: deque[Line] = deque()
    while True:
        line = waiting.popleft() if waiting else next(physical, None)
        if line is None:
            return
        if line.content is None:
            yield line.number, None
            continue
        opened = quotes.open_after(line.content, False)
        if not opened:
            yield line.number, line.content
            continue
        taken, size = [line], len(line.content)
        while opened and len(taken) < limits.row_lines and size <= limits.item:
            further = waiting.popleft() if waiting else next(physical, None)
            if further is None:
                break
            taken.append(further)
            if further.content is None:
                break
            size += len(further.content) + len(newline)
            opened = quotes.open_after(further.content, True)
        if opened:
            # Whatever followed may be whole rows: it is read again, line by line.
            waiting.extendleft(reversed(taken[1:]))
            remedy = "Close the quotation mark, or double it where it is part of the text"
            yield line.number, SourceError("a quotation mark opens here and is never closed", remedy=remedy)
        elif size > limits.item:
            yield line.number, None
        else:
            yield line.number, newline.join(part.content or b"" for part in taken)
