"""A document as columns of its table: what depends on how its bytes were read."""

from __future__ import annotations

import calendar
import json
from typing import Any

from hearsay.model import Document, Extraction, Moment, Precision, content_id


def columns(document: Document, extraction: Extraction, outlet: int | None) -> dict[str, Any]:
    """The columns of `document` that another reading of the same bytes can change; `outlet` is a key."""
    first, last = stated_days(document.published)
    return {
        "title": document.title,
        "outlet": outlet,
        "authors": json.dumps(document.authors, ensure_ascii=False),
        "language": document.language,
        **_moment_columns("published", document.published),
        "published_from": first,
        "published_until": last,
        **_moment_columns("modified", document.modified),
        "text": document.text,
        "blocks": json.dumps(document.blocks, separators=(",", ":")),
        "reading": digest(document, extraction),
    }


def digest(document: Document, extraction: Extraction) -> str:
    """What a reading says, apart from the name under which it was found."""
    return content_id(
        "reading",
        document.text,
        repr((document.title, document.outlet, document.authors, document.language)),
        repr((document.published, document.modified)),
        repr(extraction.attributions),
        # Left out where there are none, so that cases made before there were blocks keep their digests.
        *([repr(document.blocks)] if document.blocks else []),
    )


def stated_days(stated: Moment | None) -> tuple[str | None, str | None]:
    """The first and the last calendar day that a moment names, as printed: no zone is applied."""
    if stated is None:
        return None, None
    if stated.precision is Precision.YEAR:
        return f"{stated.value}-01-01", f"{stated.value}-12-31"
    if stated.precision is Precision.MONTH:
        year, month = int(stated.value[:4]), int(stated.value[5:7])
        return f"{stated.value}-01", f"{stated.value}-{calendar.monthrange(year, month)[1]:02}"
    return stated.value[:10], stated.value[:10]


def _moment_columns(name: str, stated: Moment | None) -> dict[str, str | None]:
    columns = (name, f"{name}_precision", f"{name}_zone", f"{name}_origin")
    if stated is None:
        return dict.fromkeys(columns)
    return dict(zip(columns, (stated.value, stated.precision.value, stated.zone, stated.origin), strict=True))
