"""How far provenance that an article states once reaches over the statements that follow.

A story on leaked emails says once where they are from, and then quotes them for pages. The rules, in the
order in which they are asked of a statement whose own sentence does not say where its words stand:

1. It goes on with the frame that its speaker's last statement had, unless its sentence tells another setting
   or outlet: whoever is heard on the tape is heard on it until he speaks elsewhere.
2. A speaker who is named with a thing by the sentence that brought it up (the owner, the one recorded) within
   the paragraphs before, speaks in it.
   So does he or she, if the text does not tell who it is, right behind a statement with a frame.
3. Who "can be heard" or seen is heard in the recording of the last paragraphs.
4. What is written ("wrote", "replied") in a story that has letters or emails stands in the last of them.
5. A source without a name, in a story that relies on an outlet, is the outlet's.

A statement with a setting or outlet of its own ends its speaker's frame; he takes it up again only where a
sentence says so. A thing that is only talked about frames nothing.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.parties import is_outlet
from hearsay.extract.provenance.reliance import Reliance
from hearsay.extract.provenance.things import Things
from hearsay.lexicon import load_words
from hearsay.model import ArtefactKind, Attribution

# Within how many paragraphs behind its mention a thing frames what those say who are named with it.
NEAR = 3
# How far from a cue, in tokens, it can be said that somebody is heard.
HEARD = 6
_WRITTEN: frozenset[ArtefactKind] = frozenset(
    {"email", "letter", "memo", "message", "document", "filing", "book"}
)
_WRITING = frozenset({"write", "answer"})
# What is cited for a point and not quoted from at length, so that its author's next words are not from it.
_CITED: frozenset[ArtefactKind] = frozenset({"document", "filing", "report"})


@dataclass(slots=True)
class Inheritance:
    """What is known of provenance before the next statement, in the order of the text."""

    prose: Prose
    things: Things
    relied: Sequence[Reliance]
    frames: dict[str, Frame | None] = field(default_factory=dict)
    written: Frame | None = None
    seen: int = 0
    outlet: Reliance | None = None
    heard: int = 0
    # The frame of the last statement, and its paragraph.
    going: tuple[Frame, int] | None = None

    def frame(self, attribution: Attribution, own: Frame | None, *, apart: bool) -> Frame | None:
        """The frame of an attribution; `own` is what its sentence says, `apart` that it is from elsewhere."""
        place = self.prose.at((attribution.cue or attribution.source or attribution.content)[0][0])
        self._read_to(place)
        speaker = attribution.speaker
        here = _paragraph(self.prose, place)
        found = own
        if own is None and not apart:
            found = self._inherited(attribution, speaker, place)
        if speaker is not None and (found is not None or apart):
            self.frames[speaker] = found
        if own is not None and own.thing is not None and own.thing.kind in _WRITTEN:
            self.written = own
        if found is not None or apart or speaker is not None:
            self.going = None if found is None else (found, here)
        return found

    def _inherited(self, attribution: Attribution, speaker: str | None, place: int) -> Frame | None:
        if speaker is not None and is_outlet(speaker):
            return None
        if speaker is not None and speaker in self.frames:
            known = self.frames[speaker]
            if known is not None and (known.thing is None or known.thing.kind not in _CITED):
                return Frame(known.thing, known.mention, known.outlet)
        elif speaker is not None:
            beside = self._named_with(speaker, place)
            if beside is not None:
                return beside
        if speaker is None and self.going is not None and _is_he_or_she(self.prose, attribution):
            frame, paragraph = self.going
            if _paragraph(self.prose, place) - paragraph <= 1:
                return Frame(frame.thing, frame.mention, frame.outlet)
        heard = self._heard(attribution, place)
        if heard is not None:
            return heard
        if attribution.act in _WRITING and self.written is not None and _writes(self.prose, attribution):
            return Frame(self.written.thing, self.written.mention, self.written.outlet)
        if self.outlet is not None and _is_anonymous(self.prose, attribution):
            return Frame(outlet=self.outlet)
        return None

    def _heard(self, attribution: Attribution, place: int) -> Frame | None:
        """The recording, named within the last paragraphs, in which somebody can be heard or seen."""
        spans = (*attribution.cue, *attribution.source)
        start, stop = self.prose.range_of(min(spans) if spans else attribution.content[0])
        around = self.prose.low[max(0, start - HEARD) : stop + HEARD]
        if not any(
            word in ("heard", "seen", "caught") and before in ("be", "is", "are", "was", "were")
            for before, word in itertools.pairwise(around)
        ):
            return None
        here = _paragraph(self.prose, place)
        for index in range(self.seen - 1, max(-1, self.seen - 12), -1):
            mention, thing = self.things.mentions.all[index], self.things.of[index]
            if here - _paragraph(self.prose, mention.head) > NEAR:
                return None
            if thing.kind == "recording":
                return Frame(thing, mention)
        return None

    def _read_to(self, place: int) -> None:
        """Take in the things and outlets that are named before the token."""
        mentions = self.things.mentions.all
        while self.seen < len(mentions) and mentions[self.seen].head < place:
            mention = mentions[self.seen]
            thing = self.things.of[self.seen]
            if mention.kind in _WRITTEN and (thing.hands or thing.origin):
                self.written = Frame(thing, mention)
            self.seen += 1
        while self.heard < len(self.relied) and self.relied[self.heard].party.start < place:
            self.outlet = self.relied[self.heard]
            self.heard += 1

    def _named_with(self, speaker: str, place: int) -> Frame | None:
        """The thing whose sentence, within the last paragraphs, names the speaker."""
        prose = self.prose
        surname = speaker.split()[-1].lower()
        here = _paragraph(prose, place)
        for index in range(self.seen - 1, max(-1, self.seen - 12), -1):
            mention, thing = self.things.mentions.all[index], self.things.of[index]
            if here - _paragraph(prose, mention.head) > NEAR:
                return None
            if not (thing.hands or thing.leaked or thing.origin):
                continue
            start, stop = prose.sentence(mention.head)
            _, end = prose.paragraph(mention.head)
            while (
                thing.kind == "recording"
                and stop < end
                and "heard" in prose.low[slice(*prose.sentence(stop))]
            ):
                # Who is heard, in the sentences behind it.
                stop = prose.sentence(stop)[1]
            if thing.owner is not None and thing.owner.lower().endswith(surname):
                return Frame(thing, mention)
            hands = [hand.party for hand in thing.hands]
            for at in range(start, stop):
                if prose.low[at] == surname and not any(each.start <= at < each.stop for each in hands):
                    return Frame(thing, mention)
        return None


def _paragraph(prose: Prose, token: int) -> int:
    return bisect_right(prose.tokens.paragraphs, token)


def _is_he_or_she(prose: Prose, attribution: Attribution) -> bool:
    """A source that is a pronoun alone."""
    if not attribution.source:
        return False
    start, stop = prose.range_of(attribution.source[0])
    return prose.low[start:stop] in (["he"], ["she"])


def _writes(prose: Prose, attribution: Attribution) -> bool:
    words = [word for span in attribution.cue for word in prose.low[slice(*prose.range_of(span))]]
    return any(word in load_words("writing_verbs") for word in words)


def _is_anonymous(prose: Prose, attribution: Attribution) -> bool:
    """A source that is nobody in particular: sources, an insider."""
    if attribution.speaker is not None or not attribution.source:
        return False
    start, stop = prose.range_of(attribution.source[0])
    words = prose.low[start:stop]
    return any(word in load_words("anonymous_sources") for word in words[:4])
