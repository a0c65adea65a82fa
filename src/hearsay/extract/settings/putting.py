"""Where a thing came out, which is not where its words were said: the tape was posted on Facebook."""

from __future__ import annotations

from hearsay.extract.phrase_words import be_forms
from hearsay.extract.prose import Prose, is_adverb
from hearsay.lexicon import load_words


def was_put(prose: Prose, preposition: int) -> bool:
    """Whether the verb before the preposition tells where a thing came out: was posted, leaked on."""
    low = prose.low
    at = preposition - 1
    dated = load_words("calendar_words") | {"on", "online"}
    while at > 0 and (is_adverb(low[at]) or low[at] in dated or low[at].isdigit()):
        at -= 1
    if at < 1 or low[at] not in load_words("surfacing_verbs"):
        return low[at] in load_words("putting_verbs") and low[at - 1] in be_forms()
    return True
