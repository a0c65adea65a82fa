"""Sketches of quotations, made of the words that the case holds already."""

from __future__ import annotations

import sqlite3


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the SQL functions that read a sketch off the words of a quotation."""
    connection.create_function("sketch_told", 1, lambda words: _sketch(words)[0], deterministic=True)
    connection.create_function("sketch_whole", 1, lambda words: _sketch(words)[1], deterministic=True)
    connection.create_function("sketch_pairs", 1, lambda words: _sketch(words)[2], deterministic=True)


def _sketch(words: str) -> tuple[int, int, bytes]:
    # Only a migration needs them.
    from hearsay.case.sketches import stored_pairs
    from hearsay.link.bound import whole
    from hearsay.link.wording import wording

    form = wording(words)
    return form.total, whole(form), stored_pairs(form)


SQL = """
CREATE TABLE sketch (
    quotation INTEGER PRIMARY KEY REFERENCES quotation,
    told INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    pairs BLOB NOT NULL
) STRICT;
INSERT INTO sketch (quotation, told, whole, pairs)
SELECT key, sketch_told(words), sketch_whole(words), sketch_pairs(words) FROM quotation
WHERE key IN (SELECT quotation FROM fingerprint);
"""
