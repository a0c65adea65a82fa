"""The fields of one record of a table, JSONL or CSV, checked where they come in."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from hearsay.collect.encoding import decode
from hearsay.collect.sniff import wide_encoding
from hearsay.errors import SourceError

DELIMITERS = (",", ";", "\t", "|")
FIELDS = ("id", "text", "html", "url", "title", "outlet", "published", "language", "author")
# An id is a name that people read and type; a whole article in that column is a slip.
_LONGEST_ID = 1000


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one JSONL object or CSV row. Empty fields are `None`; one of `text`, `html` is not."""

    id: str
    text: str | None
    html: str | None
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    authors: tuple[str, ...]


class _Fields(msgspec.Struct):
    id: msgspec.Raw = msgspec.Raw()
    text: msgspec.Raw = msgspec.Raw()
    html: msgspec.Raw = msgspec.Raw()
    url: msgspec.Raw = msgspec.Raw()
    title: msgspec.Raw = msgspec.Raw()
    outlet: msgspec.Raw = msgspec.Raw()
    published: msgspec.Raw = msgspec.Raw()
    language: msgspec.Raw = msgspec.Raw()
    author: msgspec.Raw = msgspec.Raw()


def parse_object(line: bytes) -> Record:
    """The record on one line of JSON (RFC 8259: UTF-8; UTF-16 is read where a byte order mark says so).

    Fields other than those of a record are ignored. Numbers are taken digit by digit, so that an id of 30
    digits keeps them all. Raises SourceError, `where` naming the field or byte.
    """
    wide = wide_encoding(line)
    try:
        encoded = line.decode(wide).lstrip("\ufeff").encode() if wide else line.removeprefix(b"\xef\xbb\xbf")
        fields = msgspec.json.decode(encoded, type=_Fields)
        values = {name: _value(getattr(fields, name), lists=name == "author") for name in FIELDS}
        return _record(values)
    except UnicodeError as error:
        raise SourceError("not UTF-8, which JSON must be", remedy="Save the file as UTF-8") from error
    except msgspec.ValidationError as error:
        raise SourceError(
            "not a JSON object with a record's fields", remedy="Write one {…} with id and text a line"
        ) from error
    except msgspec.DecodeError as error:
        raise SourceError(f"broken JSON: {error}", remedy="Repair this line; the others are read") from error
    except RecursionError as error:
        raise SourceError("JSON nested too deeply", remedy="Repair this line; the others are read") from error


def parse_row(content: bytes) -> Record:
    """The record of a CSV header line followed by one row (RFC 4180, the delimiter as the header has it).

    Raises SourceError, `where` naming the column.
    """
    text = decode(content, declared=None)
    names = header(text.partition("\n")[0])
    parsed = parse_csv(text, delimiter_of(text.partition("\n")[0]))[1:]
    cells = parsed[0] if parsed else []
    if len(parsed) != 1 or len(cells) != len(names):
        raise SourceError(
            f"{len(cells)} fields under a header of {len(names)} columns",
            remedy="Put fields that contain the delimiter, quotation marks or line breaks between "
            "double quotation marks",
        )
    values: dict[str, list[str]] = {
        name: [cell] for name, cell in zip(names, cells, strict=True) if name in FIELDS and cell.strip()
    }
    return _record(values)


@lru_cache(16)
def header(line: str) -> tuple[str, ...]:
    """The names of a CSV header, in lower case. Raises SourceError where it lacks `id` or `text`/`html`."""
    rows = parse_csv(line, delimiter_of(line))
    names = tuple(name.strip().lower() for name in rows[0]) if rows else ()
    missing = [name for name in ("id",) if name not in names]
    if "text" not in names and "html" not in names:
        missing.append("text (or html)")
    repeated = [name for name in FIELDS if names.count(name) > 1]
    if missing or repeated:
        what = f"no column {' and no column '.join(missing)}" if missing else f"two columns {repeated[0]}"
        found = ", ".join(names)[:200]
        raise SourceError(
            f"{what} in the header, which has: {found}",
            where=(missing or repeated)[0],
            remedy=f"Name the columns {', '.join(FIELDS)}; id and text (or html) are needed",
        )
    return names


@lru_cache(16)
def delimiter_of(line: str) -> str:
    """The delimiter under which a header line has the most of a record's names (a comma if none has)."""

    def known(delimiter: str) -> int:
        rows = parse_csv(line, delimiter)
        return len({name.strip().lower() for name in rows[0]} & set(FIELDS)) if rows else 0

    return max(DELIMITERS, key=known)  # the first of equals


def parse_csv(text: str, delimiter: str) -> list[list[str]]:
    """All rows of `text`, whatever the length of their fields. Raises SourceError where csv gives up."""
    # The limit is one for the whole process: it is lifted for this call alone.
    limit = csv.field_size_limit(len(text) + 1)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise SourceError(f"broken CSV: {error}", remedy="Repair this row; the others are read") from error
    finally:
        csv.field_size_limit(limit)


def _value(raw: msgspec.Raw, *, lists: bool) -> list[str] | None:
    """The texts of a JSON value: `None` for a missing or null one, none for one of a wrong type."""
    literal = bytes(raw)
    if not literal or literal == b"null":
        return None
    if literal[:1] == b'"':
        return [msgspec.json.decode(raw, type=str)]
    if lists and literal[:1] == b"[":
        try:
            return msgspec.json.decode(raw, type=list[str])
        except msgspec.ValidationError:
            return []
    if literal[:1] in b"-0123456789":
        return [literal.decode("ascii")]
    return []


def _record(values: Mapping[str, list[str] | None]) -> Record:
    for name, texts in values.items():
        if texts is not None and not texts:
            wanted = "text or a list of texts" if name == "author" else "text"
            raise SourceError(
                f"the field {name} is not {wanted}", where=name, remedy=f"Write {name} as {wanted}"
            )
        if any("\0" in text for text in texts or ()):
            raise SourceError(
                f"a NUL character in the field {name}", where=name, remedy="Remove it; no article has one"
            )

    def one(name: str) -> str | None:
        text = (values.get(name) or [""])[0]
        return text if text.strip() else None

    identity = one("id")
    text, html = one("text"), one("html")
    if identity is None:
        raise SourceError("the field id is missing or empty", where="id", remedy="Give every record an id")
    if len(identity) > _LONGEST_ID:
        raise SourceError(
            f"the field id has {len(identity):,} characters", where="id", remedy="Use a short id"
        )
    if text is None and html is None:
        raise SourceError(
            "the fields text and html are both missing or empty",
            where="text",
            remedy="Give every record a text or html",
        )
    return Record(
        id=identity,
        text=text,
        html=None if text is not None else html,
        url=one("url"),
        title=one("title"),
        outlet=one("outlet"),
        published=one("published"),
        language=one("language"),
        authors=tuple(name.strip() for name in values.get("author") or () if name.strip()),
    )
