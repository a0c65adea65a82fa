"""A web page as a document: its article's text, and what the page states about it."""

from __future__ import annotations

import hashlib
import re

from hearsay.collect import jsonld
from hearsay.collect.address import canonical_url, page_addresses, served_from
from hearsay.collect.body import fragment_text, main_text
from hearsay.collect.byline import authors_of
from hearsay.collect.encoding import decode
from hearsay.collect.item import Item
from hearsay.collect.landmarks import marked_up, meta_fields
from hearsay.collect.language import language_of
from hearsay.collect.limits import Limits
from hearsay.collect.markup import parse_html
from hearsay.collect.metadata import Described, languages_of, outlet_of, own_articles, title_of
from hearsay.collect.page_dates import dates_of
from hearsay.collect.unpack import GZIP_MAGIC, gunzip, too_large
from hearsay.errors import SourceError
from hearsay.model import Document, document_id

__all__ = ["page_document", "read_page"]

_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body|title|meta|nav|header|footer|main|article)\b", re.I)


# Of 91 real news pages the largest has 1.4 MB; those saved with their pictures in them have up to 30.
LARGEST = Limits().item


def read_page(item: Item, *, largest: int = LARGEST) -> Document:
    """The document in the bytes of one page, plain or gzipped.

    Raises SourceError, `where` naming the item's location, for bytes that are no text, are too many
    (`largest`, unpacked), or hold no article.
    """
    try:
        content = item.content
        if content.startswith(GZIP_MAGIC):
            content = gunzip(content, limit=largest)
        if len(content) > largest:
            raise too_large("page", largest)
        return page_document(
            decode(content, declared=item.charset),
            name=item.name,
            sha256=hashlib.sha256(item.content).hexdigest(),
            url=item.url,
            retrieved=item.retrieved,
        )
    except SourceError as error:
        where = f"{item.location}, {error.where}" if error.where else item.location
        raise SourceError(error.what, where=where, remedy=error.remedy) from error


def page_document(
    html: str,
    *,
    name: str,
    sha256: str,
    url: str | None = None,
    part: str | None = None,
    retrieved: str | None = None,
) -> Document:
    """The document in a page, or in the HTML of a record or of a feed's entry.

    `url` is the address it was served from; the document's is the page's canonical one where that can be
    believed (`canonical_url`). `retrieved` (ISO 8601) is when it was: later dates are not believed. A
    fragment (no `<html>`, `<title>`, `<meta>`, `<article>` ...) is an article as it stands: all of its text
    is kept. Raises SourceError where there is no article.
    """
    root = parse_html(html)
    served = served_from(url, html)
    fields = meta_fields(root)
    articles, others = own_articles(jsonld.nodes(root), root, fields, page_addresses(root, served))
    stated = tuple(address for node in articles for address in jsonld.addresses(node))
    address = canonical_url(root, stated, served)
    page = Described(root, marked_up(root), fields, articles, others)
    outlet = outlet_of(page)
    title = title_of(page, outlet)
    published, modified = dates_of(page, title, address, retrieved)
    body = main_text(root, title) if _WHOLE_PAGE.search(html) else fragment_text(root)
    if not body.text:
        raise SourceError("the page is empty", remedy="Check that it was saved completely")
    return Document(
        id=document_id(url=address, name=name, part=part, sha256=sha256),
        name=name,
        sha256=sha256,
        text=body.text,
        part=part,
        url=address,
        title=title,
        outlet=outlet,
        authors=authors_of(page, outlet),
        language=language_of(languages_of(page), body.text),
        published=published,
        modified=modified,
        blocks=body.blocks,
    )
