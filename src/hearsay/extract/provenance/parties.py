"""Who is named as a hand: the noun phrase behind "by", or before a verb."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.party_kinds import kind_of_name
from hearsay.extract.provenance.party_words import determiners, goes_left, name_end, noun_end
from hearsay.lexicon import load_table, load_words
from hearsay.model import LinkKind

# The longest phrase, in tokens, that is taken for a hand.
LONGEST = 12
# As many persons are taken together as one hand.
JOINED = 5
# How far before its name, in tokens, it is said that an outlet is one (the state broadcaster X).
CALLED = 3


@dataclass(frozen=True, slots=True)
class Party:
    """The tokens [start, stop) that name somebody; `name` is the name in them, `None` for a description."""

    start: int
    stop: int
    name: str | None
    kind: LinkKind


def party_at(prose: Prose, start: int) -> Party | None:
    """Who is named from the token `start` on, within its sentence; `None` for a pronoun or nobody."""
    low, words = prose.low, prose.tokens.words
    if start >= len(low):
        return None
    if low[start] == "this" and any(
        word in load_words("outlet_kinds") for word in low[start + 1 : start + 2]
    ):
        # This newspaper is the article's own outlet.
        return None
    first, last = prose.sentence(start)
    last = min(last, start + LONGEST)
    at = start
    leads = load_words("numerals") | load_words("former_words")
    while at < last and (
        low[at] in determiners() or (low[at] in leads and (at == first or words[at][0].islower()))
    ):
        at += 1
    if at >= last or not words[at][0].isalnum() or low[at] in _pronouns():
        return None
    stop = name_end(prose, at, last)
    if stop == at + 1 and low[at] in load_words("calendar_words"):
        # Released Thursday, made public by Feb. 3.
        return None
    if at < stop < last and low[stop] in load_words("kinds_behind_names"):
        # Lantern magazine.
        return replace(_named(prose, start, at, stop), stop=stop + 1, kind="outlet")
    people = stop == at + 1 < last and low[at] in load_words("peoples")
    if people and (
        start < at or low[stop] in load_words("outlet_kinds") or low[stop] in load_words("broadcasters")
    ):
        end = noun_end(prose, stop, last) if words[stop][0].islower() else stop
        named = _named_behind(prose, start, end, last) if end > stop else None
        if named is not None:
            # The Russian daily Aften; a Russian daily, Aften.
            return named
        if end > stop:
            # An American network.
            known = end == stop + 1 and low[stop] in load_words("outlet_kinds")
            return Party(start, end, None, "outlet" if known else "unknown")
    if stop > at:
        return _with_others(prose, _named(prose, start, at, stop))
    if low[at] in load_words("function_words"):
        return None
    called = at
    while called < last and called < at + CALLED and low[called].isalpha() and not words[called][0].isupper():
        called += 1
    if at < called < last and words[called][0].isupper() and low[called - 1] in load_words("outlet_kinds"):
        # The broadcaster Sable One.
        named = _named(prose, start, called, name_end(prose, called, last))
        return Party(start, named.stop, named.name, "agency" if low[called - 1] == "agency" else "outlet")
    if at < called < last and words[called][0].isupper() and low[called - 1] in _groups():
        # The group Open Drawer.
        named = _named(prose, start, called, name_end(prose, called, last))
        return replace(named, kind="organisation")
    if at < called < last and words[called][0].isupper() and low[called - 1] in _people():
        # The journalists Ada Holt and Ben Reyl.
        named = _with_others(prose, _named(prose, called, called, name_end(prose, called, last)))
        return Party(start, named.stop, named.name, named.kind)
    stop = noun_end(prose, at, last)
    named = _named_behind(prose, start, stop, last) if stop > at else None
    if named is not None:
        return named
    # The paper: the outlet that was named.
    known = low[start] == "the" and stop == at + 1 and low[at] in load_words("outlet_kinds")
    return Party(start, stop, None, "outlet" if known else "unknown") if stop > at else None


def owned_at(prose: Prose, start: int) -> Party | None:
    """Who is named from the token `start` on, where that can be somebody by whose he is: Orlov's driver."""
    party = party_at(prose, start)
    if party is None or prose.low[party.stop : party.stop + 1] != ["'s"]:
        return party
    _, last = prose.sentence(start)
    stop = noun_end(prose, party.stop + 1, min(last, start + LONGEST))
    named = _named_behind(prose, start, stop, last)
    if named is not None:
        # The Harbour Ledger's sister paper, the Free Courant.
        return named
    return Party(start, stop, None, "unknown") if stop > party.stop + 1 else party


def _named_behind(prose: Prose, start: int, stop: int, last: int) -> Party | None:
    """The outlet whose name stands behind what it is: a local portal, Open Drawer; the daily Aften."""
    low, words = prose.low, prose.tokens.words
    kinds = load_words("outlet_kinds")
    kind = next((at for at in range(start, stop) if low[at] in kinds and words[at][0].islower()), last)
    begin = kind + 1 + (low[kind + 1 : kind + 2] == [","])
    begin += low[begin : begin + 1] == ["the"]
    if begin >= last or not words[begin][0].isupper():
        return None
    end = name_end(prose, begin, last)
    if end <= begin or (begin > kind + 1 and end < last and low[end] not in (",", ".", ";", ")", "and")):
        # What a name begins behind a comma is no apposition if it goes on: a paper, Brandt said.
        return None
    return replace(_named(prose, start, begin, end), kind="agency" if low[kind] == "agency" else "outlet")


def party_before(prose: Prose, stop: int) -> Party | None:
    """Who is named right before the token `stop`, the subject of a verb there."""
    low, words = prose.low, prose.tokens.words
    first, _ = prose.sentence(stop - 1) if stop else (0, 0)
    first = max(first, stop - LONGEST)
    at = stop - 1
    while at >= first and (low[at] in _skipped() or words[at].isdigit() or is_adverb(low[at])):
        at -= 1
    if at < first or not words[at][0].isalpha() or low[at] in _pronouns():
        # 250,000 | leaked files: a number does nothing.
        return None
    start = at
    while start >= first and words[start][0].isupper():
        start -= 1
    named = party_at(prose, start + 1) if start < at else None
    outlet = named is not None and named.kind in ("outlet", "agency")
    whole = named is not None and named.name is not None and named.stop == at + 1
    if named is not None and whole and named.kind == "person" and start >= first and low[start] == "'s":
        outlet_of = party_before(prose, start)
        if outlet_of is not None and outlet_of.kind in ("outlet", "agency"):
            # The Courier's Ada Holt is the Courier.
            return replace(outlet_of, stop=named.stop)
    if named is not None and whole and (outlet or _is_whole(prose, start)):
        led = outlet and named.start > first and low[named.start - 1] == "the"
        return replace(named, start=named.start - 1) if led else named
    start = at
    while start > first and goes_left(prose, start - 1):
        start -= 1
    while start <= at and (low[start] in _leading() or not words[start][0].isalnum()):
        start += 1
    if start > first and low[start - 1] == "by":
        return None
    found = owned_at(prose, start) if start <= at else None
    opens = start == first and start < at and low[start] not in load_words("function_words")
    if found is not None and found.stop != at + 1 and opens and words[start + 1][0].islower():
        # Unknown hackers: a capital that opens the sentence begins no name.
        stop = noun_end(prose, start + 1, at + 1)
        return Party(start, stop, None, "unknown") if stop == at + 1 else None
    return found if found is not None and found.stop == at + 1 else None


def _is_whole(prose: Prose, before: int) -> bool:
    """Whether a name that begins behind the token is no part of a longer one, nor what another name is of."""
    if before > 0 and prose.low[before] == "the":
        # The coach of the Sharks.
        before -= prose.low[before - 1] == "of"
    if before > 0 and prose.low[before] == "," and prose.low[before - 1] in load_words("calendar_words"):
        # On Saturday, Orlov.
        return True
    return prose.low[before] not in (".", "&", "and", "of", "'s", "by", ",") if before >= 0 else True


def _with_others(prose: Prose, party: Party) -> Party:
    """A person with those named beside him: Ada Holt, Tom Brandt and Ben Reyl."""
    low, words = prose.low, prose.tokens.words
    names, stop = [party.name or ""], party.stop
    while party.kind == "person" and len(names) < JOINED:
        joint = stop + (low[stop : stop + 2] == [",", "and"])
        if not (joint + 1 < len(low) and low[joint] in ("and", ",") and words[joint + 1][0].isupper()):
            break
        end = name_end(prose, joint + 1, min(len(low), joint + 1 + LONGEST))
        other = _named(prose, joint + 1, joint + 1, end)
        if other.kind != "person" or other.name is None:
            break
        names.append(other.name)
        stop = end
        if low[joint] == "and":
            break
    else:
        return party
    if len(names) == 1 or low[stop - len(names[-1].split()) - 1] not in ("and",):
        return party
    return Party(party.start, stop, "; ".join(names), "person")


def _named(prose: Prose, start: int, first: int, stop: int) -> Party:
    offset, end = prose.span(first, stop)
    name = " ".join(prose.text[offset:end].split())
    if prose.low[first] in load_words("name_titles") and stop - first > 1:
        name = " ".join(name.split()[1:]) if "." not in prose.low[first + 1 : first + 2] else name
        return Party(start, stop, name.lstrip(". "), "person")
    kind = kind_of_name(name)
    if kind == "person" and first > start and prose.low[start] == "the":
        # The Free Ledger is none, whatever it is.
        kind = "organisation"
    return Party(start, stop, name, kind)


@cache
def _pronouns() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(
        row["form"] for row in rows if row["class"].startswith(("pronoun", "object-pronoun"))
    ) - {"her", "one", "some"}


@cache
def _skipped() -> frozenset[str]:
    """What can stand between a subject and its verb."""
    return load_words("before_verbs") | load_words("calendar_words")


@cache
def _leading() -> frozenset[str]:
    return frozenset({"of", "for", "and", "but", "then", "&", "'s"})


@cache
def _groups() -> frozenset[str]:
    """Nouns for bodies, before their names."""
    rows = load_table("group_nouns")
    return frozenset(row["noun"] for row in rows)


@cache
def _people() -> frozenset[str]:
    """Nouns for persons, before their names."""
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"].startswith("person"))
