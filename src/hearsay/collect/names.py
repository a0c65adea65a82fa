"""What a source is called: where it is (`location`) and the short name a reader sees (`name`).

Both depend on the source alone, so that the same source at the same place is recognised on the next run.
Both are printable and survive JSON: bytes that are not UTF-8 and control characters are escaped.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Long enough for any headline in an address, short enough for a line on a terminal.
_LONGEST_SLUG = 120
_ENDINGS = frozenset(
    (
        *("asp", "aspx", "htm", "html", "php", "shtml", "xhtml"),
        *("atom", "rdf", "rss", "xml"),
        *("csv", "jsonl", "ndjson", "tsv"),
        *("markdown", "md", "text", "txt"),
        *("warc", "wacz"),
    )
)


def file_location(path: Path) -> str:
    """The absolute path as a `file://` URI; links are not resolved, a name's bytes are percent-encoded."""
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100 - Path.resolve would follow links


def file_name(path: Path) -> str:
    """The file's stem: its name without `.gz` and without the ending of a format that is read here."""
    name = path.name
    if name.lower().endswith(".gz") and len(name) > 3:
        name = name[:-3]
    stem, dot, ending = name.rpartition(".")
    return printable(stem if dot and stem and ending.lower() in _ENDINGS else name)


def url_name(url: str) -> str:
    """A readable slug of an address: "example.org-news-2024-the-dinner" for its host, path and query."""
    try:
        parts = urlsplit(url)
        pieces = [parts.netloc.rpartition("@")[2].removeprefix("www."), parts.path, parts.query]
    except ValueError:  # an unfinished IPv6 address in brackets
        pieces = [url]
    stem, dot, ending = pieces[1].rpartition(".") if len(pieces) > 1 else ("", "", "")
    if dot and stem and ending.lower() in _ENDINGS:
        pieces[1] = stem
    slug = re.sub(r"[^\w.]+", "-", " ".join(unquote(piece, errors="replace") for piece in pieces)).strip("-.")
    if len(slug) > _LONGEST_SLUG:
        digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        slug = f"{slug[:_LONGEST_SLUG].rstrip('-.')}-{digest}"
    return printable(slug) or "page"


def printable(text: str) -> str:
    """`text` with lone surrogates (bytes of a name that is not UTF-8) and controls as backslash escapes."""
    if text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # how Python carries a byte that is not UTF-8: PEP 383
        return f"\\x{code - 0xDC00:02x}"
    if character.isprintable() or character == "\u00a0":
        return character
    return character.encode("unicode_escape").decode("ascii")
