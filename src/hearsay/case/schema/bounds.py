"""The word before a time that leaves one side of it open, read off the texts that the case holds already."""

from __future__ import annotations

import re
import sqlite3
from typing import get_args

from hearsay.model import Bound

_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
# As far back as such a word can begin, with the space behind it.
_BACK = 40


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the SQL function `bound_read` of (text, where a time begins in it)."""
    connection.create_function("bound_read", 2, _read, deterministic=True)


def _read(text: str, start: int) -> str | None:
    # Only a migration needs it.
    from hearsay.extract.times.vocabulary import vocabulary

    found = _LAST_WORD.search(text[max(0, start - _BACK) : start])
    return vocabulary().values.get((found[1].lower(), "bound")) if found else None


SQL = f"""
ALTER TABLE time ADD COLUMN bound TEXT CHECK (bound IN {get_args(Bound)!r});
UPDATE time SET bound = bound_read((SELECT d.text FROM document d WHERE d.key = time.document), start);
"""
