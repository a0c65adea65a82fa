"""Who is named as a hand: the noun phrase behind "by", or before a verb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.name_words import given_gender
from hearsay.extract.prose import Prose, is_adverb
from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.outlets import shipped
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
    _, last = prose.sentence(start)
    last = min(last, start + LONGEST)
    at = start
    leads = load_words("numerals") | load_words("former_words")
    while at < last and (low[at] in _determiners() or (low[at] in leads and words[at][0].islower())):
        at += 1
    if at >= last or not words[at][0].isalnum() or low[at] in _pronouns():
        return None
    stop = _name_end(prose, at, last)
    if stop == at + 1 and low[at].endswith("day") and low[at] in load_words("calendar_words"):
        # Released Thursday.
        return None
    if stop > at:
        return _with_others(prose, _named(prose, start, at, stop))
    if low[at] in load_words("function_words"):
        return None
    called = at
    while called < last and called < at + CALLED and low[called].isalpha() and not words[called][0].isupper():
        called += 1
    if at < called < last and words[called][0].isupper() and low[called - 1] in load_words("outlet_kinds"):
        # The broadcaster Sable One.
        named = _named(prose, start, called, _name_end(prose, called, last))
        return Party(start, named.stop, named.name, "agency" if low[called - 1] == "agency" else "outlet")
    if at < called < last and words[called][0].isupper() and low[called - 1] in _people():
        # The journalists Ada Holt and Ben Reyl.
        named = _with_others(prose, _named(prose, called, called, _name_end(prose, called, last)))
        return Party(start, named.stop, named.name, named.kind)
    stop = _noun_end(prose, at, last)
    return Party(start, stop, None, "unknown") if stop > at else None


def owned_at(prose: Prose, start: int) -> Party | None:
    """Who is named from the token `start` on, where that can be somebody by whose he is: Orlov's driver."""
    party = party_at(prose, start)
    if party is None or prose.low[party.stop : party.stop + 1] != ["'s"]:
        return party
    _, last = prose.sentence(start)
    stop = _noun_end(prose, party.stop + 1, min(last, start + LONGEST))
    return Party(start, stop, None, "unknown") if stop > party.stop + 1 else party


def party_before(prose: Prose, stop: int) -> Party | None:
    """Who is named right before the token `stop`, the subject of a verb there."""
    low, words = prose.low, prose.tokens.words
    first, _ = prose.sentence(stop - 1) if stop else (0, 0)
    first = max(first, stop - LONGEST)
    at = stop - 1
    while at >= first and (low[at] in _skipped() or words[at].isdigit() or is_adverb(low[at])):
        at -= 1
    if at < first or not words[at][0].isalnum() or low[at] in _pronouns():
        return None
    start = at
    while start >= first and words[start][0].isupper():
        start -= 1
    named = party_at(prose, start + 1) if start < at else None
    outlet = named is not None and named.kind in ("outlet", "agency")
    whole = named is not None and named.name is not None and named.stop == at + 1
    if whole and (outlet or _is_whole(prose, start)):
        return named
    start = at
    while start > first and _goes_left(prose, start - 1):
        start -= 1
    while start <= at and (low[start] in _leading() or not words[start][0].isalnum()):
        start += 1
    if start > first and low[start - 1] == "by":
        return None
    found = party_at(prose, start) if start <= at else None
    return found if found is not None and found.stop == at + 1 else None


def _is_whole(prose: Prose, before: int) -> bool:
    """Whether a name that begins behind the token is no part of a longer one, nor what another name is of."""
    return prose.low[before] not in (".", "&", "and", "of", "'s", "by", ",") if before >= 0 else True


def kind_of_name(name: str) -> LinkKind:
    """What a name is of, by its words: an outlet, an agency, an organisation, a person, or unknown."""
    words = [word.strip(".,").lower() for word in name.removeprefix("The ").split()]
    listed = _listed().get(" ".join(words))
    agency = any(word in load_words("agencies") for word in words) or words[:2] == ["associated", "press"]
    if agency or listed == "agency":
        return "agency"
    if listed is not None or any(word in _outlet_words() for word in words):
        return "outlet"
    if any(word in load_words("organisation_words") for word in words) or (
        len(words) == 1 and words[0] in load_words("outlet_words")
    ):
        return "organisation"
    first = words[0] if words else ""
    if first in load_words("name_titles") or given_gender(first) is not None:
        return "person"
    return "person" if len(words) in (2, 3) and all(word.isalpha() for word in words) else "unknown"


def is_outlet(name: str | None) -> bool:
    return name is not None and kind_of_name(name) in ("outlet", "agency")


def _with_others(prose: Prose, party: Party) -> Party:
    """A person with those named beside him: Ada Holt, Tom Brandt and Ben Reyl."""
    low, words = prose.low, prose.tokens.words
    names, stop = [party.name or ""], party.stop
    while party.kind == "person" and len(names) < JOINED:
        joint = stop + (low[stop : stop + 2] == [",", "and"])
        if not (joint + 1 < len(low) and low[joint] in ("and", ",") and words[joint + 1][0].isupper()):
            break
        end = _name_end(prose, joint + 1, min(len(low), joint + 1 + LONGEST))
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


def _name_end(prose: Prose, at: int, last: int) -> int:
    """Where the name that begins at the token ends; `at` where none does."""
    words, low = prose.tokens.words, prose.low
    stop = at
    while stop < last:
        word = words[stop]
        if stop == at and low[at] in load_words("function_words"):
            return at
        if word[0].isupper() or (stop > at and word[0].isdigit()):
            stop += 1
        elif stop == at:
            return at
        elif low[stop] in _inside_names() and stop + 1 < last and words[stop + 1][0].isupper():
            if word == "." and len(words[stop - 1]) > 3:
                break
            stop += 2
        elif low[stop] in ("of", "for", "the") and stop + 1 < last:
            ahead = stop + 1 + (low[stop + 1] == "the")
            if ahead < last and words[ahead][0].isupper() and low[stop] == "of":
                stop = ahead + 1
                continue
            break
        else:
            break
    while stop - at > 1 and low[stop - 1] in load_words("calendar_words"):
        stop -= 1
    return stop


def _noun_end(prose: Prose, at: int, last: int) -> int:
    """Where a description in small letters ends: attorneys for the family, a person in attendance."""
    low, words = prose.low, prose.tokens.words
    stop = at
    while stop < last:
        word = low[stop]
        if word in ("of", "for", "in") and stop > at and stop + 1 < last and words[stop + 1][0].isalnum():
            inner = stop + 1
            while inner < last and low[inner] in ("a", "an", "the"):
                inner += 1
            if (
                inner < last
                and low[inner] not in _borders() | _determiners()
                and (word != "in" or low[inner] == "attendance")
            ):
                stop = inner + 1
                continue
            break
        if not words[stop][0].isalnum() or (word in _borders() and stop > at):
            break
        if word in _borders() or word in _determiners():
            break
        stop += 1
    return stop


def _goes_left(prose: Prose, at: int) -> bool:
    """Whether the token can belong to the phrase that goes on behind it."""
    low, words = prose.low, prose.tokens.words
    word = low[at]
    if words[at][0].isupper() or word in _determiners() or word in ("of", "for", "&", "and"):
        return True
    if word in ("'s", ".") or low[at : at + 2] == ["in", "attendance"]:
        return True
    if word == ",":
        # In a list of names: Ada Holt, Tom Brandt and.
        return 0 < at < len(words) - 1 and words[at - 1][0].isupper() and words[at + 1][0].isupper()
    return words[at][0].isalpha() and word not in _borders()


@cache
def _determiners() -> frozenset[str]:
    rows = load_table("word_classes")
    classes = ("determiner", "possessive", "object-pronoun+possessive")
    return frozenset(row["form"] for row in rows if row["class"] in classes) | {"several", "another"}


@cache
def _pronouns() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(
        row["form"] for row in rows if row["class"].startswith(("pronoun", "object-pronoun"))
    ) - {"her", "one", "some"}


@cache
def _borders() -> frozenset[str]:
    """Words at which a description ends: prepositions, verbs, and what joins clauses."""
    forms = {row["form"] for row in load_table("auxiliaries")}
    forms |= {row["form"] for row in load_table("reporting_verbs")}
    forms |= {row["form"] for row in load_table("provenance_verbs")}
    lists = ("phrase_borders", "calendar_words", "sentence_adverbs")
    return frozenset(forms.union(*map(load_words, lists), ("and", "or", "but", "that", "then", "also")))


@cache
def _skipped() -> frozenset[str]:
    """What can stand between a subject and its verb."""
    return load_words("before_verbs") | load_words("calendar_words")


@cache
def _leading() -> frozenset[str]:
    return frozenset({"of", "for", "and", "but", "then", "&", "'s"})


@cache
def _inside_names() -> frozenset[str]:
    return frozenset({"&", ".", "-", "’s", "'s"}) | load_words("name_particles")


@cache
def _outlet_words() -> frozenset[str]:
    rows = load_table("body_kinds")
    return frozenset(row["word"] for row in rows if row["kind"] == "outlet") | load_words("broadcasters")


@cache
def _listed() -> dict[str, LinkKind]:
    """The outlets of lexicon/outlets.tsv by their names in small letters, but for ordinary words."""
    found: dict[str, LinkKind] = {}
    for outlet in shipped():
        kind: LinkKind = "agency" if outlet.kind == "agency" else "outlet"
        for name in (outlet.name, *outlet.aliases):
            words = name.lower().removeprefix("the ").split()
            if len(words) > 1 or (words and words[0] not in load_words("ordinary_words")):
                found.setdefault(" ".join(words), kind)
    return found


@cache
def _people() -> frozenset[str]:
    """Nouns for persons, before their names."""
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"].startswith("person"))
