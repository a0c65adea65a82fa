"""Version 1: documents and where they were seen, attributions, statements, the indexes of their words."""

from __future__ import annotations

# Words are what Unicode calls letters and digits, without case and accents.
TOKENIZER = "unicode61 remove_diacritics 2"

SQL = f"""
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
