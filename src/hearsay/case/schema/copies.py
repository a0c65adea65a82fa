"""Who has what from whom: copies, credits, outlets that the user knows, and how many roots a statement has.

Cases of before have none; the next `add` finds them in the texts that the case holds.
"""

SQL = """
CREATE TABLE outlet_fact (
    name TEXT NOT NULL,
    country TEXT,
    kind TEXT CHECK (kind IN ('agency', 'newspaper', 'broadcaster', 'magazine', 'website', 'other')),
    owner TEXT,
    domains TEXT NOT NULL,
    languages TEXT NOT NULL,
    aliases TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (name, domains)
) STRICT, WITHOUT ROWID;

CREATE TABLE compared (document INTEGER PRIMARY KEY REFERENCES document, points BLOB NOT NULL) STRICT;

CREATE TABLE credited_with (names TEXT NOT NULL) STRICT;

CREATE TABLE credit (
    document INTEGER NOT NULL REFERENCES document,
    position INTEGER NOT NULL,
    named TEXT NOT NULL,
    outlet TEXT,
    agency INTEGER NOT NULL CHECK (agency IN (0, 1)),
    how TEXT NOT NULL,
    start INTEGER CHECK (start >= 0),
    stop INTEGER CHECK (stop > start),
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    source INTEGER NOT NULL REFERENCES document,
    kind TEXT NOT NULL CHECK (
        kind IN ('wire copy', 'copy', 'update', 'lifted', 'rewrite', 'same source', 'credit')
    ),
    grounds TEXT NOT NULL,
    near INTEGER NOT NULL CHECK (near IN (0, 1)),
    circular INTEGER NOT NULL CHECK (circular IN (0, 1)),
    share REAL NOT NULL,
    of_source REAL NOT NULL,
    UNIQUE (document, source)
) STRICT;
CREATE INDEX copy_source ON copy (source);

CREATE TABLE passage (
    copy INTEGER NOT NULL REFERENCES copy,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    source_start INTEGER NOT NULL CHECK (source_start >= 0),
    source_stop INTEGER NOT NULL CHECK (source_stop > source_start),
    words INTEGER NOT NULL,
    own INTEGER NOT NULL,
    PRIMARY KEY (copy, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE roots (
    statement INTEGER PRIMARY KEY REFERENCES statement ON DELETE CASCADE,
    known INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    circular INTEGER NOT NULL
) STRICT;
CREATE INDEX roots_fewest ON roots (known, unknown, statement);

CREATE TRIGGER roots_gained AFTER INSERT ON appearance BEGIN
    DELETE FROM roots WHERE statement = new.statement;
END;
CREATE TRIGGER roots_lost AFTER DELETE ON appearance BEGIN
    DELETE FROM roots WHERE statement = old.statement;
END;
"""
