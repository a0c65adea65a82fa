"""Words that tell in what setting something was said: at a rally, in an email, told reporters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from hearsay.extract.notation import Phrases
from hearsay.extract.phrase_words import before_nouns, behind_phrases
from hearsay.extract.prose import Prose
from hearsay.extract.provenance.mention import artefact_nouns
from hearsay.extract.provenance.parties import party_at, party_before
from hearsay.extract.provenance.party_kinds import is_outlet
from hearsay.extract.settings.addressees import (
    is_addressed,
    is_sent_to_public,
    is_spoken,
    is_with_outlet,
    speech_forms,
)
from hearsay.extract.settings.putting import was_put
from hearsay.lexicon import load_table, load_words
from hearsay.model import Visibility

# How far before its noun the phrase of a setting can begin, in tokens.
WIDEST = 9
# How far before the comma behind it a date within such a phrase begins.
DATE = 6


@dataclass(frozen=True, slots=True)
class Place:
    """The tokens [start, stop) that tell of a setting, its preposition among them; `head` is what tells it.

    `bare` is a medium without a preposition (the ad), which tells it only where it is what is credited.
    `subject` is the last word of the name before a verb that tells it (Brandt spoke to reporters).
    """

    start: int
    stop: int
    head: int
    what: str
    visibility: Visibility
    definite: bool
    bare: bool = False
    subject: str | None = None


_NO_NAMES = frozenset({"post", "posts", "blog", "page", "video", "channel"})
_SPOKEN_TO = frozenset({"told", "telling", "to", "addressing", "addressed"})
# Talks that are an interview where they are with an outlet.
_TALKS = frozenset({"conversation", "meeting"})
_OWNED = frozenset({"his", "her", "their", "its", "my", "our", "your", "a"})
# What is spoken of, and not what something is said in, behind "on": the emails.
_WRITINGS = frozenset({"email", "letter", "memo", "message", "diary"})
# What holds words by itself, so that it tells the setting where it is what is credited (the ad says).
MEDIA = frozenset(
    {
        "book",
        "advertisement",
        "court filing",
        "statement",
        "letter",
        "email",
        "memo",
        "tweet",
        "post",
        "message",
    }
    | {"cable", "website", "article", "ruling", "diary", "recording", "report", "note"}
)


@dataclass(frozen=True, slots=True)
class _Entry:
    what: str
    visibility: Visibility
    lead: str


def find_places(prose: Prose, called: Collection[str]) -> list[Place]:
    """The settings that a text tells of, in its order; of two that overlap the longer one.

    `called` are the names that it says are outlets' (`called_outlets`).
    """
    phrases, anchors = _phrases()
    found: list[Place] = []
    for at, word in enumerate(prose.low):
        if word in anchors:
            for match in phrases.at(prose.low, at):
                place = _place(prose, match.start, match.stop, match.value)
                if place is not None:
                    found.append(place)
        spoken = word == "to" and at > 0 and prose.low[at - 1] in load_words("spoken_to_outlets")
        if word in _told() or word == "on" or spoken:
            place = _on_air(prose, at) if word == "on" else _told_outlet(prose, at, called)
            if place is not None:
                found.append(place)
    kept: list[Place] = []
    for each in sorted(found, key=lambda place: (place.start, -place.stop)):
        if not kept or kept[-1].stop <= each.start:
            kept.append(each)
        elif kept[-1].what == "speech" and not each.bare:
            # Speaking at a rally.
            kept[-1] = replace(each, start=kept[-1].start, subject=kept[-1].subject)
        elif each.stop - each.head > kept[-1].stop - kept[-1].head:
            kept[-1] = each
    return kept


def between(places: Sequence[Place], start: int, stop: int) -> Sequence[Place]:
    """Those told of among the tokens [start, stop)."""
    first = bisect_left(places, start, key=lambda each: each.head)
    return places[first : bisect_left(places, stop, key=lambda each: each.head)]


def _place(prose: Prose, start: int, stop: int, entry: _Entry) -> Place | None:
    low = prose.low
    if entry.lead == "any":
        if start and any(word in load_words("not_done") for word in low[max(0, start - 2) : start]):
            # Will testify, refused to tell reporters, would meet behind closed doors.
            return None
        if low[start] in ("addressing", "addressed") and not is_addressed(prose, stop):
            # Addressed some of the questions.
            return None
        subject = party_before(prose, start)
        name = None if subject is None or subject.name is None else subject.name.split()[-1].lower()
        if name is None and low[stop - 1] in ("conference", "briefing"):
            # Whose it was that was held, the words do not say.
            return None
        return Place(start, stop, start, entry.what, entry.visibility, False, subject=name)
    if prose.tokens.words[start][0].isupper() and low[start] in load_words("calendar_words"):
        return None
    named = prose.tokens.words[stop - 1][0].isupper() and start != prose.sentence(start)[0]
    if named and (low[stop - 1] in _NO_NAMES or entry.what not in ("tweet", "post", "message")):
        # The Washington Post, the Debate Club.
        return None
    if entry.what == "debate" and low[stop : stop + 1] in (["about"], ["over"], ["on"]):
        return None
    if low[start] == "demonstration" and low[stop : stop + 1] == ["of"]:
        # A demonstration of what rust can do.
        return None
    if stop < len(low) and prose.tokens.words[stop][0].isalpha() and _goes_on(prose, stop):
        return None
    first, last = prose.sentence(start)
    begin = start
    private = public = False
    while begin > first and begin > start - WIDEST and _is_modifier(prose, begin - 1):
        begin -= 1
        private = private or low[begin] in load_words("private_marks")
        public = public or low[begin] in load_words("public_marks")
        if low[begin] in _determiners():
            break
    preposition = begin - 1
    definite = low[begin] in ("the", "that", "this", "his", "her", "their", "its")
    if preposition > first and low[preposition] == "of":
        # In a series of tweets, at the start of a rally.
        inner = preposition
        while (
            inner > first and inner > preposition - 5 and low[inner] not in load_words("setting_prepositions")
        ):
            inner -= 1
        counted = any(word in load_words("containers") for word in low[inner:preposition])
        if counted and low[inner] in load_words("setting_prepositions"):
            preposition = inner
    before = low[preposition] if preposition >= first else ""
    spoken_to = entry.what in ("rally", "conference", "forum") and before in _SPOKEN_TO
    if spoken_to and before == "to" and (begin == start or not is_spoken(low, first, preposition)):
        # To rally Democrats, an email to his panel.
        return None
    by = before != "by" or entry.what in ("email", "telephone call", "message", "letter")
    # A recording of a private dinner.
    held = before == "of" and artefact_nouns().get(low[preposition - 1]) in ("recording", "transcript")
    bare = not spoken_to and not held and not (by and before in load_words("setting_prepositions"))
    if bare and entry.what not in MEDIA:
        return None
    if before == "on" and (entry.what in _WRITINGS or entry.what == "advertisement"):
        # Asked on her emails, millions spent on ads.
        return None
    if entry.what in ("tweet", "post") and was_put(prose, preposition):
        # The tape was posted on Facebook, leaked on social media.
        return None
    if low[start] in ("call", "calls") and low[stop : stop + 1] in (["the"], ["a"], ["an"], ["for"]):
        # Where the guards call the shots.
        return None
    if named and before == "at" and entry.what in ("tweet", "post"):
        # Who works at Facebook.
        return None
    if named and bare and low[stop : stop + 1] == ["'s"]:
        # Facebook's director.
        return None
    if before == "on" and low[start] in ("panel", "forum"):
        # Allies on the panel sit in it.
        return None
    if preposition > first and low[preposition - 1] in load_words("quiet_words"):
        # Silent on Twitter.
        return None
    owned = low[begin] in _OWNED or "'s" in low[begin:start]
    if stop == start + 1 and low[start] in ("phone", "telephone", "opinion") and owned:
        # On his phone, in my opinion: no call and no court's.
        return None
    if "job" in low[begin:start]:
        # Who is hired by a job interview tells nobody anything.
        return None
    visibility = "private" if private else "public" if public else entry.visibility
    what = entry.what
    if visibility == "private" and what in _TALKS and is_with_outlet(prose, stop, last):
        # In a telephone call with CNN.
        what, visibility = "interview", "public"
    if entry.what in ("email", "letter", "message", "telephone call") and is_sent_to_public(
        prose, stop, last, begin, start
    ):
        visibility = "public"
    return Place(begin if bare else preposition, stop, start, what, visibility, definite, bare)


def _told_outlet(prose: Prose, at: int, called: Collection[str]) -> Place | None:
    """Told CNN, tells the Post: an interview, as far as the text tells."""
    start = at + 1
    party = party_at(prose, start)
    if party is None:
        return None
    # The BBC's Today programme is the BBC's.
    whose = (party.name or "").replace("’s ", "'s ").split("'s ")[0]
    named = whose.lower() in called or (prose.low[start] == "the" and f"the {whose.lower()}" in called)
    if party.kind not in ("outlet", "agency") and not is_outlet(whose) and not named:
        return None
    return Place(at, party.stop, at, "interview", "public", False)


def _on_air(prose: Prose, at: int) -> Place | None:
    """On CNN, on NBC's “Today”."""
    if at + 1 >= len(prose.low) or not prose.tokens.words[at + 1][0].isupper():
        return None
    party = party_at(prose, at + 1)
    if party is None or party.name is None:
        return None
    words = {word.lower() for word in party.name.split()}
    if not words & load_words("broadcasters"):
        return None
    if words <= load_words("outlet_kinds") and party.stop < len(prose.low) and _goes_on(prose, party.stop):
        # Spent on TV ads.
        return None
    return Place(at, party.stop, at + 1, "interview", "public", False)


def _goes_on(prose: Prose, stop: int) -> bool:
    """Whether the noun is only the first of two: a rally organiser, the debate stage."""
    word = prose.low[stop]
    return not (
        word in _followers()
        or word.endswith(("ed", "ing", "ly"))
        or word in load_words("past_participles")
        or prose.tokens.words[stop][0].isupper()
        or word in speech_forms()
    )


def _is_modifier(prose: Prose, at: int) -> bool:
    word, printed = prose.low[at], prose.tokens.words[at]
    if printed == "," and prose.low[at - 1].isdigit():
        # During an August 3, 2019, meeting.
        return any(prose.low[before] in _determiners() for before in range(max(0, at - DATE), at - 1))
    if printed in ("-", "'s", "’s", "$", "€", "£") or word in _determiners():
        return True
    if printed[0].isdigit() or prose.low[at - 1] == "-":
        # A $25,000-a-head dinner.
        return True
    # A written statement, a phone interview: what is no verb there.
    noun = prose.low[at - 1] in _determiners()
    verb = word in speech_forms() and not word.endswith(("ed", "en")) and not noun
    return printed[0].isalpha() and word not in before_nouns() and not verb


@cache
def _phrases() -> tuple[Phrases[_Entry], frozenset[str]]:
    phrases = Phrases(
        (row["form"], _Entry(row["what"], cast(Visibility, row["visibility"]), row["lead"]))
        for row in load_table("settings")
    )
    return phrases, frozenset(phrases.anchors)


@cache
def _told() -> frozenset[str]:
    return frozenset({"told", "tells", "telling"})


@cache
def _determiners() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(
        row["form"] for row in rows if "determiner" in row["class"] or "possessive" in row["class"]
    ) | {"one", "several", "many"}


@cache
def _followers() -> frozenset[str]:
    return behind_phrases() | {"earlier", "later", "here", "last", "this", "next"}
