"""Acts read off the attributions that a case holds already: what its migration calls from SQL."""

from __future__ import annotations

import json
import sqlite3

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
