"""The tables of a case file, and how an older file becomes a newer one.

docs/data-model.md says what each table and column means; a test keeps the two in step. A `key` is this
file's own numbering and says nothing outside it; an `id` is the ledger's, a content hash.
"""

from __future__ import annotations

import sqlite3
from typing import get_args

from hearsay.case import acts
from hearsay.errors import CaseError
from hearsay.model import Act

# "Hsay" in ASCII, in the header field that SQLite keeps for the program a file belongs to.
APPLICATION_ID = 0x48736179

# Words are what Unicode calls letters and digits, without case and accents.
TOKENIZER = "unicode61 remove_diacritics 2"

_VERSION_1 = f"""
CREATE TABLE original (
    key INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    packing TEXT NOT NULL CHECK (packing IN ('zlib', 'none')),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE outlet (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE page (key INTEGER PRIMARY KEY) STRICT;

CREATE TABLE document (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    page INTEGER NOT NULL REFERENCES page,
    original INTEGER NOT NULL REFERENCES original,
    name TEXT NOT NULL,
    part TEXT,
    url TEXT,
    title TEXT,
    outlet INTEGER REFERENCES outlet,
    authors TEXT NOT NULL,
    language TEXT,
    published TEXT,
    published_precision TEXT,
    published_zone TEXT,
    published_origin TEXT,
    published_from TEXT,
    published_until TEXT,
    modified TEXT,
    modified_precision TEXT,
    modified_zone TEXT,
    modified_origin TEXT,
    text TEXT NOT NULL,
    reading TEXT NOT NULL,
    later INTEGER NOT NULL DEFAULT 0 CHECK (later IN (0, 1)),
    linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1))
) STRICT;
CREATE INDEX document_name ON document (name);
CREATE INDEX document_page ON document (page);
CREATE INDEX document_original ON document (original);
CREATE INDEX document_url ON document (url, page) WHERE url IS NOT NULL;
CREATE INDEX document_outlet ON document (outlet, published_from, published_until, page);
CREATE INDEX document_published ON document (published_from, published_until) WHERE published IS NOT NULL;
CREATE INDEX document_unlinked ON document (key) WHERE linked = 0;

CREATE TABLE sighting (
    key INTEGER PRIMARY KEY,
    location TEXT NOT NULL,
    original INTEGER NOT NULL REFERENCES original,
    retrieved TEXT,
    first_seen TEXT NOT NULL,
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    UNIQUE (location, original)
) STRICT;
CREATE INDEX sighting_original ON sighting (original);

CREATE TABLE sighted (
    sighting INTEGER NOT NULL REFERENCES sighting,
    document INTEGER NOT NULL REFERENCES document,
    name TEXT NOT NULL,
    place TEXT,
    PRIMARY KEY (sighting, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighted_document ON sighted (document);
CREATE INDEX sighted_name ON sighted (name, document);
CREATE INDEX sighted_place ON sighted (place, document) WHERE place IS NOT NULL;

CREATE TABLE refusal (
    key INTEGER PRIMARY KEY,
    location TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
    UNIQUE (location, sha256)
) STRICT;

CREATE TABLE speaker (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE block (
    key INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    stale INTEGER NOT NULL CHECK (stale IN (0, 1))
) STRICT;
CREATE INDEX block_stale ON block (key) WHERE stale = 1;

CREATE TABLE quotation (
    key INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    words TEXT NOT NULL
) STRICT;

CREATE TABLE fingerprint (
    value INTEGER NOT NULL,
    quotation INTEGER NOT NULL,
    PRIMARY KEY (value, quotation)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
    mode TEXT NOT NULL CHECK (mode IN ('speech', 'thought')),
    quotation INTEGER NOT NULL REFERENCES quotation,
    speaker INTEGER REFERENCES speaker,
    role TEXT,
    parent INTEGER REFERENCES attribution DEFERRABLE INITIALLY DEFERRED,
    block INTEGER REFERENCES block
) STRICT;
CREATE INDEX attribution_document ON attribution (document);
CREATE INDEX attribution_quotation ON attribution (quotation, block, speaker, kind, document);
CREATE INDEX attribution_block ON attribution (block);
CREATE INDEX attribution_speaker ON attribution (speaker, document) WHERE speaker IS NOT NULL;
CREATE INDEX attribution_parent ON attribution (parent) WHERE parent IS NOT NULL;
CREATE INDEX attribution_kind ON attribution (kind);

CREATE TABLE span (
    attribution INTEGER NOT NULL REFERENCES attribution,
    part TEXT NOT NULL CHECK (part IN ('content', 'cue', 'source')),
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    PRIMARY KEY (attribution, part, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    block INTEGER NOT NULL REFERENCES block,
    speaker INTEGER REFERENCES speaker,
    wording INTEGER NOT NULL REFERENCES quotation,
    first INTEGER NOT NULL REFERENCES attribution,
    outlets INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    appearances INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_block ON statement (block);
CREATE INDEX statement_width ON statement (outlets DESC, pages DESC, appearances DESC, id);
CREATE INDEX statement_speaker ON statement (speaker, outlets DESC, pages DESC, appearances DESC, id);
CREATE INDEX statement_wording ON statement (wording);
CREATE INDEX statement_first ON statement (first);

CREATE TABLE appearance (
    attribution INTEGER PRIMARY KEY REFERENCES attribution,
    statement INTEGER NOT NULL REFERENCES statement,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX appearance_statement ON appearance (statement, position, attribution);

CREATE VIRTUAL TABLE quotation_words USING fts5 (
    words, content = 'quotation', content_rowid = 'key', tokenize = '{TOKENIZER}'
);
CREATE VIRTUAL TABLE quotation_terms USING fts5vocab (quotation_words, col);
CREATE TRIGGER quotation_added AFTER INSERT ON quotation BEGIN
    INSERT INTO quotation_words (rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER quotation_removed AFTER DELETE ON quotation BEGIN
    INSERT INTO quotation_words (quotation_words, rowid, words) VALUES ('delete', old.key, old.words);
END;

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'document', content_rowid = 'key', tokenize = '{TOKENIZER}'
);
CREATE VIRTUAL TABLE document_terms USING fts5vocab (document_words, col);
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
    INSERT INTO document_words (document_words, rowid, title, text)
    VALUES ('delete', old.key, old.title, old.text);
END;
CREATE TRIGGER document_changed AFTER UPDATE OF title, text ON document BEGIN
    INSERT INTO document_words (document_words, rowid, title, text)
    VALUES ('delete', old.key, old.title, old.text);
    INSERT INTO document_words (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
"""

# What a page's markup sets apart as quoted. Documents taken in before have none: their pages were not asked.
_BLOCKS = "ALTER TABLE document ADD COLUMN blocks TEXT NOT NULL DEFAULT '[]';"

# What kind of act each attribution is, read off the text that the case holds (`acts.register`).
_SPANS = (
    "(SELECT json_group_array(json_array(s.part, s.start, s.stop)) FROM span s "
    "WHERE s.attribution = attribution.key)"
)
_ACTS = f"""
ALTER TABLE attribution ADD COLUMN act TEXT NOT NULL DEFAULT 'say' CHECK (act IN {get_args(Act)!r});
ALTER TABLE attribution ADD COLUMN negated INTEGER NOT NULL DEFAULT 0 CHECK (negated IN (0, 1));
UPDATE attribution SET
    act = act_read(mode, (SELECT d.text FROM document d WHERE d.key = document), {_SPANS}),
    negated = negation_read(mode, (SELECT d.text FROM document d WHERE d.key = document), {_SPANS});
"""

# The tagger that reads this case: no row before the first `add`, then one.
_TAGGER = "CREATE TABLE tagger (name TEXT NOT NULL) STRICT;"

# Actors: which names, in which documents, are one person's or one body's.
_ACTORS = """
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

# MIGRATIONS[n] turns a file of version n into one of version n + 1. A released entry is never edited:
# files made by it are on people's disks.
MIGRATIONS: tuple[str, ...] = (_VERSION_1, _BLOCKS, _ACTS, _TAGGER, _ACTORS)


def newest() -> int:
    """The version of the files that this program makes, and the newest that it can read."""
    return len(MIGRATIONS)


def state(connection: sqlite3.Connection) -> int | None:
    """The schema version of a case, 0 of an empty database, `None` of a database that is no case."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == APPLICATION_ID:
        return int(version)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return 0 if tables == 0 and application == 0 and version == 0 else None


def check(version: int | None, where: str) -> int:
    """Return `version` if this program can read it; raises `CaseError` if it is no case or a newer one."""
    if version is None:
        raise CaseError(
            "this is an SQLite database, but not a Hearsay case",
            where=where,
            remedy="Name a case file, or a path where there is no file yet to start a new case.",
        )
    if version > newest():
        raise CaseError(
            f"the case was written by a newer Hearsay (its format is {version}, this program's is "
            f"{newest()})",
            where=where,
            remedy="Install the newer version: pip install --upgrade hearsay.",
        )
    return version


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a database from `version` (0: empty) to the newest; each step is one transaction.

    A program that is killed in between leaves the file at the last whole step.
    """
    if version < newest():
        acts.register(connection)
    for step in range(version, newest()):
        # executescript() runs what it is given as it is, so that the transaction can hold all of it.
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{MIGRATIONS[step]}\n"
            f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {step + 1};\nCOMMIT;"
        )
