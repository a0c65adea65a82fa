"""Statements as a list shows them, without their appearances: twenty cost the same in any case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.case.file import Case
from hearsay.case.listing import ACTOR
from hearsay.case.pages import REVISED, moment
from hearsay.model import Act, Kind, Mode, Moment


@dataclass(frozen=True, slots=True)
class Head:
    """One statement in short: its words, its speaker, how far it got, and where it is first seen.

    `document` and `name` are the first appearance's document's id and name, `outlet` its outlet, `seen` from
    when on its words are certain to have been public. `kind`, `mode` and `act` are those of the earliest
    place that prints it in the words of `wording`.
    """

    key: int
    id: str
    speaker: str | None
    actor: str | None
    wording: str
    language: str | None
    outlets: int
    documents: int
    appearances: int
    kind: Kind
    mode: Mode
    act: Act
    negated: bool
    document: str
    name: str
    outlet: str | None
    seen: Moment | None


def heads(case: Case, keys: Sequence[int]) -> list[Head]:
    """The statements with these keys, in this order; those that are gone are left out."""
    marks = ",".join("?" * len(keys))
    found = {
        row[0]: Head(*(*row[:16], moment(*row[20:24]) or moment(*row[16:20])))
        for row in case.rows(
            f"SELECT s.key, s.id, p.name, {ACTOR}, q.words, d.language, s.outlets, s.pages, s.appearances, "
            "w.kind, w.mode, w.act, w.negated, d.id, d.name, o.name, "
            f"d.published, d.published_precision, d.published_zone, d.published_origin, {REVISED} "
            "FROM statement s JOIN quotation q ON q.key = s.wording JOIN attribution a ON a.key = s.first "
            "JOIN attribution w ON w.key = ifnull((SELECT e.attribution FROM appearance e "
            "JOIN attribution x ON x.key = e.attribution WHERE e.statement = s.key "
            "AND x.quotation = s.wording ORDER BY e.position LIMIT 1), s.first) "
            "JOIN document d ON d.key = a.document LEFT JOIN outlet o ON o.key = d.outlet "
            f"LEFT JOIN speaker p ON p.key = s.speaker WHERE s.key IN ({marks})",
            keys,
        )
    }
    return [found[key] for key in keys if key in found]
