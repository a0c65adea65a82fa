"""*Documents*: every page of the case, by date, outlet or the words in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from hearsay.case import Case
from hearsay.case.appearance_columns import UNKNOWN
from hearsay.case.pages import moment
from hearsay.case.searching import query
from hearsay.model import Moment
from hearsay.workbench.asked import page_number
from hearsay.workbench.desk import Desk
from hearsay.workbench.paging import paging
from hearsay.workbench.sheet import Sheet

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """One version of a page in the list; `versions` is how many its page has."""

    id: str
    name: str
    title: str | None
    outlet: str | None
    language: str | None
    credits: int
    versions: int
    published: Moment | None


def page(desk: Desk, request: Request) -> Sheet:
    """The list that the address asks for."""
    values = {
        name: value
        for name in ("q", "outlet", "country", "dated")
        if (value := request.query_params.get(name, "").strip())
    }
    condition, given = _condition(desk, values)
    keys = desk.remembered(f"documents {values}", lambda case: _ordered(case, condition, given))
    place = paging(len(keys), page_number(request.query_params), PER_PAGE)
    listed = ",".join(map(str, keys[place.first : place.last]))
    found = {
        row[0]: Listed(*(*row[1:8], moment(*row[8:])))
        for row in desk.case.rows(
            "SELECT d.key, d.id, d.name, d.title, o.name, d.language, "
            "(SELECT count(*) FROM attribution a WHERE a.document = d.key AND a.rejected = 0), "
            "(SELECT count(*) FROM document v WHERE v.page = d.page), "
            "d.published, d.published_precision, d.published_zone, d.published_origin "
            f"FROM document d LEFT JOIN outlet o ON o.key = d.outlet WHERE d.key IN ({listed})"
        )
    }
    shown = [found[key] for key in keys[place.first : place.last]]
    total = len(keys)
    return Sheet(
        "documents.html",
        "Documents",
        {"documents": shown, "place": place, "values": values, "total": total},
        [_row(one) for one in shown],
        {"total": total, "page": place.page, "pages": place.pages, "filters": values},
    )


def _ordered(case: Case, condition: str, given: list[Any]) -> list[int]:
    """The keys of the documents that pass, by date, the undated last."""
    return [
        key
        for (key,) in case.rows(
            f"SELECT d.key FROM document d LEFT JOIN outlet o ON o.key = d.outlet {condition} "
            "ORDER BY d.published_from IS NULL, d.published_from, d.published, d.id",
            given,
        )
    ]


def _condition(desk: Desk, values: dict[str, str]) -> tuple[str, list[Any]]:
    conditions: list[str] = []
    given: list[Any] = []
    expression = query(values.get("q", ""))
    if expression:
        conditions.append("d.key IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)")
        given.append(expression)
    if "outlet" in values:
        conditions.append("o.name = ?")
        given.append(values["outlet"])
    if "country" in values:
        index = desk.index
        of = [key for key, name in index.outlet_names.items() if index.country_of(name) == values["country"]]
        unknown = " OR d.outlet IS NULL" if values["country"] == UNKNOWN else ""
        conditions.append(f"(d.outlet IN ({','.join(map(str, of))}){unknown})")
    if "dated" in values:
        conditions.append(f"d.published IS {'NULL' if values['dated'] == 'no' else 'NOT NULL'}")
    return ("WHERE " + " AND ".join(conditions) if conditions else ""), given


def _row(one: Listed) -> dict[str, Any]:
    return {
        "document": one.name,
        "document_id": one.id,
        "title": one.title,
        "outlet": one.outlet,
        "published": None if one.published is None else str(one.published),
        "language": one.language,
        "credits": one.credits,
        "versions": one.versions,
    }
