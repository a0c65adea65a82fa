"""Plain text and Markdown: the text is kept as it is, since offsets are counted in it."""

from __future__ import annotations

import hashlib
import re

from hearsay.collect.encoding import decode
from hearsay.collect.item import Item
from hearsay.collect.limits import Limits
from hearsay.collect.moments import parse_moment
from hearsay.collect.unpack import GZIP_MAGIC, gunzip
from hearsay.errors import SourceError
from hearsay.model import Document, document_id

# More than any article's metadata; a line of dashes further down is a rule between paragraphs.
_LONGEST_FRONT = 1 << 14
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.S | re.M)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>.*?)[ \t]*")
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^\r\n]{1,300}?)[ \t#]*(?:\r?\n|\Z)")


def read_text(item: Item, *, limits: Limits | None = None) -> Document:
    """The document of a plain text or Markdown item.

    `Document.text` is the decoded content without its byte order mark, line ends as they are. Front matter
    (a first block between lines of three dashes with `title`, `date`, `outlet`, `url`, `author`,
    `language`) is metadata and no part of the text: offsets count from what follows it. The title is the
    front matter's, else a first line "# Title", which stays in the text.

    Raises SourceError for a text that cannot be decoded, is empty, or is packed and damaged.
    """
    content = item.content
    if content.startswith(GZIP_MAGIC):
        content = gunzip(content, limit=(limits or Limits()).item)
    decoded = decode(content, declared=item.charset)
    front, text = _front_matter(decoded)
    if not text.strip():
        raise SourceError("no text", where=item.location, remedy="Check that the right file was saved")
    sha256 = hashlib.sha256(item.content).hexdigest()
    url = _first(front, "url") or item.url
    heading = _HEADING.match(text)
    date = _first(front, "date") or _first(front, "published")
    authors = front.get("author") or front.get("authors") or []
    return Document(
        id=document_id(url=url, name=item.name, part=None, sha256=sha256),
        name=item.name,
        sha256=sha256,
        text=text,
        url=url,
        title=_first(front, "title") or (heading.group("title") if heading else None),
        outlet=_first(front, "outlet"),
        authors=tuple(authors),
        language=_first(front, "language"),
        published=parse_moment(date, "front matter date") if date else None,
    )


def _front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """The fields of a front matter block and the text after it; no fields where there is no such block."""
    match = _FRONT.match(text, 0, _LONGEST_FRONT)
    fields = _fields(match.group("body")) if match else None
    if match is None or not fields:
        return {}, text
    return fields, text[match.end() :]


def _fields(block: str) -> dict[str, list[str]] | None:
    """`name: value` lines with their values; `None` where a line is something else (then it is prose)."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in block.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if entry := _ENTRY.fullmatch(line):
            if not name:
                return None
            fields[name].append(_unquoted(entry.group("value")))
        elif field := _FIELD.fullmatch(line):
            name = field.group("name").lower()
            fields[name] = _values(field.group("value") or "")
        elif not (name and line[0] in " \t"):  # an indented line belongs to a value that is not needed
            return None
    return fields


def _values(value: str) -> list[str]:
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part) for part in value[1:-1].split(",") if part.strip()]
    return [_unquoted(value)] if value.strip() else []


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _first(fields: dict[str, list[str]], name: str) -> str | None:
    return next(iter(fields.get(name, ())), None)
