"""Where a thing came out or was made, which is not where somebody speaks: it was posted on Facebook."""

from __future__ import annotations

from hearsay.extract.phrase_words import be_forms
from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.mention import kind_of_thing
from hearsay.lexicon import load_words
from hearsay.model import Visibility

# How far before its preposition, in tokens, such a verb can stand.
AWAY = 3


def was_put(prose: Prose, preposition: int) -> bool:
    """Whether the verb before the preposition tells where a thing came out: was posted, leaked on."""
    low = prose.low
    first, _ = prose.sentence(max(0, preposition))
    at = preposition - 1
    dated = load_words("calendar_words") | {"on", "online"}
    while at > first and (is_adverb(low[at]) or low[at] in dated or low[at].isdigit()):
        at -= 1
    if at < first:
        return False
    if any(word in load_words("surfacing_verbs") for word in low[max(first, at - AWAY) : at + 1]):
        # Spread like fire on Twitter.
        return True
    return at > first and low[at] in load_words("putting_verbs") and low[at - 1] in be_forms()


def is_recorded(prose: Prose, head: int, visibility: Visibility) -> bool:
    """Whether the sentence tells of a recording of the talk, and not where somebody was: a tape of a call."""
    start, _ = prose.sentence(head)
    if any(word in load_words("microphones") for word in prose.low[start:head]):
        # Picked up by a live microphone at a fair.
        return True
    return visibility == "private" and any(
        kind_of_thing(prose.low, at) in ("recording", "transcript") for at in range(start, head)
    )
