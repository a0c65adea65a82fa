"""From stored attributions to responses, document by document."""

from __future__ import annotations

import json
from dataclasses import replace

from hearsay.case.file import Case
from hearsay.case.read import spans_of
from hearsay.case.warrant import Warrant, warrant_of
from hearsay.extract.bare_answers import bare_answers
from hearsay.link.responses import responses
from hearsay.model import Attribution, Response, Span

# Documents whose responses are not stored yet: new ones, and all of a case that an older Hearsay wrote.
UNANSWERED = "SELECT key FROM document EXCEPT SELECT document FROM answered ORDER BY 1"


class Answerer:
    """Finds and stores the responses of documents, one document at a time, in the caller's transaction."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def answer(self, document: int) -> int:
        """Store who answers whom in the document with this key; how many responses it has."""
        row = self._case.row("SELECT id, text FROM document WHERE key = ?", (document,))
        if row is None:
            return 0
        id_, text = row
        warrant = warrant_of(self._case, document, id_)
        attributions, keys = stored(self._case, id_, document, warrant)
        bare = bare_answers(id_, text, attributions)
        found = responses(id_, text, attributions, bare, warrant.artefacts)
        for response in found:
            self._store(document, response, keys)
        self._case.write("INSERT OR IGNORE INTO answered (document) VALUES (?)", (document,))
        return len(found)

    def _store(self, document: int, response: Response, keys: dict[str, int]) -> None:
        self._case.write(
            "INSERT OR IGNORE INTO response (id, document, stance, content, attribution, source, speaker, "
            "target, target_content, rule, evidence, likely, engages, gaps) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                response.id,
                document,
                response.stance,
                _json(response.content),
                None if response.attribution is None else keys[response.attribution],
                _json(response.source),
                self._speaker(response.speaker),
                None if response.target is None else keys[response.target],
                _json(response.target_content),
                response.rule,
                _json(response.evidence),
                response.likely,
                response.engages,
                json.dumps([[gap.by, *gap.span, gap.leaves] for gap in response.gaps]),
            ),
        )

    def _speaker(self, name: str | None) -> int | None:
        if name is None:
            return None
        self._case.write("INSERT OR IGNORE INTO speaker (name) VALUES (?)", (name,))
        row = self._case.row("SELECT key FROM speaker WHERE name = ?", (name,))
        return None if row is None else int(row[0])


def forget_responses(case: Case, document: int) -> None:
    """Remove the responses of the document with this key; they are found anew with its attributions.

    Those of other documents that a person ruled to answer something in it go with them.
    """
    others = case.rows(
        "SELECT DISTINCT r.document FROM attribution t JOIN response r ON r.target = t.key "
        "WHERE t.document = ?1 AND r.document <> ?1 ORDER BY 1",
        (document,),
    )
    for (one,) in [(document,), *others]:
        case.write(
            "UPDATE anchor SET found = NULL WHERE about = 'answer' AND found IN "
            "(SELECT key FROM response WHERE document = ?)",
            (one,),
        )
        case.write("DELETE FROM response WHERE document = ?", (one,))
        case.write("DELETE FROM answered WHERE document = ?", (one,))


def stored(
    case: Case, id_: str, document: int, warrant: Warrant
) -> tuple[tuple[Attribution, ...], dict[str, int]]:
    """The attributions of a document, in the order of the text, passages of one whole put together again.

    A whole goes by the id of its first passage; the keys are by id.
    """
    spans = spans_of(case, document)
    keys: dict[str, int] = {}
    whole: dict[str, Attribution] = {}
    first: dict[str, str] = {}
    for key, attribution, kind, mode, speaker, role, parent, act, negated, of in case.rows(
        "SELECT a.key, a.id, a.kind, a.mode, s.name, a.role, p.id, a.act, a.negated, a.whole "
        "FROM attribution a LEFT JOIN speaker s ON s.key = a.speaker "
        "LEFT JOIN attribution p ON p.key = a.parent AND p.rejected = 0 "
        "WHERE a.document = ? AND a.rejected = 0 "
        "ORDER BY (SELECT min(c.start) FROM span c WHERE c.attribution = a.key AND c.part = 'content'), a.id",
        (document,),
    ):
        keys[attribution] = key
        parts = spans.get(key, {})
        content, cue, source = (parts.get(name, ()) for name in ("content", "cue", "source"))
        together: str = of or attribution
        known = whole.get(together)
        first[attribution] = attribution if known is None else known.id
        if known is not None:
            whole[together] = replace(known, content=_sorted((*known.content, *content)))
            continue
        whole[together] = Attribution(
            attribution,
            id_,
            kind,
            mode,
            content,
            cue,
            source,
            speaker,
            role,
            parent,
            act,
            bool(negated),
            chain=warrant.chains.get(key, ()),
        )
    made = tuple(
        one if one.parent is None else replace(one, parent=first.get(one.parent, one.parent))
        for one in whole.values()
    )
    return made, keys


def _sorted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))


def _json(spans: tuple[Span, ...]) -> str:
    return json.dumps(spans)
