"""What another answered, as the speaker on the tape tells it.

A man tells his guests what he said on the telephone, and what the other replied. The other's words have come
through him and through the tape, though no sentence says that he reports them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.reports import source_words
from hearsay.lexicon import load_words
from hearsay.model import Attribution

# As many words, at most, name somebody of whom the speaker himself has told.
NAMED = 3


@dataclass(slots=True)
class Telling:
    """Who was heard last in a recording, and in which paragraph; `id` is his statement's."""

    prose: Prose
    id: str | None = None
    speaker: str | None = None
    paragraph: int = -1

    def teller(self, attribution: Attribution, frame: Frame | None) -> str | None:
        """The id of the statement whose speaker tells these words too, `None` where nobody is known to.

        Its words answer ("replied", "his answer was"), or the sentence says that it is the other's telling;
        they stand right behind his, and the text tells of no other setting or thing.
        """
        place = self.prose.at((attribution.cue or attribution.source or attribution.content)[0][0])
        here = bisect_right(self.prose.tokens.paragraphs, place)
        if frame is not None:
            recorded = frame.thing is not None and frame.thing.kind == "recording"
            self.id = attribution.id if recorded and attribution.source else None
            self.speaker, self.paragraph = attribution.speaker, here
            return None
        if self.id is None or here - self.paragraph > 1 or attribution.parent is not None:
            return None
        if attribution.speaker is None or attribution.speaker == self.speaker or self.speaker is None:
            return None
        start, stop = self.prose.sentence(min(place, len(self.prose.low) - 1))
        words = self.prose.low[start:stop]
        begins = self.prose.tokens.paragraphs[self.paragraph - 1]
        new = attribution.speaker.split()[-1].lower() not in self.prose.low[begins:start]
        if new and len(source_words(self.prose, attribution)) > NAMED:
            # Whom the article brings up itself: the party's chairman, Moll, responded.
            return None
        told = any(word in load_words("telling_words") for word in words)
        named = self.speaker.split()[-1].lower() in words or "his" in words or "her" in words
        # What comes back may be said a sentence before: his answer was brief.
        paragraph, _ = self.prose.paragraph(start)
        begin = self.prose.sentence(start - 1)[0] if start > paragraph else start
        answers = any(
            self.prose.low[at] in load_words("coming_back") and self.prose.low[at - 1] not in ("in", "no")
            for at in range(begin, stop)
        )
        return self.id if (told and named) or answers else None
