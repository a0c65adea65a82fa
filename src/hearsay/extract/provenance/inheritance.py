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

A statement with a setting or outlet of its own ends its speaker's frame, and so does one made at other times
("has said"); only a sentence that says so takes it up again. A thing only talked about frames nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.going import Going, is_filed, is_same, takes_turn_in
from hearsay.extract.provenance.heard import Recordings, has_history
from hearsay.extract.provenance.parties import party_at
from hearsay.extract.provenance.party_kinds import is_outlet
from hearsay.extract.provenance.reach import CITED, goes_there, is_own, named_beside, reaches
from hearsay.extract.provenance.recorded_talks import is_talk
from hearsay.extract.provenance.reliance import Reliance
from hearsay.extract.provenance.reports import (
    goes_on,
    is_anonymous,
    is_heard,
    is_present,
    is_quoted_by_another,
    is_retold,
    is_said_apart,
    is_said_dated,
    is_testifying,
    is_turn,
    source_words,
    writes,
)
from hearsay.extract.provenance.right_behind import right_behind
from hearsay.extract.provenance.things import Thing, Things
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_words
from hearsay.model import Act, ArtefactKind, Attribution

# Over how many paragraphs he, or an answer, goes on with what was quoted last, if nobody else speaks between.
GOING = 2
_WRITTEN: frozenset[ArtefactKind] = frozenset({"email", "letter", "memo", "message", "book"})
_SILENT: frozenset[Act] = frozenset({"decline"})
# Acts that, denied, tell of silence: did not answer, would not say.
_UNSAID: frozenset[Act] = frozenset({"answer", "say"})


@dataclass(slots=True)
class Inheritance:
    """What is known of provenance before the next statement, in the order of the text."""

    prose: Prose
    things: Things
    relied: Sequence[Reliance]
    voices: Voices
    recordings: Recordings
    # The frame of each speaker's last statement and its paragraph, and those of the last statement of all.
    frames: dict[str, tuple[Frame | None, int]] = field(default_factory=dict)
    going: Going | None = None
    # What was last read, or quoted, of letters and the like, with its paragraph.
    written: tuple[Frame, int] | None = None
    # The book beside which somebody is named last, by each word of the names.
    authors: dict[str, Frame] = field(default_factory=dict)
    outlet: Reliance | None = None
    speaker: str | None = None
    heard: int = 0
    # The token of the last statement of all.
    last: int = -1
    # Whether the article tells what is said in the past.
    in_past: bool = False
    # Whether the article's own outlet had what it writes of, so that its sources are its own.
    own: bool = False

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
        unsaid = own is None and attribution.negated and attribution.act in _UNSAID
        silent = attribution.act in _SILENT or unsaid
        if silent and attribution.kind == "indirect":
            # Who declines to comment does so to whoever asks him now.
            return Frame(outlet=own.outlet) if own is not None and own.outlet is not None else None
        if own is None and not apart:
            found = self._inherited(attribution, here, place) or right_behind(
                self.prose,
                self.things,
                self.voices,
                attribution,
                place,
                self.last,
                going=self._going_thing(),
                shown_last=self.going is not None and self.going.frame.source,
                in_past=self.in_past,
            )
            if found is not None and self._is_about(attribution, found):
                found, apart = None, True
        if speaker is not None and (found is not None or apart):
            # A sentence that tells another setting may quote the thing, but what follows is said there.
            self.frames[speaker] = (None if apart and not goes_there(found) else found, here)
        if own is not None and own.thing is not None and own.thing.kind in _WRITTEN | CITED:
            self.written = (own, here)
        words = source_words(self.prose, attribution)
        if found is not None or apart or speaker is not None or len(words) > 1:
            self.going = (
                None
                if found is None
                else Going(
                    found, here, speaker, words, is_turn(self.prose, attribution), attribution.act == "ask"
                )
            )
        self.speaker = speaker or self.speaker
        self.last = max(self.last, place)
        return found

    def _inherited(self, attribution: Attribution, here: int, place: int) -> Frame | None:
        speaker = attribution.speaker
        going = self.going if self.going is not None and here - self.going.paragraph <= GOING else None
        goes = going is not None and goes_on(self.prose, attribution, going.frame)
        if going is not None and goes and going.frame.source:
            # What the letter goes on to say, whatever "it" was taken for.
            return replace(self._told(going.frame), source=True)
        if speaker is not None and is_outlet(speaker):
            return None
        if going is not None and here == going.paragraph and is_quoted_by_another(self.prose, attribution):
            # She quotes him as saying: in her book, wherever else he is heard.
            return self._told(going.frame)
        if speaker is not None and not is_said_apart(self.prose, attribution):
            if speaker in self.frames and is_said_dated(self.prose, attribution):
                # What he told the inquiry on Monday.
                return None
            known, since = self.frames.get(speaker, (None, here))
            told = self._is_told(attribution, here == since) or (
                going is not None and going.speaker == speaker and is_filed(self.prose, attribution, going)
            )
            if known is not None and known.thing is None and self._opens_apart(place):
                # When Orlov suggested it, she laughed: not what he told the paper.
                return None
            if known is not None and reaches(known, here - since, present=told):
                return self._told(known)
            if attribution.mode == "speech" and (known is not None or speaker not in self.frames):
                quoted = going.frame.thing if going is not None else None
                last = None if quoted is None or going is None else (quoted, going.paragraph)
                beside = self.recordings.named_with(speaker, place, last)
                if beside is not None:
                    return beside
        if going is not None and is_same(self.prose, attribution, going, goes=goes, here=here):
            return self._told(going.frame)
        if is_turn(self.prose, attribution):
            printed = self.recordings.printed(place, going is not None and going.turn)
            if printed is not None:
                return printed
        if is_heard(self.prose, attribution):
            recorded = self.recordings.last(place)
            if recorded is not None:
                return recorded
        if going is not None and takes_turn_in(self.prose, attribution, going, in_past=self.in_past):
            return self._told(going.frame)
        author = self._told_author(attribution, place)
        if author is not None:
            return author
        if self.written is not None and self._is_written(attribution, going):
            frame, paragraph = self.written
            thing = frame.thing
            cited = thing is None or thing.kind in CITED or not (has_history(thing) or is_own(thing))
            if (not cited or here - paragraph <= 1) and not self._is_anothers(thing, speaker):
                return self._told(frame)
        if (
            self.outlet is not None
            and not self.outlet.told
            and not self.own
            and is_anonymous(self.prose, attribution, self._cited(self.outlet))
        ):
            return Frame(outlet=self.outlet)
        return None

    def _going_thing(self) -> Thing | None:
        return None if self.going is None else self.going.frame.thing

    def _is_told(self, attribution: Attribution, same: bool) -> bool:
        """Whether the cue is that of a thing: he writes, or the author writes beside it what he said."""
        if same and attribution.mode == "speech":
            return True
        return (
            is_present(self.prose, attribution)
            or writes(self.prose, attribution)
            or is_retold(self.prose, attribution)
        )

    def _is_written(self, attribution: Attribution, going: Going | None) -> bool:
        """Whether the words are said to be written; an answer is, right behind what was written to him."""
        if attribution.act != "answer":
            return attribution.act == "write" and writes(self.prose, attribution)
        thing = None if going is None else going.frame.thing
        return thing is not None and thing.kind in _WRITTEN

    def _opens_apart(self, place: int) -> bool:
        return self.prose.low[self.prose.sentence(place)[0]] in load_words("clauses_apart")

    def _told_author(self, attribution: Attribution, place: int) -> Frame | None:
        """The book that was spoken of, where somebody tells its author something: he told Holt in May."""
        if not self.authors or not any(
            word in ("told", "tells") for word in self.prose.words_in(attribution.cue)
        ):
            return None
        behind = self.prose.range_of(attribution.cue[-1])[1]
        party = party_at(self.prose, behind)
        name = None if party is None else party.name
        return None if name is None else self.authors.get(name.split()[-1])

    def _is_anothers(self, thing: Thing | None, speaker: str | None) -> bool:
        """Whether somebody writes who is neither named beside the book that was cited nor quoted from it."""
        if thing is None or thing.kind != "book" or speaker is None:
            return False
        known, _ = self.frames.get(speaker, (None, 0))
        return (known is None or known.thing is not thing) and not named_beside(self.prose, thing, speaker)

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
        spoke = self.recordings.spoke
        while len(spoke) < len(mentions) and mentions[len(spoke)].head < place:
            mention, thing = mentions[len(spoke)], self.things.of[len(spoke)]
            if mention.kind == "book":
                start, stop = self.prose.sentence(mention.head)
                beside = [word for word in self.prose.tokens.words[start:stop] if word[0].isupper()]
                self.authors.update(dict.fromkeys(beside, Frame(thing, mention)))
            handed = mention.kind == "report" and any(hand.how != "published" for hand in thing.hands)
            if handed or (mention.kind in _WRITTEN and (thing.hands or thing.origin or mention.title)):
                self.written = (Frame(thing, mention), self._paragraph(mention.head))
            spoke.append(self.speaker)
        while self.heard < len(self.relied) and self.relied[self.heard].party.start < place:
            self.outlet = self.relied[self.heard]
            self.heard += 1

    def _is_about(self, attribution: Attribution, frame: Frame) -> bool:
        """Whether the words speak of the recording that they would stand in: the tape is a forgery."""
        thing = frame.thing
        if thing is None:
            # She did not dispute the account.
            words = self.prose.words_in(attribution.content)
            return words[:1] in (["the"], ["that"], ["this"]) and words[-1] in load_words("accounts")
        if thing.kind not in ("recording", "transcript"):
            return False
        ranges = [self.prose.range_of(span) for span in attribution.content]
        return any(
            # How to begin the conversation: a talk may be another one, but where it is the subject.
            self.things.at(mention) is thing
            and (not is_talk(self.prose, mention) or mention.start <= start + 1)
            for start, stop in ranges
            for mention in self.things.mentions.between(start, stop)
        )

    def _paragraph(self, token: int) -> int:
        return bisect_right(self.prose.tokens.paragraphs, token)
