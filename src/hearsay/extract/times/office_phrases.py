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

from hearsay.lexicon import load_table, load_words

Side: TypeAlias = Literal["before", "during", "after", "since", "outside", "until"]

_SIDES: dict[str, Side] = {
    "before": "before", "prior to": "before", "until": "before",
    "after": "after", "since": "since", "once": "since",
}  # fmt: skip
_DENIED: dict[str, Side] = {"not yet": "before", "no longer": "after", "not": "outside"}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
# How far before what is said of somebody his name can begin, in characters.
LONGEST = 80
# So many of those named before "while president" are tried, the nearest first.
NAMED_BEFORE = 3
# An office of a club or a firm is none: president of the chess club, vice president of sales.
_OF_STATE = r"(?! of (?!the [A-Z])(?:the |a |an |his |her )?[a-z])"


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """The characters [start, end) that tell a time by an office.

    `holder` are the characters of who held it, `offices` which ones it can be (none: any), `side` on which
    side of holding it the time lies ("not yet": before, "no longer": after, "not": outside, "until she left":
    until), `nth` which term is meant. `others` are who else is named, right behind the phrase or before it,
    should nobody be found for its holder.
    """

    start: int
    end: int
    holder: tuple[int, int]
    offices: tuple[str, ...]
    side: Side
    nth: int | None = None
    others: tuple[tuple[int, int], ...] = ()


def find_office_phrases(text: str) -> Iterator[OfficePhrase]:
    """The phrases of `text` in its order; time grows linearly."""
    led = (_phrase(found) for found in _pattern().finditer(text))
    told = (_predicate(text, found) for found in _predicates().finditer(text))
    done = 0
    for phrase in sorted((each for each in (*led, *told) if each), key=lambda each: each.start):
        if phrase.start >= done:
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
    """All ways of telling it; the groups of each are told apart by the number behind their names."""
    title, office = _title(), _office()
    post = rf"the (?:{_one_of('post')})\b"
    held = (
        rf"(?P<holder1>{_who()}) (?:was|were|had been|has been|is"
        r"|(?:was )?(?:served|serving|working|worked) as)"
        r"(?: (?P<denied>not yet|no longer|not|still|already|only))?"
    )
    taking = "(?:took|takes|taking|entered|entering|assumed|assuming)"
    leaving = "(?:left|leaves|leaving)"
    sworn = rf"(?:was|were|being) (?:sworn in|inaugurated)(?: as (?P<office9>{title}))?"
    took = (
        rf"(?:(?P<holder2>{_who()}) )?(?:{taking} (?:office|(?P<post2>{post}))"
        rf"|(?P<left2>{leaving} (?:office|{post}))"
        rf"|(?:became|becomes|becoming|had become) (?P<office2>{title})|{sworn}){_ahead(6)}"
    )
    time = (
        rf"(?:(?P<holder3>[Hh]is|[Hh]er|{_name()})(?:['’]s)?|the (?P<holder4>{_name()}))"
        rf" (?:(?P<nth>{'|'.join(_ORDINALS)}) )?(?P<time>{_one_of('time')})\b(?! of (?!office))"
        rf"(?: as (?P<office3>{title}))?{_ahead(12)}"
        rf"|(?P<start3>[Hh]is|[Hh]er|{_name()}['’]s) (?:(?P<again>{'|'.join(_ORDINALS)}) )?"
        r"(?:inauguration|swearing-in)\b"
        rf"|the (?P<reign>{_one_of('post')}) of (?P<holder10>{_name()})"
        rf"|(?:then-)?(?P<office10>(?i:{_one_of('office')})) (?P<holder11>{_name()})"
    )
    ways = (
        r"(?P<when>[Ww]hen|[Ww]hile|[Bb]efore|[Bb]ecause|[Ss]ince|[Aa]s|[Oo]nce)"
        rf" {held} (?P<office1>{office})",
        rf"(?P<side2>[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Ww]hen|[Pp]rior to) {took}\b",
        r"(?P<side3>[Bb]efore|[Dd]uring|[Aa]fter|[Ss]ince|[Ii]n|[Uu]ntil|[Uu]nder|[Tt]hroughout|[Pp]rior to)"
        rf" (?:{time})",
        rf"(?:[Ww]hile|[Ww]hen) (?:still )?(?:serving as )?"
        rf"(?P<office8>in office\b|(?!the ){title}(?! [A-Z])){_ahead(8)}",
        rf"(?<![\w,] )As (?P<office7>{title}), (?P<holder7>{_who()})(?! (?:would|will|should))",
    )
    return re.compile(rf"\b(?:{'|'.join(ways)})")


@cache
def _predicates() -> re.Pattern[str]:
    """What is said of somebody: was not yet president, had already left office, was president then."""
    had = "had (?:(?P<not{n}>not yet|yet to)|already|just)"
    ways = (
        r"(?:(?:was|were|is) (?P<denied>not yet|no longer|not)|(?:was|is)n['’]t(?P<yet> yet)?)"
        rf" (?P<office1>{_office()})",
        rf"{had.format(n=2)} (?:become|became) (?P<office2>{_title()})",
        rf"{had.format(n=3)} (?P<had3>taken?|assumed?|(?P<left3>left|leave)) office\b",
        rf"was (?:still |then |(?P<already>already ))?(?P<office4>{_office()})"
        r"(?= (?:then|when|at th(?:e|at) time)\b)",
    )
    return re.compile(rf"(?<= )(?:{'|'.join(ways)})")


@cache
def _name() -> str:
    """Initials, and words up to a possessive: George H.W. Bush, Ursula von der Leyen, O'Malley."""
    particles = "|".join(sorted(load_words("name_particles")))
    word = r"(?:(?:[A-Z]\.)+|[A-Z](?:[\w-]|['’](?!s\b))*)"
    return rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen)\.? )?{word}(?: (?:(?:{particles}) ){{0,2}}{word}){{0,3}}"


def _who() -> str:
    return rf"(?:[Hh]e|[Ss]he|{_name()})"


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])({_who()})(?:, who)? $")


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|{_name()})\b")


def _title() -> str:
    return rf"(?:the )?(?:[A-Z][\w.]{{1,20}} )?(?i:{_one_of('office')})\b{_OF_STATE}"


def _office() -> str:
    return rf"(?:in office\b|{_title()})"


def _ahead(n: int) -> str:
    """Who is named right behind the phrase: while in office, | Orlan."""
    return rf"(?=(?:,? (?P<holder{n}>{_who()}))?)"


def _phrase(found: re.Match[str]) -> OfficePhrase | None:
    if found["holder1"]:
        when = found["when"].lower()
        side = _DENIED.get(found["denied"] or "", "during" if when == "since" else _SIDES.get(when, "during"))
        return OfficePhrase(*found.span(), found.span("holder1"), _offices(found["office1"]), side)
    if found["office7"]:
        offices = _offices(found["office7"])
        return OfficePhrase(found.start(), found.end("office7"), found.span("holder7"), offices, "during")
    if found["office8"]:
        others = () if found["holder8"] else _named_before(found.string, found.start())
        holder, offices = found.span("holder8"), _offices(found["office8"])
        return OfficePhrase(found.start(), found.end("office8"), holder, offices, "during", others=others)
    if found["side2"]:
        return _taken(found)
    return _of_term(found)


def _taken(found: re.Match[str]) -> OfficePhrase | None:
    """Before he took office, until she left office, after she was sworn in."""
    side = _SIDES.get(found["side2"].lower(), "during")
    if found["left2"]:
        side = "until" if side == "before" else "after"
    elif side == "during":
        return None
    elif side in ("after", "since"):
        side = "since"
    holder = found.span("holder2") if found["holder2"] else found.span("holder6")
    named = found["office2"] or found["office9"] or found["post2"] or found["left2"] or ""
    return OfficePhrase(*found.span(), holder, _offices(named), side)


def _of_term(found: re.Match[str]) -> OfficePhrase | None:
    """During her second term, before his inauguration, under President Orlan."""
    side = _SIDES.get(found["side3"].lower(), "during")
    if found["start3"]:
        holder = (found.start("start3"), found.end("start3") - 2 * found["start3"].endswith(("'s", "’s")))
        if side == "during":
            return None
        beginning: Side = "before" if side == "before" else "since"
        return OfficePhrase(*found.span(), holder, (), beginning, _nth(found["again"]))
    if found["reign"]:
        return OfficePhrase(*found.span(), found.span("holder10"), _nouns()[found["reign"].lower()], side)
    if found["holder11"]:
        if found["side3"].lower() != "under" or found["office10"].lower() == "secretary":
            # An under secretary is one.
            return None
        return OfficePhrase(*found.span(), found.span("holder11"), _offices(found["office10"]), "during")
    time = found["time"].lower()
    if time in ("time", "years") and not found["office3"]:
        return None
    holder = found.span("holder3") if found["holder3"] else found.span("holder4")
    offices = _offices(found["office3"]) if found["office3"] else _nouns()[time]
    others = (found.span("holder12"),) if found["holder12"] else ()
    return OfficePhrase(*found.span(), holder, offices, side, _nth(found["nth"]), others)


def _named_before(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """Who is named before `start` in its sentence, nearest first: the letters of Finch while president."""
    begin = max(0, start - 2 * LONGEST)
    begin += max(text[begin:start].rfind(mark) + 1 for mark in (". ", "? ", "! ", "\n"))
    named = [found.span() for found in _mention().finditer(text, begin, start)]
    return tuple(reversed(named[-NAMED_BEFORE:]))


def _nth(word: str | None) -> int | None:
    return _ORDINALS.index(word) + 1 if word else None


def _predicate(text: str, found: re.Match[str]) -> OfficePhrase | None:
    """She had not yet taken office, he had already left office, he was still president then."""
    before = max(0, found.start() - LONGEST)
    subject = _subject().search(text[before : found.start()])
    if subject is None:
        return None
    start, end = before + subject.start(1), before + subject.end(1)
    side: Side
    if found["office1"]:
        side = _DENIED[found["denied"] or ("not yet" if found["yet"] else "not")]
    elif found["office4"]:
        side = "since" if found["already"] else "during"
    elif found["left3"]:
        side = "until" if found["not3"] else "after"
    else:
        side = "before" if found["not2"] or found["not3"] else "since"
    named = found["office1"] or found["office2"] or found["office4"] or ""
    return OfficePhrase(start, found.end(), (start, end), _offices(named), side)


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
