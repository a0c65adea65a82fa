"""*Documents*: every page of the case, by date, outlet or the words in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from hearsay.case import Case
from hearsay.case.pages import moment
from hearsay.model import Moment
from hearsay.workbench.asked import page_number
from hearsay.workbench.desk import Desk
from hearsay.workbench.narrowing import asked_documents, conditions, crediting
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
    values = asked_documents(request.query_params)
    condition, given = conditions(desk, values)
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
    credited = _credited(desk.case, values)
    total = len(keys)
    pages = desk.remembered(f"pages {values}", lambda case: _pages(case, condition, given))
    return Sheet(
        "documents.html",
        "Documents",
        {
            "documents": shown,
            "place": place,
            "values": values,
            "total": total,
            "credited": credited,
            "pages_total": pages,
            "who": _named(desk.case, values),
        },
        [{**_row(one), **({"credits_to_actor": credited[one.id]} if credited else {})} for one in shown],
        {"total": total, "documents": pages, "page": place.page, "pages": place.pages, "filters": values},
    )


def _ordered(case: Case, condition: str, given: list[Any]) -> list[int]:
    """The keys of the documents that pass, by date, the undated last."""
    return [
        key
        for (key,) in case.rows(
            f"SELECT d.key FROM document d LEFT JOIN outlet o ON o.key = d.outlet WHERE {condition or '1'} "
            "ORDER BY d.published_from IS NULL, d.published_from, d.published, d.id",
            given,
        )
    ]


def _pages(case: Case, condition: str, given: list[Any]) -> int:
    """Of how many pages they are versions."""
    (number,) = case.row(
        "SELECT count(DISTINCT d.page) FROM document d LEFT JOIN outlet o ON o.key = d.outlet "
        f"WHERE {condition or '1'}",
        given,
    ) or (0,)
    return int(number)


def _credited(case: Case, values: dict[str, str]) -> dict[str, int]:
    """How often each document credits the actor that is asked for, by its id."""
    if "actor" not in values:
        return {}
    condition, given = crediting(values)
    return dict(
        case.rows(
            "SELECT (SELECT d.id FROM document d WHERE d.key = m.document), sum(m.attributions) "
            f"{condition} GROUP BY m.document",
            given,
        )
    )


def _named(case: Case, values: dict[str, str]) -> str:
    """What the actor that is asked for is called."""
    if "actor" not in values:
        return ""
    row = case.row("SELECT name FROM actor WHERE id = ?", (values["actor"],))
    return "nobody in this case" if row is None else str(row[0])


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
