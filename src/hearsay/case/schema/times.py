"""When: time expressions of documents and the times of attributions, read off what the case holds already."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, get_args

from hearsay.model import Attribution, Document, Moment, OfficeKind, Precision, Span, TimeType


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the SQL function `times_read` of (id, text, published, precision, attributions).

    `attributions` is a JSON array of [key, spans], the spans as [part, start, stop]; what comes back is one
    of rows [attribution's key or null, start, stop, type, earliest, latest, basis, readings].
    """
    connection.create_function("times_read", 5, _read, deterministic=True)


def _read(id_: str, text: str, published: str | None, precision: str | None, stored: str) -> str:
    # Only a migration needs them.
    from hearsay.case.times import rows_of
    from hearsay.extract.times.finding import timed

    moment = Moment(published, Precision(precision), None, "") if published and precision else None
    attributions = tuple(_attribution(id_, *row) for row in json.loads(stored))
    document = Document(id_, "", "", text, published=moment)
    extraction = timed(document, attributions)
    return json.dumps(rows_of(extraction, {each.id: int(each.id) for each in attributions}))


def _attribution(document: str, key: int, spans: Any) -> Attribution:
    parts: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
    for part, start, stop in sorted(spans):
        parts[part].append((start, stop))
    content, cue, source = (tuple(parts[name]) for name in ("content", "cue", "source"))
    return Attribution(str(key), document, "indirect", "speech", content, cue, source)


SQL = f"""
CREATE TABLE time (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    attribution INTEGER REFERENCES attribution,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start < stop),
    type TEXT NOT NULL CHECK (type IN {get_args(TimeType)!r}),
    earliest TEXT,
    latest TEXT,
    basis TEXT NOT NULL,
    readings TEXT NOT NULL
) STRICT;
CREATE INDEX time_document ON time (document);
CREATE UNIQUE INDEX time_attribution ON time (attribution) WHERE attribution IS NOT NULL;

CREATE TABLE office_term (
    key INTEGER PRIMARY KEY,
    country TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN {get_args(OfficeKind)!r}),
    office TEXT NOT NULL,
    person TEXT NOT NULL,
    start TEXT NOT NULL,
    end TEXT,
    joint INTEGER NOT NULL CHECK (joint IN (0, 1)),
    source TEXT NOT NULL,
    as_of TEXT,
    checked TEXT
) STRICT;

CREATE TEMP TABLE timed AS
    SELECT d.key AS document, times_read(
        d.id, d.text, d.published, d.published_precision,
        (SELECT json_group_array(json_array(a.key, (
            SELECT json_group_array(json_array(s.part, s.start, s.stop)) FROM span s
            WHERE s.attribution = a.key
        ))) FROM attribution a WHERE a.document = d.key)
    ) AS found FROM document d ORDER BY d.key;
INSERT INTO time (document, attribution, start, stop, type, earliest, latest, basis, readings)
    SELECT t.document, {", ".join(f"value ->> {n}" for n in range(8))} FROM timed t, json_each(t.found);
DROP TABLE timed;
"""
