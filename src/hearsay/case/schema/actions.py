"""What actors did. Found in the documents of older cases by the next `add`, from what they keep."""

from typing import get_args

from hearsay.model import ActionStatus

SQL = f"""
CREATE TABLE action (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    sort TEXT NOT NULL,
    plover TEXT,
    cameo TEXT,
    status TEXT NOT NULL CHECK (status IN {get_args(ActionStatus)!r}),
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start < stop),
    thing TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_name TEXT,
    target TEXT NOT NULL,
    target_name TEXT,
    time_start INTEGER,
    time_stop INTEGER,
    attribution INTEGER REFERENCES attribution,
    history INTEGER NOT NULL CHECK (history IN (0, 1))
) STRICT;
CREATE INDEX action_document ON action (document);
CREATE INDEX action_attribution ON action (attribution) WHERE attribution IS NOT NULL;

CREATE TABLE acted (document INTEGER PRIMARY KEY REFERENCES document) STRICT;
"""
