"""Hedges, chains and settings in the case, with the things and occasions they speak of."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hearsay.case.file import Case
from hearsay.model import Artefact, ChainLink, Extraction, Hedge, Judgement, Occasion, Setting, Span

# Each table with the columns that a row of `rows_of` fills, in its order.
_COLUMNS = {
    "hedge": "attribution, start, stop, kind, holder, scope",
    "link": "attribution, position, by, start, stop, how, kind, hedged, artefact",
    "setting": "attribution, visibility, what, start, stop, occasion",
    "artefact": (
        "id, kind, name, owner, mentions, hands, date_start, date_stop, standing, judge, judged_start, "
        "judged_stop"
    ),
    "occasion": "id, what, visibility, mentions, place, audience, date_start, date_stop",
    "judgement": "artefact, position, standing, judge, start, stop",
    "loose_hedge": "start, stop, kind, scope",
}
_OF_ATTRIBUTIONS = ("hedge", "link", "setting")


@dataclass(frozen=True, slots=True)
class Warrant:
    """What the attributions of one document carry, by the attribution's key, and what they speak of."""

    hedges: Mapping[int, tuple[Hedge, ...]]
    chains: Mapping[int, tuple[ChainLink, ...]]
    settings: Mapping[int, Setting]
    artefacts: tuple[Artefact, ...] = field(default=())
    occasions: tuple[Occasion, ...] = field(default=())
    loose: tuple[Hedge, ...] = field(default=())


def rows_of(extraction: Extraction, keys: Mapping[str, int]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table, columns as in `_COLUMNS`; artefacts and occasions still by their ids.

    `keys` are those of the attributions by their ids.
    """
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _COLUMNS}
    for each in extraction.attributions:
        key = keys[each.id]
        rows["hedge"] += ((key, *hedge.span, hedge.kind, hedge.holder, hedge.scope) for hedge in each.hedges)
        rows["link"] += (
            (key, n, link.by, *link.span, link.how, link.kind, int(link.hedged), link.artefact)
            for n, link in enumerate(each.chain)
        )
        setting = each.setting
        if setting is not None:
            rows["setting"].append((key, setting.visibility, setting.what, *setting.span, setting.occasion))
    rows["artefact"] += (
        (
            one.id,
            one.kind,
            one.name,
            one.owner,
            _packed(one.mentions),
            _packed([[link.by, *link.span, link.how, link.kind, int(link.hedged)] for link in one.hands]),
            *(one.date or (None, None)),
            one.standing,
            one.judge,
            *(one.judged or (None, None)),
        )
        for one in extraction.artefacts
    )
    rows["judgement"] += (
        (one.id, n, each.standing, each.judge, *each.span)
        for one in extraction.artefacts
        for n, each in enumerate(one.judgements)
    )
    rows["loose_hedge"] += ((*each.span, each.kind, each.scope) for each in extraction.hedges)
    rows["occasion"] += (
        (
            one.id,
            one.what,
            one.visibility,
            _packed(one.mentions),
            one.place,
            one.audience,
            *(one.date or (None, None)),
        )
        for one in extraction.occasions
    )
    return rows


def store_warrant(case: Case, document: int, extraction: Extraction, keys: Mapping[str, int]) -> None:
    """Store what the attributions with these keys carry, within the caller's transaction."""
    rows = rows_of(extraction, keys)
    known: dict[str, int] = {}
    for table in ("artefact", "occasion"):
        columns = _COLUMNS[table]
        marks = ", ".join("?" * (columns.count(",") + 2))
        for row in rows[table]:
            known[row[0]] = case.write(
                f"INSERT INTO {table} (document, {columns}) VALUES ({marks})", (document, *row)
            )
    case.write_all(
        f"INSERT INTO judgement ({_COLUMNS['judgement']}) VALUES (?, ?, ?, ?, ?, ?)",
        [(known[row[0]], *row[1:]) for row in rows["judgement"]],
    )
    case.write_all(
        f"INSERT INTO loose_hedge (document, {_COLUMNS['loose_hedge']}) VALUES (?, ?, ?, ?, ?)",
        [(document, *row) for row in rows["loose_hedge"]],
    )
    for table in _OF_ATTRIBUTIONS:
        columns = _COLUMNS[table]
        marks = ", ".join("?" * (columns.count(",") + 1))
        filled = rows[table]
        if table != "hedge":
            filled = [(*row[:-1], None if row[-1] is None else known[row[-1]]) for row in filled]
        case.write_all(f"INSERT INTO {table} ({columns}) VALUES ({marks})", filled)


def forget_warrant(case: Case, document: int) -> None:
    """Remove what the attributions of the document with this key carry, within the caller's transaction."""
    for table in _OF_ATTRIBUTIONS:
        case.write(
            f"DELETE FROM {table} WHERE attribution IN (SELECT key FROM attribution WHERE document = ?)",
            (document,),
        )
    case.write(
        "DELETE FROM judgement WHERE artefact IN (SELECT key FROM artefact WHERE document = ?)", (document,)
    )
    for table in ("artefact", "occasion", "loose_hedge"):
        case.write(f"DELETE FROM {table} WHERE document = ?", (document,))


def warrant_of(case: Case, document: int, id_: str) -> Warrant:
    """What the attributions of the document with this key and id carry."""
    hedges: defaultdict[int, list[Hedge]] = defaultdict(list)
    chains: defaultdict[int, list[ChainLink]] = defaultdict(list)
    settings: dict[int, Setting] = {}
    of = "JOIN attribution a ON a.key = w.attribution"
    for key, start, stop, kind, holder, scope in case.rows(
        f"SELECT w.attribution, w.start, w.stop, w.kind, w.holder, w.scope FROM hedge w {of} "
        "WHERE a.document = ? ORDER BY w.attribution, w.start",
        (document,),
    ):
        hedges[key].append(Hedge((start, stop), kind, holder, scope))
    for key, by, start, stop, how, kind, hedged, artefact in case.rows(
        "SELECT w.attribution, w.by, w.start, w.stop, w.how, w.kind, w.hedged, f.id FROM link w "
        f"{of} LEFT JOIN artefact f ON f.key = w.artefact WHERE a.document = ? "
        "ORDER BY w.attribution, w.position",
        (document,),
    ):
        chains[key].append(ChainLink(by, (start, stop), how, kind, bool(hedged), artefact))
    for key, visibility, what, start, stop, occasion in case.rows(
        f"SELECT w.attribution, w.visibility, w.what, w.start, w.stop, o.id FROM setting w {of} "
        "LEFT JOIN occasion o ON o.key = w.occasion WHERE a.document = ?",
        (document,),
    ):
        settings[key] = Setting(visibility, what, (start, stop), occasion)
    return Warrant(
        {key: tuple(found) for key, found in hedges.items()},
        {key: tuple(found) for key, found in chains.items()},
        settings,
        tuple(_artefacts(case, document)),
        tuple(
            Occasion(row[0], id_, row[2], row[1], _spans(row[3]), row[4], row[5], _span(row[6], row[7]))
            for row in case.rows(
                f"SELECT {_COLUMNS['occasion']} FROM occasion WHERE document = ? ORDER BY key", (document,)
            )
        ),
        tuple(
            Hedge((start, stop), kind, "writer", scope)
            for start, stop, kind, scope in case.rows(
                f"SELECT {_COLUMNS['loose_hedge']} FROM loose_hedge WHERE document = ? ORDER BY start, stop",
                (document,),
            )
        ),
    )


def artefacts_in(case: Case) -> Iterator[Artefact]:
    """The artefacts of all documents, by document and place."""
    yield from _artefacts(case)


def _artefacts(case: Case, document: int | None = None) -> Iterator[Artefact]:
    """The artefacts of the document with this key, or of all, by the documents' ids."""
    only, values = ("", ()) if document is None else ("WHERE f.document = ?", (document,))
    judged: defaultdict[int, list[Judgement]] = defaultdict(list)
    for key, standing, judge, start, stop in case.rows(
        "SELECT j.artefact, j.standing, j.judge, j.start, j.stop FROM judgement j "
        f"JOIN artefact f ON f.key = j.artefact {only} ORDER BY j.artefact, j.position",
        values,
    ):
        judged[key].append(Judgement(standing, judge, (start, stop)))
    columns = ", ".join(f"f.{name}" for name in _COLUMNS["artefact"].split(", "))
    for of, key, id_, kind, name, owner, mentions, hands, *rest in case.rows(
        f"SELECT d.id, f.key, {columns} FROM artefact f JOIN document d ON d.key = f.document {only} "
        "ORDER BY d.id, f.key",
        values,
    ):
        yield Artefact(
            id_,
            of,
            kind,
            _spans(mentions),
            name,
            owner,
            tuple(
                ChainLink(by, (start, stop), how, sort, bool(hedged))
                for by, start, stop, how, sort, hedged in json.loads(hands)
            ),
            _span(*rest[:2]),
            rest[2],
            rest[3],
            _span(*rest[4:]),
            tuple(judged[key]),
        )


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _spans(packed: str) -> tuple[Span, ...]:
    return tuple((start, stop) for start, stop in json.loads(packed))


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else (start, stop)
