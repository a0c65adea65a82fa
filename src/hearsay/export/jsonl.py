"""The rows that outside programs read: one JSON object a line, as docs/data-model.md describes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from hearsay.model import (
    Artefact,
    Attribution,
    ChainLink,
    Document,
    Extraction,
    Hedge,
    Moment,
    Occasion,
    Setting,
    TimeExpression,
)

if TYPE_CHECKING:
    from hearsay.case import ActorRow, ActorView, Hit, Overview, StatementRow
    from hearsay.link.artefacts import Joined

Row: TypeAlias = dict[str, Any]

_encoder = msgspec.json.Encoder()


def line(row: Mapping[str, Any]) -> bytes:
    """`row` as one line of JSON in UTF-8, with its newline.

    A lone surrogate, which UTF-8 cannot carry, is written as the escape that JSON has for it.
    """
    try:
        return _encoder.encode(row) + b"\n"
    except UnicodeEncodeError:
        import json

        return json.dumps(row, ensure_ascii=True).encode("ascii") + b"\n"


def moment(value: Moment | None) -> str | None:
    """A moment as ISO 8601 text, cut to its precision, with its zone where one is stated."""
    return None if value is None else str(value)


def document_row(document: Document) -> Row:
    """The `document` object: its name, what its bytes hash to, and what is known of it."""
    return {
        "name": document.name,
        "id": document.id,
        "sha256": document.sha256,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "authors": list(document.authors),
        "published": moment(document.published),
        "modified": moment(document.modified),
        "language": document.language,
        "blocks": document.blocks,
    }


def attribution_row(attribution: Attribution) -> Row:
    """One attribution.  The addressee is not read yet: null."""
    return {
        "id": attribution.id,
        "kind": attribution.kind,
        "mode": attribution.mode,
        "content": attribution.content,
        "cue": attribution.cue,
        "source": attribution.source,
        "speaker": attribution.speaker,
        "role": attribution.role,
        "addressee": None,
        "parent": attribution.parent,
        "act": attribution.act,
        "negated": attribution.negated,
        "hedges": [_hedge_row(hedge) for hedge in attribution.hedges],
        "chain": [_link_row(link) for link in attribution.chain],
        "setting": _setting_row(attribution.setting),
        "time": None if attribution.time is None else time_row(attribution.time),
    }


def time_row(time: TimeExpression) -> Row:
    """One time expression; `readings` are there where it can be read in several ways."""
    row: Row = {
        "span": time.span,
        "earliest": time.earliest,
        "latest": time.latest,
        "type": time.type,
        "basis": time.basis,
        "bound": time.bound,
    }
    if time.readings:
        row["readings"] = [
            {"earliest": each.earliest, "latest": each.latest, "basis": each.basis} for each in time.readings
        ]
    return row


def _hedge_row(hedge: Hedge) -> Row:
    return {"span": hedge.span, "class": hedge.kind, "holder": hedge.holder, "scope": hedge.scope}


def _link_row(link: ChainLink) -> Row:
    return {
        "by": link.by,
        "span": link.span,
        "how": link.how,
        "kind": link.kind,
        "hedged": link.hedged,
        "artefact": link.artefact,
    }


def _setting_row(setting: Setting | None) -> Row | None:
    if setting is None:
        return None
    return {
        "visibility": setting.visibility,
        "what": setting.what,
        "span": setting.span,
        "occasion": setting.occasion,
    }


def _artefact_row(artefact: Artefact) -> Row:
    return {
        "id": artefact.id,
        "kind": artefact.kind,
        "name": artefact.name,
        "owner": artefact.owner,
        "mentions": artefact.mentions,
        "hands": [_link_row(link) for link in artefact.hands],
        "date": artefact.date,
        "standing": artefact.standing,
        "judge": artefact.judge,
        "judged": artefact.judged,
        "judgements": [
            {"standing": each.standing, "judge": each.judge, "span": each.span}
            for each in artefact.judgements
        ],
    }


def joined_row(joined: Joined) -> Row:
    """One thing of a case, in all documents that speak of it, as `hearsay show --artefacts` prints it."""
    return {
        "artefact": joined.id,
        "kind": joined.kind,
        "name": joined.name,
        "owner": joined.owner,
        "standing": joined.standing,
        "statements": sorted(joined.statements),
        "in": [{"document_id": one.document, **_artefact_row(one)} for one in joined.artefacts],
    }


def _occasion_row(occasion: Occasion) -> Row:
    return {
        "id": occasion.id,
        "what": occasion.what,
        "visibility": occasion.visibility,
        "mentions": occasion.mentions,
        "place": occasion.place,
        "audience": occasion.audience,
        "date": occasion.date,
    }


def extraction_row(document: Document, extraction: Extraction) -> Row:
    """One document with its attributions, as `hearsay extract` prints it."""
    return {
        "document": document_row(document),
        "attributions": [attribution_row(one) for one in extraction.attributions],
        "artefacts": [_artefact_row(one) for one in extraction.artefacts],
        "occasions": [_occasion_row(one) for one in extraction.occasions],
        "times": [time_row(one) for one in extraction.times],
        "hedges": [_hedge_row(one) for one in extraction.hedges],
    }


def statement_row(row: StatementRow) -> Row:
    """One statement, as `hearsay statements` prints it."""
    return {
        "statement": row.id,
        "speaker": row.speaker,
        "actor": row.actor,
        "wording": row.wording,
        "first": {
            "document": row.first.name,
            "published": moment(row.first.published),
            "revised": moment(row.first.revised),
        },
        "outlets": row.outlets,
        "documents": row.documents,
        "variants": row.variants,
        "roots": {"known": row.known_roots, "unknown": row.unknown_roots},
        "appearances": [
            {
                "document": appearance.name,
                "document_id": appearance.document,
                "outlet": appearance.outlet,
                "published": moment(appearance.published),
                "revised": moment(appearance.revised),
                "kind": appearance.kind,
                "mode": appearance.mode,
                "act": appearance.act,
                "negated": appearance.negated,
                "parent": appearance.parent,
                "whole": appearance.whole,
                "speaker": appearance.speaker,
                "content": appearance.content,
                "words": appearance.words,
                "attribution": appearance.attribution,
            }
            for appearance in row.appearances
        ],
    }


def hit_row(hit: Hit) -> Row:
    """One find of `hearsay search --jsonl`; `highlights` are spans in `snippet`."""
    return {
        "kind": hit.kind,
        "id": hit.id,
        "snippet": hit.snippet,
        "start": hit.start,
        "highlights": hit.highlights,
        "speaker": hit.speaker,
        "title": hit.title,
        "document": hit.name,
        "document_id": hit.document,
        "outlet": hit.outlet,
        "published": moment(hit.published),
    }


def actor_row(row: ActorRow) -> Row:
    """One actor of `hearsay actors --jsonl`; days are those of the documents that say what he is."""
    return {
        "actor": row.id,
        "name": row.name,
        "kind": row.kind,
        "statements": row.statements,
        "attributions": row.attributions,
        "documents": row.documents,
        "outlets": row.outlets,
        "aliases": [
            {
                "name": alias.name,
                "rule": alias.rule,
                "joined": alias.joined,
                "documents": alias.documents,
                "attributions": alias.attributions,
                "in": alias.names,
            }
            for alias in row.aliases
        ],
        "roles": [
            {"role": role.role, "first": role.first, "last": role.last, "documents": role.documents}
            for role in row.roles
        ],
    }


def actor_view_row(view: ActorView) -> Row:
    """One actor of `hearsay actors CASE NAME --jsonl`: the row, the doubtful look-alikes, what he said."""
    return {
        **actor_row(view.row),
        "doubtful": [
            {"actor": one.id, "name": one.name, "documents": one.documents, "reason": one.reason}
            for one in view.doubtful
        ],
        "said": [statement_row(row) for row in view.statements],
    }


def overview_row(figures: Overview) -> Row:
    """The figures of a case, as `hearsay show CASE --jsonl` prints them."""
    return {
        "documents": figures.documents,
        "versions": figures.versions,
        "outlets": figures.outlets,
        "attributions": {"direct": figures.direct, "mixed": figures.mixed, "indirect": figures.indirect},
        "statements": figures.statements,
        "published": {
            "first": moment(figures.first),
            "last": moment(figures.last),
            "undated": figures.undated,
        },
        "refused": figures.refusals,
    }
