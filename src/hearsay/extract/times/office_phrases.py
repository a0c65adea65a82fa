"""Words that tell a time by an office: "when he was not yet president", "before her second term".

Found are a clause that says who held which office, a verb of taking or leaving it with its subject, and
somebody's term, presidency, time as something, each with the word that says on which side of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from hearsay.lexicon import load_table

Side: TypeAlias = Literal["before", "during", "after", "since", "outside"]

_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen)\.? )?[A-Z][\w’'-]*(?:\.? [A-Z][\w’'-]*){0,3}"
_SIDES: dict[str, Side] = {
    "before": "before", "prior to": "before", "until": "before",
    "after": "after", "since": "since",
}  # fmt: skip
_DENIED: dict[str, Side] = {"not yet": "before", "no longer": "after", "not": "outside"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """The characters [start, end) that tell a time by an office.

    `holder` are the characters of who held it, `offices` which ones it can be (none: any), `side` on which
    side of holding it the time lies ("not yet": before, "no longer": after, "not": outside), `nth` which term
    is meant.
    """

    start: int
    end: int
    holder: tuple[int, int]
    offices: tuple[str, ...]
    side: Side
    nth: int | None = None


def find_office_phrases(text: str) -> Iterator[OfficePhrase]:
    """The phrases of `text` in its order; time grows linearly."""
    done = 0
    for found in _pattern().finditer(text):
        if found.start() >= done and (phrase := _phrase(found)):
            yield phrase
            done = phrase.end


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return {
        row["noun"]: tuple(filter(None, row["offices"].split(", "))) for row in load_table("office_nouns")
    }


def _one_of(sort: str) -> str:
    nouns = [row["noun"] for row in load_table("office_nouns") if row["sort"] == sort]
    return "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    office = rf"(?:the )?(?:[A-Z][\w.]{{1,20}} )?(?i:{_one_of('office')})"
    who = rf"(?:[Hh]e|[Ss]he|{_NAME})"
    denied = "(?: (?P<denied>not yet|no longer|not|still|already|only))?"
    held = (
        rf"(?P<holder1>{who}) (?:was|were|had been|has been|is|(?:was )?(?:served|serving|working|worked) as)"
        rf"{denied}"
    )
    took = (
        rf"(?:(?P<holder2>{who}) )?(?:(?:took|takes|taking|left|leaves|leaving) office"
        rf"|(?:became|becomes|becoming) (?P<office2>{office}))(?=(?:,? (?P<holder6>{who}))?)"
    )
    time = (
        rf"(?:(?P<holder3>[Hh]is|[Hh]er|{_NAME})(?:['’]s)?|the (?P<holder4>{_NAME})) "
        rf"(?:(?P<nth>{'|'.join(_ORDINALS)}) )?(?P<time>{_one_of('time')})\b(?: as (?P<office3>{office}))?"
    )
    return re.compile(
        rf"\b(?:(?P<when>[Ww]hen|[Ww]hile|[Bb]efore|[Bb]ecause|[Ss]ince|[Aa]s) {held} (?P<office1>{office})\b"
        rf"|(?P<side2>[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Ww]hen|[Pp]rior to) {took}\b"
        r"|(?P<side3>[Bb]efore|[Dd]uring|[Aa]fter|[Ss]ince|[Ii]n|[Uu]ntil|[Uu]nder|[Tt]hroughout|[Pp]rior to)"
        rf" {time}"
        rf"|(?P<holder5>{who}) (?:(?:was|were|is) (?P<denied5>not yet|no longer|not)"
        rf"|(?:was|is)n['’]t(?P<yet5> yet)?) (?P<office5>{office})\b"
        rf"|(?:[Ww]hile|[Ww]hen) serving as (?P<office8>{office})\b(?=(?:,? (?P<holder8>{who}))?)"
        rf"|(?<![\w,] )As (?P<office7>{office}), (?P<holder7>{who})(?! (?:would|will|should)))"
    )


def _phrase(found: re.Match[str]) -> OfficePhrase | None:
    if found["holder1"]:
        side = _SIDES.get(found["when"].lower(), "during") if found["when"].lower() != "since" else "during"
        side = _DENIED.get(found["denied"] or "", side)
        return OfficePhrase(*found.span(), found.span("holder1"), _offices(found["office1"]), side)
    for served, by in (("office7", "holder7"), ("office8", "holder8")):
        if found[served]:
            offices = _offices(found[served])
            return OfficePhrase(found.start(), found.end(served), found.span(by), offices, "during")
    if found["holder5"]:
        side = _DENIED[found["denied5"] or ("not yet" if found["yet5"] else "not")]
        return OfficePhrase(*found.span(), found.span("holder5"), _offices(found["office5"]), side)
    if found["side2"]:
        side = _SIDES.get(found["side2"].lower(), "during")
        leaving = " leav" in f" {found.group()}" or "left office" in found.group()
        if leaving and side != "before":
            side = "after"
        elif side == "during":
            return None
        elif not leaving and side in ("after", "since"):
            side = "since"
        elif leaving:
            return None
        holder = found.span("holder2") if found["holder2"] else found.span("holder6")
        return OfficePhrase(*found.span(), holder, _offices(found["office2"] or ""), side)
    time = found["time"].lower()
    if time in ("time", "years") and not found["office3"]:
        return None
    holder = found.span("holder3") if found["holder3"] else found.span("holder4")
    offices = _offices(found["office3"]) if found["office3"] else _nouns()[time]
    nth = _ORDINALS.index(found["nth"]) + 1 if found["nth"] else None
    return OfficePhrase(*found.span(), holder, offices, _SIDES.get(found["side3"].lower(), "during"), nth)


def _offices(words: str) -> tuple[str, ...]:
    low = words.lower()
    return next(
        (
            offices
            for noun, offices in sorted(_nouns().items(), key=lambda row: -len(row[0]))
            if low.endswith(noun)
        ),
        (),
    )
