"""Is what attributions carry beside their words where it says it is?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from hearsay.case.damage import Damage
from hearsay.case.file import Case


def warrant_damage(case: Case) -> Iterator[Damage]:
    """Spans of hedges, links, settings, things and occasions that end after their text; gaps in chains."""
    for table in ("hedge", "link", "setting"):
        for (id_,) in case.rows(
            f"SELECT DISTINCT a.id FROM {table} w JOIN attribution a ON a.key = w.attribution "
            "JOIN document d ON d.key = a.document WHERE w.stop > length(d.text) ORDER BY a.id"
        ):
            yield Damage("span", id_, f"a {table} of it ends after the text")
    for table, of in (("judgement", "artefact"), ("loose_hedge", "document")):
        joined = "JOIN artefact f ON f.key = w.artefact " if of == "artefact" else ""
        key = "f.document" if of == "artefact" else "w.document"
        for (id_,) in case.rows(
            f"SELECT DISTINCT d.id FROM {table} w {joined}JOIN document d ON d.key = {key} "
            "WHERE w.stop > length(d.text) ORDER BY d.id"
        ):
            yield Damage("span", id_, f"a {table.replace('_', ' ')} of it ends after the text")
    for (id_,) in case.rows(
        "SELECT a.id FROM link w JOIN attribution a ON a.key = w.attribution "
        "GROUP BY a.key HAVING max(w.position) <> count(*) - 1 ORDER BY a.id"
    ):
        yield Damage("attribution", id_, "its chain has a gap")
    for table in ("artefact", "occasion"):
        for id_, mentions, length in case.rows(
            f"SELECT w.id, w.mentions, length(d.text) FROM {table} w JOIN document d ON d.key = w.document "
            "ORDER BY w.id"
        ):
            try:
                sound = all(0 <= start < stop <= length for start, stop in json.loads(mentions))
            except (TypeError, ValueError):
                sound = False
            if not sound:
                yield Damage(table, id_, "what names it is not in the text")
