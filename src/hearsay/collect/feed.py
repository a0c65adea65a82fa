"""RSS and Atom: every entry that carries text is a document."""

from __future__ import annotations

import hashlib
import io
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import feedparser

from hearsay.collect.block_quotations import Body
from hearsay.collect.body import fragment_text
from hearsay.collect.item import Item
from hearsay.collect.limits import Limits
from hearsay.collect.markup import html_text, html_tree
from hearsay.collect.moments import parse_moment
from hearsay.collect.names import url_name
from hearsay.collect.unpack import GZIP_MAGIC, gunzip
from hearsay.errors import SourceError
from hearsay.model import Document, Moment, Precision, Refusal, content_id, document_id, part_digest

_CLOSED = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.I)
# feedparser takes 0.04 ms a tag, and 0.3 ms a whole entry where the XML is broken.
_MOST_TAGS = 300_000
_NO_TEXT = "Name the entry's own address to read the article"


def read_feed(item: Item, *, limits: Limits | None = None) -> Iterator[Document | Refusal]:
    """The entries of a feed in its order, those without text refused; nothing is fetched.

    `part` is the entry's id (else its link, else a hash of its words); an id that comes again in the same
    feed gets "#2". `outlet` is the entry's own source, else the feed's title. Dates are read from the raw
    text first, since feedparser turns every date into UTC and fills in what is not stated. Where a feed
    breaks off, its last entry is refused, since nobody can tell whether it is whole.

    Raises SourceError for what is no feed.
    """
    content = item.content
    if content.startswith(GZIP_MAGIC):
        content = gunzip(content, limit=(limits or Limits()).feed)
    if content.count(b"<") > _MOST_TAGS:
        raise SourceError(
            f"a feed of more than {_MOST_TAGS:,} tags",
            where=item.location,
            remedy="Save its entries as pages",
        )
    feed = _parsed(content, item)
    if not feed.get("version") and not feed.entries:
        raise SourceError(
            "not an RSS or Atom feed",
            where=item.location,
            remedy="It may be a login, consent or error page: look at it in a browser",
        )
    if not feed.entries:
        raise SourceError("a feed without entries", where=item.location, remedy="Try again later")
    sha256 = hashlib.sha256(item.content).hexdigest()
    cut = _CLOSED.search(content[-4096:].replace(b"\0", b"")) is None
    seen: Counter[str] = Counter()
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{item.location}#entry={number}"
        if cut and number == len(feed.entries):
            what = f"entry {number} stands where the feed breaks off"
            yield Refusal(place, what, "Fetch the feed again", sha256)
            continue
        try:
            document = _document(entry, feed.feed, item, sha256, str(feed.version))
        except SourceError as error:
            yield Refusal(place, f"entry {number}: {error.what}", error.remedy, sha256)
            continue
        part = document.part or ""
        seen[part] += 1
        yield document if seen[part] == 1 else _told_apart(document, seen[part])


def _parsed(content: bytes, item: Item) -> Any:
    headers = {"content-type": f"application/xml; charset={item.charset}"} if item.charset else {}
    try:
        # A stream and not the bytes: feedparser takes short bytes for a file name or an address.
        return feedparser.parse(
            io.BytesIO(content), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except Exception as error:  # the border where foreign input meets a foreign parser
        raise SourceError(
            f"the feed cannot be read ({type(error).__name__}: {error})",
            where=item.location,
            remedy="Fetch it again; if it stays so, save its entries as pages",
        ) from error


def _document(
    entry: Mapping[str, Any], feed: Mapping[str, Any], item: Item, sha256: str, version: str
) -> Document:
    contents = [part for part in entry.get("content") or () if part.get("value")]
    body = (
        max(contents, key=lambda part: len(part["value"]), default=None) or entry.get("summary_detail") or {}
    )
    text, blocks = _body(str(body.get("value") or ""), str(body.get("type") or ""))
    title = _one_line(entry.get("title"), entry.get("title_detail"))
    if not text.strip():
        raise SourceError(f"no text{f' under “{title}”' if title else ''}", remedy=_NO_TEXT)
    link = entry.get("link") or None
    part = str(entry.get("id") or link or content_id("entry", title or "", text))
    source = entry.get("source")
    outlet = source.get("title") if isinstance(source, Mapping) else None
    authors = tuple(author["name"] for author in entry.get("authors") or () if author.get("name"))
    name = url_name(link) if link else (title or f"{item.name}-{part}")
    return _identified(
        Document(
            id="",
            name=name,
            sha256=sha256,
            text=text,
            part=part,
            url=link,
            title=title,
            outlet=_one_line(outlet or feed.get("title"), None),
            authors=authors,
            language=body.get("language") or feed.get("language") or None,
            published=_published(entry, version),
            modified=_moment(entry, "updated", "feed updated") if version.startswith("atom") else None,
            blocks=blocks,
        )
    )


def _told_apart(document: Document, count: int) -> Document:
    return _identified(replace(document, part=f"{document.part}#{count}"))


def _identified(entry: Document) -> Document:
    """`entry` with its id: that of what it says, so that a feed which grew makes none of its entries new."""
    digest = part_digest(
        title=entry.title, text=entry.text, published=entry.published, modified=entry.modified
    )
    identity = document_id(url=entry.url, name=entry.name, part=entry.part, sha256=digest)
    return replace(entry, id=identity)


def _body(value: str, media_type: str) -> Body:
    if media_type == "text/plain":
        return Body(value, ())
    root = html_tree(value)
    return Body("", ()) if root is None else fragment_text(root)


def _text(value: str, media_type: str) -> str:
    return value if media_type == "text/plain" else html_text(value)


def _one_line(value: Any, detail: Any) -> str | None:
    if not value:
        return None
    media_type = str(detail.get("type") or "") if isinstance(detail, Mapping) else "text/html"
    return " ".join(_text(str(value), media_type).split()) or None


def _published(entry: Mapping[str, Any], version: str) -> Moment | None:
    moment = _moment(entry, "published", "feed published")
    if moment is None and not version.startswith("atom"):
        # feedparser files Dublin Core's date of an RSS item under "updated".
        moment = _moment(entry, "updated", "feed date")
    return moment


def _moment(entry: Mapping[str, Any], field: str, origin: str) -> Moment | None:
    # `in` first: asked for a missing "updated", feedparser would answer with "published".
    if field not in entry:
        return None
    raw = entry[field]
    stated = parse_moment(str(raw), origin)
    if stated is not None:
        return stated
    guessed = entry.get(f"{field}_parsed")
    if not isinstance(guessed, time.struct_time) or not 1000 <= guessed.tm_year <= 9998:
        return None
    # Its reading of the day may stand; hour and zone are no longer those of the text.
    return Moment(
        time.strftime("%Y-%m-%d", guessed), Precision.DAY, None, f"{origin}, as feedparser reads it"
    )
