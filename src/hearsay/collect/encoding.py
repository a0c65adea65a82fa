"""Bytes to text: which encoding a page or a text is really in, whatever it says."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from hearsay.errors import SourceError

# Labels that mean another encoding on the web than in Python's registry (WHATWG Encoding Standard, 4.2).
_WEB_LABELS = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "ks_c-5601": "cp949",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
# A browser looks into the first 1024 bytes; pages of large publishers put scripts before the declaration.
_DECLARATION_WITHIN = 8192
_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]+)", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-z0-9_:.-]+)[\"']", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that one's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP file (or an office document)"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x28\xb5\x2f\xfd", "Zstandard-compressed"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# Controls that no text encoding of the web uses; ESC belongs to ISO-2022.
_CONTROLS = bytes(byte for byte in range(1, 0x20) if byte not in b"\t\n\x0c\r\x1b")
_REMEDY = "Save the page or text again, as UTF-8"
# Broken bytes that a text may hold and still be in the encoding it declares, as a share of its non-ASCII
# characters: pages pasted together from several sources have a few, a wrong declaration breaks most.
_BROKEN = 0.1
# What the guesser of last resort looks at: enough to tell encodings apart, bounded in time.
_GUESS_FROM = 1 << 16


def decode(content: bytes, *, declared: str | None) -> str:
    """The text of `content`, without a byte order mark, line ends as they are.

    `declared` is the charset of an HTTP header. Order of trust: byte order mark; UTF-8 where the bytes are
    valid UTF-8 and not plain ASCII (no other encoding is that by chance); the HTTP header; `<meta charset>`
    or the XML declaration; Windows-1252 where that reads as Western text; charset-normalizer. A declaration
    under which the bytes break, or which gives words that mix scripts, is not believed. A few broken bytes
    under a declaration that otherwise fits become U+FFFD.

    Raises SourceError, `where` naming the byte, for NUL bytes, for binary files, for what no encoding fits.
    """
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return _by_mark(content[len(mark) :], codec, len(mark))
    labels = tuple(_known(label) for label in (declared, _in_markup(content)) if label)
    wide = _wide(content, labels)
    if wide is not None:
        return wide
    _refuse_binary(content)
    if content.isascii():
        stateful = next((codec for codec in labels if codec and codec.startswith("iso2022")), None)
        if stateful and b"\x1b" in content:
            return content.decode(stateful, "replace")
        return content.decode("ascii")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(content) - 3 and not labels:
            return content.decode("utf-8", "replace")  # cut off within its last character
    for text in _candidates(content, labels):
        if text is not None:
            return text
    offset = next(position for position, byte in enumerate(content) if byte > 0x7F)
    raise SourceError("no known encoding fits these bytes", where=f"byte {offset}", remedy=_REMEDY)


def _by_mark(content: bytes, codec: str, skipped: int) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        text = content.decode(codec, "replace")
        if text.count("\ufffd") > 1 + len(text) * _BROKEN:
            raise SourceError(
                f"the bytes are not the {codec.upper()} that their byte order mark promises",
                where=f"byte {error.start + skipped}",
                remedy=_REMEDY,
            ) from error
    nul = text.find("\0")
    if nul >= 0:
        raise SourceError("NUL characters in the text", where=f"character {nul}", remedy=_REMEDY)
    return text


def _in_markup(content: bytes) -> str | None:
    head = content[:_DECLARATION_WITHIN]
    match = _XML.search(head) or _META.search(head)
    return match.group(1).decode("ascii") if match else None


def _known(label: str) -> str | None:
    """The codec for a declared label, as the web understands it; `None` for an unknown one."""
    try:
        # A label is ASCII of a few characters; anything else is noise that the registry should not see.
        name = codecs.lookup(label.strip()[:40]).name
        b"a".decode(name)  # refuses the codecs that are not text encodings (base64, rot13, idna)
    except (LookupError, ValueError, TypeError, AttributeError):
        return None
    return None if name in ("utf-7", "unicode_escape", "raw_unicode_escape") else _WEB_LABELS.get(name, name)


def _wide(content: bytes, labels: tuple[str | None, ...]) -> str | None:
    """UTF-16 without a mark: every second of the first bytes is NUL, as in ASCII markup."""
    head = content[:64]
    if len(head) < 8 or len(content) % 2:
        return None
    for codec, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        asserted = any(label and label.startswith("utf-16") for label in labels)
        need = 0.5 if asserted else 0.9
        if zeros.count(0) >= need * len(zeros) and not others.count(0):
            try:
                text = content.decode(codec)
            except UnicodeDecodeError:
                return None
            return None if "\0" in text else text
    return None


def _refuse_binary(content: bytes) -> None:
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise SourceError(f"this is {kind}, not a text", where="byte 0", remedy=_REMEDY)
    nul = content.find(b"\0")
    if nul >= 0:
        raise SourceError(
            f"{content.count(0)} NUL bytes: not a text, or a damaged one", where=f"byte {nul}", remedy=_REMEDY
        )
    controls = len(content) - len(content.translate(None, _CONTROLS))
    # One control character in a hundred: stray ones occur in real pages, binary data has one in ten.
    if controls > 4 and controls * 100 > len(content):
        first = next(place for place, byte in enumerate(content) if byte in _CONTROLS)
        raise SourceError("binary data, not a text", where=f"byte {first}", remedy=_REMEDY)


def _candidates(content: bytes, labels: tuple[str | None, ...]) -> Iterator[str | None]:
    """Readings in order of trust; `None` for one that does not fit."""
    for codec in labels:
        if codec and not codec.startswith(("utf-16", "utf-32")):
            yield _mostly(content, codec)
    yield _mostly(content, "utf-8")
    western = _strict(content, "cp1252")
    yield western if western is not None and _reads_western(western) else None
    yield _guessed(content)
    yield western
    for codec in labels:
        # Nothing better was found: the declaration, however odd its words look.
        yield _strict(content, codec) if codec and not codec.startswith(("utf-16", "utf-32")) else None


def _strict(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _mostly(content: bytes, codec: str) -> str | None:
    """The text under `codec` if few of its characters are broken and its words do not mix scripts."""
    text = content.decode(codec, "replace")
    foreign = sum(1 for character in text if character > "\x7f")
    if text.count("\ufffd") > foreign * _BROKEN:
        return None
    return text if _one_script_a_word(text) and (codec != "cp1252" or _reads_western(text)) else None


_NON_ASCII_WORD = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_TYPOGRAPHY = "‘’‚“”„‹›«»–—…•™®© ­·§°ªº"
_ODD_WITHIN = re.compile(
    rf"[a-zß-ÿ][^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸƒ{_TYPOGRAPHY}][a-z]|[a-zß-öø-ÿ][À-ÖØ-Þ][a-zß-öø-ÿ]"
)


def _one_script_a_word(text: str) -> bool:
    """Whether most words with a non-ASCII letter of Cyrillic, Greek, Hebrew or Arabic are all in it."""
    mixed = pure = 0
    for match in _NON_ASCII_WORD.finditer(text):
        word = match.group()
        if any("Ͱ" <= letter <= "ۿ" for letter in word):
            if _ASCII_LETTER.search(word):
                mixed += 1
            else:
                pure += 1
    return mixed <= pure


def _reads_western(text: str) -> bool:
    """Whether a Windows-1252 reading looks like a Western language and not like another one misread.

    A misread one has symbols and capitals within words (Central European), or words made of accented
    letters alone (Cyrillic, Greek, East Asian); on both sides one in five is allowed.
    """
    words = odd = 0
    for match in _NON_ASCII_WORD.finditer(text):
        words += 1
        word = match.group()
        if len(word) > 2 and sum(letter > "\x7f" for letter in word) > len(word) / 2:
            odd += 1
    within = len(_ODD_WITHIN.findall(text))
    return (odd + within) * 5 <= words + within


def _guessed(content: bytes) -> str | None:
    from charset_normalizer import from_bytes

    start = next(position for position, byte in enumerate(content) if byte > 0x7F)
    sample = content[max(0, start - _GUESS_FROM // 4) :][:_GUESS_FROM]
    best = from_bytes(sample).best()
    return None if best is None else _strict(content, best.encoding)
