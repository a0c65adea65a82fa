"""*Copy*: what one document has from another, what was ruled on it, and all that can be ruled."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request

from hearsay.case import document
from hearsay.case.provenance.copies import CopyRow, copies
from hearsay.export.copies import COPY_TEXT, copy_lines, copy_row
from hearsay.export.visible import one_line
from hearsay.model import CopyKind
from hearsay.workbench.decisions import REMARKS, as_rows, at_copy, remarks_in
from hearsay.workbench.desk import Desk
from hearsay.workbench.sheet import Sheet

# Passages that a page shows.
PASSAGES = 20


def page(desk: Desk, request: Request) -> Sheet:
    """What is known of the two documents that the address names, whichever has it from the other."""
    named = {**request.query_params, **request.path_params}
    one, other = (document(desk.case, named.get(name, "")).document for name in ("document", "source"))
    found = _between(desk, one.id, other.id)
    if found is not None and found.document.id != one.id:
        one, other = other, one
    rows = at_copy(desk.case, one.id, other.id)
    decided = [row for row in rows if row.ruling.kind not in REMARKS]
    return Sheet(
        "copy.html",
        one_line(f"{one.outlet or one.name} and {other.outlet or other.name}", 90),
        {
            "document": one,
            "source": other,
            "row": found,
            "rejected": found is not None and found.ruled is not None and found.ruled.kind is None,
            "lines": list(copy_lines(found)) if found else [],
            "passages": found.excerpts[:PASSAGES] if found else (),
            "kinds": [(kind, COPY_TEXT[kind]) for kind in get_args(CopyKind)],
            "decided": decided,
            "marks": remarks_in("copy", f"{one.id}/{other.id}", rows),
        },
        as_rows(decided),
        copy_row(found) if found else {"document": one.id, "from": other.id, "kind": None},
    )


def _between(desk: Desk, document: str, source: str) -> CopyRow | None:
    """The copy between two documents, either way, also one that is rejected."""
    found = list(copies(desk.case, document=document, rejected=True))
    ways = ((document, source), (source, document))
    return next((row for way in ways for row in found if (row.document.id, row.source.id) == way), None)
