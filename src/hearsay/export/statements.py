"""Statements as text and as a table; how each variant differs from the wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hearsay.export.cells import csv_line
from hearsay.export.counts import UNNAMED, count, first_seen, reach
from hearsay.export.jsonl import Row
from hearsay.export.visible import one_line
from hearsay.link.variants import Change, difference

if TYPE_CHECKING:
    from hearsay.case import StatementRow

# Of the words of a change as text.
LONGEST = 60

COLUMNS = (
    "statement", "speaker", "wording", "first_document", "first_outlet", "first_published", "outlets",
    "documents", "appearances", "variants", "roots_known", "roots_unknown",
)  # fmt: skip


def statement_lines(row: StatementRow) -> Iterator[str]:
    """One statement as text: its id, who said what, how far it got, from where, where it is first seen."""
    yield f"{row.id[:8]}  {one_line(row.speaker or UNNAMED)}: {one_line(row.wording)}"
    roots = f"{count(row.known_roots, 'known root')}, {row.unknown_roots:,} unknown"
    yield f"          {reach(row)}, {count(row.variants, 'variant')}; {roots}. {one_line(first_seen(row))}"


def table(rows: Iterable[Row]) -> Iterator[str]:
    """Statements (as `statement_row` gives them) as CSV, a line at a time, the names of the columns first."""
    yield csv_line(COLUMNS)
    for row in rows:
        first = row["appearances"][0]
        head = row["statement"], row["speaker"], row["wording"]
        seen = first["document"], first["outlet"], first["revised"] or first["published"]
        width = row["outlets"], row["documents"], len(row["appearances"]), row["variants"]
        yield csv_line((*head, *seen, *width, row["roots"]["known"], row["roots"]["unknown"]))


def changes_text(wording: str, words: str) -> Iterator[str]:
    """How a variant differs from the wording, a line for each change, what turns the sense first."""
    for change in difference(wording, words):
        old, new = (one_line(text, LONGEST) for text in _words(change, wording, words))
        what = f"{change.kind}, {change.sort}" if change.sort else change.kind
        if old and new:
            yield f"{what}: {old} → {new}"
        else:
            yield f"{what}: {'− ' + old if old else '+ ' + new}"


def change_rows(wording: str, words: str) -> list[Row]:
    """The same as data: class, sort, the words of both, and their spans."""
    found = []
    for change in difference(wording, words):
        old, new = _words(change, wording, words)
        found.append(
            {
                "class": change.kind,
                "sort": change.sort,
                "wording": old,
                "variant": new,
                "wording_span": change.one,
                "variant_span": change.other,
            }
        )
    return found


def _words(change: Change, one: str, other: str) -> tuple[str, str]:
    return one[slice(*change.one)], other[slice(*change.other)]
