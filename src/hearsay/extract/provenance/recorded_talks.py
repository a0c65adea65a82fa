"""Calls and conversations that came out, so that they are recordings: the leaked call, talks that X obtained.

A call alone is an event; what somebody intercepted, posted or obtained of it holds its words as a tape does.
"""

from __future__ import annotations

from hearsay.extract.phrase_words import be_forms
from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.mention import Mention
from hearsay.extract.provenance.passing_verbs import passing_verbs
from hearsay.lexicon import load_words

# How far before or behind a talk, in tokens, the verb can stand by which it came out.
NEAR = 16
# How far before it where it was put can stand in between: posted on the internet | a call.
PUT = 4


def is_talk(prose: Prose, mention: Mention) -> bool:
    """Whether a thing is only called by the talk that it is of: the call."""
    return not mention.leaked and prose.low[mention.head] in load_words("recordable_talks")


def came_out(prose: Prose, talk: Mention) -> bool:
    """Whether its sentence says that the talk became public or was recorded."""
    if talk.leaked:
        return True
    if prose.low[talk.head].rstrip("s") == "interview":
        # Interviews are published.
        return False
    return _behind(prose, talk) or _before(prose, talk)


def _behind(prose: Prose, talk: Mention) -> bool:
    """The talk as the subject: the call was leaked, conversations obtained by the Courier."""
    low = prose.low
    _, last = prose.sentence(talk.head)
    for at in range(talk.stop, min(last, talk.stop + NEAR)):
        word = low[at]
        if word in ("who", "which", "that", "after", "but") or not _goes_on(word):
            return False
        if word in load_words("coming_out_verbs"):
            before = at - 1
            while before > talk.head and is_adverb(low[before]):
                before -= 1
            follows = low[at + 1 : at + 2]
            # Not before what was leaked of it, the leaked tapes.
            return low[before] in be_forms() or follows in (["by"], ["to"], ["on"], ["online"])
        if word in ("said", "says") and low[at - 2] == "what":
            # Between what it said was the minister and a clerk.
            continue
        if word in passing_verbs() or word in ("said", "says"):
            return False
    return False


def _before(prose: Prose, talk: Mention) -> bool:
    """The talk as the object: intercepted the call, posted on the internet a conversation."""
    low = prose.low
    first, _ = prose.sentence(talk.head)
    at = talk.start - 1
    if at > first and low[at] in load_words("online_places"):
        on = next(
            (k for k in range(at, max(first, at - PUT), -1) if low[k] in ("on", "to", "online")), at + 1
        )
        at = on - 1
    while at > first and is_adverb(low[at]):
        at -= 1
    return at >= first and low[at] in load_words("coming_out_verbs") and low[at - 1] not in be_forms()


def _goes_on(word: str) -> bool:
    return word[0].isalnum() or word in (",", "'s", "-", "(", ")", "’s", ".")
