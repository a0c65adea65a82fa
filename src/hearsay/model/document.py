"""One published item in one version, or why something could not be taken in."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.model.ids import content_id
from hearsay.model.moment import Moment
from hearsay.model.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One published item in one version.

    `sha256` is that of the original bytes it was read from; `name` the `id` of a JSONL record or the stem
    of a file; `text` the body, in which all spans are counted. `id` depends on `url` (or, without one, on
    `name`), on `part` and on `sha256`, so that a page seen again with other bytes is another document.
    `part` tells apart the documents that were read from the same bytes (the entries of a feed); their `id`
    depends on what they say (`part_digest`) and not on the bytes, which change with every other entry.
    `blocks` are the stretches of `text` that its markup sets apart as quoted (`<blockquote>`), in order.
    """

    id: str
    name: str
    sha256: str
    text: str
    part: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    blocks: tuple[Span, ...] = ()


def document_id(*, url: str | None, name: str, part: str | None, sha256: str) -> str:
    """The id of the document with this address (or, without one, this name) and these bytes."""
    return content_id("document", url or name, part or "", sha256)


def part_digest(*, title: str | None, text: str, published: Moment | None, modified: Moment | None) -> str:
    """What stands for the bytes of a document that is one part of them: the words and times it states."""
    return content_id("part", title or "", text, str(published or ""), str(modified or ""))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was offered and could not be taken in: what was wrong, where, what to do.

    `sha256` is that of the bytes where there were any to hash, else `None`.
    """

    location: str
    what: str
    remedy: str
    sha256: str | None = None
