"""When, as a case keeps it: the time expressions of a document, and the times of its attributions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hearsay.case.file import Case
from hearsay.model import Extraction, Reading, TimeExpression

_COLUMNS = "attribution, start, stop, type, earliest, latest, basis, readings, bound"


@dataclass(frozen=True, slots=True)
class Times:
    """The times of one document: all, in the order of its text, and those of its attributions by key."""

    all: tuple[TimeExpression, ...]
    said: Mapping[int, TimeExpression]


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
    for attribution, start, stop, type_, earliest, latest, basis, readings, bound in case.rows(
        f"SELECT {_COLUMNS} FROM time WHERE document = ? ORDER BY key", (document,)
    ):
        time = TimeExpression(
            (start, stop),
            type_,
            earliest,
            latest,
            basis,
            tuple(Reading(*each) for each in json.loads(readings)),
            bound,
        )
        if attribution is None:
            found.append(time)
        else:
            said[attribution] = time
    return Times(tuple(found), said)
