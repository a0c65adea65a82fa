"""Rulings: what persons decided, apart from what was computed, which is kept where they stand instead."""

SQL = """
CREATE TABLE ruling (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    undoes TEXT,
    signed TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX ruling_undoes ON ruling (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE anchor (
    ruling INTEGER NOT NULL REFERENCES ruling,
    position INTEGER NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('attribution', 'statement', 'actor', 'document', 'outlet')),
    sha256 TEXT NOT NULL,
    document TEXT NOT NULL,
    spans TEXT NOT NULL,
    words TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    found INTEGER,
    PRIMARY KEY (ruling, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_found ON anchor (about, found) WHERE found IS NOT NULL;

CREATE TABLE overruled (
    attribution INTEGER PRIMARY KEY REFERENCES attribution,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT,
    content TEXT NOT NULL
) STRICT;

ALTER TABLE attribution ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1));
CREATE INDEX attribution_rejected ON attribution (kind, mode) WHERE rejected = 1;
"""
