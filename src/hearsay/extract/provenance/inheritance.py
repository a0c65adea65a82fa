"""How far provenance that an article states once reaches over the statements that follow.

A story on leaked emails says once where they are from, and then quotes them for pages. The rules, in the
order in which they are asked of a statement whose own sentence does not say where its words stand:

1. A speaker heard in a recording that has a history (somebody obtained, aired or leaked it) is heard in it
   until he speaks elsewhere. What is quoted from a letter, an email or a book goes on as far as it is quoted
   without a paragraph between, and so does what an outlet was told. He or she, if the text does not tell who
   it is, goes on right behind a statement with a frame.
2. In a recording speaks who is named by the sentence that brings it up, within the next paragraphs; where
   that sentence names no speaker ("a guest taped the speech"), who spoke last before it.
3. Who "can be heard" or seen is heard in the recording of the last paragraphs.
4. What is written ("wrote", "replied") in a story that has letters or emails of known origin stands in the
   last of them; a document that is only cited reaches no further than the next paragraph.
5. A source without a name, in a story that relies on an outlet, is the outlet's.

A statement with a setting or outlet of its own ends its speaker's frame, and so does one that was made at
other times ("has said"); he takes it up again only where a sentence says so. A thing that is only talked
about frames nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.mentions import Mention
from hearsay.extract.provenance.party_kinds import is_outlet
from hearsay.extract.provenance.reliance import Reliance
from hearsay.extract.provenance.reports import (
    at_other_times,
    goes_on,
    is_anonymous,
    is_dated,
    is_heard,
    is_present,
    is_quoted_by_another,
    is_testifying,
    takes_turn,
    writes,
)
from hearsay.extract.provenance.right_behind import right_behind
from hearsay.extract.provenance.things import Thing, Things
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_words
from hearsay.model import ArtefactKind, Attribution

# Within how many paragraphs behind its mention a recording frames what those say who are named with it.
NEAR = 3
# Over how many paragraphs somebody goes on in letters or a book whose history is told, if he is quoted again.
QUOTED = 3
# Over how many paragraphs he, or an answer, goes on with what was quoted last, if nobody else speaks between.
GOING = 2
# How many mentions back a recording is looked for.
BACK = 12
_WRITTEN: frozenset[ArtefactKind] = frozenset({"email", "letter", "memo", "message", "book"})
# What is cited for a point and not quoted from at length.
_CITED: frozenset[ArtefactKind] = frozenset({"document", "filing", "report"})
_SILENT = frozenset({"decline"})


@dataclass(slots=True)
class Inheritance:
    """What is known of provenance before the next statement, in the order of the text."""

    prose: Prose
    things: Things
    relied: Sequence[Reliance]
    voices: Voices
    # The frame of each speaker's last statement and its paragraph, and those of the last statement of all.
    frames: dict[str, tuple[Frame | None, int]] = field(default_factory=dict)
    going: tuple[Frame, int] | None = None
    # What was last read, or quoted, of letters and the like, with its paragraph.
    written: tuple[Frame, int] | None = None
    outlet: Reliance | None = None
    # Who spoke last before each mention of a thing, as far as the text was read.
    spoke: list[str | None] = field(default_factory=list)
    speaker: str | None = None
    heard: int = 0
    # The token of the last statement of all.
    last: int = -1
    # Whether the article tells what is said in the past.
    in_past: bool = False

    def frame(self, attribution: Attribution, own: Frame | None, *, apart: bool) -> Frame | None:
        """The frame of an attribution; `own` is what its sentence says, `apart` that it is from elsewhere."""
        place = self.prose.at((attribution.cue or attribution.source or attribution.content)[0][0])
        self._read_to(place)
        speaker = attribution.speaker
        here = self._paragraph(place)
        if own is not None and not own.source and is_outlet(speaker):
            # An outlet that confirms what stands in a book does not speak in it.
            own = Frame(outlet=own.outlet) if own.outlet is not None else None
        found = own
        if apart and own is None and speaker is not None and is_testifying(self.prose, attribution):
            # He testifies on in the deposition that he is quoted from.
            known, _ = self.frames.get(speaker, (None, here))
            apart = known is None or known.thing is None or known.thing.kind != "transcript"
        if attribution.act in _SILENT and attribution.kind == "indirect":
            # Who declines to comment does so to whoever asks him now.
            return Frame(outlet=own.outlet) if own is not None and own.outlet is not None else None
        if own is None and not apart:
            found = self._inherited(attribution, here, place) or right_behind(
                self.prose, self.things, self.voices, attribution, place, self.last, in_past=self.in_past
            )
            if found is not None and self._is_about(attribution, found):
                found, apart = None, True
        if speaker is not None and (found is not None or apart):
            # A sentence that tells another setting may quote the thing, but what follows is said there.
            self.frames[speaker] = (None if apart else found, here)
        if own is not None and own.thing is not None and own.thing.kind in _WRITTEN | _CITED:
            self.written = (own, here)
        if found is not None or apart or speaker is not None:
            self.going = None if found is None else (found, here)
        self.speaker = speaker or self.speaker
        self.last = max(self.last, place)
        return found

    def _inherited(self, attribution: Attribution, here: int, place: int) -> Frame | None:
        speaker = attribution.speaker
        going, paragraph = self.going or (None, here)
        goes = going is not None and here - paragraph <= GOING and goes_on(self.prose, attribution, going)
        if goes and going is not None and going.source:
            # What the letter goes on to say, whatever "it" was taken for.
            return replace(self._told(going), source=True)
        if speaker is not None and is_outlet(speaker):
            return None
        if going is not None and here == paragraph and is_quoted_by_another(self.prose, attribution):
            # She quotes him as saying: in her book, wherever else he is heard.
            return self._told(going)
        if speaker is not None and not at_other_times(self.prose, attribution):
            known, since = self.frames.get(speaker, (None, here))
            same = here == since and attribution.mode == "speech"
            present = same or is_present(self.prose, attribution) or writes(self.prose, attribution)
            if (
                known is not None
                and not writes(self.prose, attribution)
                and is_dated(self.prose, attribution)
            ):
                # What he told the inquiry on Monday.
                return None
            if known is not None and _reaches(known, here - since, present=present):
                return self._told(known)
            if known is not None or speaker not in self.frames:
                beside = self._named_with(speaker, here, place)
                if beside is not None:
                    return beside
        if goes and going is not None and speaker is None:
            return self._told(going)
        if is_heard(self.prose, attribution):
            recorded = self._last_recording(here)
            if recorded is not None:
                return recorded
        taken_down = going is not None and going.thing is not None and going.thing.kind == "transcript"
        if (
            taken_down
            and going is not None
            and takes_turn(self.prose, attribution)
            and here - paragraph <= GOING
        ):
            return self._told(going)
        if self.written is not None and self._is_written(attribution, here):
            frame, paragraph = self.written
            thing = frame.thing
            cited = thing is None or thing.kind in _CITED or not (_has_history(thing) or _is_own(thing))
            if not cited or here - paragraph <= 1:
                return self._told(frame)
        if self.outlet is not None and is_anonymous(self.prose, attribution, self._cited(self.outlet)):
            return Frame(outlet=self.outlet)
        return None

    def _is_written(self, attribution: Attribution, here: int) -> bool:
        """Whether the words are said to be written; an answer is, right behind what was written to him."""
        if attribution.act != "answer":
            return attribution.act == "write" and writes(self.prose, attribution)
        going, paragraph = self.going or (None, here)
        thing = None if going is None else going.thing
        return thing is not None and thing.kind in _WRITTEN and here - paragraph <= GOING

    def _cited(self, outlet: Reliance) -> list[str]:
        """Whom the outlet is said to have it from: the Courier reported, citing two officials."""
        start, stop = self.prose.sentence(outlet.party.start)
        low = self.prose.low
        citing = next((at for at in range(start, stop) if low[at] in load_words("citing_verbs")), stop)
        return low[citing:stop]

    def _told(self, frame: Frame) -> Frame:
        """A frame as it is inherited: the thing by the mention with which it is told how it came."""
        thing = frame.thing
        if thing is None or not thing.hands:
            return Frame(thing, frame.mention, frame.outlet)
        start, stop = self.prose.sentence(thing.hands[0].verb)
        told = next((each for each in thing.mentions if start <= each.head < stop), frame.mention)
        return Frame(thing, None if told is None else thing.named_at(told), frame.outlet)

    def _read_to(self, place: int) -> None:
        """Take in the things and outlets that are named before the token."""
        mentions = self.things.mentions.all
        while len(self.spoke) < len(mentions) and mentions[len(self.spoke)].head < place:
            mention, thing = mentions[len(self.spoke)], self.things.of[len(self.spoke)]
            handed = any(hand.how != "published" for hand in thing.hands) and mention.kind == "report"
            if handed or (mention.kind in _WRITTEN and (thing.hands or thing.origin or mention.title)):
                self.written = (Frame(thing, mention), self._paragraph(mention.head))
            self.spoke.append(self.speaker)
        while self.heard < len(self.relied) and self.relied[self.heard].party.start < place:
            self.outlet = self.relied[self.heard]
            self.heard += 1

    def _last_recording(self, here: int) -> Frame | None:
        """The recording named last, within the last paragraphs."""
        for index in range(len(self.spoke) - 1, max(-1, len(self.spoke) - BACK), -1):
            mention, thing = self.things.mentions.all[index], self.things.of[index]
            if here - self._paragraph(mention.head) > NEAR:
                return None
            if thing.kind == "recording":
                return Frame(thing, mention)
        return None

    def _named_with(self, speaker: str, here: int, place: int) -> Frame | None:
        """The recording whose sentence, within the last paragraphs, names the speaker, or that is of him."""
        prose = self.prose
        surname = speaker.split()[-1].lower()
        for index in range(len(self.spoke) - 1, max(-1, len(self.spoke) - BACK), -1):
            mention, thing = self.things.mentions.all[index], self.things.of[index]
            if here - self._paragraph(mention.head) > NEAR:
                return None
            if thing.kind != "recording" or not _has_history(thing):
                continue
            if not self._brings_up(mention, thing, place):
                continue
            start, stop = self._told_with(mention.head)
            hands = [hand.party for hand in thing.hands]
            named = [
                at
                for at in range(start, stop)
                if prose.low[at] == surname
                and not any(each.start <= at < each.stop for each in hands)
                and not self._listens(at, mention.head)
            ]
            owned = thing.owner is not None and thing.owner.lower().endswith(surname)
            event = any(word in load_words("taped_events") for word in prose.low[start:stop])
            if named or owned or (event and self.spoke[index] == speaker):
                return Frame(thing, mention)
        return None

    def _is_about(self, attribution: Attribution, frame: Frame) -> bool:
        """Whether the words speak of the recording that they would stand in: the tape is a forgery."""
        thing = frame.thing
        if thing is None or thing.kind not in ("recording", "transcript"):
            return False
        ranges = [self.prose.range_of(span) for span in attribution.content]
        return any(
            self.things.at(mention) is thing
            for start, stop in ranges
            for mention in self.things.mentions.between(start, stop)
        )

    def _brings_up(self, mention: Mention, thing: Thing, place: int) -> bool:
        """Whether a sentence before the token tells of a recording that somebody is heard in it.

        Not what somebody says about it ("the tape is a forgery", he said), unless an outlet does.
        """
        start, stop = self.prose.sentence(mention.head)
        return not start <= place < stop and not self.voices.is_claimed(mention.head)

    def _listens(self, name: int, head: int) -> bool:
        """Whether who is named before a recording only listens to it, or comments on it."""
        between = self.prose.low[name + 1 : head]
        return any(word in load_words("listening_verbs") for word in between)

    def _told_with(self, head: int) -> tuple[int, int]:
        """The sentence that brings a recording up, with those behind it that say who is heard."""
        prose = self.prose
        start, stop = prose.sentence(head)
        _, end = prose.paragraph(head)
        while stop < end and "heard" in prose.low[slice(*prose.sentence(stop))]:
            stop = prose.sentence(stop)[1]
        return start, stop

    def _paragraph(self, token: int) -> int:
        return bisect_right(self.prose.tokens.paragraphs, token)


def _reaches(known: Frame, paragraphs: int, *, present: bool) -> bool:
    """Whether a speaker's frame reaches over so many paragraphs; that of a book only to what it says."""
    thing = known.thing
    if thing is None:
        return paragraphs <= 1
    if thing.kind in _CITED:
        return False
    if thing.kind in ("recording", "transcript"):
        return paragraphs <= (QUOTED if thing.kind == "transcript" else 1) or _has_history(thing)
    if thing.kind == "book":
        return present and paragraphs <= QUOTED
    return paragraphs <= (QUOTED if _has_history(thing) or thing.origin is not None else 1)


def _is_own(thing: Thing) -> bool:
    """Whether it is one of many with a history, or somebody's book, which is known by that."""
    return thing.origin is not None or (
        thing.kind == "book" and any(each.owns or each.title for each in thing.mentions)
    )


def _has_history(thing: Thing) -> bool:
    return bool(thing.hands) or thing.leaked or thing.owner is not None
