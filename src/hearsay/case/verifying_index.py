"""Does the search index hold exactly the words of the quotations and documents?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import zip_longest

from hearsay.case.damage import Damage
from hearsay.case.file import Case
from hearsay.case.schema import TOKENIZER

# Each index, what it is an index of, and the columns that it holds.
_INDEXES = (("quotation_words", "quotation", "words"), ("document_words", "document", "title, text"))


def index_damage(case: Case) -> Iterator[Damage]:
    """Rows that the index lacks or has too many, and words that it has otherwise than the rows."""
    for index, table, columns in _INDEXES:
        lacking = f"SELECT key FROM {table} EXCEPT SELECT id FROM {index}_docsize ORDER BY 1"
        for (key,) in case.rows(lacking):
            yield Damage("search", f"{table} {key}", "the search does not know it")
        surplus = f"SELECT id FROM {index}_docsize EXCEPT SELECT key FROM {table} ORDER BY 1"
        for (key,) in case.rows(surplus):
            yield Damage("search", f"{table} {key}", "the search knows it, but it is not there")
        yield from _words(case, index, table, columns)


def _words(case: Case, index: str, table: str, columns: str) -> Iterator[Damage]:
    # FTS5's own integrity-check is an INSERT, which a reader may not do. Building the index once more in a
    # temporary database and comparing the two vocabularies, with their counts, writes nothing to the case.
    scratch = sqlite3.connect("", isolation_level=None)
    try:
        scratch.execute(
            f"CREATE VIRTUAL TABLE anew USING fts5 ({columns}, content = '', tokenize = '{TOKENIZER}')"
        )
        scratch.execute("CREATE VIRTUAL TABLE terms USING fts5vocab (anew, col)")
        marks = ", ".join("?" * (columns.count(",") + 1))
        scratch.execute("BEGIN")
        scratch.executemany(
            f"INSERT INTO anew (rowid, {columns}) VALUES (?, {marks})",
            case.rows(f"SELECT key, {columns} FROM {table} ORDER BY key"),
        )
        scratch.execute("COMMIT")
        kept = case.rows(f"SELECT term, col, doc, cnt FROM {table}_terms")
        for stored, anew in zip_longest(kept, scratch.execute("SELECT term, col, doc, cnt FROM terms")):
            if stored != anew:
                term = min(row[0] for row in (stored, anew) if row is not None)
                yield Damage("search", index, f"it is not the index of what is stored, beginning at {term!r}")
                return
    finally:
        scratch.close()
