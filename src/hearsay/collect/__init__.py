"""Anything that carries coverage, turned into documents: `find` what is there, then `read` it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from hearsay.collect.item import Item, Media
from hearsay.collect.limits import Limits
from hearsay.collect.names import printable
from hearsay.collect.source import file_items
from hearsay.collect.walk import walk
from hearsay.errors import SourceError
from hearsay.model import Document, Refusal

__all__ = ["Item", "Limits", "Media", "find", "read"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.I)


def find(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    passed_over: Callable[[str, str], None] | None = None,
) -> Iterator[Item | Refusal]:
    """Everything at `sources`, in their order: files, folders with all below them, named addresses.

    A generator of bounded memory: one record, page or feed at a time, none larger than `limits` allow.
    What cannot be taken is a `Refusal` in its place; no content of a source makes this raise. The network
    is used for `http` and `https` addresses in `sources` alone; addresses of this machine and of private
    networks are refused unless `allow_private`. `passed_over(location, why)` is called for what is left out
    because it is of another kind (images, scripts, hidden files). docs/methods/sources.md has the rules.
    """
    limits = limits or Limits()
    fetcher = None
    try:
        for source in (sources,) if isinstance(sources, str | os.PathLike) else sources:
            scheme = _scheme(source)
            if scheme in ("http", "https"):
                if fetcher is None:
                    # httpx and its certificates take time to load, and most runs are offline.
                    from hearsay.collect.network import is_public
                    from hearsay.collect.web import Fetcher

                    permits = (lambda _address: True) if allow_private else is_public
                    fetcher = Fetcher(limits=limits, permits=permits)
                yield from fetcher.find(str(source), passed_over=passed_over)
            elif scheme == "file":
                yield from _under(_path_of(str(source)), limits, passed_over)
            elif scheme:
                what = f"addresses of the kind {scheme}:// are not fetched"
                yield Refusal(printable(str(source)), what, "Download it, and name the file")
            elif not os.fspath(source):
                yield Refusal("", "an empty name", "Name a file, a folder or an address")
            else:
                yield from _under(Path(source), limits, passed_over)
    finally:
        if fetcher is not None:
            fetcher.close()


def read(item: Item, *, limits: Limits | None = None) -> Iterator[Document | Refusal]:
    """The documents of one item, or why there are none; a pure function of the item.

    One document a page, record or text, one an entry of a feed. `limits` bound what a compressed item may
    grow to; without them it is what `find` lets through by itself, or more for an item that is larger,
    which `find` was then told to take. No content makes this raise.
    """
    try:
        yield from _read(item, limits or _enough_for(item))
    except SourceError as error:
        detail = error.where.removeprefix(item.location).strip(", ")
        yield _refusal(item, f"{error.what} ({detail})" if detail else error.what, error.remedy)
    except Exception as error:  # noqa: BLE001 - the border where foreign input meets foreign parsers
        what = f"a parser failed on it ({type(error).__name__}: {str(error)[:200]})"
        yield _refusal(item, what, "Save the article as plain text, and report this with the file")


def _scheme(source: str | os.PathLike[str]) -> str:
    match = _SCHEME.match(source) if isinstance(source, str) else None
    return match.group(1).lower() if match else ""


def _path_of(uri: str) -> Path:
    """The path of a `file://` URI; what stands after `#` tells a place inside the file."""
    path = uri[len("file://") :].partition("#")[0]
    path = path[path.find("/") :] if "/" in path else path
    try:
        return Path(os.fsdecode(unquote_to_bytes(os.fsencode(path))))
    except UnicodeEncodeError:
        return Path(path)  # no file system has such a name: it is refused where it is looked for


def _under(
    path: Path, limits: Limits, passed_over: Callable[[str, str], None] | None
) -> Iterator[Item | Refusal]:
    for found in walk(path, passed_over=passed_over):
        if isinstance(found, Refusal):
            yield found
        else:
            file, named = found
            yield from file_items(file, named=named, limits=limits, passed_over=passed_over)


def _read(item: Item, limits: Limits) -> Iterator[Document | Refusal]:
    # Each reader brings its own parser; a run over tables needs none of those for pages.
    match item.media:
        case Media.PAGE:
            from hearsay.collect.page import read_page

            yield read_page(item, largest=limits.item)
        case Media.FEED:
            from hearsay.collect.feed import read_feed

            yield from read_feed(item, limits=limits)
        case Media.TEXT:
            from hearsay.collect.text import read_text

            yield read_text(item, limits=limits)
        case Media.RECORD | Media.ROW:
            from hearsay.collect.record import read_record

            yield read_record(item, limits=limits)


def _enough_for(item: Item) -> Limits:
    # Real pages grow less than tenfold when they are unpacked; see Limits.growth.
    return Limits(item=max(Limits().item, len(item.content) * 16))


def _refusal(item: Item, what: str, remedy: str) -> Refusal:
    return Refusal(item.location, what, remedy, hashlib.sha256(item.content).hexdigest())
