"""Differing figures for what one actor did: froze 14 accounts, froze 12 accounts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hearsay.check.days import between
from hearsay.check.figures import figure_pattern, value_of
from hearsay.check.material import Done, Material
from hearsay.link.speakers import compatible
from hearsay.model import Finding, Place, finding_id

# Days within which two reports can be of one deed.
_DAYS = 7


def deed_figures(material: Material) -> Iterator[Finding]:
    """A finding for each two outlets that count differently what one actor did in one week; apparent.

    Both must tell it in their own words, as done or approved, with a figure before the same noun, and with
    the same target, as far as they name one. Payments are left alone: money is rounded.
    """
    counted: defaultdict[tuple[str, str], list[tuple[Done, str]]] = defaultdict(list)
    for each in sorted(material.done, key=lambda one: (one.day or "", one.document, one.span)):
        told = each.status in ("done", "approved") and not each.negated and not each.history
        if not told or each.sort == "payment" or each.actor is None or each.attribution is not None:
            continue
        figure = _figure(each.thing or "")
        if figure is not None:
            value, noun = figure
            counted[each.sort, noun].append((each, value))
    for alike in counted.values():
        for at, (one, value) in enumerate(alike):
            for other, second in map(alike.__getitem__, range(at + 1, len(alike))):
                days = between(one.day, other.day)
                if days is None or days > _DAYS:
                    break  # they are in the order of their days
                outlets = material.papers[one.document].outlet, material.papers[other.document].outlet
                if value != second and outlets[0] != outlets[1] and _is_one(one, other):
                    yield _finding(material, one, other)


def _figure(thing: str) -> tuple[str, str] | None:
    """The figure that a thing begins with, and the noun that it ends with."""
    found = _pattern().fullmatch(thing.strip())
    return None if found is None else (value_of(found["figure"]), found["noun"].lower())


@cache
def _pattern() -> re.Pattern[str]:
    noun = r"(?:[\w-]+ )*(?P<noun>[a-z]+)"
    return re.compile(rf"(?:the |its |his |her )?(?P<figure>{figure_pattern()}) {noun}", re.IGNORECASE)


def _is_one(one: Done, other: Done) -> bool:
    """Whether nothing in the two, of one sort, says that they are two deeds."""
    targets = bool(one.target and other.target)
    return compatible(one.actor, other.actor) and (not targets or compatible(one.target, other.target))


def _finding(material: Material, one: Done, other: Done) -> Finding:
    places = Place(one.document, one.span), Place(other.document, other.span)
    return Finding(
        id=finding_id("number", places),
        kind="number",
        verdict="apparent",
        text=f"{one.actor}: {material.where(one.document)} has “{one.words}”, "
        f"{material.where(other.document)} “{other.words}”.",
        reading="both are taken to tell of one deed",
        places=places,
    )
