"""Where a document names an outlet that it has something from: in the text, over it, under it, by a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from hearsay.lexicon import load_table, load_words
from hearsay.link.outlets.directory import Directory, host_of, name_key
from hearsay.link.outlets.named import Named, Names
from hearsay.model import Credit, CreditHow, Document, Span

# Characters before and after a name in which the words stand that make it a credit.
_REACH = 90
_SENTENCE = re.compile(r"[.!?…]['\"”’»)]*\s|\n")
# "PORT SABLE, Sept 18 (AGENCY) -", "CITY, September 18. AGENCY."
_DATELINE = re.compile(r"\s*(?:[^\W\d_][\w.' /-]*,?\s*){1,6}(?:\d{1,2})?[,.]?\s*\(?$")
_DATELINE_REACH = 80
_TAG_LINE = 60
# What may stand between the words and the name: "the Belmoran newspaper", "a commercial network,".
_BETWEEN = (
    r"\s+(?:(?:the|a|an|its|der|die|das|dem|le|la|el|il|o)\s+(?:[\w'’-]+\s+){0,4}|(?:[\w'’-]+\s+){0,2})"
)
_AFTER = (
    r"(?:,\s[^,.;\n]{2,60},|,\s(?:which|that|who|die|der|das|qui|que))?\s+"
    r"(?:(?:has|had|have|was|also|later|earlier|exclusively|on\s\w+)\s+){0,3}"
)
_ANY = r"(?:\S+\s+){0,5}?"


@dataclass(frozen=True, slots=True)
class Credited:
    """The outlets that can be credited in the documents of a case, ready to be looked for."""

    known: Directory
    names: Names
    hosts: Mapping[str, str]


def credited(known: Directory, present: Iterable[str], hosts: Mapping[str, str] | None = None) -> Credited:
    """Prepare to look for credits to the outlets of a directory and those that the case has documents of.

    `hosts` are those of the case's documents, each with its outlet: what links lead to.
    """
    return Credited(known, Names(known, present), hosts or {})


def credits(document: Document, to: Credited, links: Iterable[tuple[str, Span]] = ()) -> tuple[Credit, ...]:
    """The credits that a document gives: bylines, then those in the text in its order, then its links.

    Its own name is credited only where somebody told it something ("told the Gazette"): that is no debt but
    the evidence that it asked itself.
    """
    own = None if document.outlet is None else name_key(document.outlet)
    found = [*_bylines(document, to), *_in_text(document, to, own), *_links(document, to, own, links)]
    return tuple(dict.fromkeys(found))


def _bylines(document: Document, to: Credited) -> Iterator[Credit]:
    own = None if document.outlet is None else name_key(document.outlet)
    for author in document.authors:
        if author.strip().lower() in load_words("agency_tags"):
            yield Credit(document.id, author, None, True, "byline", None)
            continue
        for named in to.names.find(author):
            if name_key(named.outlet) != own:
                yield Credit(document.id, author, named.outlet, named.agency, "byline", None)


def _links(
    document: Document, to: Credited, own: str | None, links: Iterable[tuple[str, Span]]
) -> Iterator[Credit]:
    for url, span in links:
        known = to.known.by_url(url)
        outlet = to.hosts.get(host_of(url)) or (known.name if known else None)
        if outlet is not None and name_key(outlet) != own:
            agency = known is not None and known.kind == "agency"
            yield Credit(document.id, document.text[slice(*span)], outlet, agency, "link", span)


def _in_text(document: Document, to: Credited, own: str | None) -> Iterator[Credit]:
    text = document.text
    places = to.names.find(text, document.outlet)
    found: list[tuple[Span, str, str | None, bool, CreditHow]] = []
    for named in places:
        how = _how(text, named)
        if how is not None and (name_key(named.outlet) != own or how == "told"):
            found.append((named.span, named.printed, named.outlet, named.agency, how))
    for match in _tags().finditer(text):
        start, stop = match.span("tag")
        found.append(((start, stop), text[start:stop], None, True, "tag"))
    for span, printed, outlet, agency, how in sorted(found, key=lambda one: one[0]):
        yield Credit(document.id, printed, outlet, agency, how, span)


def _how(text: str, named: Named) -> CreditHow | None:
    start, stop = named.span
    if start < _DATELINE_REACH and named.agency and _dateline(text, start, stop):
        return "dateline"
    if _tag(text, start, stop, named.agency):
        return "tag"
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    match = _beside("before").search(before)
    while match is not None and match.lastgroup:
        if _fits(before[match.end(match.lastgroup) :]):
            return cast(CreditHow, match.lastgroup)
        match = _beside("before").search(before, match.start() + 1)
    after = _SENTENCE.split(text[stop : stop + _REACH])[0]
    match = _beside("after").match(after)
    return None if match is None else cast(CreditHow, match.lastgroup)


def _dateline(text: str, start: int, stop: int) -> bool:
    """Whether the name ends the line of place and date that an agency's dispatch begins with."""
    first = text[:start]
    closing = re.match(r"\)?\s*[-–—.:]\s", text[stop : stop + 5])
    return (
        "\n" not in first.strip("\n")
        and closing is not None
        and (not first or _DATELINE.match(first) is not None)
    )


def _tag(text: str, start: int, stop: int, agency: bool) -> bool:
    """Whether the name stands in brackets or on a line of its own below a text: "(AP, with staff)"."""
    line_start = text.rfind("\n", 0, start) + 1
    line_stop = text.find("\n", stop)
    line_stop = len(text) if line_stop < 0 else line_stop
    before, after = text[line_start:start], text[stop:line_stop]
    if before.endswith("(") and re.fullmatch(r"[^()]{0,40}\)\W*", after):
        return True
    return (
        agency
        and line_stop - line_start <= _TAG_LINE
        and not before.strip(" -–—(")
        and (
            not after.strip(" -–—).")
            or after.lower().strip(" .,/").startswith(("contributed", "with", "and", ","))
        )
    )


def _fits(between: str) -> bool:
    """Whether only the description of the outlet stands between: no clause begins there."""
    words = between.lower().split()
    loose = load_words("function_words") - load_words("articles")
    return not any(word in loose for word in words)


@cache
def _beside(side: str) -> re.Pattern[str]:
    """What stands before or after a credited name; the group that matched last says how it is credited."""
    ways: dict[str, list[str]] = {}
    for row in load_table("credit_cues"):
        if row["side"] == side:
            ways.setdefault(row["how"], []).append(row["words"])
    cues = "|".join(
        f"(?P<{how}>{'|'.join(_words(cue) for cue in sorted(listed, key=lambda cue: (-len(cue), cue)))})"
        for how, listed in ways.items()
    )
    if side == "before":
        return re.compile(rf"\b(?:{cues}){_BETWEEN}[\"“‘'«(]?$", re.IGNORECASE)
    return re.compile(rf"{_AFTER}(?:{cues})\b", re.IGNORECASE)


@cache
def _tags() -> re.Pattern[str]:
    tags = "|".join(
        _words(tag) for tag in sorted(load_words("agency_tags"), key=lambda tag: (-len(tag), tag))
    )
    return re.compile(rf"(?:\((?P<in>)|^[-–—]?\s*)(?P<tag>(?:{tags}))[).]*\s*$", re.IGNORECASE | re.MULTILINE)


def _words(cue: str) -> str:
    return r"\s+".join(_ANY if word == "*" else re.escape(word) for word in cue.split()).replace(
        _ANY + r"\s+", _ANY
    )
