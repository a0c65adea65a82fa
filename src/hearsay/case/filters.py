"""The filters that lists and the search share, as conditions of a query."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from hearsay.case.file import Case
from hearsay.model import Kind, Mode


@dataclass(frozen=True, slots=True)
class Filters:
    """What an appearance must have to be shown; `None` lets everything pass.

    `speaker` and `outlet` match as whole words in order, whatever their case and accents; a speaker matches
    under any name of the same actor. `since` and `until` are days as the documents state them, both included;
    undated documents pass neither. `setting` is a visibility ("private") or a sort of setting ("rally"),
    `hedge` a kind of hedge ("alleged") or the holder of one ("speaker"), `artefact` a kind of thing in the
    chain ("recording") or words of its name or of how the text calls it ("dinner tape"). `when` is the first
    and the last of some days: an attribution passes that was made on one of them, or whose words name one, by
    any reading of the time.
    """

    speaker: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    kind: Kind | None = None
    mode: Mode | None = None
    setting: str | None = None
    hedge: str | None = None
    artefact: str | None = None
    when: tuple[date, date] | None = None

    def on_statement(self, case: Case) -> tuple[str, list[Any]]:
        """A WHERE clause (or nothing) for `statement s`, and its values."""
        on_attribution, values = self._on_attribution(case)
        on_document, more = self._on_document(case)
        conditions = [*on_attribution, *on_document]
        if not conditions:
            return "", []
        return (
            "WHERE EXISTS (SELECT 1 FROM appearance e JOIN attribution a ON a.key = e.attribution "
            "JOIN document d ON d.key = a.document WHERE e.statement = s.key AND "
            + " AND ".join(conditions)
            + ")",
            [*values, *more],
        )

    def on_document(self, case: Case) -> tuple[str, list[Any]]:
        """A condition that begins with AND (or nothing) for `document d`, and its values."""
        conditions, values = self._on_document(case)
        on_attribution, more = self._on_attribution(case)
        if on_attribution:
            conditions.append(
                "EXISTS (SELECT 1 FROM attribution a WHERE a.document = d.key AND "
                + " AND ".join(on_attribution)
                + ")"
            )
        return "".join(f" AND {condition}" for condition in conditions), [*values, *more]

    def _on_attribution(self, case: Case) -> tuple[list[str], list[Any]]:
        conditions: list[str] = []
        values: list[Any] = []
        if self.speaker is not None:
            conditions.append(_spoken_by(case, self.speaker))
        if self.kind is not None:
            conditions.append("a.kind = ?")
            values.append(self.kind)
        if self.mode is not None:
            conditions.append("a.mode = ?")
            values.append(self.mode)
        if self.setting is not None:
            conditions.append(
                "EXISTS (SELECT 1 FROM setting w WHERE w.attribution = a.key AND ? IN (w.visibility, w.what))"
            )
            values.append(self.setting.lower())
        if self.hedge is not None:
            conditions.append(
                "EXISTS (SELECT 1 FROM hedge w WHERE w.attribution = a.key AND ? IN (w.kind, w.holder))"
            )
            values.append(self.hedge.lower())
        if self.artefact is not None:
            keys = _artefacts(case, self.artefact)
            conditions.append(
                f"EXISTS (SELECT 1 FROM link w WHERE w.attribution = a.key AND w.artefact IN ({keys}))"
            )
        if self.when is not None:
            conditions.append(_AT_THE_TIME)
            first, last = (day.isoformat() for day in self.when)
            values += [first, last, first, last]
        return conditions, values

    def _on_document(self, case: Case) -> tuple[list[str], list[Any]]:
        conditions: list[str] = []
        values: list[Any] = []
        if self.outlet is not None:
            conditions.append(f"d.outlet IN ({_keys(case, 'outlet', self.outlet)})")
        if self.since is not None:
            conditions.append("d.published_until >= ?")
            values.append(self.since.isoformat())
        if self.until is not None:
            conditions.append("d.published_from <= ?")
            values.append(self.until.isoformat())
        return conditions, values


# A time of the attribution, or one in its words, that can lie between two days; an open end reaches on.
_AT_THE_TIME = (
    "EXISTS (SELECT 1 FROM time w WHERE w.document = a.document AND (w.attribution = a.key OR "
    "w.attribution IS NULL AND EXISTS (SELECT 1 FROM span c WHERE c.attribution = a.key "
    "AND c.part = 'content' AND c.start <= w.start AND w.stop <= c.stop)) AND ("
    "(w.earliest IS NOT NULL OR w.latest IS NOT NULL) AND coalesce(w.latest, '9999') >= ? "
    "AND coalesce(w.earliest, '') <= ? OR EXISTS (SELECT 1 FROM json_each(w.readings) r "
    "WHERE (r.value ->> 0 IS NOT NULL OR r.value ->> 1 IS NOT NULL) "
    "AND coalesce(r.value ->> 1, '9999') >= ? AND coalesce(r.value ->> 0, '') <= ?)))"
)


def _artefacts(case: Case, wanted: str) -> str:
    """The keys of the things that are of this kind, or whose name or mentions hold these words."""
    words = f" {folded(wanted)} "
    keys = []
    for key, kind, name, mentions, text in case.rows(
        "SELECT f.key, f.kind, f.name, f.mentions, d.text FROM artefact f "
        "JOIN document d ON d.key = f.document"
    ):
        called = [name or "", *(text[start:stop] for start, stop in json.loads(mentions))]
        if kind == wanted.lower() or any(words in f" {folded(each)} " for each in called):
            keys.append(key)
    return ", ".join(map(str, keys))


def folded(text: str) -> str:
    """Text as names are compared: without case and accents, words apart by one space."""
    bare = "".join(
        mark for mark in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(mark)
    )
    return " ".join(re.findall(r"\w+", bare))


def _spoken_by(case: Case, wanted: str) -> str:
    """A condition for `attribution a`: a name of its speaker, or of the same actor, holds the words."""
    named = _keys(case, "speaker", wanted)
    names = _keys(case, "name", wanted, "text")
    aliases = ",".join(
        str(key)
        for (key,) in case.rows(
            f"SELECT key FROM alias WHERE actor IN (SELECT actor FROM alias WHERE name IN ({names})) "
            f"AND name NOT IN ({names})"
        )
    )
    if not aliases:
        return f"a.speaker IN ({named})"
    return (
        f"(a.speaker IN ({named}) OR EXISTS (SELECT 1 FROM speaker_name n JOIN mention m ON m.name = n.name "
        f"AND m.document = a.document WHERE n.speaker = a.speaker AND m.alias IN ({aliases})))"
    )


def _keys(case: Case, table: str, wanted: str, column: str = "name") -> str:
    """The keys of the names that hold `wanted` as whole words, for an IN (...)."""
    sought = f" {folded(wanted)} "
    return ",".join(
        str(key)
        for key, name in case.rows(f"SELECT key, {column} FROM {table} ORDER BY key")
        if sought in f" {folded(name)} "
    )
