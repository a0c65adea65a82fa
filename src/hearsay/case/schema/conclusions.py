"""Rulings on answers, copies and findings, and on the act and the setting of an attribution.

What the program found of the act stands in `overruled` with the rest, of the setting in a table of its own. A
setting that a person gave has an empty span where no words of the text tell it.
"""

from typing import get_args

from hearsay.model import Visibility

SQL = f"""
CREATE TABLE newer_anchor (
    ruling INTEGER NOT NULL REFERENCES ruling,
    position INTEGER NOT NULL,
    about TEXT NOT NULL CHECK (about IN
        ('attribution', 'statement', 'actor', 'document', 'outlet', 'answer', 'copy', 'finding')),
    sha256 TEXT NOT NULL,
    document TEXT NOT NULL,
    spans TEXT NOT NULL,
    words TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    part TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL DEFAULT '',
    found INTEGER,
    PRIMARY KEY (ruling, position)
) STRICT, WITHOUT ROWID;
INSERT INTO newer_anchor (ruling, position, about, sha256, document, spans, words, before, after, found)
    SELECT ruling, position, about, sha256, document, spans, words, before, after, found FROM anchor;
DROP TABLE anchor;
ALTER TABLE newer_anchor RENAME TO anchor;
CREATE INDEX anchor_found ON anchor (about, found) WHERE found IS NOT NULL;

CREATE TABLE newer_overruled (
    attribution INTEGER PRIMARY KEY REFERENCES attribution,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    speaker TEXT,
    content TEXT NOT NULL
) STRICT;
INSERT INTO newer_overruled SELECT o.attribution, o.id, o.kind, a.act, a.negated, o.speaker, o.content
    FROM overruled o JOIN attribution a ON a.key = o.attribution;
DROP TABLE overruled;
ALTER TABLE newer_overruled RENAME TO overruled;

CREATE TABLE newer_setting (
    attribution INTEGER PRIMARY KEY REFERENCES attribution,
    visibility TEXT NOT NULL CHECK (visibility IN {get_args(Visibility)!r}),
    what TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start <= stop),
    occasion INTEGER REFERENCES occasion
) STRICT;
INSERT INTO newer_setting SELECT attribution, visibility, what, start, stop, occasion FROM setting;
DROP TABLE setting;
ALTER TABLE newer_setting RENAME TO setting;
CREATE INDEX setting_visibility ON setting (visibility, what);
CREATE INDEX setting_occasion ON setting (occasion) WHERE occasion IS NOT NULL;

CREATE TABLE overruled_setting (
    attribution INTEGER PRIMARY KEY REFERENCES attribution,
    visibility TEXT CHECK (visibility IN {get_args(Visibility)!r}),
    what TEXT,
    start INTEGER,
    stop INTEGER,
    occasion INTEGER REFERENCES occasion
) STRICT;
"""
