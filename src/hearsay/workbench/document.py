"""*Document*: the text as published with its attributions marked, its versions, its kept original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hearsay.case import DocumentView, document, original
from hearsay.case.quotations import words_of
from hearsay.export.acts import act_text
from hearsay.export.chains import chain_text, setting_text
from hearsay.export.jsonl import document_row
from hearsay.export.visible import one_line
from hearsay.model import Attribution, Span
from hearsay.workbench.altered import Altered, altered
from hearsay.workbench.decisions import at_attributions, remarks
from hearsay.workbench.desk import Desk
from hearsay.workbench.marks import paragraphs, parts
from hearsay.workbench.shared import marked, sharing_row, sharings
from hearsay.workbench.sheet import Sheet

# Bytes of text on one page, and for what an attribution counts beside its words: so much its marks and its
# note take, and a page must not load more than 300 kB, 120 of which are the frame and its letters.
LONGEST, MARKED = 140_000, 800


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside one attribution; `reach` is how many outlets carry its statement."""

    number: int
    attribution: Attribution
    statement: str | None
    words: str
    outlets: int
    within: int | None
    chain: str
    hedges: tuple[str, ...]
    setting: str


def page(desk: Desk, request: Request) -> Sheet:
    """The document that the address names by id or name."""
    view = document(desk.case, request.path_params["id"])
    text = view.document.text
    cut = parts(text, view.attributions, LONGEST, MARKED)
    part = _part(request, cut)
    shared = sharings(desk, view.document.id)
    copied = marked(shared, request.query_params.get("with"))
    passages = copied.passages if copied else ()
    shown = paragraphs(text, view.attributions, passages, part)
    notes = _notes(desk, view, [number for one in shown for number in one.notes])
    return Sheet(
        "document.html",
        one_line(view.document.title or view.document.name, 120),
        {
            "view": view,
            "document": view.document,
            "paragraphs": shown,
            "notes": {note.number: note for note in notes},
            "shared": shared,
            "copied": copied,
            "compared": _compared(desk, view, request),
            "against": request.query_params.get("against", ""),
            "parts": cut,
            "part": part[0],
            "decisions": at_attributions(desk.case, [note.attribution.id for note in notes]),
            "rejected": [number for number, id_ in enumerate(view.statements, 1) if id_ is None],
            "marks": remarks(desk, "document", view.document.id),
            "thoughts": sum(one.mode == "thought" for one in view.attributions),
        },
        [_row(note, view) for note in notes],
        {
            "document": document_row(view.document),
            "text": text[part[0] : part[1]],
            "text_from": part[0],
            "versions": [
                {"document": one.id, "modified": None if one.modified is None else str(one.modified)}
                for one in view.versions
            ],
            "shared": [sharing_row(one) for one in shared],
            "seen_at": [
                {"location": one.location, "retrieved": one.retrieved, "first_seen": one.first_seen}
                for one in view.sightings
            ],
        },
    )


def original_file(desk: Desk, request: Request) -> Response:
    """The kept bytes, to be saved and never shown: a browser must not run what a page brought along."""
    view = document(desk.case, request.path_params["id"])
    return Response(
        original(desk.case, view.document.sha256),
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{view.document.sha256[:16]}.original"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def _notes(desk: Desk, view: DocumentView, listed: Sequence[int]) -> list[Note]:
    numbers = {one.id: number for number, one in enumerate(view.attributions, 1)}
    outlets: dict[str, int] = {}
    wanted = sorted({id_ for number in listed if (id_ := view.statements[number - 1]) is not None})
    for start in range(0, len(wanted), 500):
        batch = wanted[start : start + 500]
        outlets.update(
            desk.case.rows(
                f"SELECT id, outlets FROM statement WHERE id IN ({','.join('?' * len(batch))})", batch
            )
        )
    return [
        Note(
            number,
            one,
            statement,
            words_of(view.document.text, one.content),
            outlets.get(statement or "", 0),
            numbers.get(one.parent or ""),
            *_warrant(view.document.text, one),
        )
        for number in listed
        for one, statement in ((view.attributions[number - 1], view.statements[number - 1]),)
    ]


def _warrant(text: str, one: Attribution) -> tuple[str, tuple[str, ...], str]:
    """Through whose hands it came, what withholds a warrant, the setting; empty where not told."""
    hands = chain_text(text, one).partition(" [")[0].split(" < ")[1:] if len(one.chain) > 1 else []
    hedges = tuple(dict.fromkeys(text[hedge.span[0] : hedge.span[1]] for hedge in one.hedges))
    # In the margin there is room for what a reader acts on: whether it was private.
    known = one.setting is not None and one.setting.visibility != "unknown"
    return " → ".join(hands), hedges, setting_text(text, one) if known else ""


def _part(request: Request, cut: Sequence[Span]) -> Span:
    """The part of the text that holds the character which the address names."""
    asked = request.query_params.get("from", "0")
    place = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 10 else 0
    return next((part for part in cut if part[0] <= place < part[1]), cut[0])


def _compared(desk: Desk, view: DocumentView, request: Request) -> list[Altered] | None:
    """What changed since the version that the address names, `None` where it names none of this page."""
    other = request.query_params.get("against")
    if other is None or other not in {version.id for version in view.versions}:
        return None
    return altered(document(desk.case, other).document.text, view.document.text)


def _row(note: Note, view: DocumentView) -> dict[str, Any]:
    one = note.attribution
    return {
        "number": note.number,
        "attribution": one.id,
        "statement": note.statement,
        "speaker": one.speaker,
        "source": words_of(view.document.text, one.source) if one.source else None,
        "did": act_text(one.act, one.negated),
        "cue": words_of(view.document.text, one.cue) if one.cue else None,
        "kind": one.kind,
        "mode": one.mode,
        "words": note.words,
        "start": one.content[0][0],
        "end": one.content[-1][1],
        "within": note.within,
        "chain": note.chain,
        "hedges": note.hedges,
        "setting": note.setting,
        "outlets": note.outlets,
    }
