"""Judgements on things, hedges of sentences that credit nobody, and who handed on what he may hand on.

All of it, and what an older case read off its texts before, is read off them anew: what was "leaked" by
whoever had only passed it on is "provided" now, and provenance reaches as far as the texts say.
"""

from __future__ import annotations

from typing import get_args

from hearsay.case.schema.warrant import FILL, LINK, values
from hearsay.model import HedgeKind, Scope, Standing

SQL = f"""
DROP TABLE link;
DELETE FROM hedge;
DELETE FROM setting;
DELETE FROM artefact;
DELETE FROM occasion;

{LINK}
CREATE TABLE judgement (
    artefact INTEGER NOT NULL REFERENCES artefact,
    position INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN {get_args(Standing)!r}),
    judge TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start < stop),
    PRIMARY KEY (artefact, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE loose_hedge (
    document INTEGER NOT NULL REFERENCES document,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start < stop),
    kind TEXT NOT NULL CHECK (kind IN {get_args(HedgeKind)!r}),
    scope TEXT NOT NULL CHECK (scope IN {get_args(Scope)!r}),
    PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;
{FILL}
INSERT INTO judgement SELECT (SELECT f.key FROM artefact f WHERE f.id = value ->> 0),
    value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    FROM warrant w, json_each(w.found, '$.judgement');
INSERT INTO loose_hedge SELECT w.document, {values(4)}
    FROM warrant w, json_each(w.found, '$.loose_hedge');
DROP TABLE warrant;
"""
