"""Which places of a statement a page shows, and how these tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.case import AppearanceRow, Case, Variant
from hearsay.workbench.desk import Desk
from hearsay.workbench.when_said import Said


def told_as(case: Case, id_: str) -> dict[str, frozenset[str]]:
    """The places (ids of attributions) that tell of it as private or public, and those that hedge it."""
    joined = (
        "FROM statement s JOIN appearance e ON e.statement = s.key "
        "JOIN attribution a ON a.key = e.attribution"
    )
    rows = [
        *case.rows(
            f"SELECT t.visibility, a.id {joined} JOIN setting t ON t.attribution = a.key "
            "WHERE s.id = ? AND t.visibility <> 'unknown'",
            (id_,),
        ),
        *case.rows(
            f"SELECT DISTINCT 'hedged', a.id {joined} JOIN hedge h ON h.attribution = a.key WHERE s.id = ?",
            (id_,),
        ),
    ]
    return {
        name: frozenset(id_ for told, id_ in rows if told == name)
        for name in ("private", "public", "hedged")
        if any(told == name for told, _ in rows)
    }


def wanted_places(
    desk: Desk,
    appearances: tuple[AppearanceRow, ...],
    variants: tuple[Variant, ...],
    told: Mapping[str, frozenset[str]],
    said: Sequence[Said],
    asked: Mapping[str, str],
) -> tuple[dict[str, str], tuple[AppearanceRow, ...]]:
    """The places that the address asks for: all, or those of one outlet, of one country, told in one way or
    as said at one time, or in the words of the one (attribution) that is named."""
    if outlet := asked.get("outlet"):
        return {"outlet": outlet}, tuple(one for one in appearances if one.outlet == outlet)
    setting = asked.get("setting", "")
    if setting in told:
        return {"setting": setting}, tuple(one for one in appearances if one.attribution in told[setting])
    at = next((one for one in said if one.days == asked.get("said")), None)
    if at is not None:
        return {"said": at.days}, tuple(one for one in appearances if one.attribution in at.places)
    named = asked.get("wording", "")
    alike = next((one.appearances for one in variants if named in one.appearances), None)
    if alike is not None:
        return {"wording": named}, tuple(one for one in appearances if one.attribution in alike)
    if country := asked.get("country"):
        of = desk.index.country_of
        return {"country": country}, tuple(one for one in appearances if of(one.outlet) == country)
    return {}, appearances
