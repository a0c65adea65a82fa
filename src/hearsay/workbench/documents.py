"""*Documents*: every page of the case, by date, outlet or the words in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

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
        name: value for name in ("q", "outlet") if (value := request.query_params.get(name, "").strip())
    }
    condition, given = _condition(values)
    row = desk.case.row(
        f"SELECT count(*) FROM document d LEFT JOIN outlet o ON o.key = d.outlet {condition}", given
    )
    total = row[0] if row else 0
    place = paging(total, page_number(request.query_params), PER_PAGE)
    shown = [
        Listed(*(*row[:7], moment(*row[7:])))
        for row in desk.case.rows(
            "SELECT d.id, d.name, d.title, o.name, d.language, "
            "(SELECT count(*) FROM attribution a WHERE a.document = d.key), "
            "(SELECT count(*) FROM document v WHERE v.page = d.page), "
            "d.published, d.published_precision, d.published_zone, d.published_origin "
            f"FROM document d LEFT JOIN outlet o ON o.key = d.outlet {condition} "
            "ORDER BY d.published_from IS NULL, d.published_from, d.published, d.id LIMIT ? OFFSET ?",
            (*given, place.last - place.first, place.first),
        )
    ]
    return Sheet(
        "documents.html",
        "Documents",
        {"documents": shown, "place": place, "values": values, "total": total},
        [_row(one) for one in shown],
        {"total": total, "page": place.page, "pages": place.pages, "filters": values},
    )


def _condition(values: dict[str, str]) -> tuple[str, list[Any]]:
    conditions: list[str] = []
    given: list[Any] = []
    expression = query(values.get("q", ""))
    if expression:
        conditions.append("d.key IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)")
        given.append(expression)
    if "outlet" in values:
        conditions.append("o.name = ?")
        given.append(values["outlet"])
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
