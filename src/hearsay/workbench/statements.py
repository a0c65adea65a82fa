"""*Statements*: all of them, searched and filtered; every count is that of the list it leads to."""

from __future__ import annotations

from typing import get_args

from starlette.requests import Request

from hearsay.check import KINDS
from hearsay.export.answers import stance_text
from hearsay.export.findings import kind_text
from hearsay.model import Stance
from hearsay.workbench.asked import PER_PAGE, asked
from hearsay.workbench.choosing import choice
from hearsay.workbench.desk import Desk
from hearsay.workbench.findings import marked
from hearsay.workbench.paging import paging
from hearsay.workbench.rows import lines, rows_of
from hearsay.workbench.sheet import Sheet

# Filters in the order of the page, with their headings.
FACETS = (
    ("actor", "Who"),
    ("outlet", "Printed by"),
    ("country", "Printed in"),
    ("kind", "How"),
    ("hedged", "Hedged"),
    ("setting", "Before whom"),
    ("mode", "What"),
    ("roots", "Where it is from"),
    ("finding", "What does not fit"),
    ("ruled", "Ruled on"),
)
# What a reader calls the values of the closed filters.
LABELS: dict[str, dict[str, str]] = {
    "kind": {"direct": "in direct quotation", "mixed": "partly quoted", "indirect": "in the writer’s words"},
    "mode": {"speech": "words", "thought": "thoughts"},
    "hedged": {
        "no": "not hedged",
        "yes": "hedged in any way",
        "alleged": "as alleged",
        "reported": "as reported by others",
        "uncertain": "with doubt",
        "distance": "at arm’s length",
    },
    "roots": {"none": "no known origin", "one": "one known origin", "several": "several known origins"},
    "finding": {"yes": "anything", **{kind: kind_text(kind) for kind in KINDS}},
    "ruled": {"yes": "by somebody here", "no": "by nobody yet"},
}


def page(desk: Desk, request: Request) -> Sheet:
    """The list that the address asks for."""
    wish = asked(request.query_params)
    now = marked(desk)
    found = desk.index.select(wish.wanted, wish.order)
    place = paging(len(found.keys), wish.page, PER_PAGE)
    shown = lines(desk, found.keys[place.first : place.last])
    sought = choice(desk.case, request.query_params)
    values = wish.values if sought is None else {**wish.values, sought.what: sought.id}
    return Sheet(
        "statements.html",
        "Statements",
        {
            "total": len(found.keys),
            "all": len(desk.index.statement_keys),
            "place": place,
            "lines": shown,
            "facets": [(name, heading, found.facets[name]) for name, heading in FACETS],
            "labels": LABELS,
            "names": _names(desk, wish.values),
            "values": values,
            "ignored": wish.ignored,
            "sought": sought,
            "waits": now.waits if wish.wanted.finding is not None else "",
            "stances": [(stance, stance_text(stance)) for stance in get_args(Stance)] if sought else (),
        },
        rows_of(shown),
        {
            "total": len(found.keys),
            "page": place.page,
            "pages": place.pages,
            "filters": wish.values,
            "counts": {
                name: [
                    {"value": one.value, "label": one.label, "statements": one.statements} for one in facet
                ]
                for name, facet in found.facets.items()
            },
        },
    )


def _names(desk: Desk, values: dict[str, str]) -> dict[str, str]:
    """What the filters that are set are called."""
    names = {
        name: LABELS.get(name, {}).get(value, value) for name, value in values.items() if name in dict(FACETS)
    }
    if "actor" in values:
        row = desk.case.row("SELECT name FROM actor WHERE id = ?", (values["actor"],))
        names["actor"] = "nobody in this case" if row is None else row[0]
    return names
