"""When, as a case keeps it: the time expressions of a document, and the times of its attributions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.case.file import Case
from hearsay.model import Extraction, Reading, TimeExpression
from hearsay.model.times import Bound, TimeType

_NAMED = "t.start, t.stop, t.type, t.earliest, t.latest, t.basis, t.readings, t.bound"
_COLUMNS = "attribution, start, stop, type, earliest, latest, basis, readings, bound"


@dataclass(frozen=True, slots=True)
class Times:
    """The times of one document: all, in the order of its text, and those of its attributions by key."""

    all: tuple[TimeExpression, ...]
    said: Mapping[int, TimeExpression]


@dataclass(frozen=True, slots=True)
class ToldTime:
    """When one attribution (an id) was said: its document (an id), the words there, and what they name."""

    attribution: str
    document: str
    words: str
    time: TimeExpression


def rows_of(extraction: Extraction, keys: Mapping[str, int]) -> list[tuple[Any, ...]]:
    """The rows of the table `time` but for the document; `keys` are those of the attributions by id."""
    rows = [_row(None, each) for each in extraction.times]
    rows += (_row(keys[each.id], each.time) for each in extraction.attributions if each.time is not None)
    return rows


def _row(attribution: int | None, time: TimeExpression) -> tuple[Any, ...]:
    readings = json.dumps(
        [[each.earliest, each.latest, each.basis] for each in time.readings], ensure_ascii=False
    )
    return (attribution, *time.span, time.type, time.earliest, time.latest, time.basis, readings, time.bound)


def store_times(case: Case, document: int, extraction: Extraction, keys: Mapping[str, int]) -> None:
    """Store the times of the document with this key, within the caller's transaction."""
    case.write_all(
        f"INSERT INTO time (document, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(document, *row) for row in rows_of(extraction, keys)],
    )


def forget_times(case: Case, document: int) -> None:
    """Remove the times of the document with this key, within the caller's transaction."""
    case.write("DELETE FROM time WHERE document = ?", (document,))


def times_of(case: Case, document: int) -> Times:
    """The times of the document with this key."""
    found: list[TimeExpression] = []
    said: dict[int, TimeExpression] = {}
    for attribution, *columns in case.rows(
        f"SELECT {_COLUMNS} FROM time WHERE document = ? ORDER BY key", (document,)
    ):
        if attribution is None:
            found.append(_time(*columns))
        else:
            said[attribution] = _time(*columns)
    return Times(tuple(found), said)


def said_at(case: Case, ids: Sequence[str]) -> dict[int, TimeExpression]:
    """The times at which documents say that words were said, by the attributions' keys; `ids` are theirs."""
    return {
        attribution: _time(*columns)
        for attribution, *columns in case.rows(
            f"SELECT {_COLUMNS} FROM time WHERE attribution IN "
            f"(SELECT key FROM attribution WHERE id IN ({','.join('?' * len(ids))}))",
            ids,
        )
    }


def said_times(case: Case, statement: int) -> list[ToldTime]:
    """When a statement (a key) was said, as each of its places tells that does, the earliest place first."""
    return [
        ToldTime(attribution, document, words, _time(*columns))
        for attribution, document, words, *columns in case.rows(
            f"SELECT a.id, d.id, substr(d.text, t.start + 1, t.stop - t.start), {_NAMED} "
            "FROM appearance e JOIN attribution a ON a.key = e.attribution "
            "JOIN time t ON t.attribution = e.attribution "
            "JOIN document d ON d.key = t.document WHERE e.statement = ? ORDER BY e.position",
            (statement,),
        )
    ]


def all_said(case: Case) -> Iterator[tuple[int, str | None, str | None]]:
    """Of each statement (a key) every time at which a document says it was said: the first and last day."""
    yield from case.rows(
        "SELECT DISTINCT e.statement, t.earliest, t.latest FROM time t "
        "JOIN appearance e ON e.attribution = t.attribution "
        "WHERE t.earliest IS NOT NULL OR t.latest IS NOT NULL"
    )


def _time(
    start: int,
    stop: int,
    type_: TimeType,
    earliest: str | None,
    latest: str | None,
    basis: str,
    readings: str,
    bound: Bound | None,
) -> TimeExpression:
    found = tuple(Reading(*each) for each in json.loads(readings))
    return TimeExpression((start, stop), type_, earliest, latest, basis, found, bound)
