"""Recordings: their bytes in pieces, the custody log, what was observed, transcripts word by word."""

SQL = """
CREATE TABLE recording (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    root TEXT NOT NULL,
    name TEXT NOT NULL,
    container TEXT NOT NULL,
    codec TEXT NOT NULL,
    seconds REAL NOT NULL,
    channels INTEGER NOT NULL,
    rate INTEGER NOT NULL
) STRICT;

CREATE TABLE recording_piece (
    key INTEGER PRIMARY KEY,
    recording INTEGER NOT NULL REFERENCES recording,
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (recording, position)
) STRICT;

CREATE TABLE observation (
    recording INTEGER NOT NULL REFERENCES recording,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    value TEXT NOT NULL,
    tool TEXT NOT NULL,
    PRIMARY KEY (recording, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE custody (
    position INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;

CREATE TABLE custody_head (
    size INTEGER NOT NULL,
    root TEXT NOT NULL,
    last TEXT NOT NULL
) STRICT;

CREATE TABLE time_stamp (
    key INTEGER PRIMARY KEY,
    head TEXT NOT NULL,
    reply BLOB NOT NULL,
    roots TEXT NOT NULL
) STRICT;

CREATE TABLE transcript (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    recording INTEGER NOT NULL REFERENCES recording,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    form TEXT NOT NULL,
    timing TEXT NOT NULL CHECK (timing IN ('word', 'line', 'none')),
    engine TEXT,
    model TEXT
) STRICT;
CREATE INDEX transcript_recording ON transcript (recording);

CREATE TABLE transcript_word (
    transcript INTEGER NOT NULL REFERENCES transcript,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    start REAL,
    stop REAL,
    probability REAL,
    voice TEXT,
    line INTEGER NOT NULL,
    PRIMARY KEY (transcript, position)
) STRICT, WITHOUT ROWID;
"""
