"""A thing that the article tells of only after it has quoted from it.

"“We will bury them,” Orlov told his guests. ... The remarks were taped by a waiter and leaked to the Post."
News tells first what was said, then where it stands; the statements before the sentence have come through
the same hands, if it says that it was these words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.mention import Mention
from hearsay.extract.provenance.reports import source_words, writes
from hearsay.extract.provenance.things import Things
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_words
from hearsay.model import ArtefactKind, Attribution

# Over how many paragraphs "the remarks" point back, and over how many "the email".
SAID = 3
WRITTEN = 1
_HEARD: frozenset[ArtefactKind] = frozenset({"recording", "transcript"})
_WRITTEN: frozenset[ArtefactKind] = frozenset({"email", "letter", "message", "memo"})


def reached_back(
    prose: Prose,
    things: Things,
    voices: Voices,
    attributions: Sequence[Attribution],
    frames: Sequence[Frame | None],
    apart: Collection[int],
) -> dict[int, Frame]:
    """The frames of statements (by their index) that a later sentence tells of.

    `frames` are those known without it. A statement that has one, that was made elsewhere (`apart`), or whose
    speaker is another than who spoke last before the sentence, is none.
    """
    free = [
        (prose.at((each.cue or each.source or each.content)[0][0]), n)
        for n, each in enumerate(attributions)
        if each.parent is None and each.mode == "speech" and each.act != "decline"
    ]
    free.sort()
    found: dict[int, Frame] = {}
    for mention, thing in zip(things.mentions.all, things.of, strict=True):
        if mention.stands_in or not thing.hands or voices.is_claimed(mention.head):
            continue
        start, stop = prose.sentence(mention.head)
        heard = thing.kind in _HEARD and _names_words(prose, start, stop)
        written = thing.kind in _WRITTEN and mention.definite and _is_subject(prose, mention, start)
        if not heard and not written:
            continue
        here = _paragraph(prose, start)
        before = free[: bisect_right(free, (start, -1))]
        for n in _statements(prose, attributions, before, here - (SAID if heard else WRITTEN)):
            if n in apart or frames[n] is not None or n in found:
                break
            if written and not writes(prose, attributions[n]):
                break
            found[n] = Frame(thing, mention)
            if written:
                break
    return found


def _names_words(prose: Prose, start: int, stop: int) -> bool:
    """Whether the sentence speaks of words that were told before: the remarks, his comments."""
    return any(
        prose.low[at] in load_words("said_before")
        and any(word in ("the", "his", "her", "their", "these", "those") for word in prose.low[at - 2 : at])
        for at in range(max(start, 1), stop)
    )


def _is_subject(prose: Prose, mention: Mention, start: int) -> bool:
    """The email was one of thousands: what the sentence is about, not one that somebody else wrote."""
    return mention.owner is None and mention.start <= start + 1 and prose.low[mention.start] != "in"


def _statements(
    prose: Prose, attributions: Sequence[Attribution], before: Sequence[tuple[int, int]], first: int
) -> list[int]:
    """The statements of who spoke last, backwards, as far as nobody else speaks between."""
    speaker: str | None = None
    found = []
    for place, n in reversed(before):
        each = attributions[n]
        if _paragraph(prose, place) < first:
            break
        if each.speaker is None and source_words(prose, each) not in (["he"], ["she"]):
            break
        if speaker is not None and each.speaker not in (None, speaker):
            break
        speaker = speaker or each.speaker
        found.append(n)
    return found


def _paragraph(prose: Prose, token: int) -> int:
    return bisect_right(prose.tokens.paragraphs, token)
