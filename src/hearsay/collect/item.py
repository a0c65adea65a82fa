"""One thing found at a source, before it is read: its bytes and where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """What the bytes of an item are, which decides who reads them."""

    PAGE = "page"
    FEED = "feed"
    RECORD = "record"
    ROW = "row"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """The original bytes of one page, feed, record or text.

    `content` is kept as it came (a gzipped page stays gzipped). `location` says where it is from: a URL, or
    a path with `#line` or `#record` where a file holds many; `name` becomes the document's name; `url` is
    the address the bytes were served from, where that is known; `charset` what an HTTP header declared;
    `retrieved` the ISO time of the fetch or of the archive's record.
    """

    content: bytes
    media: Media
    location: str
    name: str
    url: str | None = None
    charset: str | None = None
    retrieved: str | None = None
