"""The files that articles travel in: pages, feeds, web archives, tables and plain texts."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
import zipfile
from datetime import datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any

from making.articles import Article

# When the pages of the archives were crawled: the Sunday after.
CRAWLED = "2024-09-22T08:00:00Z"
_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}


def written_date(iso: str, style: str, language: str = "en") -> str:
    """A date in words: `strftime` with the names of months and weekdays of the language, not the machine."""
    when = datetime.fromisoformat(iso)
    month = _MONTHS[language].split()[when.month - 1]
    day, weekday = str(when.day), _WEEK.split()[when.weekday()]
    for sign, words in (("%B", month), ("%A", weekday), ("%b", month[:3]), ("%a", weekday[:3]), ("%-d", day)):
        style = style.replace(sign, words)
    hour = str(when.hour % 12 or 12)
    return when.strftime(style.replace("%-I", hour).replace("%p", "PM" if when.hour > 11 else "AM"))


def body_html(article: Article, *, heading: str = "h2") -> str:
    """The paragraphs as HTML."""
    lines = []
    for paragraph in article.paragraphs:
        words = _linked(escape(paragraph.removeprefix("## "), quote=False))
        # French typography: quotation marks and colons do not stand alone at a line's end.
        words = re.sub("(?<=«) | (?=[»:])", "\u00a0", words)
        tag = heading if paragraph.startswith("## ") else "p"
        lines.append(f"<{tag}>{words}</{tag}>")
    return "\n".join(lines)


def _linked(words: str) -> str:
    return re.sub(r"\[([^\[\]]+)\]\((http[^()\s]+)\)", r'<a href="\2">\1</a>', words)


def zipped(content: bytes) -> bytes:
    """gzip without the time of the day."""
    return gzip.compress(content, mtime=0)


def record(article: Article, outlet: str) -> dict[str, Any]:
    """The columns of a table of articles."""
    head = article.head
    fields = {
        "id": article.stem,
        "title": head["title"],
        "outlet": outlet,
        "published": head["published"],
        "url": head.get("url"),
        "author": head.get("authors"),
        "language": head.get("language", "en"),
        "text": article.plain,
    }
    return {name: value for name, value in fields.items() if value is not None}


def jsonl(articles: list[Article]) -> bytes:
    lines = (json.dumps(record(each, each.head["outlet"]), ensure_ascii=False) for each in articles)
    return "".join(line + "\n" for line in lines).encode("utf-8")


def table(articles: list[Article]) -> bytes:
    out = io.StringIO()
    columns = ["id", "published", "title", "outlet", "url", "language", "text"]
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(record(each, each.head["outlet"]) for each in articles)
    return out.getvalue().encode("utf-8")


def plain_text(article: Article) -> bytes:
    return (article.plain + "\n").encode("utf-8")


def markdown(article: Article) -> bytes:
    head = article.head
    fields = {
        "title": head["title"],
        "outlet": head["outlet"],
        "author": head.get("authors"),
        "date": head["published"],
        "url": head.get("url"),
        "language": head.get("language", "en"),
    }
    lines = [f'{name}: "{value}"' for name, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", "", "\n\n".join(article.paragraphs), ""]).encode("utf-8")


def rss(articles: list[Article]) -> bytes:
    first = articles[0].head
    items = "".join(
        f"""
    <item>
      <title>{escape(each.head["title"])}</title>
      <link>{each.head["url"]}</link>
      <guid isPermaLink="true">{each.head["url"]}</guid>
      <dc:creator>{escape(each.head["authors"])}</dc:creator>
      <pubDate>{format_datetime(datetime.fromisoformat(each.head["published"]))}</pubDate>
      <description>{escape(each.plain.split(". ")[0])}.</description>
      <content:encoded><![CDATA[{body_html(each)}]]></content:encoded>
    </item>"""
        for each in reversed(articles)
    )
    site = "/".join(first["url"].split("/")[:3])
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>{escape(first["outlet"])}</title>
    <link>{site}</link>
    <atom:link href="{site}/feed" rel="self" type="application/rss+xml"/>
    <description>Politics, weather and bread, from the wrong end of the harbor.</description>
    <language>en</language>
    <lastBuildDate>{format_datetime(datetime.fromisoformat(articles[-1].head["published"]))}</lastBuildDate>\
{items}
  </channel>
</rss>
""".encode()


def atom(articles: list[Article]) -> bytes:
    first = articles[0].head
    entries = "".join(
        f"""
  <entry>
    <id>{each.head["url"]}</id>
    <title>{escape(each.head["title"])}</title>
    <link rel="alternate" type="text/html" href="{each.head["url"]}"/>
    <author><name>{escape(each.head["authors"])}</name></author>
    <published>{each.head["published"]}</published>
    <updated>{each.head["published"]}</updated>
    <content type="html">{escape(body_html(each))}</content>
  </entry>"""
        for each in reversed(articles)
    )
    site = first["url"].rpartition("/")[0]
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>{site}</id>
  <title>{escape(first["outlet"])}</title>
  <subtitle>Live: the Merrow recording</subtitle>
  <link rel="alternate" type="text/html" href="{site}"/>
  <link rel="self" type="application/atom+xml" href="{site}.atom"/>
  <updated>{articles[-1].head["published"]}</updated>{entries}
</feed>
""".encode()


def warc(pages: list[tuple[str, bytes]]) -> bytes:
    """A WARC 1.1 file, a gzip member a record: what the crawler was, then a response a page."""
    program = b"software: an example by hand\r\nformat: WARC File Format 1.1\r\n"
    members = [_record("warcinfo", None, "application/warc-fields", program)]
    members += [_response(url, page) for url, page in pages]
    return b"".join(members)


def _response(url: str, page: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(
        page
    )
    return _record("response", url, "application/http; msgtype=response", http + page)


def _record(kind: str, url: str | None, media: str, block: bytes) -> bytes:
    digest = hashlib.sha256(block + (url or "").encode()).hexdigest()
    number = f"{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"
    fields = [
        f"WARC/1.1\r\nWARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{number}>",
        f"WARC-Date: {CRAWLED}",
    ]
    if url:
        fields.append(f"WARC-Target-URI: {url}")
    fields += [f"Content-Type: {media}", f"Content-Length: {len(block)}"]
    return zipped("\r\n".join(fields).encode() + b"\r\n\r\n" + block + b"\r\n\r\n")


def wacz(pages: list[tuple[str, bytes]], titles: list[str]) -> bytes:
    """A WACZ 1.1.1 package: the archive, an index of it, its pages, and a list of the files with digests."""
    archive = warc(pages)
    offset = len(warc([]))
    index, listed = [], [json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"})]
    for (url, page), title in zip(pages, titles, strict=True):
        member = _response(url, page)
        host, _, path = url.removeprefix("https://www.").partition("/")
        sort_key = ",".join(reversed(host.split("."))) + ")/" + path
        place = {"url": url, "mime": "text/html", "status": "200", "filename": "data.warc.gz"}
        place |= {"offset": str(offset), "length": str(len(member))}
        index.append(f"{sort_key} {CRAWLED.translate(str.maketrans('', '', '-:TZ'))} {json.dumps(place)}\n")
        listed.append(json.dumps({"url": url, "ts": CRAWLED, "title": title}))
        offset += len(member)
    files = {
        "archive/data.warc.gz": archive,
        "indexes/index.cdxj": "".join(index).encode(),
        "pages/pages.jsonl": "".join(line + "\n" for line in listed).encode(),
    }
    resources = [
        {
            "name": Path(path).name,
            "path": path,
            "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
        }
        for path, content in files.items()
    ]
    package = {"profile": "data-package", "wacz_version": "1.1.1", "created": CRAWLED, "resources": resources}
    files["datapackage.json"] = json.dumps(package, indent=2).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package_file:
        for path, content in files.items():
            package_file.writestr(zipfile.ZipInfo(path, (2024, 9, 22, 8, 0, 0)), content)
    return out.getvalue()
