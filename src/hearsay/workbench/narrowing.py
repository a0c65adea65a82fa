"""Which documents a list is of, as an address asks for it: conditions of a query over `document d`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hearsay.case import Case
from hearsay.case.appearance_columns import UNKNOWN
from hearsay.case.pages import versions_of
from hearsay.case.searching import query
from hearsay.workbench.desk import Desk
from hearsay.workbench.zones import zone_of

# What an address can ask for, in the order in which a page says it.
ASKED = (
    "q", "outlet", "country", "dated", "actor", "name", "role", "since", "until", "zone", "versions",
    "fetched",
)  # fmt: skip


def asked_documents(values: Mapping[str, str]) -> dict[str, str]:
    """What is asked for, less what cannot be meant: a name or role of nobody, a day that is none."""
    kept = {name: value for name in ASKED if (value := values.get(name, "").strip())}
    for name in ("since", "until"):
        if name in kept and day_of(kept[name]) is None:
            del kept[name]
    if "actor" not in kept:
        kept.pop("name", None)
        kept.pop("role", None)
    if not {"since", "until"} & kept.keys():
        kept.pop("zone", None)
    return kept


def conditions(desk: Desk, values: Mapping[str, str]) -> tuple[str, list[Any]]:
    """The condition that the documents must meet, and what is to be put into it."""
    found: list[str] = []
    given: list[Any] = []
    expression = query(values.get("q", ""))
    if expression:
        found.append("d.key IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)")
        given.append(expression)
    if "outlet" in values:
        found.append("o.name = ?")
        given.append(values["outlet"])
    if "country" in values:
        index = desk.index
        of = [key for key, name in index.outlet_names.items() if index.country_of(name) == values["country"]]
        unknown = " OR d.outlet IS NULL" if values["country"] == UNKNOWN else ""
        found.append(f"(d.outlet IN ({','.join(map(str, of))}){unknown})")
    if "dated" in values:
        found.append(f"d.published IS {'NULL' if values['dated'] == 'no' else 'NOT NULL'}")
    if "actor" in values:
        condition, of_actor = crediting(values)
        found.append(f"d.key IN (SELECT m.document {condition})")
        given += of_actor
    if "since" in values or "until" in values:
        keys = desk.index.published_keys(*_seconds(values))
        found.append(f"d.key IN ({','.join(map(str, keys.tolist()))})")
    if values.get("versions") == "earlier":
        found.append("d.id IN (SELECT value FROM json_each(?))")
        given.append(desk.remembered("earlier versions", _earlier))
    if values.get("fetched") == "yes":
        found.append(
            "EXISTS (SELECT 1 FROM sighted l JOIN sighting s ON s.key = l.sighting "
            "WHERE l.document = d.key AND s.retrieved IS NOT NULL)"
        )
    return " AND ".join(found), given


def crediting(values: Mapping[str, str]) -> tuple[str, list[Any]]:
    """From mentions `m` of an actor (id), of one of his names, or of what he is said to be."""
    condition = (
        "FROM actor c JOIN alias l ON l.actor = c.key JOIN mention m ON m.alias = l.key "
        "JOIN name n ON n.key = l.name WHERE c.id = ?"
    )
    given: list[Any] = [values["actor"]]
    if "name" in values:
        condition += " AND n.text = ?"
        given.append(values["name"])
    if "role" in values:
        condition += " AND lower(m.role) = lower(?)"
        given.append(values["role"])
    return condition, given


def _earlier(case: Case) -> str:
    """The documents (ids) of whose page the case has a later version, as a JSON array."""
    pages = [page for (page,) in case.rows("SELECT page FROM document GROUP BY page HAVING count(*) > 1")]
    return json.dumps([version.id for page in pages for version in versions_of(case, page)[:-1]])


def _seconds(values: Mapping[str, str]) -> tuple[int, int]:
    """The first and last second of the days asked for, in the zone asked for."""
    zone = zone_of(values.get("zone"))
    since, until = day_of(values.get("since", "")), day_of(values.get("until", ""))
    first = zone.second(since) if since else -(10**12)
    return first, zone.second(until + timedelta(days=1)) - 1 if until else 10**12


def day_of(text: str) -> date | None:
    """The day that an address names, if it is one and there is one on either side of it."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 1 < found.toordinal() < date.max.toordinal() - 1 else None
