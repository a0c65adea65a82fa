"""The copies that the program found, as they are stored."""

from __future__ import annotations

import json
from collections import defaultdict

from hearsay.case.file import Case
from hearsay.model import Copy, Passage


def stored_copies(case: Case, document: str | None = None) -> list[Copy]:
    """Every stored copy with its passages and without its credits, by the ids of document and source.

    `document` (an id) takes only those of one document, both ways.
    """
    condition, given = (
        ("", ())
        if document is None
        else (
            "WHERE c.document = (SELECT key FROM document WHERE id = ?1) "
            "OR c.source = (SELECT key FROM document WHERE id = ?1)",
            (document,),
        )
    )
    passages: dict[int, list[Passage]] = defaultdict(list)
    for copy, start, stop, source_start, source_stop, words, own in case.rows(
        "SELECT p.copy, p.start, p.stop, p.source_start, p.source_stop, p.words, p.own FROM passage p "
        f"JOIN copy c ON c.key = p.copy {condition} ORDER BY p.copy, p.position",
        given,
    ):
        passages[copy].append(Passage((start, stop), (source_start, source_stop), words, own))
    return [
        Copy(
            document,
            source,
            kind,
            tuple(json.loads(grounds)),
            bool(near),
            share,
            of_source,
            tuple(passages.get(key, ())),
            (),
            bool(circular),
        )
        for key, document, source, kind, grounds, near, share, of_source, circular in case.rows(
            "SELECT c.key, d.id, s.id, c.kind, c.grounds, c.near, c.share, c.of_source, c.circular "
            "FROM copy c JOIN document d ON d.key = c.document JOIN document s ON s.key = c.source "
            f"{condition} ORDER BY d.id, s.id",
            given,
        )
    ]
