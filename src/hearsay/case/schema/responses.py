"""Which words answer which. Found in the documents of older cases by the next `add`, from what they keep."""

from typing import get_args

from hearsay.model import Engagement, Stance

SQL = f"""
CREATE TABLE response (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    stance TEXT NOT NULL CHECK (stance IN {get_args(Stance)!r}),
    content TEXT NOT NULL,
    attribution INTEGER REFERENCES attribution,
    source TEXT NOT NULL,
    speaker INTEGER REFERENCES speaker,
    target INTEGER REFERENCES attribution,
    target_content TEXT NOT NULL,
    rule TEXT NOT NULL,
    evidence TEXT NOT NULL,
    likely INTEGER NOT NULL CHECK (likely IN (0, 1)),
    engages TEXT CHECK (engages IN {get_args(Engagement)!r}),
    gaps TEXT NOT NULL
) STRICT;
CREATE INDEX response_document ON response (document);
CREATE INDEX response_attribution ON response (attribution) WHERE attribution IS NOT NULL;
CREATE INDEX response_target ON response (target) WHERE target IS NOT NULL;

CREATE TABLE answered (document INTEGER PRIMARY KEY REFERENCES document) STRICT;
"""
