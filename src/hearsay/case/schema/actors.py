"""Actors: which names, in which documents, are one person's or one body's."""

SQL = """
CREATE TABLE name (
    key INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    stale INTEGER NOT NULL CHECK (stale IN (0, 1))
) STRICT;
CREATE INDEX name_stale ON name (key) WHERE stale = 1;

CREATE TABLE name_key (
    value TEXT NOT NULL,
    name INTEGER NOT NULL REFERENCES name,
    PRIMARY KEY (value, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_name ON name_key (name);

CREATE TABLE speaker_name (
    speaker INTEGER NOT NULL REFERENCES speaker,
    position INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES name,
    PRIMARY KEY (speaker, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_name_name ON speaker_name (name, speaker);

CREATE TABLE actor (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'outlet', 'unknown'))
) STRICT;

CREATE TABLE alias (
    key INTEGER PRIMARY KEY,
    actor INTEGER NOT NULL REFERENCES actor,
    name INTEGER NOT NULL REFERENCES name,
    rule TEXT NOT NULL,
    joined INTEGER REFERENCES name,
    UNIQUE (actor, name, rule)
) STRICT;
CREATE INDEX alias_name ON alias (name);
CREATE INDEX alias_joined ON alias (joined) WHERE joined IS NOT NULL;

CREATE TABLE mention (
    name INTEGER NOT NULL REFERENCES name,
    document INTEGER NOT NULL REFERENCES document,
    role TEXT,
    seen TEXT,
    attributions INTEGER NOT NULL,
    alias INTEGER REFERENCES alias,
    PRIMARY KEY (name, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_document ON mention (document);
CREATE INDEX mention_alias ON mention (alias, attributions) WHERE alias IS NOT NULL;

CREATE TABLE doubt (
    one INTEGER NOT NULL REFERENCES actor,
    other INTEGER NOT NULL REFERENCES actor,
    reason TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX doubt_other ON doubt (other);

CREATE TABLE gloss (
    document INTEGER NOT NULL REFERENCES document,
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    PRIMARY KEY (document, short, long)
) STRICT, WITHOUT ROWID;

CREATE TABLE named (document INTEGER PRIMARY KEY REFERENCES document) STRICT;
"""
