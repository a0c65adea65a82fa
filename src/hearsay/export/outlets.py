"""Outlets as rows and lines: what is known of each, and where that is from."""

from __future__ import annotations

from hearsay.case.provenance.spreading import OutletRow
from hearsay.export.counts import LONGEST_NAME, count
from hearsay.export.jsonl import Row
from hearsay.export.visible import one_line

COLUMNS = ("name", "documents", "country", "kind", "owner", "source")


def outlet_row(row: OutletRow) -> Row:
    """One outlet; what is not known is null."""
    known = row.known
    return {
        "name": row.name,
        "documents": row.documents,
        "country": known.country if known else None,
        "kind": known.kind if known else None,
        "owner": known.owner if known else None,
        "source": (known.source or None) if known else None,
    }


def outlet_line(row: OutletRow) -> str:
    """One outlet in one line."""
    found = outlet_row(row)
    facts = ", ".join(str(found[key]) for key in ("country", "kind", "owner") if found[key] is not None)
    source = f" ({found['source']})" if found["source"] else ""
    told = one_line(f"{facts or 'nothing known'}{source}", 2 * LONGEST_NAME)
    return f"{one_line(row.name, LONGEST_NAME)}: {told}; {count(row.documents, 'document')}"
