"""Which words belong to the phrase for a thing before its noun: a sworn deposition, the leaked phone call."""

from __future__ import annotations

from functools import cache

from hearsay.extract.phrase_words import before_nouns
from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.mention import artefact_nouns, framing_verbs
from hearsay.lexicon import load_words


def is_modifier(prose: Prose, at: int) -> bool:
    word, printed = prose.low[at], prose.tokens.words[at]
    if printed == "-" or (printed[0].isdigit() and printed.isalnum()):
        return True
    if at > 1 and prose.low[at - 1] == "-" and prose.low[at - 2].isdigit():
        # A 14-second clip.
        return True
    if word == "second" and at and prose.low[at - 1] in ("a", "the"):
        return True
    if not printed[0].isalpha() or word in before_nouns() or word in load_words("quantities"):
        return False
    talks = load_words("recordable_talks")
    behind = prose.low[at + 1 : at + 2]
    if word in load_words("talk_means") and behind and behind[0] in talks:
        # Secretly recorded phone | calls.
        return True
    if word in talks and behind and behind[0] in artefact_nouns():
        # The phone call | recording.
        return True
    # A sworn deposition.
    participle = word.endswith(("ed", "en")) or word in load_words("past_participles")
    return word not in framing_verbs() or (participle and _opens_phrase(prose, at - 1))


def _opens_phrase(prose: Prose, at: int) -> bool:
    """Whether a participle behind the token is in a phrase: a | leaked memo, not police | taped it."""
    if at < 0 or not prose.tokens.words[at][0].isalnum():
        return True
    word = prose.low[at]
    if is_adverb(word):
        # A newly | leaked tape; the Courier previously | published tapes.
        return at == 0 or not prose.tokens.words[at - 1][0].isupper() or _opens(prose, at - 1)
    return _opens(prose, at) or (word.isalpha() and word not in framing_verbs() and _opens(prose, at - 1))


def _opens(prose: Prose, at: int) -> bool:
    """Whether the token begins a phrase: an article, a possessive, a word that says how it came out."""
    if at < 0:
        return False
    word = prose.low[at]
    return word in before_nouns() or word in possessives() or word in load_words("leaked_marks")


@cache
def possessives() -> frozenset[str]:
    return frozenset({"his", "her", "their", "its", "my", "our"})
