"""In whose words a place of the text stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.parties import Party, party_at
from hearsay.extract.provenance.party_kinds import is_outlet
from hearsay.extract.within import Contents
from hearsay.model import Attribution


class Voices:
    """Who says what stands at a token; `contents` are those of `attributions`."""

    def __init__(self, prose: Prose, attributions: Sequence[Attribution], contents: Contents) -> None:
        self._prose = prose
        self._attributions = attributions
        self._contents = contents
        self._cues = sorted((span, n) for n, each in enumerate(attributions) for span in each.cue)

    def at(self, token: int) -> Attribution | None:
        """The attribution whose content the token stands in, the innermost; `None` in the article's words."""
        n = self._contents.innermost(self._prose.span(token, token + 1))
        return None if n is None else self._attributions[n]

    def crediting(self, token: int) -> Attribution | None:
        """The attribution whose content or cue the token stands in."""
        inside = self.at(token)
        if inside is not None:
            return inside
        start, end = self._prose.span(token, token + 1)
        at = bisect_left(self._cues, ((end, end), -1)) - 1
        if at >= 0 and self._cues[at][0][0] <= start and end <= self._cues[at][0][1]:
            return self._attributions[self._cues[at][1]]
        return None

    def teller(self, token: int) -> Party | None:
        """Whose "it" or "we" it is in reported words: Lantern said that it received the tape."""
        voice = self.at(token)
        if voice is None or not voice.source or voice.speaker is None:
            return None
        party = party_at(self._prose, self._prose.at(voice.source[0][0]))
        return party if party is not None and party.name is not None else None

    def is_teller(self, token: int, party: Party) -> bool:
        """Whether the party is who says what stands at the token."""
        voice = self.at(token)
        return voice is not None and any(
            start <= self._prose.tokens.starts[party.start] < end for start, end in voice.source
        )

    def is_claimed(self, token: int) -> bool:
        """Whether somebody says what stands there who is no outlet, so that the article does not say it."""
        voice = self.at(token)
        return voice is not None and voice.speaker is not None and not is_outlet(voice.speaker)
