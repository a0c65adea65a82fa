"""What some bytes are: by their content first, by their name only where content cannot tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from hearsay.collect.unpack import GZIP_MAGIC, beginning

# Prologues of pages (scripts, comments) can be long; what decides stands within this many bytes.
HEAD = 1 << 16


class Kind(StrEnum):
    """Who takes the bytes apart; `OTHER` is for what no part of Hearsay reads."""

    PAGE = "page"
    FEED = "feed"
    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    WARC = "warc"
    WACZ = "wacz"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The verdict. `expected` is true where the name itself claims a kind that is read here: such a file is
    refused when its content is something else, and not passed over in silence. `what` and `remedy` say, for
    `OTHER`, what it is and what to do.
    """

    kind: Kind
    compressed: bool = False
    expected: bool = False
    what: str = ""
    remedy: str = ""


_BY_ENDING = {
    **dict.fromkeys(("html", "htm", "xhtml", "shtml", "php", "asp", "aspx"), Kind.PAGE),
    **dict.fromkeys(("rss", "atom", "rdf"), Kind.FEED),
    **dict.fromkeys(("txt", "text", "md", "markdown"), Kind.TEXT),
    **dict.fromkeys(("jsonl", "ndjson"), Kind.JSONL),
    **dict.fromkeys(("csv", "tsv"), Kind.CSV),
    "warc": Kind.WARC,
    "wacz": Kind.WACZ,
}
# Bytes that open a file format (each format's specification; libmagic has the same).
_MAGIC = (
    (b"%PDF-", "a PDF file", "Turn it into text first, e.g. with pdftotext, and name the .txt file"),
    (b"\x89PNG", "an image", ""),
    (b"\xff\xd8\xff", "an image", ""),
    (b"GIF8", "an image", ""),
    (b"RIFF", "a sound, film or image file", ""),
    (b"ID3", "a sound file", ""),
    (b"OggS", "a sound or film file", ""),
    (b"fLaC", "a sound file", ""),
    (b"\x1a\x45\xdf\xa3", "a film file", ""),
    (b"wOF", "a font", ""),
    (b"BZh", "a bzip2 file", "Unpack it and name what is in it"),
    (b"\xfd7zXZ", "an xz file", "Unpack it and name what is in it"),
    (b"7z\xbc\xaf", "a 7-Zip file", "Unpack it and name what is in it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "Unpack it and name what is in it"),
    (b"PK\x03\x04", "a ZIP file or an office document", "Unpack it, or save the document as plain text"),
    (b"PK\x05\x06", "an empty ZIP file", ""),
    (b"\xd0\xcf\x11\xe0", "an office document", "Save it as plain text"),
    (b"{\\rtf", "a rich text document", "Save it as plain text"),
    (b"SQLite format 3\0", "a database", ""),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90", "a program", ""),
)
# Texts that people keep beside coverage and that are not coverage.
_TEXT_OF_OTHER_KIND = {
    **dict.fromkeys(("css", "js", "mjs", "map", "svg", "xml", "xsl", "yaml", "yml", "toml"), ""),
    "json": "Write one record with id and text a line, e.g. with jq -c '.[]', and name it .jsonl",
    **dict.fromkeys(("py", "sh", "ini", "cfg", "log"), ""),
    **dict.fromkeys(
        ("srt", "vtt"), "A transcript of a recording is not coverage; as an article, save it as .txt"
    ),
    **dict.fromkeys(
        ("mht", "mhtml", "eml", "webarchive"), "Open it in a browser and save it as “web page, HTML only”"
    ),
}
_NAME_ITS_KIND = "Hearsay reads HTML, RSS and Atom, WARC and WACZ, JSONL and CSV, plain text and Markdown"
_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/rdf+xml": "rdf",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/csv": "csv",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/warc": "warc",
    "application/wacz": "wacz",
}
# Elements that a saved part of a page begins with.
_FRAGMENT = frozenset(
    ("article", "div", "h1", "h2", "main", "meta", "p", "script", "section", "table", "title")
)
_ELEMENT = re.compile(r"<(?:[a-z_][\w.-]*:)?([a-z_][\w.-]*)", re.I)


def sniff(head: bytes, name: str, *, content_type: str = "") -> Sniffed:
    """Tell what a source is from its first bytes (up to `HEAD`), its name and its declared media type.

    A lying name is not believed: HTML in a .txt is a page, RSS in an .html is a feed. Only a page where a
    feed was promised is refused, since it is nearly always a login or error page.
    """
    ending = _ending(name, content_type)
    claimed = _BY_ENDING.get(ending)
    compressed = head.startswith(GZIP_MAGIC)
    if compressed:
        head = beginning(head, HEAD)
    kind, what, remedy = _judge(head, ending, claimed)
    if kind is Kind.WACZ and compressed:
        kind, what, remedy = Kind.OTHER, "a WACZ archive compressed once more", "Unpack it with gunzip"
    expected = claimed is not None or (compressed and ending == "")
    return Sniffed(kind, compressed, expected, what, remedy or (_NAME_ITS_KIND if kind is Kind.OTHER else ""))


def wide_encoding(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 that a byte order mark or the place of the zero bytes gives away."""
    for mark, codec in (
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if head.startswith(mark):
            return codec
    sample = head[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    # Half of the bytes of Western text in UTF-16 are zero, all on one side.
    if odd > len(sample) / 5 and odd > 8 * even:
        return "utf-16-le"
    if even > len(sample) / 5 and even > 8 * odd:
        return "utf-16-be"
    return None


def _ending(name: str, content_type: str) -> str:
    stem, dot, ending = name.lower().removesuffix(".gz").rpartition(".")
    ending = ending if dot and stem else ""
    essence = content_type.partition(";")[0].strip().lower()
    if essence == "text/plain" and ending in _BY_ENDING:
        return ending  # file servers say so of everything that is text
    return _TYPES.get(essence, ending)


def _judge(head: bytes, ending: str, claimed: Kind | None) -> tuple[Kind, str, str]:
    if head.startswith(b"WARC/"):
        return Kind.WARC, "", ""
    if head.startswith(b"PK\x03\x04") and (
        claimed is Kind.WACZ or b"datapackage.json" in head or b"archive/" in head[:256]
    ):
        return Kind.WACZ, "", ""
    if head.startswith(GZIP_MAGIC):
        return Kind.OTHER, "a file compressed twice", "Unpack it with gunzip"
    if claimed in (Kind.WARC, Kind.WACZ):
        # A damaged archive may still hold whole records; its reader says what is wrong with the rest.
        return claimed, "", ""
    for magic, what, remedy in _MAGIC:
        if head.startswith(magic):
            return Kind.OTHER, what, remedy
    if head[4:8] == b"ftyp":
        return Kind.OTHER, "a film or sound file", ""
    text = _loose(head)
    if not text.strip():
        return (
            claimed or Kind.OTHER,
            "an empty file",
            "There is nothing in it to read; fetch or save it again",
        )
    return _judge_text(text, ending, claimed)


def _judge_text(text: str, ending: str, claimed: Kind | None) -> tuple[Kind, str, str]:
    root = _root(text)
    if root in ("rss", "feed") or (root == "rdf" and "purl.org/rss" in text):
        return Kind.FEED, "", ""
    if root in ("html", "head", "body"):
        if claimed is Kind.FEED:
            return (
                Kind.OTHER,
                "a web page where a feed was expected",
                "It may be a login, consent or error page: look at it in a browser. "
                "To read the page itself, save it as .html",
            )
        return Kind.PAGE, "", ""
    if claimed is Kind.FEED:
        return (
            Kind.OTHER,
            "not an RSS or Atom feed",
            "Look at the address in a browser and name the feed's own",
        )
    if claimed is not None:
        return claimed, "", ""
    if _is_record(text):
        return Kind.JSONL, "", ""
    if ending in _TEXT_OF_OTHER_KIND:
        what = f"a .{ending} file" if root is None else f"XML with the root <{root}>"
        return Kind.OTHER, what, _TEXT_OF_OTHER_KIND[ending]
    if root in _FRAGMENT:
        return Kind.PAGE, "", ""
    if "\0" in text:
        return Kind.OTHER, "a binary file", ""
    return Kind.TEXT, "", ""


def _loose(head: bytes) -> str:
    """Good enough to find tags and braces in; never an error."""
    wide = wide_encoding(head)
    if wide:
        return head.decode(wide, "replace").lstrip("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _root(text: str) -> str | None:
    """The local name of the first element, "html" for an HTML doctype; `None` where no markup begins."""
    position = 0
    while True:
        while position < len(text) and text[position].isspace():
            position += 1
        if text.startswith("<!--", position):
            end = text.find("-->", position)
        elif text.startswith("<?", position):
            end = text.find("?>", position)
        elif text[position : position + 9].lower() == "<!doctype":
            return _doctype(text, position + 9)
        else:
            match = _ELEMENT.match(text, position)
            return match.group(1).lower() if match else None
        if end < 0:
            return None
        position = text.index(">", end) + 1


def _doctype(text: str, position: int) -> str | None:
    match = re.compile(r"\s+(?:[a-z_][\w.-]*:)?([a-z_][\w.-]*)", re.I).match(text, position)
    return match.group(1).lower() if match else None


def _is_record(text: str) -> bool:
    """Whether the first line is one JSON object with the fields of a record."""
    if not text.lstrip().startswith("{"):
        return False
    first = text.lstrip().partition("\n")[0]
    try:
        fields = msgspec.json.decode(first)
    except (ValueError, RecursionError):
        # Cut off by the end of what was looked at: the field names near the start must do.
        return len(text) >= HEAD // 4 and "\n" not in text and '"id"' in text[:4096]
    return isinstance(fields, dict) and "id" in fields and ("text" in fields or "html" in fields)
