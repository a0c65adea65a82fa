"""What was worked out of a case once, kept in it, and in which state of the case that was."""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from pathlib import Path

from hearsay.case.file import Case

# What findings and quotations laid on recordings rest on, but for the texts, of which the documents' ids and
# readings are hashes. Rulings on findings, and remarks, change none of it: they are applied afterwards.
_RESTS_ON = (
    "SELECT id, reading FROM document ORDER BY id",
    "SELECT name FROM tagger",
    "SELECT sum(linked) FROM document",
    "SELECT country, kind, office, person, start, end, joint FROM office_term ORDER BY 1, 2, 3, 4, 5",
    "SELECT name, country, kind, owner, domains, aliases FROM outlet_fact ORDER BY 1",
    "SELECT id FROM recording UNION ALL SELECT id FROM transcript ORDER BY 1",
    "SELECT r.id, count(n.found) FROM ruling r LEFT JOIN ruling u ON u.id = r.undoes "
    "JOIN ruling k ON k.key = ifnull(u.key, r.key) LEFT JOIN anchor n ON n.ruling = r.key "
    "WHERE k.kind NOT IN ('pin', 'tag', 'note') "
    "AND NOT EXISTS (SELECT 1 FROM anchor n WHERE n.ruling = k.key AND n.about = 'finding') "
    "GROUP BY r.key ORDER BY r.id",
)
# What is concluded of that in steps: how far it is. The keys tell, too, whether it was done anew.
_KEYED = ("document", "attribution", "statement", "response", "action", "actor", "alias")
_COUNTED = ("appearance", "copy", "credit", "roots", "time", "refusal", "answered", "named")


def state_of(case: Case) -> str:
    """A hash that is another one as soon as anything is different on which findings rest."""
    digest = hashlib.sha256()
    sums = (
        *_RESTS_ON,
        *(f"SELECT count(*), max(key) FROM {table}" for table in _KEYED),
        *(f"SELECT count(*) FROM {table}" for table in _COUNTED),
    )
    for sql in sums:
        digest.update(sql.encode())
        for row in case.rows(sql):
            digest.update(repr(row).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def kept(case: Case, name: str, state: str) -> bytes | None:
    """What `keep` kept under this name, if the case is in the same state and the program the same."""
    row = case.row("SELECT content FROM kept WHERE name = ? AND state = ?", (name, f"{state} {_program()}"))
    if row is None:
        return None
    try:
        return zlib.decompress(row[0])
    except zlib.error:
        return None


def keep(case: Case, name: str, state: str, content: bytes) -> None:
    """Keep what was worked out in this state, in the place of what was kept under this name."""
    with case.transaction():
        case.write(
            "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
            (name, f"{state} {_program()}", zlib.compress(content)),
        )


@cache
def _program() -> str:
    """A hash that is another one for every other version of the program and of its lexicons."""
    digest = hashlib.sha256()
    here = Path(__file__).parents[1]
    for path in sorted(here.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            known = path.stat()
            digest.update(repr((str(path.relative_to(here)), known.st_size, known.st_mtime_ns)).encode())
    return digest.hexdigest()[:16]
