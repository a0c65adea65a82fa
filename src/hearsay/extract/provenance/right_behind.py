"""What stands in a thing because it is told right behind the sentence that brings the thing up.

"Minutes of the meeting, seen by Reuters, show ministers at odds", and the next paragraph has one of them
argue. Whoever is quoted behind such a sentence may as well comment on it, so that something must tell: that
the sentence says what the thing shows, that the words have a page, that they are told in the present in an
article that tells what was said in the past, or that somebody asks in a chat.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame, holds
from hearsay.extract.provenance.mention import Mention, artefact_nouns
from hearsay.extract.provenance.reports import (
    is_dated,
    is_present,
    is_said_apart,
    source_words,
    speaks_for_another,
)
from hearsay.extract.provenance.things import Thing, Things
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_words
from hearsay.model import ArtefactKind, Attribution

# Within how many paragraphs behind the sentence; and behind it where the words have a page.
NEAR = 1
PAGED = 3
# How many present cues there may be for each one in the past, so that an article tells in the past.
PRESENT = 3
_HEARD: frozenset[ArtefactKind] = frozenset({"recording", "transcript"})
_SWORN: frozenset[ArtefactKind] = frozenset({"filing", "transcript"})
_CHATS: frozenset[ArtefactKind] = frozenset({"message", "email"})


def tells_in_past(prose: Prose, attributions: Sequence[Attribution]) -> bool:
    """Whether the article tells what was said in the past, so that a present cue is that of a thing."""
    past = present = 0
    for each in attributions:
        if each.mode != "speech" or each.parent is not None:
            continue
        if is_present(prose, each):
            present += 1
        elif any(word in ("said", "told") for word in prose.words_in(each.cue)):
            past += 1
    return past > 0 and present <= PRESENT * past


def right_behind(
    prose: Prose,
    things: Things,
    voices: Voices,
    attribution: Attribution,
    place: int,
    last: int,
    *,
    going: Thing | None,
    shown_last: bool,
    in_past: bool,
) -> Frame | None:
    """The frame of a statement at the token `place`, by the thing that the article brought up before it.

    `last` is the token of the statement before it, `going` the thing in which that one stands, which
    was itself its source where `shown_last` (the film shows); `in_past` says
    that the article tells what is said in the past.
    """
    start, stop = prose.sentence(place)
    mentions = things.mentions.between(prose.sentence(max(0, last))[0], start)
    if not mentions or attribution.mode != "speech" or is_said_apart(prose, attribution):
        return None
    if is_dated(prose, attribution) or speaks_for_another(prose, attribution):
        return None
    again = load_words("thing_stand_ins")
    told = [(artefact_nouns().get(word), word in again) for word in prose.words_in(attribution.content)]
    words = prose.low[start:stop]
    paged = "page" in words and words[words.index("page") - 1] == "on"
    here = bisect_right(prose.tokens.paragraphs, place)
    for mention in reversed(mentions):
        thing = things.at(mention)
        apart = here - bisect_right(prose.tokens.paragraphs, mention.head)
        if any(stands_in or kind == thing.kind for kind, stands_in in told):
            # He says that their copy is whole.
            return None
        shown = thing.kind == "recording" and in_past and _shows_him(prose, mention, attribution)
        if mention.stands_in or voices.is_claimed(mention.head):
            continue
        if not (thing.hands or thing.leaked or shown):
            continue
        if paged and apart <= PAGED and thing.kind != "recording":
            return Frame(thing, mention)
        goes = going is thing and (thing.kind in _CHATS or shown_last)
        if apart > NEAR or (prose.sentence(mention.head)[0] <= last and not goes):
            return None
        return Frame(thing, mention) if _tells(prose, thing, attribution, mention, in_past) else None
    return None


def _shows_him(prose: Prose, mention: Mention, attribution: Attribution) -> bool:
    """Whether a sentence says that a film shows the speaker, wherever it is from: it shows Orlov."""
    speaker = attribution.speaker
    start, stop = prose.sentence(mention.head)
    named = speaker is not None and speaker.split()[-1].lower() in prose.low[start:stop]
    return named and holds(prose, mention, stop) and is_present(prose, attribution)


def _tells(prose: Prose, thing: Thing, attribution: Attribution, mention: Mention, in_past: bool) -> bool:
    """Whether something tells that the statement stands in the thing that is mentioned."""
    if thing.kind in _HEARD and in_past and is_present(prose, attribution):
        return True
    shows = holds(prose, mention, prose.sentence(mention.head)[1], joined=True)
    if thing.kind in _HEARD and shows and attribution.kind == "direct" and is_present(prose, attribution):
        return True
    sworn = any(word in load_words("swearing_verbs") for word in prose.words_in(attribution.cue))
    if thing.kind in _SWORN and sworn:
        return True
    if thing.kind in _CHATS and attribution.act == "ask" and attribution.kind == "direct":
        return True
    if thing.kind not in _HEARD | _CHATS or not source_words(prose, attribution):
        return False
    return shows
