"""According to whom, how guardedly and in what setting: what every attribution carries beside its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from hearsay.extract.hedges import hedgings, with_hedges
from hearsay.extract.prose import Prose, prose
from hearsay.extract.provenance import Frame, with_chains
from hearsay.extract.provenance.mention import artefact_nouns
from hearsay.extract.provenance.reliance import called_outlets
from hearsay.extract.provenance.things import Thing
from hearsay.extract.settings import (
    MEDIA,
    Occasions,
    Place,
    between,
    find_places,
    inherited_places,
    is_reply,
    occasions,
    points_back,
    statement_token,
    told_places,
)
from hearsay.extract.tokens import Tokens
from hearsay.extract.within import Contents
from hearsay.lexicon import load_table, load_words
from hearsay.model import ArtefactKind, Attribution, Document, Extraction, Setting, Visibility


def with_warrant(document: Document, tokens: Tokens, attributions: Sequence[Attribution]) -> Extraction:
    """`attributions` of the document with their hedges, chains and settings, and the things they stand in.

    `tokens` are those of the document's text. What is filled depends on the text, the document's outlet and
    the attributions alone, so that a case can do it again for what it stored before. Takes time linear in the
    length of the text; never raises.
    """
    read = prose(document.text, tokens)
    found = hedgings(read)
    contents = Contents(attributions)
    hedged, loose = with_hedges(read, attributions, contents, found)
    called = called_outlets(read)
    places = find_places(read, called)
    told = told_places(read, places, attributions, contents)
    settled = inherited_places(read, places, attributions, contents, told)
    crediting = {place.head for place in told.values()}
    apart = frozenset(n for n, place in told.items() if _is_apart(read, place) or _is_new(place, places)) | {
        n
        for n, place in settled.items()
        if place.head not in crediting
        and _is_apart(read, place)
        and _is_right_before(read, place, attributions[n])
    }
    spans = [read.span(each.start, each.stop) for each in found]
    chained = with_chains(read, document.id, document.outlet, hedged, contents, apart, spans, called)
    elsewhere = {place.head for place in told.values() if read.low[place.start] in ("by", "via")}
    framing = [each.thing for each in chained.frames if each is not None and each.thing is not None]
    things = {id(thing): thing for thing in framing}
    secret = {key for key, thing in things.items() if _is_secret(read, thing)}
    recordings = sum(thing.kind in _RECORDED for thing in things.values())
    spoken = _spoken_at(read, places) if recordings == 1 else None
    made = {
        key: _recorded_at(read, places, thing, elsewhere) or spoken
        for key, thing in things.items()
        if thing.kind in _RECORDED
    }
    for n, frame in enumerate(chained.frames):
        if (
            frame is not None
            and n in settled
            and n not in told
            and _is_behind(read, settled[n], attributions[n])
        ):
            # What an outlet reports or a tape holds was not said where its speaker is told of later.
            del settled[n]
        elif (
            frame is not None
            and n in settled
            and settled[n] is not told.get(n)
            and _is_out_of(read, settled[n], frame, contents)
        ):
            # In a statement he denies it; what he says on the tape after that is on the tape.
            del settled[n]
        # What is heard on a tape was said where the text says that it was made.
        recorded = None if frame is None else made.get(id(frame.thing))
        if recorded is not None and (n not in settled or settled[n].what == "recording"):
            settled[n] = recorded
    replied = {
        place.head for n, place in told.items() if is_reply(read, place, attributions[n], chained.frames[n])
    }
    for n, place in settled.items():
        if place.head in replied:
            settled[n] = replace(place, visibility="public")
    events = occasions(read, document.id, settled)
    settings = [
        _of_leak(frame, _setting(read, settled[n], events), secret)
        if n in settled
        else _setting_of(read, frame, secret)
        for n, frame in enumerate(chained.frames)
    ]
    return Extraction(
        document.id,
        tuple(
            each if setting is None else replace(each, setting=setting)
            for each, setting in zip(chained.attributions, settings, strict=True)
        ),
        chained.artefacts,
        events.all,
        hedges=loose,
    )


def _setting(read: Prose, place: Place, events: Occasions) -> Setting:
    span = read.span(place.start, place.stop)
    return Setting(place.visibility, place.what, span, events.of.get(place.head))


def _of_leak(frame: Frame | None, setting: Setting, secret: Collection[int]) -> Setting:
    """A letter that leaked was not meant for the public, though "a letter" alone leaves it open.

    `secret` are the `id` of the things that were not meant for it.
    """
    if frame is None or frame.thing is None or setting.visibility != "unknown":
        return setting
    if id(frame.thing) not in secret:
        return setting
    what, _, leaked = _thing_settings()[frame.thing.kind]
    return replace(setting, visibility=leaked) if setting.what == what else setting


def _is_secret(read: Prose, thing: Thing) -> bool:
    """Whether a thing was not meant for the public: it leaked, or is called secret."""
    return thing.leaked or any(
        word in load_words("private_marks")
        for each in thing.mentions
        for word in read.low[each.start : each.head]
    )


def _recorded_at(
    read: Prose, places: Sequence[Place], thing: Thing, elsewhere: Collection[int]
) -> Place | None:
    """The private occasion that a sentence on the recording tells of: made at a private dinner.

    `elsewhere` are the heads of places where somebody answered the press: by telephone.
    """
    for mention in thing.mentions:
        start, stop = read.sentence(mention.head)
        for place in between(places, start, stop):
            if _is_private(place) and place.head not in elsewhere:
                return place
    return None


def _spoken_at(read: Prose, places: Sequence[Place]) -> Place | None:
    """The private occasion at which the text says that words were spoken: made the remarks at a dinner."""
    for place in places:
        if not _is_private(place):
            continue
        before = read.low[read.sentence(place.head)[0] : place.start]
        remarks = any(
            word in load_words("reported_words") and before[n] in load_words("event_known")
            for n, word in enumerate(before[1:])
        )
        if remarks and not load_words("made_words").isdisjoint(before):
            return place
    return None


def _setting_of(read: Prose, frame: Frame | None, secret: Collection[int]) -> Setting | None:
    """The setting of words that stand in a thing: an email is private, whoever published it later."""
    if frame is None or frame.thing is None or frame.mention is None:
        return None
    what, visibility, leaked = _thing_settings()[frame.thing.kind]
    if frame.thing.nouns & load_words("private_talks"):
        # A call that came out was private, whatever the thing is.
        visibility = "private"
    span = read.span(frame.mention.start, frame.mention.stop)
    return Setting(leaked if id(frame.thing) in secret else visibility, what, span)


@cache
def _thing_settings() -> dict[str, tuple[str, Visibility, Visibility]]:
    return {
        row["kind"]: (row["what"], cast(Visibility, row["visibility"]), cast(Visibility, row["leaked"]))
        for row in load_table("thing_settings")
    }


_RECORDED: frozenset[ArtefactKind] = frozenset({"recording", "transcript"})

# Settings in which a leaked thing can have been made or written: they do not take its speaker elsewhere.
_OF_THINGS = frozenset(
    {"email", "letter", "memo", "message", "note", "recording", "book", "diary", "cable", "report"}
)


# Things whose words were not said where their speaker speaks to the public.
_PRIVATE: frozenset[ArtefactKind] = frozenset({"recording", "transcript", "email", "message", "memo"})


def _is_behind(read: Prose, place: Place, attribution: Attribution) -> bool:
    """Whether the place is told of only behind the statement."""
    return place.head >= read.sentence(statement_token(read, attribution))[1]


def _is_out_of(read: Prose, place: Place, frame: Frame, contents: Contents) -> bool:
    """Whether a public place that its speaker went on in is none of the thing that his words stand in.

    It is one of its own where its sentence names the thing, in nobody's words: in a video of the rally.
    """
    thing = frame.thing
    if thing is None or thing.kind not in _PRIVATE or place.visibility != "public":
        return False
    if not (thing.hands or thing.leaked):
        return False
    start, stop = read.sentence(place.head)
    first = bisect_left(thing.mentions, start, key=lambda each: each.head)
    last = bisect_left(thing.mentions, stop, first, key=lambda each: each.head)
    return not any(
        contents.innermost(read.span(each.start, each.stop)) is None for each in thing.mentions[first:last]
    )


def _is_right_before(read: Prose, place: Place, attribution: Attribution) -> bool:
    """Whether the sentence right before the statement says where its speaker is, and of no thing."""
    start, _ = read.sentence(statement_token(read, attribution))
    first, stop = read.sentence(place.head)
    return stop == start and not any(word in artefact_nouns() for word in read.low[first:stop])


def _is_apart(read: Prose, place: Place) -> bool:
    """Whether what is said in the setting cannot stand in a thing that was named before."""
    if place.what == "telephone call" and read.low[place.start] in ("by", "via"):
        # Reached by telephone, she said.
        return True
    return place.visibility == "public" and place.what not in _OF_THINGS and not points_back(place)


def _is_new(place: Place, places: Sequence[Place]) -> bool:
    """Whether a private occasion is told first, behind one of another sort: at a May 3 cabinet meeting."""
    if place.definite or place.what != "meeting" or not _is_private(place):
        return False
    before = places[: bisect_left(places, place.head, key=lambda each: each.head)]
    return any(_is_private(each) and each.what != place.what for each in before)


def _is_private(place: Place) -> bool:
    """Whether it is an occasion, and none that the public or the press was at."""
    return place.visibility == "private" and place.what not in MEDIA and not place.bare
