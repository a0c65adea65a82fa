"""Hedges, chains and settings, with their things and occasions, read off what the case holds already."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any, get_args

from hearsay.model import (
    ArtefactKind,
    Attribution,
    Document,
    HedgeKind,
    Holder,
    How,
    LinkKind,
    Scope,
    Span,
    Standing,
    Visibility,
)


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the SQL function `warrant_read` of (document's id, text, outlet, attributions).

    `attributions` is a JSON array of [key, whole, mode, speaker, parent's key, act, spans], the spans as
    [part, start, stop]; what comes back is a JSON object with an array of rows for each table below.
    """
    connection.create_function("warrant_read", 4, _read, deterministic=True)


def _read(id_: str, text: str, outlet: str | None, stored: str) -> str:
    # Only a migration needs them.
    from hearsay.case.warrant import rows_of
    from hearsay.extract.tokens import tokenize
    from hearsay.extract.warrant import with_warrant
    from hearsay.link.passages import hedges_in

    passages = [_passage(id_, *row) for row in sorted(json.loads(stored))]
    wholes = _wholes(passages)
    document = Document(id_, "", "", text, outlet=outlet)
    found = with_warrant(document, tokenize(text), tuple(wholes.values()))
    carried = {each.id: each for each in found.attributions}
    told = []
    for each in passages:
        whole = carried[each.whole or each.id]
        hedges = hedges_in(whole, each.content)
        told.append(replace(each, hedges=hedges, chain=whole.chain, setting=whole.setting))
    return json.dumps(
        rows_of(replace(found, attributions=tuple(told)), {each.id: int(each.id) for each in told})
    )


def _passage(
    document: str, key: int, whole: str | None, mode: Any, speaker: Any, parent: Any, act: Any, spans: Any
) -> Attribution:
    """A stored attribution under its key; `whole` is what the passages of one attribution have in common."""
    parts: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
    for part, start, stop in sorted(spans):
        parts[part].append((start, stop))
    content, cue, source = (tuple(parts[name]) for name in ("content", "cue", "source"))
    above = None if parent is None else str(parent)
    return Attribution(
        str(key), document, "indirect", mode, content, cue, source, speaker, None, above, act, whole=whole
    )


def _wholes(passages: list[Attribution]) -> dict[str, Attribution]:
    """What extraction gave: the passages of one attribution put together, in the order of the text."""
    wholes: dict[str, Attribution] = {}
    whole_of = {each.id: each.whole or each.id for each in passages}
    for each in passages:
        id_ = whole_of[each.id]
        before = wholes.get(id_)
        content = each.content if before is None else tuple(sorted((*before.content, *each.content)))
        parent = None if each.parent is None else whole_of.get(each.parent)
        wholes[id_] = replace(each, id=id_, whole=None, content=content, parent=parent)
    ordered = sorted(wholes.values(), key=lambda each: (each.content[0][0], -each.content[0][1]))
    return {each.id: each for each in ordered}


def values(count: int) -> str:
    """The first columns of a row of JSON."""
    return ", ".join(f"value ->> {n}" for n in range(count))


LINK = f"""
CREATE TABLE link (
    attribution INTEGER NOT NULL REFERENCES attribution,
    position INTEGER NOT NULL,
    by TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start < stop),
    how TEXT NOT NULL CHECK (how IN {get_args(How)!r}),
    kind TEXT NOT NULL CHECK (kind IN {get_args(LinkKind)!r}),
    hedged INTEGER NOT NULL CHECK (hedged IN (0, 1)),
    artefact INTEGER REFERENCES artefact,
    PRIMARY KEY (attribution, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_artefact ON link (artefact, attribution) WHERE artefact IS NOT NULL;
"""

# Reads all texts into the temporary table `warrant`, and fills the tables with what is in them.
FILL = f"""
CREATE TEMP TABLE warrant AS
    SELECT d.key AS document, warrant_read(
        d.id,
        d.text,
        (SELECT t.name FROM outlet t WHERE t.key = d.outlet),
        (SELECT json_group_array(json_array(
            a.key, a.whole, a.mode, (SELECT s.name FROM speaker s WHERE s.key = a.speaker), a.parent, a.act,
            (SELECT json_group_array(json_array(s.part, s.start, s.stop)) FROM span s
             WHERE s.attribution = a.key)
        )) FROM attribution a WHERE a.document = d.key)
    ) AS found FROM document d ORDER BY d.key;
INSERT INTO artefact (document, id, kind, name, owner, mentions, hands, date_start, date_stop, standing,
    judge, judged_start, judged_stop)
    SELECT w.document, {values(12)} FROM warrant w, json_each(w.found, '$.artefact');
INSERT INTO occasion (document, id, what, visibility, mentions, place, audience, date_start, date_stop)
    SELECT w.document, {values(8)} FROM warrant w, json_each(w.found, '$.occasion');
INSERT INTO hedge SELECT {values(6)} FROM warrant w, json_each(w.found, '$.hedge');
INSERT INTO link SELECT {values(8)}, (SELECT f.key FROM artefact f WHERE f.id = value ->> 8)
    FROM warrant w, json_each(w.found, '$.link');
INSERT INTO setting SELECT {values(5)}, (SELECT o.key FROM occasion o WHERE o.id = value ->> 5)
    FROM warrant w, json_each(w.found, '$.setting');
"""

SQL = f"""
CREATE TABLE hedge (
    attribution INTEGER NOT NULL REFERENCES attribution,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start < stop),
    kind TEXT NOT NULL CHECK (kind IN {get_args(HedgeKind)!r}),
    holder TEXT NOT NULL CHECK (holder IN {get_args(Holder)!r}),
    scope TEXT NOT NULL CHECK (scope IN {get_args(Scope)!r}),
    PRIMARY KEY (attribution, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE artefact (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    kind TEXT NOT NULL CHECK (kind IN {get_args(ArtefactKind)!r}),
    name TEXT,
    owner TEXT,
    mentions TEXT NOT NULL,
    hands TEXT NOT NULL,
    date_start INTEGER,
    date_stop INTEGER,
    standing TEXT NOT NULL CHECK (standing IN {get_args(Standing)!r}),
    judge TEXT,
    judged_start INTEGER,
    judged_stop INTEGER
) STRICT;
CREATE INDEX artefact_document ON artefact (document);

CREATE TABLE occasion (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    what TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN {get_args(Visibility)!r}),
    mentions TEXT NOT NULL,
    place TEXT,
    audience TEXT,
    date_start INTEGER,
    date_stop INTEGER
) STRICT;
CREATE INDEX occasion_document ON occasion (document);

{LINK}
CREATE TABLE setting (
    attribution INTEGER PRIMARY KEY REFERENCES attribution,
    visibility TEXT NOT NULL CHECK (visibility IN {get_args(Visibility)!r}),
    what TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL CHECK (start < stop),
    occasion INTEGER REFERENCES occasion
) STRICT;
CREATE INDEX setting_visibility ON setting (visibility, what);
CREATE INDEX setting_occasion ON setting (occasion) WHERE occasion IS NOT NULL;

{FILL}DROP TABLE warrant;
"""
