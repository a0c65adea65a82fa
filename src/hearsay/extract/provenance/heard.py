"""In which recording somebody is heard of whom the article has not said so."""

from __future__ import annotations

from bisect import bisect_right

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.mention import Mention
from hearsay.extract.provenance.recorded_talks import is_talk
from hearsay.extract.provenance.things import Thing, Things
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_words

# Within how many paragraphs behind its mention a recording frames what those say who are named with it.
NEAR = 3
# How many mentions back a recording is looked for.
BACK = 12


class Recordings:
    """The recordings of a text, as far as it was read.

    `spoke` is who spoke last before each mention of a thing; it is filled as the text is read.
    """

    def __init__(self, prose: Prose, things: Things, voices: Voices) -> None:
        self._prose, self._things, self._voices = prose, things, voices
        self.spoke: list[str | None] = []

    def named_with(self, speaker: str, place: int, going: tuple[Thing, int] | None) -> Frame | None:
        """The recording whose sentence, within the last paragraphs, names the speaker, or that is of him.

        `going` is what was quoted last, with its paragraph: while it is quoted, its mention does not age, but
        for that of the headline.
        """
        prose = self._prose
        surname = speaker.split()[-1].lower()
        for index in range(len(self.spoke) - 1, max(-1, len(self.spoke) - BACK), -1):
            mention, thing = self._things.mentions.all[index], self._things.of[index]
            since = self._paragraph(mention.head)
            if going is not None and going[0] is thing and since > 1:
                since = max(since, going[1])
            if self._paragraph(place) - since > NEAR:
                return None
            if not _is_heard_of(thing):
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
                and not self._listens(at, mention.start)
            ]
            if start == 0 and any(self._is_credited(at) for at in named):
                # Leaked audio: I sent the tape - Orlov.
                continue
            owned = thing.owner is not None and thing.owner.lower().endswith(surname)
            event = any(word in load_words("taped_events") for word in prose.low[start:stop])
            if named or owned or (event and self.spoke[index] == speaker):
                return Frame(thing, mention)
        return None

    def last(self, place: int) -> Frame | None:
        """The recording named last, within the last paragraphs."""
        for index in range(len(self.spoke) - 1, max(-1, len(self.spoke) - BACK), -1):
            mention, thing = self._things.mentions.all[index], self._things.of[index]
            if self._paragraph(place) - self._paragraph(mention.head) > NEAR:
                return None
            if thing.kind == "recording":
                return Frame(thing, mention)
        return None

    def printed(self, place: int, goes: bool) -> Frame | None:
        """The transcript or recording that is printed turn by turn: the one named in the paragraph before.

        `goes` says that the statement before is a turn of one, which this one goes on with.
        """
        for index in range(len(self.spoke) - 1, max(-1, len(self.spoke) - BACK), -1):
            mention, thing = self._things.mentions.all[index], self._things.of[index]
            near = self._paragraph(place) - self._paragraph(mention.head) <= 1
            if thing.kind in ("recording", "transcript") and has_history(thing) and (near or goes):
                return Frame(thing, mention)
        return None

    def _brings_up(self, mention: Mention, thing: Thing, place: int) -> bool:
        """Whether a sentence before the token tells of a recording that somebody is heard in it.

        Not what somebody says about it ("the tape is a forgery", he said), unless an outlet does.
        """
        if is_talk(self._prose, mention):
            # During the conversation he named her.
            return False
        start, stop = self._prose.sentence(mention.head)
        return not start <= place < stop and not self._voices.is_claimed(mention.head)

    def _listens(self, name: int, start: int) -> bool:
        """Whether who is named before a recording only listens to it, or comments on it."""
        between = self._prose.low[name + 1 : start]
        return any(word in load_words("listening_verbs") for word in between)

    def _is_credited(self, name: int) -> bool:
        """Whether a headline credits its words to who is named there: - Orlov, Orlov: ..."""
        low = self._prose.low
        _, stop = self._prose.sentence(name)
        first = name
        while first > 0 and self._prose.tokens.words[first - 1][0].isupper():
            first -= 1
        dashed = first > 0 and low[first - 1] in ("-", "–", "—", ":") and name + 1 >= stop
        return dashed or low[name + 1 : name + 2] == [":"]

    def _told_with(self, head: int) -> tuple[int, int]:
        """The sentence that brings a recording up, with those behind it that say who is heard."""
        prose = self._prose
        start, stop = prose.sentence(head)
        _, end = prose.paragraph(head)
        while stop < end and "heard" in prose.low[slice(*prose.sentence(stop))]:
            stop = prose.sentence(stop)[1]
        return start, stop

    def _paragraph(self, token: int) -> int:
        return bisect_right(self._prose.tokens.paragraphs, token)


def has_history(thing: Thing) -> bool:
    """Whether the article tells how the thing came, or whose it is."""
    return bool(thing.hands) or thing.leaked or thing.owner is not None


def _is_heard_of(thing: Thing) -> bool:
    """Whether who is named beside it is heard in it: a tape with a history, a transcript that came out."""
    if thing.kind == "transcript":
        return thing.leaked or any(hand.party.kind in ("outlet", "agency") for hand in thing.hands)
    return thing.kind == "recording" and has_history(thing)
