"""How far provenance that an article states once reaches over the statements that follow.

A story on leaked emails says once where they are from, and then quotes them for pages. The rules, in the
order in which they are asked of a statement whose own sentence does not say where its words stand:

1. It goes on with the frame that its speaker's last statement had, unless its sentence tells another setting
   or outlet: whoever is heard on the tape is heard on it until he speaks elsewhere.
2. A speaker who is named with a thing by the sentence that brought it up (the owner, the one recorded) within
   the paragraphs before, speaks in it.
3. What is written ("wrote", "replied") in a story that has letters or emails stands in the last of them.
4. A source without a name, in a story that relies on an outlet, is the outlet's.

A statement with a setting or outlet of its own ends its speaker's frame; he takes it up again only where a
sentence says so. A thing that is only talked about frames nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.mentions import Mention
from hearsay.extract.provenance.reliance import Reliance
from hearsay.extract.provenance.things import Thing, Things
from hearsay.lexicon import load_words
from hearsay.model import ArtefactKind, Attribution

# Within how many paragraphs behind its mention a thing frames what those say who are named with it.
NEAR = 3
_WRITTEN: frozenset[ArtefactKind] = frozenset(
    {"email", "letter", "memo", "message", "document", "filing", "book"}
)
_WRITING = frozenset({"write", "answer"})


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

    def frame(self, attribution: Attribution, own: Frame | None, *, apart: bool) -> Frame | None:
        """The frame of an attribution; `own` is what its sentence says, `apart` that it is from elsewhere."""
        place = self.prose.at((attribution.cue or attribution.source or attribution.content)[0][0])
        self._read_to(place)
        speaker = _key(self.prose, attribution)
        if own is not None or apart:
            if speaker is not None:
                self.frames[speaker] = own
            if own is not None and own.thing is not None and own.thing.kind in _WRITTEN:
                self.written = own
            return own
        found = self._inherited(attribution, speaker, place)
        if found is not None and speaker is not None:
            self.frames[speaker] = found
        return found

    def _inherited(self, attribution: Attribution, speaker: str | None, place: int) -> Frame | None:
        if speaker is not None and speaker in self.frames:
            known = self.frames[speaker]
            if known is not None:
                return Frame(known.thing, known.mention, known.outlet)
        elif speaker is not None:
            beside = self._named_with(speaker, place)
            if beside is not None:
                return beside
        if attribution.act in _WRITING and self.written is not None and _writes(self.prose, attribution):
            return Frame(self.written.thing, self.written.mention, self.written.outlet)
        if self.outlet is not None and _is_anonymous(self.prose, attribution):
            return Frame(outlet=self.outlet)
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
            if thing.owner is not None and thing.owner.lower().endswith(surname):
                return Frame(thing, mention)
            hands = [hand.party for hand in thing.hands]
            for at in range(start, stop):
                if prose.low[at] == surname and not any(each.start <= at < each.stop for each in hands):
                    return Frame(thing, mention)
        return None


def thing_in(frame: Frame | None) -> Thing | None:
    return frame.thing if frame is not None else None


def _paragraph(prose: Prose, token: int) -> int:
    from bisect import bisect_right

    return bisect_right(prose.tokens.paragraphs, token)


def _key(prose: Prose, attribution: Attribution) -> str | None:
    """Who speaks, as far as one can be told from another."""
    return attribution.speaker


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


def own_mention(frame: Frame) -> Mention | None:
    return frame.mention
