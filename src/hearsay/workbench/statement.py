"""*Statement*: the wording with its variants, each place in its sentence, what was said around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from starlette.requests import Request

from hearsay.case import AppearanceRow, StatementView, statement
from hearsay.case.contexts import Context, contexts
from hearsay.case.filters import folded
from hearsay.case.index import Wanted
from hearsay.case.resolve import statement_key
from hearsay.case.times import said_times
from hearsay.export.acts import act_text
from hearsay.export.answers import answer_row
from hearsay.export.chains import chain_text, setting_text
from hearsay.export.counts import UNKNOWN_OUTLET, UNNAMED, date_text
from hearsay.export.excerpt import Piece, excerpt
from hearsay.export.times import said_at
from hearsay.export.visible import one_line
from hearsay.workbench.apparatus import readings
from hearsay.workbench.asked import page_number
from hearsay.workbench.decisions import at_attributions, at_statement, remarks
from hearsay.workbench.desk import Desk
from hearsay.workbench.findings import checked
from hearsay.workbench.origins import origins
from hearsay.workbench.paging import paging
from hearsay.workbench.places import told_as, wanted_places
from hearsay.workbench.recordings import on_tape
from hearsay.workbench.replies import answers_of, replies, targets
from hearsay.workbench.rows import Line, lines, small_multiples
from hearsay.workbench.sheet import Sheet
from hearsay.workbench.when_said import said_row, said_when

# Places on one page, variants set against the wording, and times at which it was said.
PLACES, VARIANTS, TIMES = 25, 30, 8
# What counts as "around" a statement, and how many of these are named.
AROUND_SECONDS, AROUND = 2 * 24 * 3600, 9
# Statements of the speaker that are compared for what may be the same, how many are offered, the share of the
# longer words that must be common, and from how many letters a word is one of these.
COMPARED, ALIKE, SHARED, LETTERS = 60, 3, 0.34, 3


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where the statement stands: the row, the text around it, what the document is called."""

    row: AppearanceRow
    pieces: tuple[Piece, ...]
    chain: tuple[str, ...]
    hedges: tuple[str, ...]
    setting: str
    when: str
    language: str | None
    title: str | None


def page(desk: Desk, request: Request) -> Sheet:
    """The statement whose id is in the address."""
    case = desk.case
    asked = request.path_params["id"]
    view = desk.remembered(f"statement {asked}", lambda case: statement(case, asked))
    row = view.row
    told = desk.remembered(f"told {asked}", lambda case: told_as(case, row.id))
    (line,) = lines(desk, [statement_key(case, row.id)])
    said = said_when(desk.remembered(f"said {row.id}", lambda case: said_times(case, line.head.key)))
    values, wanted = wanted_places(desk, row.appearances, view.variants, told, said, request.query_params)
    place = paging(len(wanted), page_number(request.query_params), PLACES)
    shown = wanted[place.first : place.last]
    found = contexts(case, [one.attribution for one in shown])
    first = found.get(row.first.attribution) or contexts(case, [row.first.attribution])[row.first.attribution]
    variants = desk.remembered(f"variants {asked}", lambda _: readings(row.wording, view.variants))
    around = _around(desk, line)
    came = origins(desk, row)
    now = checked(desk)
    concerned = now.concerned.get(row.id, [])
    countries = _countries(desk, line)
    return Sheet(
        "statement.html",
        one_line(f"{row.speaker or UNNAMED}: {row.wording}", 90),
        {
            "row": row,
            "head": line.head,
            "strip": line.strip,
            "variants": variants[:VARIANTS],
            "variant_total": len(variants),
            "outlets": _by_outlet(view),
            "place": place,
            "values": values,
            "appearances": [_appearance(one, found[one.attribution]) for one in shown],
            "around": around,
            "origins": came,
            "said": said[:TIMES],
            "said_total": len(said),
            "told": told,
            "countries": countries,
            "findings": concerned,
            "waits": now.waits,
            "replies": replies(one for one in answers_of(desk, row.id) if one.answer.statement != row.id),
            "answering": targets(one for one in answers_of(desk, row.id) if one.answer.statement == row.id),
            "alike": _alike(desk, line),
            "decided": at_statement(case, row.id),
            "decisions": at_attributions(case, [one.attribution for one in shown]),
            "marks": remarks(desk, "statement", row.id),
            "citation": _citation(view, first),
            "first_context": first,
            "on_tape": on_tape(desk, row.id),
        },
        _rows(shown),
        {
            "statement": row.id,
            "speaker": row.speaker,
            "actor": row.actor,
            "wording": row.wording,
            "outlets": row.outlets,
            "documents": row.documents,
            "roots": {"known": row.known_roots, "unknown": row.unknown_roots},
            "answers": [answer_row(one) for one in answers_of(desk, row.id)],
            "appearances": len(row.appearances),
            "said": [said_row(one) for one in said],
            "countries": {name: documents for name, documents, _ in countries},
            "findings": concerned,
            "variants": [
                {"words": one.words, "places": len(one.appearances)} for one in view.variants[:VARIANTS]
            ],
            "citation": _citation(view, first),
        },
    )


def _appearance(row: AppearanceRow, context: Context) -> Appearance:
    pieces = excerpt(context.text, context.attribution)
    text, one = context.text, context.attribution
    told = len(one.chain) > 1
    return Appearance(
        row,
        pieces,
        # Its hedges in brackets are listed by themselves.
        tuple(chain_text(text, one).partition(" [")[0].split(" < ")) if told else (),
        tuple(dict.fromkeys(text[hedge.span[0] : hedge.span[1]] for hedge in one.hedges)),
        setting_text(text, one),
        said_at(text, one.time).removeprefix(", "),
        context.language,
        context.title,
    )


def _countries(desk: Desk, line: Line) -> list[tuple[str, int, Markup]]:
    """The countries in which it was printed: the name, how many documents, a strip, all on one scale."""
    number = desk.index.number_of(line.head.key)
    return [] if number is None else small_multiples(desk, number)


def _by_outlet(view: StatementView) -> list[tuple[str, int]]:
    """The known outlets that carry it, those that had it first first, each with its places."""
    counts: dict[str, int] = {}
    for one in view.row.appearances:
        if one.outlet:
            counts[one.outlet] = counts.get(one.outlet, 0) + 1
    return list(counts.items())


def _alike(desk: Desk, line: Line) -> list[Line]:
    """What may be the same utterance and was left apart: of the same speaker, with most of the words."""
    words = {word for word in folded(line.head.wording).split() if len(word) > LETTERS}
    if line.head.actor is None or not words:
        return []
    others = lines(desk, desk.index.select(Wanted(actor=line.head.actor)).keys[:COMPARED], drawn=False)
    shared = [
        (len(words & set(folded(one.head.wording).split())) / len(words), -place, one)
        for place, one in enumerate(others)
        if one.head.id != line.head.id
    ]
    return [
        one
        for share, _, one in sorted(shared, key=lambda entry: entry[:2], reverse=True)[:ALIKE]
        if share >= SHARED
    ]


def _around(desk: Desk, line: Line) -> list[Line]:
    """What else was first seen within two days: the widest of it, in the order of time."""
    number = desk.index.number_of(line.head.key)
    if number is None:
        return []
    near = desk.index.near(number, AROUND_SECONDS)
    # Numbers count from the widest statement.
    kept = set(sorted(near)[:AROUND])
    return lines(desk, [int(desk.index.statement_keys[one]) for one in near if one in kept], drawn=False)


def _citation(view: StatementView, context: Context) -> str:
    """The words, who said them according to whom, when, where, and the hash of the kept document."""
    first = view.row.first
    outlet = one_line(first.outlet or UNKNOWN_OUTLET, 120)
    title = f", “{one_line(context.title, 200)}”" if context.title else ""
    return (
        f"{first.words} – {view.row.speaker or UNNAMED} ({act_text(first.act, first.negated)}), according to "
        f"{outlet}{title}, {date_text(first.seen)}, {first.url or first.name}, "
        f"characters {first.content[0][0]}–{first.content[-1][1]}. Kept original: SHA-256 {context.sha256}."
    )


def _rows(shown: tuple[AppearanceRow, ...]) -> list[dict[str, Any]]:
    return [
        {
            "attribution": one.attribution,
            "document": one.name,
            "document_id": one.document,
            "outlet": one.outlet,
            "url": one.url,
            "seen": None if one.seen is None else str(one.seen),
            "speaker": one.speaker,
            "did": act_text(one.act, one.negated),
            "kind": one.kind,
            "mode": one.mode,
            "words": one.words,
            "start": one.content[0][0],
            "end": one.content[-1][1],
        }
        for one in shown
    ]
