"""Differing figures for what one named thing is made up of, in reports of different outlets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.check.days import between
from hearsay.check.figures import class_of, figure_pattern, noun_pattern, value_of
from hearsay.check.material import Material, Paper
from hearsay.lexicon import load_table, load_words
from hearsay.model import Finding, Place, Span, finding_id

# Days within which two documents can be expected to tell of the thing as it is.
_DAYS = 31
_NAME = r"(?P<name>[A-Z][\w-]+(?: (?:of(?: the)? )?[A-Z][\w-]+)+|(?<=[Tt]he )[a-z]+)"


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure for what a named thing is made up of: `[name, class]` with the value and where it stands."""

    name: str
    thing: str
    value: str
    place: Place
    rounded: bool


def made_of(material: Material) -> Iterator[Finding]:
    """A finding for each named thing for whose parts documents of a month give different figures.

    The figure stands beside the name ("the Third Squadron, a force of eight ships"), or beside its last word
    where the document has the whole name. Certain where no figure on either side is rounded; else apparent.
    """
    by_name: defaultdict[tuple[str, str], list[_Count]] = defaultdict(list)
    for paper in sorted(material.papers.values(), key=lambda each: each.id):
        for count in _counts(paper):
            by_name[count.name, count.thing].append(count)
    for key in sorted(by_name):
        sides: defaultdict[str, list[_Count]] = defaultdict(list)
        for count in _of_one_month(material, by_name[key]):
            sides[count.value].append(count)
        outlets = {material.where(count.place.document) for side in sides.values() for count in side}
        if len(sides) > 1 and len(outlets) > 1:
            yield _finding(material, key, sides)


def _counts(paper: Paper) -> Iterator[_Count]:
    names = {found["name"] for found in _pattern().finditer(paper.text) if " " in found["name"]}
    for found in _pattern().finditer(paper.text):
        name = found["name"]
        if " " not in name:
            whole = [each for each in names | _all_names(paper) if each.split()[-1].lower() == name]
            if len(whole) != 1:
                continue
            name = whole[0]
        yield _Count(
            name.removeprefix("The ").split(" of ")[0].lower(),
            class_of(found["noun"]),
            value_of(found["figure"]),
            Place(paper.id, _span(found)),
            found["round"] is not None,
        )


def _span(found: re.Match[str]) -> Span:
    return found.start("figure"), found.end("noun")


def _all_names(paper: Paper) -> frozenset[str]:
    return frozenset(found[0] for found in re.finditer(r"[A-Z][\w-]+(?: [A-Z][\w-]+)+", paper.text))


@cache
def _pattern() -> re.Pattern[str]:
    between = "|".join(row["between"] for row in load_table("made_up_of"))
    inner = r"(?: of the [A-Z]\w+)?"
    rounded = rf"(?P<round>(?:{'|'.join(sorted(load_words('number_leads')))}) )?"
    counted = rf"(?P<figure>{figure_pattern()}) (?:\w+ )?(?P<noun>{noun_pattern()})"
    return re.compile(rf"{_NAME}{inner}(?:{between}) {rounded}{counted}\b")


def _of_one_month(material: Material, counts: Sequence[_Count]) -> list[_Count]:
    """Those counts that stand in documents within a month of the first; undated ones are of it."""
    days = [material.papers[count.place.document].day for count in counts]
    first = min((day for day in days if day), default=None)
    return [count for count, day in zip(counts, days, strict=True) if _near(first, day)]


def _near(first: str | None, day: str | None) -> bool:
    days = between(first, day)
    return days is None or days <= _DAYS


def _finding(material: Material, key: tuple[str, str], sides: dict[str, list[_Count]]) -> Finding:
    ordered = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))
    places = tuple(count.place for _, side in ordered for count in side)
    told = "; ".join(
        f"{value} in {material.outlets([count.place.document for count in side])}" for value, side in ordered
    )
    exact = not any(count.rounded for side in sides.values() for count in side)
    return Finding(
        id=finding_id("number", places),
        kind="number",
        verdict="certain" if exact else "apparent",
        text=f"Different figures are given for the {key[1]} of the {key[0].title()}: {told}.",
        reading="the documents are taken to speak of it as it was in the same month",
        places=places,
    )
