"""Through whose hands a thing came, as its sentence says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from hearsay.extract.phrase_words import be_forms
from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.handed_things import (
    BEHIND,
    OBJECT,
    event_obtained,
    event_recorded,
    relative_thing,
    thing_before,
    thing_behind,
    thing_of_opening,
    thing_of_pronoun,
)
from hearsay.extract.provenance.mention import Mention
from hearsay.extract.provenance.mentions import Mentions
from hearsay.extract.provenance.parties import Party, owned_at, party_at, party_before
from hearsay.extract.provenance.passing_subjects import subject_of
from hearsay.extract.provenance.passing_verbs import PassingVerb, passing_verbs, recording_verbs
from hearsay.extract.provenance.reliance import outlet_before
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_table, load_words
from hearsay.model import ArtefactKind, How

# How far behind a participle, in tokens, a "by" can stand.
BY = 7
# The same behind a verb of recording: made last month at a private dinner in a hotel by a waiter.
MADE_BY = 16
# How close behind it to whom it was given.
GIVEN = 2
# What nobody but the article or an outlet can say so that it counts: others accuse.
_ACCUSING: frozenset[How] = frozenset({"leaked", "provided", "recorded"})
# What who airs a thing can be taken for by his name alone.
_PERHAPS_OUTLETS = frozenset({"person", "unknown", "organisation"})
# What comes from somebody else than who wrote it: a letter from Orlov is his.
_PASSED_ON: frozenset[ArtefactKind] = frozenset({"recording", "document", "transcript"})


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody through whose hands a thing came, and what he did with it.

    `verb` is the token that tells; `leaked` that it came to him by a leak; `parallel` that he had it beside
    others and not through them (has since obtained it, too).
    """

    party: Party
    how: How
    verb: int
    leaked: bool = False
    parallel: bool = False


def hands_of(prose: Prose, mentions: Mentions, voices: Voices) -> list[list[Hand]]:
    """For each mention the hands that its sentence tells of, in the order of the text.

    That somebody leaked, passed on or made a thing counts where the article or an outlet says so; what others
    say of it ("he was recorded by the secret service", an opponent said) is their claim.
    """
    found: list[list[Hand]] = [[] for _ in mentions.all]
    verbs = passing_verbs()
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
    _name_outlets(prose, found)
    for hands in found:
        hands.sort(key=lambda hand: hand.party.start)
    return found


def _name_outlets(prose: Prose, found: list[list[Hand]]) -> None:
    """Give "the channel", as a hand, the name of the outlet that was named last."""
    told = sorted(
        (hand.party for hands in found for hand in hands if hand.party.kind in ("outlet", "agency")),
        key=lambda party: party.start,
    )
    for hands in found:
        for n, hand in enumerate(hands):
            party = hand.party
            if party.name is not None or party.kind != "outlet" or prose.low[party.start] != "the":
                continue
            known = [each for each in told if each.name is not None and each.start < party.start][-1:]
            before = outlet_before(prose, party.start)
            last = max((*known, *([before] if before else [])), key=lambda each: each.start, default=None)
            if last is not None:
                hands[n] = replace(hand, party=replace(party, name=last.name))


def _citing(prose: Prose, mention: Mention) -> Hand | None:
    """The outlet that cites the thing for its report: CNN reported on Monday, citing a recording.

    One that reported that in the recording he is heard has heard it.
    """
    low = prose.low
    first, _ = prose.sentence(mention.head)
    if mention.start == first:
        return None
    told = low[max(first, mention.start - 2) : mention.start] in (["that", "in"], ["that", "on"])
    if low[mention.start - 1] != "citing" and not told:
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
    prose: Prose, mentions: Mentions, voices: Voices, at: int, verb: PassingVerb
) -> Iterator[tuple[int, Hand]]:
    """The hands that the verb at the token tells of, with the number of the mention it speaks of."""
    low = prose.low
    first, last = prose.sentence(at)
    made = at
    if verb.after:
        # Made public the audio, made the audio public.
        made = next((k for k in range(at - 1, max(first, at - OBJECT) - 1, -1) if low[k] == verb.after), -1)
        if made < 0 or (made < at - 1 and not mentions.between(made, at)):
            return
    if verb.object is not None:
        yield from _came_to(prose, mentions, at, first, verb.object)
        return
    passive = _is_passive(prose, at, first, last)
    given = None
    opening = (
        thing_of_opening(prose, mentions, at, last) if passive and low[first] in passing_verbs() else None
    )
    if opening is not None:
        thing: Mention | None = opening
    elif passive:
        thing = thing_before(prose, mentions, at, first) or thing_of_pronoun(prose, mentions, at, first)
        if thing is None and verb.to is not None:
            thing = thing_behind(prose, mentions, at, last)
            given = _given_to(prose, voices, at, first) if thing is not None else None
    else:
        put = any(word in load_words("online_places") for word in low[at + 2 : at + 2 + GIVEN])
        if not verb.active or (low[at + 1 : at + 2] in (["of"], ["on"], ["upon"]) and not put):
            # The releases of emails are no verb; seized on the tape, reported on the emails.
            return
        thing = (
            thing_behind(prose, mentions, at, last)
            if low[at + 1 : at + 2] not in (["it"], ["them"])
            else next(reversed(mentions.between(prose.paragraph(at)[0], at)), None)
        ) or relative_thing(prose, mentions, made, first)
        if thing is None and made < at:
            # Put the emails online.
            thing = next(iter(mentions.between(made, at)), None)
    told = thing is not None
    if thing is None and low[at] in recording_verbs():
        thing = event_recorded(prose, mentions, at, first if passive else at + 1, at if passive else last)
    if thing is None and passive:
        thing = event_obtained(prose, mentions, at, first)
    if thing is None:
        return
    index = mentions.index(thing)
    behind = max(at + 1, thing.stop if told and opening is None and thing.head > at else 0)
    if given is not None and verb.to is not None:
        yield index, Hand(given, verb.to, at)
    if not passive and verb.by is not None:
        subject = subject_of(prose, voices, made, first)
        if subject is not None and verb.of_outlets and subject.kind not in ("outlet", "agency"):
            subject = None
        if subject is not None and not subject.start <= thing.head < subject.stop:
            # Who released it to somebody passed it on.
            handed = verb.to is not None and any(word in ("to", "with") for word in low[behind : behind + 2])
            how: How = "provided" if handed and verb.by == "published" else verb.by
            beside = any(word in load_words("parallel_words") for word in low[max(first, at - 3) : at])
            yield index, Hand(subject, how, at, parallel=beside)
    for preposition in range(behind, min(last, behind + (MADE_BY if verb.by == "recorded" else BY))):
        word = low[preposition]
        if preposition >= behind + BY and (word == "," or not passive):
            break
        other = preposition >= behind + GIVEN and word == "by" and low[preposition - 1].endswith("ed")
        if other and low[preposition - 1] not in passing_verbs():
            # Captured in a sting that was staged by him.
            break
        if word in (";", ":", "“", '"') or (word in passing_verbs() and preposition > behind):
            break
        if (
            word == "by"
            and low[preposition + 1 : preposition + 2]
            and low[preposition + 1] in load_words("by_nobody")
        ):
            continue
        near = preposition - behind < GIVEN and (preposition == behind or not low[behind].endswith("ing"))
        passed = _how_behind(verb, word, thing, passive=passive, near=near)
        party = owned_at(prose, preposition + 1) if passed is not None else None
        if passed is None and passive:
            party = _printed_in(prose, at, preposition)
            passed = None if party is None else verb.by
        if party is not None and low[at] in ("aired", "broadcast") and party.kind in _PERHAPS_OUTLETS:
            party = replace(party, kind="outlet")
        if party is not None and (party.name or "").lower() in load_words("online_places"):
            # Leaked to YouTube: nobody has it from there.
            continue
        if party is not None and passed is not None:
            yield index, Hand(party, passed, at, verb.by == "leaked")


def _came_to(prose: Prose, mentions: Mentions, at: int, first: int, how: How) -> Iterator[tuple[int, Hand]]:
    """The object of the verb, where its subject is a thing: the tape has now reached the Courier."""
    thing = thing_before(prose, mentions, at, first)
    party = party_at(prose, at + 1)
    if thing is not None and party is not None and party.kind in ("outlet", "agency"):
        yield mentions.index(thing), Hand(party, how, at)


def _how_behind(verb: PassingVerb, word: str, thing: Mention, *, passive: bool, near: bool) -> How | None:
    """What the one behind the preposition did with the thing."""
    if verb.of_recordings and thing.kind != "recording":
        return None
    if word == "by":
        return verb.by if passive else None
    if word == "from":
        return verb.from_ if thing.kind in _PASSED_ON else None
    if not near:
        return None
    return verb.to if word == "to" else verb.with_ if word == "with" else None


def _given_to(prose: Prose, voices: Voices, at: int, first: int) -> Party | None:
    """Who was given the thing: the Beacon was given the file."""
    before = at - 1
    while before > first and (prose.low[before] in be_forms() or is_adverb(prose.low[before])):
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
    if before >= first and low[before] in be_forms():
        # Brandt's released emails are his.
        return low[before] != "'s" or low[before - 1] in load_words("thing_pronouns")
    if before >= first and low[before] in ("has", "had", "have"):
        return False
    follow = at + 1
    while follow < last and is_adverb(low[follow]):
        follow += 1
    after = low[follow] if follow < last else ""
    if after in ("on", "in", "last", "this", "earlier", "online", "overnight") or after in load_words(
        "calendar_words"
    ):
        printed = _printed_in(prose, at, follow) is not None
        told = printed or "by" in low[follow + 1 : min(last, follow + 4)]
    elif after == "through":
        told = low[follow + 1 : follow + 2] == ["by"]
    else:
        told = after in ("by", "to", "with", "from") and low[follow : follow + 2] != ["with", "the"]
    return told and not _is_relative(prose, at, first)


def _is_relative(prose: Prose, at: int, first: int) -> bool:
    """Whether the verb has its subject behind "that": the letter that a clerk passed to the Courant."""
    subject = party_before(prose, at)
    if subject is None or subject.start <= first:
        return False
    opening = subject.start - 1 - (prose.low[subject.start - 1] == "the")
    return opening >= first and prose.low[opening] in ("that", "which")


def _printed_in(prose: Prose, at: int, preposition: int) -> Party | None:
    """The outlet in which or on which a thing was published: parts of it, printed in the Gazette."""
    if preposition >= len(prose.low) or prose.low[preposition] not in ("in", "on"):
        return None
    verb = passing_verbs()[prose.low[at]]
    party = party_at(prose, preposition + 1) if verb.by == "published" else None
    return party if party is not None and party.kind in ("outlet", "agency") else None
