"""One record of a table as a document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from hearsay.collect.fields import parse_object, parse_row
from hearsay.collect.item import Item, Media
from hearsay.collect.limits import Limits
from hearsay.collect.moments import parse_moment
from hearsay.collect.page import read_page
from hearsay.model import Document, document_id


def read_record(item: Item, *, limits: Limits | None = None) -> Document:
    """The document of a record; its text is the field `text` verbatim, or else the main text of `html`.

    What the record says about itself (title, outlet, ...) goes before what its HTML says. `sha256` is that
    of the record's own bytes. A `published` that names no date leaves the document undated. Raises
    SourceError.
    """
    record = parse_row(item.content) if item.media is Media.ROW else parse_object(item.content)
    sha256 = hashlib.sha256(item.content).hexdigest()
    own: dict[str, Any] = {
        "title": record.title,
        "outlet": record.outlet,
        "authors": record.authors,
        "language": record.language,
        "published": parse_moment(record.published, "field published") if record.published else None,
    }
    given = {name: value for name, value in own.items() if value}
    if record.text is not None:
        document = Document(id="", name=record.id, sha256=sha256, text=record.text, url=record.url)
    else:
        page = (record.html or "").encode("utf-8")
        document = read_page(
            Item(page, Media.PAGE, item.location, record.id, record.url, "utf-8"),
            largest=(limits or Limits()).item,
        )
        document = replace(document, name=record.id, sha256=sha256, url=record.url or document.url)
    identity = document_id(url=document.url, name=record.id, part=None, sha256=sha256)
    return replace(document, id=identity, **given)
