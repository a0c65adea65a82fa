"""Who does what a verb of passing on tells: the Courier, a daily in the north, | published the tape."""

from __future__ import annotations

from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.appositions import before_apposition
from hearsay.extract.provenance.handed_things import BEHIND
from hearsay.extract.provenance.parties import Party, party_at, party_before
from hearsay.extract.provenance.passing_verbs import passing_verbs
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_words


def subject_of(prose: Prose, voices: Voices, at: int, first: int) -> Party | None:
    """Whose deed the verb tells of; in reported words "it" is who tells them."""
    before = at - 1
    while before > first and (prose.low[before] in ("has", "had", "have") or is_adverb(prose.low[before])):
        before -= 1
    apposed = before_apposition(prose, before, first)
    if apposed is not None:
        return apposed
    if prose.low[before] in ("it", "we", "they") and before >= first:
        return voices.teller(before) or _body_before(prose, first, before)
    if prose.low[before] == "who" and before > first:
        # His driver, who gave the tape to a station.
        while before > first and prose.low[before - 1] in load_words("closing_marks"):
            before -= 1
        start = before
        while start > first and prose.tokens.words[start - 1][0].isupper():
            start -= 1
        named = party_at(prose, start) if start < before else None
        # A betrayal by Ada Holt, who gave it: whatever stands before the name.
        return named if named is not None and named.stop == before else party_before(prose, before)
    return party_before(prose, at) or _shared_subject(prose, at, first)


def _body_before(prose: Prose, first: int, before: int) -> Party | None:
    """What "it" stands for behind the first clause of its sentence: the inquiry met, and it released."""
    if before - first < 2 or prose.low[before] != "it" or prose.low[first] == "it":
        return None
    body = party_at(prose, first)
    return body if body is not None and body.kind not in ("person",) and body.stop < before else None


def _shared_subject(prose: Prose, at: int, first: int) -> Party | None:
    """The subject of the verb before "and": a guest taped the speech and | shared it."""
    low = prose.low
    if at <= first or low[at - 1] != "and":
        return None
    for before in range(at - 2, max(first, at - BEHIND) - 1, -1):
        if low[before] in passing_verbs():
            return party_before(prose, before)
    return None
