"""Where an article says that it has something from an outlet: the Post reported, she told Politico."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.parties import Party, party_at
from hearsay.lexicon import load_table, load_words
from hearsay.model import How

# How far before the name what an outlet is can begin, and the interview that it published stand, in tokens.
KIND = 3
INTERVIEW = 6
# How far behind its name, in tokens, those can stand whom an outlet brought together.
AUDIENCE = 3
# How far back, in tokens, the outlet can be named that "the channel" is.
NAMED = 150
# How far before its name, in tokens, it can say that somebody is quoted by it.
QUOTING = 5
# How far before its name, in tokens, what it printed can stand.
PRINTED = 9


@dataclass(frozen=True, slots=True)
class Reliance:
    """An outlet that the article relies on, by the tokens that name it; `told` where somebody spoke to it."""

    party: Party
    how: How
    told: bool = False


def reliances(prose: Prose, called: Collection[str]) -> list[Reliance]:
    """The outlets that the article relies on, in the order of the text.

    `called` are the names that it says are outlets' (`called_outlets`).
    """
    found: list[Reliance] = []
    words, kinds = prose.tokens.words, load_words("outlet_kinds")
    names = _outlet_names() | {name.split()[-1] for name in called}
    small = load_words("small_agencies")
    last = -1
    named: Party | None = None
    for at, word in enumerate(prose.low):
        if word in kinds and at >= last and words[at][0].islower():
            party = _called(prose, at) or _known(prose, at, named)
            relied = None if party is None else _relied(prose, party)
            if party is not None:
                last, named = party.stop, party if party.name is not None else named
            if relied is not None:
                found.append(relied)
            continue
        if word in small and words[at] == word and at >= last:
            # The agency dpa writes itself small.
            relied = _relied(prose, Party(at, at + 1, word, "agency"))
            found += [] if relied is None else [relied]
            continue
        if word in names and at >= last and words[at][0].isupper():
            party = _outlet_around(prose, at, called)
            if party is not None:
                last = party.stop
                named = party
                relied = _relied(prose, party)
                if relied is not None:
                    found.append(relied)
    return found


def between(found: Sequence[Reliance], start: int, stop: int) -> Sequence[Reliance]:
    """Those that are named among the tokens [start, stop)."""
    first = bisect_left(found, start, key=lambda each: each.party.start)
    return found[first : bisect_left(found, stop, key=lambda each: each.party.start)]


def _called(prose: Prose, at: int) -> Party | None:
    """The outlet whose name stands beside what it is: the daily Aften, Lantern magazine."""
    first, _ = prose.sentence(at)
    behind = prose.low[at] in load_words("kinds_behind_names")
    if behind and at > first and prose.tokens.words[at - 1][0].isupper():
        return _outlet_around(prose, at - 1)
    for start in range(at, max(first, at - KIND) - 1, -1):
        bare = start < at and prose.low[start] in ("told", "to", "by")
        if prose.low[start] in ("the", "a", "an") or bare:
            party = party_at(prose, start + bare)
            named = party is not None and party.kind in ("outlet", "agency") and party.stop > at + 1
            return party if named else None
    return None


def _known(prose: Prose, at: int, named: Party | None) -> Party | None:
    """The outlet named last, where only what it is stands there: told the magazine."""
    if named is None or at == 0 or prose.low[at - 1] != "the":
        return None
    after = prose.tokens.words[at + 1] if at + 1 < len(prose.low) else ""
    return None if after[:1].isalnum() and after[0].isupper() else replace(named, start=at - 1, stop=at + 1)


def outlet_before(prose: Prose, at: int) -> Party | None:
    """The outlet that was named last before the token, within reach."""
    words, names = prose.tokens.words, _outlet_names()
    for back in range(at - 1, max(-1, at - NAMED), -1):
        if prose.low[back] in names and words[back][0].isupper():
            party = _outlet_around(prose, back)
            if party is not None:
                return party
    return None


def called_outlets(prose: Prose) -> frozenset[str]:
    """Names, in small letters, that the text somewhere says are outlets': the newspaper Free Ledger.

    A short name, which needs its article, has it: the comet.
    """
    found = set()
    words, telling = prose.tokens.words, _telling_words()
    for at in [at for at, word in enumerate(prose.low) if word in telling]:
        if prose.low[at] in load_words("outlet_kinds") and words[at][0].islower():
            party = _called(prose, at)
            if party is not None and party.name is not None:
                found.add(party.name.lower())
        elif prose.low[at] in _outlet_names() and words[at][0].isupper():
            # The Daily Comet is the Comet.
            party = _outlet_around(prose, at)
            if party is not None and party.name is not None and " " in party.name:
                found.add("the " + party.name.split()[-1].lower())
    return frozenset(found)


def _outlet_around(prose: Prose, at: int, called: Collection[str] = ()) -> Party | None:
    """The name that the word belongs to, if it is that of an outlet; `called` are names said to be one."""
    words, low = prose.tokens.words, prose.low
    first, _ = prose.sentence(at)
    start = at
    while start > first and (words[start - 1][0].isupper() or low[start - 1] in ("of", "&")):
        start -= 1
    while start < at and (low[start] in load_words("function_words") or not words[start][0].isupper()):
        start += 1
    if start > first and low[start - 1] in ("the", "an", "a"):
        start -= 1
    party = party_at(prose, start)
    if party is None or party.name is None or not party.start <= at < party.stop:
        return None
    if party.name.lower() in called or (low[party.start] == "the" and f"the {party.name.lower()}" in called):
        return replace(party, kind="outlet")
    return party if party.kind in ("outlet", "agency") else None


def _relied(prose: Prose, party: Party) -> Reliance | None:
    low = prose.low
    if (party.name or "").lower() in load_words("outlet_kinds"):
        # The TV is on.
        return None
    before = low[max(0, party.start - 2) : party.start]
    after = low[party.stop] if party.stop < len(low) else ""
    # A name that owns something is no hand: the Post's editor said.
    if after in ("'s", "'"):
        return None
    if before[-1:] and before[-1] in ("told", "tells", "telling") and _is_audience(prose, party):
        # Told a Post lunch group.
        return None
    if before[-1:] and before[-1] in load_words("clause_leads"):
        # After the Post revealed it, he left: when, and not from whom.
        return None
    if before[-1:] and before[-1] in ("told", "tells", "telling", "tell"):
        return None if _is_broadcaster(party) else Reliance(party, "reported", told=True)
    if " ".join(before) in load_words("said_to_outlets"):
        return None if _is_broadcaster(party) else Reliance(party, "reported", told=True)
    if before[-1:] == ["by"] and _is_quoting(low, party.start):
        # Was quoted as saying by the Post.
        return Reliance(party, "reported")
    if before == ["according", "to"] or before[-1:] in (["per"], ["citing"]):
        return Reliance(party, "reported")
    if before[-1:] == ["by"] and before[0] in _reports():
        return Reliance(party, "reported")
    if before[-1:] == ["by"] and before[0] in load_words("printing_verbs"):
        # In an interview published by Lantern.
        talked = "interview" in low[max(0, party.start - INTERVIEW) : party.start]
        return Reliance(party, "reported", told=True) if talked and not _is_broadcaster(party) else None
    if before[-1:] and before[-1] in ("in", "by", "on") and _is_printed(low, party.start):
        # In an op-ed published on Sunday in the Post.
        return Reliance(party, "published", told=True)
    if before[-1:] and before[-1] in ("for", "of", "at"):
        # A columnist for the Post said.
        return None
    at = party.stop
    while at < len(low) and (
        low[at] in ("first", "also", "has", "had", "have", "later") or is_adverb(low[at])
    ):
        at += 1
    if at < len(low) and low[at] in load_words("calendar_words"):
        at += 1
    if at < len(low) and low[at] in _reports():
        return Reliance(party, "reported")
    if before[-1:] and before[-1] in _reports() and after in (".", ",", "”", '"'):
        return Reliance(party, "reported")
    return None


def _is_printed(low: Sequence[str], start: int) -> bool:
    """Whether what somebody wrote was published there: in an op-ed published on Sunday in."""
    lead = low[max(0, start - PRINTED) : start]
    out = [n for n, word in enumerate(lead) if word in load_words("printing_verbs")]
    return bool(out) and any(word in load_words("printed_writings") for word in lead[: out[-1]])


def _is_quoting(low: Sequence[str], start: int) -> bool:
    """Whether somebody is quoted by the outlet: quoted saying by, was quoted as saying by."""
    lead = low[max(0, start - QUOTING) : start - 1]
    return "quoted" in lead and all(
        word in ("quoted", "as", "saying") for word in lead[lead.index("quoted") :]
    )


def _is_audience(prose: Prose, party: Party) -> bool:
    """Whether the name only says by whom those are gathered who were spoken to: a Post lunch group."""
    if prose.low[party.start] not in ("a", "an", "the"):
        return False
    behind = prose.low[party.stop : party.stop + AUDIENCE]
    gathered = [n for n, word in enumerate(behind) if word in load_words("gatherings")]
    small = load_words("function_words")
    return bool(gathered) and not any(word in small or not word.isalpha() for word in behind[: gathered[0]])


def _is_broadcaster(party: Party) -> bool:
    words = {word.lower() for word in (party.name or "").split()}
    return bool(words & load_words("broadcasters"))


@cache
def _reports() -> frozenset[str]:
    """Verbs by which an outlet reports."""
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["lemma"] in load_words("outlet_verbs"))


@cache
def _telling_words() -> frozenset[str]:
    """Words that say what an outlet is, and those that names of outlets are known by."""
    return _outlet_names() | load_words("outlet_kinds")


@cache
def _outlet_names() -> frozenset[str]:
    rows = load_table("body_kinds")
    return (
        frozenset(row["word"] for row in rows if row["kind"] == "outlet")
        | load_words("agencies")
        | load_words("broadcasters")
    )
