"""One opened source taken apart into items, whether it is a file or an answer from the network."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import IO

from hearsay.collect.fields import FIELDS
from hearsay.collect.item import Item, Media
from hearsay.collect.limits import Limits
from hearsay.collect.names import file_location, file_name
from hearsay.collect.sniff import HEAD, Kind, Sniffed, sniff
from hearsay.collect.table import find_records, find_rows, other_objects
from hearsay.collect.unpack import CHUNK, gunzip, gunzipped
from hearsay.collect.walk import remedy_for
from hearsay.errors import SourceError
from hearsay.model import Refusal

Notice = Callable[[str, str], None]
_MEDIA = {Kind.PAGE: Media.PAGE, Kind.FEED: Media.FEED, Kind.TEXT: Media.TEXT}


@dataclass(frozen=True, slots=True)
class Source:
    """Where bytes come from and what is known of them besides.

    `file_name` is their name as the file system or the address has it; `named` whether the user asked for
    just this one, so that it is refused, not passed over, where it is of another kind.
    """

    location: str
    file_name: str
    name: str
    named: bool = True
    url: str | None = None
    content_type: str = ""
    charset: str | None = None
    retrieved: str | None = None


def file_items(
    path: Path, *, named: bool, limits: Limits, passed_over: Notice | None
) -> Iterator[Item | Refusal]:
    """The items in one file. Never raises for what is in it or because it cannot be read."""
    source = Source(file_location(path), path.name, file_name(path), named)
    # A pipe may have taken the file's place since it was listed: opening one must not block.
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if S_ISREG(os.fstat(file.fileno()).st_mode):
                yield from items(file, source, limits=limits, passed_over=passed_over)
            else:
                yield Refusal(source.location, "no longer a file", "Name it again")
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        yield Refusal(source.location, what, remedy_for(path, error))


def items(
    file: IO[bytes], source: Source, *, limits: Limits, passed_over: Notice | None
) -> Iterator[Item | Refusal]:
    """The items in a seekable stream of bytes. OSErrors of the stream itself are the caller's."""
    head = file.read(HEAD)
    verdict = sniff(head, source.file_name, content_type=source.content_type)
    if verdict.kind is Kind.OTHER or not head:
        yield from _other(verdict, source, empty=not head, passed_over=passed_over)
        return
    if verdict.kind is Kind.TEXT and not source.named and not verdict.expected:
        _report(passed_over, source, "a text whose name does not end in .txt or .md")
        return
    file.seek(0)
    silent = True

    def notice(location: str, why: str) -> None:
        nonlocal silent
        silent = False
        if passed_over is not None:
            passed_over(location, why)

    try:
        for outcome in _opened(file, head, verdict, source, limits, notice):
            silent = False
            yield outcome
        if silent:
            raise SourceError(
                "nothing in it that could be read", remedy="Look into it: is it the right file?"
            )
    except SourceError as error:
        yield Refusal(source.location, error.what, error.remedy)


def _opened(
    file: IO[bytes],
    head: bytes,
    verdict: Sniffed,
    source: Source,
    limits: Limits,
    notice: Notice,
) -> Iterator[Item | Refusal]:
    if verdict.kind in _MEDIA:
        yield _whole(file, verdict, source, limits)
    elif verdict.kind in (Kind.JSONL, Kind.CSV):
        chunks: Iterator[bytes] = iter(lambda: file.read(CHUNK), b"")
        if verdict.compressed:
            chunks = gunzipped(chunks, limits)
            first = next(chunks, b"")
            head, chunks = first, _chain(first, chunks)
        if verdict.kind is Kind.JSONL and other_objects(head):
            raise SourceError(
                "none of the first lines has the fields of a record",
                remedy=f"Give every line an id and a text (or html); other fields: {', '.join(FIELDS[3:])}",
            )
        find = find_records if verdict.kind is Kind.JSONL else find_rows
        yield from find(chunks, source.location, limits=limits, head=head)
    else:
        # fastwarc and zipfile take time to import, and few sources are archives.
        from hearsay.collect.archive import find_pages, find_wacz

        open_archive = find_pages if verdict.kind is Kind.WARC else find_wacz
        yield from open_archive(file, source.location, limits=limits, passed_over=notice)


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _whole(file: IO[bytes], verdict: Sniffed, source: Source, limits: Limits) -> Item:
    limit = limits.feed if verdict.kind is Kind.FEED else limits.item
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    # Files of /proc and the like say 0: what is read decides.
    content = b"" if size > limit else file.read(limit + 1)
    if size > limit or len(content) > limit:
        raise SourceError(
            f"a {verdict.kind} of {max(size, len(content)) / 2**20:,.1f} MB; "
            f"up to {limit / 2**20:,.0f} MB are read",
            remedy="Save its entries as pages"
            if verdict.kind is Kind.FEED
            else "Check that it is really one article; if so, raise the size limit (--max-megabytes)",
        )
    if verdict.compressed:
        gunzip(content, limit=limit)  # now, so that a damaged file is refused where it lies
    return Item(
        content,
        _MEDIA[verdict.kind],
        source.location,
        source.name,
        source.url,
        source.charset,
        source.retrieved,
    )


def _other(verdict: Sniffed, source: Source, *, empty: bool, passed_over: Notice | None) -> Iterator[Refusal]:
    what = "an empty file" if empty else verdict.what
    remedy = "There is nothing in it to read; fetch or save it again" if empty else verdict.remedy
    if source.named or verdict.expected:
        yield Refusal(source.location, what, remedy, hashlib.sha256(b"").hexdigest() if empty else None)
    else:
        _report(passed_over, source, what)


def _report(passed_over: Notice | None, source: Source, why: str) -> None:
    if passed_over is not None:
        passed_over(source.location, why)
