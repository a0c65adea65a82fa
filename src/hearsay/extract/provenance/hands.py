"""Through whose hands a thing came, as its sentence says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.mentions import Mention, Mentions
from hearsay.extract.provenance.parties import Party, owned_at, party_before
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_table, load_words
from hearsay.model import ArtefactKind, How

# How far behind a thing, in tokens, a participle can still speak of it, and a "by" behind a participle.
BEHIND = 30
BY = 7
# How far back, in tokens, the recording of remarks that were obtained was named.
FAR = 400
# How close behind it to whom it was given.
GIVEN = 2
# How far before a thing the verb can stand whose object it is.
OBJECT = 9
# What nobody but the article or an outlet can say so that it counts: others accuse.
_ACCUSING: frozenset[How] = frozenset({"leaked", "provided", "recorded"})
# What comes from somebody else than who wrote it: a letter from Orlov is his.
_PASSED_ON: frozenset[ArtefactKind] = frozenset({"recording", "document", "transcript"})


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody through whose hands a thing came, and what he did with it.

    `verb` is the token that tells; `leaked` that it came to him by a leak.
    """

    party: Party
    how: How
    verb: int
    leaked: bool = False


@dataclass(frozen=True, slots=True)
class _Verb:
    by: How | None
    to: How | None
    with_: How | None
    from_: How | None
    active: bool


def hands_of(prose: Prose, mentions: Mentions, voices: Voices) -> list[list[Hand]]:
    """For each mention the hands that its sentence tells of, in the order of the text.

    That somebody leaked, passed on or made a thing counts where the article or an outlet says so; what others
    say of it ("he was recorded by the secret service", an opponent said) is their claim.
    """
    found: list[list[Hand]] = [[] for _ in mentions.all]
    verbs = _verbs()
    for at, word in enumerate(prose.low):
        if word in verbs:
            read = list(_read(prose, mentions, voices, at, verbs[word]))
            # Who tells from whom he had it himself is believed.
            own = any(hand.how == "obtained" and voices.is_teller(at, hand.party) for _, hand in read)
            for index, hand in read:
                if hand.how in _ACCUSING and not own and voices.is_claimed(at):
                    continue
                if all(hand.party.start != other.party.start for other in found[index]):
                    found[index].append(hand)
    for mention, hands in zip(mentions.all, found, strict=True):
        citing = _citing(prose, mention)
        if citing is not None:
            hands.append(citing)
    for hands in found:
        hands.sort(key=lambda hand: hand.party.start)
    return found


def _citing(prose: Prose, mention: Mention) -> Hand | None:
    """The outlet that cites the thing for its report: CNN reported on Monday, citing a recording."""
    low = prose.low
    first, _ = prose.sentence(mention.head)
    if mention.start == first or low[mention.start - 1] != "citing":
        return None
    for at in range(mention.start - 2, max(first, mention.start - BEHIND) - 1, -1):
        if low[at] in _reports():
            party = party_before(prose, at)
            if party is not None and party.kind in ("outlet", "agency"):
                return Hand(party, "reported", at)
    return None


@cache
def _reports() -> frozenset[str]:
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["lemma"] in load_words("outlet_verbs"))


def _read(
    prose: Prose, mentions: Mentions, voices: Voices, at: int, verb: _Verb
) -> Iterator[tuple[int, Hand]]:
    """The hands that the verb at the token tells of, with the number of the mention it speaks of."""
    low = prose.low
    first, last = prose.sentence(at)
    if low[at] == "public" and low[max(first, at - 1)] != "made":
        return
    passive = _is_passive(prose, at, first, last)
    given = None
    if passive:
        thing = _thing_before(prose, mentions, at, first)
        if thing is None and verb.to is not None:
            thing = _thing_behind(prose, mentions, at, last)
            given = _given_to(prose, voices, at, first) if thing is not None else None
    else:
        if not verb.active or low[at + 1 : at + 2] == ["of"]:
            # The releases of emails are no verb.
            return
        thing = (
            _thing_behind(prose, mentions, at, last)
            if low[at + 1 : at + 2] not in (["it"], ["them"])
            else next(reversed(mentions.between(first, at)), None)
        ) or _relative_thing(prose, mentions, at, first)
    told = thing is not None
    if thing is None and low[at] in _recording_verbs():
        thing = _event_recorded(prose, mentions, at, first if passive else at + 1, at if passive else last)
    if thing is None and passive:
        thing = _event_obtained(prose, mentions, at, first)
    if thing is None:
        return
    index = mentions.index(thing)
    behind = max(at + 1, thing.stop if told and thing.head > at else 0)
    if given is not None and verb.to is not None:
        yield index, Hand(given, verb.to, at)
    if not passive and verb.by is not None:
        subject = _subject(prose, voices, at, first)
        if subject is not None and not subject.start <= thing.head < subject.stop:
            # Who released it to somebody passed it on.
            handed = verb.to is not None and any(word in ("to", "with") for word in low[behind : behind + 2])
            yield index, Hand(subject, "provided" if handed and verb.by == "published" else verb.by, at)
    for preposition in range(behind, min(last, behind + BY)):
        word = low[preposition]
        if word in (";", ":", "“", '"') or (word in _verbs() and preposition > behind):
            break
        near = preposition - behind < GIVEN and (preposition == behind or not low[behind].endswith("ing"))
        how = _how_behind(verb, word, thing, passive=passive, near=near)
        party = owned_at(prose, preposition + 1) if how is not None else None
        if party is not None and low[at] in ("aired", "broadcast") and party.kind in ("person", "unknown"):
            party = replace(party, kind="outlet")
        if party is not None and how is not None:
            yield index, Hand(party, how, at, verb.by == "leaked")
            if word == "by":
                break


def _how_behind(verb: _Verb, word: str, thing: Mention, *, passive: bool, near: bool) -> How | None:
    """What the one behind the preposition did with the thing."""
    if word == "by":
        return verb.by if passive else None
    if word == "from":
        return verb.from_ if thing.kind in _PASSED_ON else None
    if not near:
        return None
    return verb.to if word == "to" else verb.with_ if word == "with" else None


def _subject(prose: Prose, voices: Voices, at: int, first: int) -> Party | None:
    """Whose deed the verb tells of; in reported words "it" is who tells them."""
    before = at - 1
    while before > first and (prose.low[before] in ("has", "had", "have") or is_adverb(prose.low[before])):
        before -= 1
    if prose.low[before] in ("it", "we", "they") and before >= first:
        return voices.teller(before)
    if prose.low[before] == "who" and before > first + 1:
        # His driver, who gave the tape to a station.
        return party_before(prose, before - (prose.low[before - 1] == ","))
    return party_before(prose, at) or _shared_subject(prose, at, first)


def _given_to(prose: Prose, voices: Voices, at: int, first: int) -> Party | None:
    """Who was given the thing: the Beacon was given the file."""
    before = at - 1
    while before > first and (prose.low[before] in _be() or is_adverb(prose.low[before])):
        before -= 1
    if prose.low[before] in ("it", "we", "they"):
        return voices.teller(before)
    return party_before(prose, before + 1)


def _is_passive(prose: Prose, at: int, first: int, last: int) -> bool:
    """A participle behind what it is about: emails obtained by, the tape was leaked to."""
    low = prose.low
    before = at - 1
    while before > first and (is_adverb(low[before]) or low[before] in ("first", "also", "not", "later")):
        before -= 1
    if before >= first and low[before] in _be():
        return True
    if before >= first and low[before] in ("has", "had", "have"):
        return False
    follow = at + 1
    while follow < last and is_adverb(low[follow]):
        follow += 1
    after = low[follow] if follow < last else ""
    if after in ("on", "in", "last", "this", "earlier", "online") or after in load_words("calendar_words"):
        return "by" in low[follow + 1 : min(last, follow + 4)]
    if after == "through":
        return low[follow + 1 : follow + 2] == ["by"]
    return after in ("by", "to", "with", "from") and low[follow : follow + 2] != ["with", "the"]


def _thing_before(prose: Prose, mentions: Mentions, at: int, first: int) -> Mention | None:
    """The thing that a participle behind it speaks of."""
    near = mentions.between(max(first, at - BEHIND), at)
    if prose.low[at - 1] == "and" and len(near) > 1:
        # Obtained for their book and aired by: what was obtained was aired.
        verb = next((i for i in range(at - 2, first, -1) if prose.low[i] in _verbs()), first)
        near = [each for each in near if each.head < verb] or near
    for thing in reversed(near):
        between = prose.low[thing.stop : at]
        if any(word in (";", ":", "“", '"', "”") for word in between):
            return None
        if any(word in _reporting() for word in between):
            return None
        return thing
    return None


def _thing_behind(prose: Prose, mentions: Mentions, at: int, last: int) -> Mention | None:
    """The thing that is the object of the verb; not of what it did for, about or after the thing."""
    near = mentions.between(at + 1, min(last, at + 1 + OBJECT + 4))
    if not near or near[0].start > at + OBJECT:
        return None
    between = prose.low[at + 1 : near[0].start]
    return near[0] if not any(word in _turning() or word in ",;:" for word in between) else None


def _relative_thing(prose: Prose, mentions: Mentions, at: int, first: int) -> Mention | None:
    """The thing before the verb's subject: the emails that WikiLeaks released."""
    subject = party_before(prose, at)
    if subject is None:
        return None
    start = subject.start
    if start > first and prose.low[start - 1] in ("that", "which"):
        start -= 1 + (prose.low[start - 2] == ",")
    near = mentions.between(max(first, start - 3), start)
    return near[-1] if near and near[-1].stop >= start else None


def _event_recorded(prose: Prose, mentions: Mentions, at: int, first: int, last: int) -> Mention | None:
    """Taped the speech, the call was recorded: the recording that the text speaks of next to it."""
    if not any(
        word in load_words("taped_events") for word in prose.low[max(first, at - 6) : min(last, at + 6)]
    ):
        return None
    start, stop = prose.paragraph(at)
    recordings = [each for each in mentions.between(start, stop) if each.kind == "recording"]
    return min(recordings, key=lambda each: abs(each.head - at), default=None)


def _event_obtained(prose: Prose, mentions: Mentions, at: int, first: int) -> Mention | None:
    """His remarks were obtained by: the recording of them that the text spoke of last."""
    if not any(word in load_words("taped_events") for word in prose.low[max(first, at - BEHIND) : at]):
        return None
    before = mentions.between(max(0, at - FAR), at)
    return next((each for each in reversed(before) if each.kind == "recording"), None)


def _shared_subject(prose: Prose, at: int, first: int) -> Party | None:
    """The subject of the verb before "and": a guest taped the speech and | shared it."""
    low = prose.low
    if at <= first or low[at - 1] != "and":
        return None
    for before in range(at - 2, max(first, at - BEHIND) - 1, -1):
        if low[before] in _verbs():
            return party_before(prose, before)
    return None


@cache
def _verbs() -> dict[str, _Verb]:
    return {
        row["form"]: _Verb(
            cast(How, row["by"]) or None,
            cast(How, row["to"]) or None,
            cast(How, row["with"]) or None,
            cast(How, row["from"]) or None,
            row["active"] == "yes",
        )
        for row in load_table("provenance_verbs")
    }


@cache
def _turning() -> frozenset[str]:
    """Words behind which a noun is no object of the verb before them."""
    return load_words("phrase_borders") - load_words("object_leads")


@cache
def provenance_forms() -> frozenset[str]:
    """The forms of verbs by which things go from hand to hand."""
    return frozenset(_verbs())


@cache
def _recording_verbs() -> frozenset[str]:
    return frozenset(form for form, verb in _verbs().items() if verb.by == "recorded")


@cache
def _be() -> frozenset[str]:
    return frozenset(row["form"] for row in load_table("auxiliaries") if row["sort"] == "be")


@cache
def _reporting() -> frozenset[str]:
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["mode"] == "speech") - frozenset(_verbs())
