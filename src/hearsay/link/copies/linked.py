"""The links of a page that stand in its article's text and lead to other sites."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from hearsay.link.outlets.directory import host_of
from hearsay.model import Span

# In a page, and in a page that a JSON record carries, where quotation marks are escaped.
_LINK = re.compile(
    r"<a\s[^>]{0,2000}?href\s*=\s*\\?[\"'](https?://[^\"'\\\s>]{1,2000})\\?[\"'][^>]{0,2000}>(.{1,600}?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
# Shorter texts of links ("here", "more") stand anywhere.
_SHORTEST = 8


def links_in(page: str, text: str, own: str | None) -> Iterator[tuple[str, Span]]:
    """The address and the place in `text` of each link of `page` that leads to another host than `own`'s.

    The text of the link must stand in the article's, after that of the link before where it stands twice.
    """
    home = _site(host_of(own))
    last = 0
    for found in _LINK.finditer(page):
        words = " ".join(html.unescape(_TAG.sub("", found[2])).split())
        if len(words) < _SHORTEST or _site(host_of(found[1])) == home:
            continue
        start = text.find(words, last)
        if start < 0:
            start = text.find(words)
        if start >= 0:
            last = start + len(words)
            yield html.unescape(found[1]), (start, last)


def _site(host: str) -> str:
    """The last two names of a host, three where the last but one is as short as "co": its own site."""
    parts = host.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])
