"""Rulings on recordings: what can be said of a recording is that it is pinned, a tag, or a note."""

SQL = """
CREATE TABLE newer_anchor (
    ruling INTEGER NOT NULL REFERENCES ruling,
    position INTEGER NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('attribution', 'statement', 'actor', 'document', 'outlet', 'answer',
        'copy', 'finding', 'recording')),
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
INSERT INTO newer_anchor SELECT ruling, position, about, sha256, document, spans, words, before, after, part,
    what, found FROM anchor;
DROP TABLE anchor;
ALTER TABLE newer_anchor RENAME TO anchor;
CREATE INDEX anchor_found ON anchor (about, found) WHERE found IS NOT NULL;
"""
