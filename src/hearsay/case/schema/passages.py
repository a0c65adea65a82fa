"""Attributions with several quotations, taken apart; all that was concluded from them is found anew."""

from __future__ import annotations

import hashlib
import json
import sqlite3

from hearsay.model import Attribution, Span


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the SQL functions `passages_read` (document, text, attributions) and `words_digest`.

    `attributions` is a JSON array of [key, id, kind, mode, parent's key, [[part, start, stop], ...]]; what
    comes back is one of [key, number of the passage, id, kind, words, content, parent's key, its passage].
    """
    connection.create_function("passages_read", 3, _read, deterministic=True)
    connection.create_function("words_digest", 1, _digest, deterministic=True)


def _digest(words: str) -> bytes:
    return hashlib.sha256(words.encode("utf-8")).digest()


def _read(document: str, text: str, rows: str) -> str:
    # Only a migration needs it.
    from hearsay.link.passages import passages

    keys: dict[str, int] = {}
    given = []
    stored = sorted(json.loads(rows))
    ids: dict[int | None, str] = {key: id_ for key, id_, *_ in stored}
    for key, id_, kind, mode, parent, found in stored:
        spans: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
        for part, start, stop in sorted(found):
            spans[part].append((start, stop))
        content, cue, source = (tuple(spans[part]) for part in ("content", "cue", "source"))
        keys[id_] = key
        above = ids.get(parent)
        given.append(Attribution(id_, document, kind, mode, content, cue, source, parent=above))
    places: dict[str, tuple[int, int]] = {}
    taken = passages(text, given)
    for one in taken:
        whole = one.whole or one.id
        places[one.id] = (keys[whole], sum(of == keys[whole] for of, _ in places.values()))
    return json.dumps(
        [
            (
                *places[one.id],
                one.id,
                one.kind,
                " … ".join(text[start:stop] for start, stop in one.content),
                one.content,
                *(places[one.parent] if one.parent else (None, None)),
            )
            for one in taken
        ]
    )


SQL = """
ALTER TABLE attribution ADD COLUMN whole TEXT;

DELETE FROM appearance;
DELETE FROM statement;
UPDATE attribution SET block = NULL;
DELETE FROM block;
DELETE FROM fingerprint;
UPDATE document SET linked = 0;
UPDATE name SET stale = 1;
DELETE FROM mention;
DELETE FROM gloss;
DELETE FROM named;

CREATE TEMP TABLE passage AS
SELECT
    json_extract(p.value, '$[0]') AS of, json_extract(p.value, '$[1]') AS number,
    json_extract(p.value, '$[2]') AS id, json_extract(p.value, '$[3]') AS kind,
    json_extract(p.value, '$[4]') AS words, json_extract(p.value, '$[5]') AS content,
    json_extract(p.value, '$[6]') AS above, json_extract(p.value, '$[7]') AS place,
    NULL AS key
FROM document d, json_each(passages_read(d.id, d.text, (
    SELECT json_group_array(json_array(a.key, a.id, a.kind, a.mode, a.parent, (
        SELECT json_group_array(json_array(s.part, s.start, s.stop)) FROM span s WHERE s.attribution = a.key
    ))) FROM attribution a WHERE a.document = d.key
))) p
WHERE d.key IN (
    SELECT a.document FROM attribution a JOIN span s ON s.attribution = a.key AND s.part = 'content'
    GROUP BY a.key HAVING count(*) > 1
);
UPDATE passage SET key = iif(number = 0, of, (SELECT max(key) FROM attribution) + rowid);
CREATE INDEX temp.passage_of ON passage (of, number);

INSERT INTO quotation (sha256, words)
SELECT DISTINCT words_digest(words), words FROM passage
WHERE words_digest(words) NOT IN (SELECT sha256 FROM quotation);

UPDATE attribution SET whole = id WHERE key IN (SELECT of FROM passage WHERE number > 0);
INSERT INTO attribution (key, id, document, kind, mode, quotation, speaker, role, act, negated, whole)
SELECT p.key, p.id, a.document, p.kind, a.mode, a.quotation, a.speaker, a.role, a.act, a.negated, a.whole
FROM passage p JOIN attribution a ON a.key = p.of WHERE p.number > 0;
UPDATE attribution SET id = p.id, kind = p.kind,
    quotation = (SELECT q.key FROM quotation q WHERE q.sha256 = words_digest(p.words)),
    parent = (SELECT o.key FROM passage o WHERE o.of = p.above AND o.number = p.place)
FROM passage p WHERE p.key = attribution.key;

INSERT INTO span (attribution, part, start, stop)
SELECT p.key, s.part, s.start, s.stop FROM passage p JOIN span s ON s.attribution = p.of
WHERE p.number > 0 AND s.part <> 'content';
UPDATE span SET attribution = p.key
FROM passage p, json_each(p.content) c
WHERE p.number > 0 AND span.attribution = p.of AND span.part = 'content'
    AND span.start = json_extract(c.value, '$[0]');

DELETE FROM quotation WHERE NOT EXISTS (SELECT 1 FROM attribution a WHERE a.quotation = quotation.key);
DROP TABLE passage;
"""
