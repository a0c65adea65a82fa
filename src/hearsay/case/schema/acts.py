"""What kind of act each attribution is, read off the text that the case holds already."""

from __future__ import annotations

import json
import sqlite3
from typing import get_args

from hearsay.model import Act, Attribution, Mode, Span


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the SQL functions `act_read` and `negation_read` of (mode, text, spans).

    `spans` is a JSON array of [part, start, stop].
    """
    connection.create_function("act_read", 3, lambda *of: _read(*of)[0], deterministic=True)
    connection.create_function("negation_read", 3, lambda *of: int(_read(*of)[1]), deterministic=True)


def _read(mode: Mode, text: str, spans: str) -> tuple[Act, bool]:
    # Only a migration needs it.
    from hearsay.extract.act import act_of

    parts: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
    for part, start, stop in sorted(json.loads(spans)):
        parts[part].append((start, stop))
    content, cue, source = (tuple(parts[name]) for name in ("content", "cue", "source"))
    return act_of(text, Attribution("", "", "indirect", mode, content, cue, source))


_SPANS = (
    "(SELECT json_group_array(json_array(s.part, s.start, s.stop)) FROM span s "
    "WHERE s.attribution = attribution.key)"
)
SQL = f"""
ALTER TABLE attribution ADD COLUMN act TEXT NOT NULL DEFAULT 'say' CHECK (act IN {get_args(Act)!r});
ALTER TABLE attribution ADD COLUMN negated INTEGER NOT NULL DEFAULT 0 CHECK (negated IN (0, 1));
UPDATE attribution SET
    act = act_read(mode, (SELECT d.text FROM document d WHERE d.key = document), {_SPANS}),
    negated = negation_read(mode, (SELECT d.text FROM document d WHERE d.key = document), {_SPANS});
"""
