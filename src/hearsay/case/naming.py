"""Who is named where: from stored attributions to mentions, document by document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from hearsay.case.file import Case
from hearsay.case.pages import moment
from hearsay.link.alike import bounds
from hearsay.link.glosses import glosses
from hearsay.link.name_forms import form_of
from hearsay.link.speakers import each_name

# Documents whose mentions are not stored yet: new ones, and all of a case that an older Hearsay wrote.
UNNAMED = "SELECT key FROM document EXCEPT SELECT document FROM named ORDER BY 1"


class Namer:
    """Stores the mentions of documents, one document at a time, in the caller's transaction.

    It remembers what it has written, so it must be thrown away when a transaction fails.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._names: dict[str, int] = {}
        self._outlets: set[str] = set()

    def name(self, document: int) -> int:
        """Store who the document with this key names, and mark these names stale; how many."""
        row = self._case.row(
            "SELECT d.text, t.name, d.published, d.published_precision, d.published_zone, d.published_origin "
            "FROM document d LEFT JOIN outlet t ON t.key = d.outlet WHERE d.key = ?",
            (document,),
        )
        if row is None:
            return 0
        text, outlet, *stated = row
        seen = seen_of(stated)
        counts: Counter[str] = Counter()
        roles: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for speaker, names, role, number in self._case.rows(
            "SELECT s.key, s.name, a.role, count(*) FROM attribution a JOIN speaker s ON s.key = a.speaker "
            "WHERE a.document = ? AND a.rejected = 0 GROUP BY s.key, a.role ORDER BY s.name, a.role",
            (document,),
        ):
            for position, name in enumerate(each_name(names)):
                self._case.write(
                    "INSERT OR IGNORE INTO speaker_name (speaker, position, name) VALUES (?, ?, ?)",
                    (speaker, position, self._key(name)),
                )
                counts[name] += number
                if role:
                    roles[name][role] += number
        self._case.write_all(
            "INSERT INTO mention (name, document, role, seen, attributions) VALUES (?, ?, ?, ?, ?)",
            (
                (self._key(name), document, commonest(roles[name]), seen, counts[name])
                for name in sorted(counts)
            ),
        )
        self._case.write_all(
            "UPDATE name SET stale = 1 WHERE key = ? AND stale = 0", ((self._key(name),) for name in counts)
        )
        found = sorted(set(glosses(text)))
        self._case.write_all(
            "INSERT INTO gloss (document, short, long) VALUES (?, ?, ?)",
            ((document, *pair) for pair in found),
        )
        for short, _ in found:
            _mark(self._case, frozenset((f"initials {short}",)))
        if outlet is not None and outlet not in self._outlets:
            # That an outlet is one can be news for names that are in the case already.
            self._outlets.add(outlet)
            _mark(self._case, form_of(outlet).keys)
        self._case.write("INSERT INTO named (document) VALUES (?)", (document,))
        return len(counts)

    def _key(self, name: str) -> int:
        if name not in self._names:
            row = self._case.row("SELECT key FROM name WHERE text = ?", (name,))
            if row is None:
                key = self._case.write("INSERT INTO name (text, stale) VALUES (?, 1)", (name,))
                self._case.write_all(
                    "INSERT INTO name_key (value, name) VALUES (?, ?)",
                    ((value, key) for value in sorted(form_of(name).keys)),
                )
                self._names[name] = key
            else:
                self._names[name] = int(row[0])
        return self._names[name]


def forget_mentions(case: Case, document: int) -> None:
    """Remove whom the document with this key names, within the caller's transaction; its names go stale."""
    case.write(
        "UPDATE name SET stale = 1 WHERE key IN (SELECT name FROM mention WHERE document = ?)", (document,)
    )
    for (short,) in list(case.rows("SELECT short FROM gloss WHERE document = ?", (document,))):
        _mark(case, frozenset((f"initials {short}",)))
    for (outlet,) in list(
        case.rows(
            "SELECT t.name FROM document d JOIN outlet t ON t.key = d.outlet WHERE d.key = ?", (document,)
        )
    ):
        _mark(case, form_of(outlet).keys)
    for table in ("mention", "gloss", "named"):
        case.write(f"DELETE FROM {table} WHERE document = ?", (document,))


def _mark(case: Case, values: frozenset[str]) -> None:
    """Mark the names stale that have one of these keys."""
    case.write_all(
        "UPDATE name SET stale = 1 WHERE stale = 0 AND key IN (SELECT name FROM name_key WHERE value = ?)",
        ((value,) for value in sorted(values)),
    )


def seen_of(stated: Sequence[Any]) -> str | None:
    """The latest instant (ISO, UTC) that four columns of a stated time can name."""
    value, precision, zone, origin = stated
    when = bounds(moment(value, precision, zone, origin))
    return None if when is None else when[1].isoformat()


def commonest(roles: Counter[str]) -> str | None:
    """The role that a document gives most often; of several the first in the alphabet."""
    return min(roles, key=lambda role: (-roles[role], role)) if roles else None
