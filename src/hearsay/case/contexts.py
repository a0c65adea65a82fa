"""Attributions where they stand: the text of the document with the spans of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.times import said_at
from hearsay.case.warrant import warrant_of
from hearsay.model import Attribution, Span


@dataclass(frozen=True, slots=True)
class Context:
    """An attribution, the text that it stands in, the document's language and the hash of its original."""

    attribution: Attribution
    text: str
    language: str | None
    title: str | None
    sha256: str


def contexts(case: Case, ids: Sequence[str]) -> dict[str, Context]:
    """The attributions with these ids in their documents, by id."""
    marks = ",".join("?" * len(ids))
    spans: defaultdict[str, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for id_, part, start, stop in case.rows(
        "SELECT a.id, s.part, s.start, s.stop FROM attribution a JOIN span s ON s.attribution = a.key "
        f"WHERE a.id IN ({marks}) ORDER BY a.id, s.part, s.start",
        ids,
    ):
        spans[id_][part].append((start, stop))
    documents = list(
        case.rows(
            "SELECT DISTINCT d.key, d.id FROM attribution a JOIN document d ON d.key = a.document "
            f"WHERE a.id IN ({marks})",
            ids,
        )
    )
    warrants = {key: warrant_of(case, key, id_) for key, id_ in documents}
    times = said_at(case, ids)
    return {
        row[0]: Context(
            Attribution(
                id=row[0],
                document=row[1],
                kind=row[2],
                mode=row[3],
                content=tuple(spans[row[0]]["content"]),
                cue=tuple(spans[row[0]]["cue"]),
                source=tuple(spans[row[0]]["source"]),
                speaker=row[4],
                role=row[5],
                parent=row[6],
                act=row[7],
                negated=bool(row[8]),
                hedges=warrants[row[9]].hedges.get(row[10], ()),
                chain=warrants[row[9]].chains.get(row[10], ()),
                setting=warrants[row[9]].settings.get(row[10]),
                time=times.get(row[10]),
            ),
            *row[11:],
        )
        for row in case.rows(
            "SELECT a.id, d.id, a.kind, a.mode, s.name, a.role, p.id, a.act, a.negated, d.key, a.key, "
            "d.text, d.language, "
            "d.title, o.sha256 "
            "FROM attribution a JOIN document d ON d.key = a.document JOIN original o ON o.key = d.original "
            "LEFT JOIN speaker s ON s.key = a.speaker LEFT JOIN attribution p ON p.key = a.parent "
            f"WHERE a.id IN ({marks})",
            ids,
        )
    }
