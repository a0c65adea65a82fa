"""Of which thing a verb of passing on speaks: what was obtained, leaked, taped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.mention import Mention, artefact_nouns
from hearsay.extract.provenance.mentions import Mentions
from hearsay.extract.provenance.parties import party_before
from hearsay.extract.provenance.party_words import determiners
from hearsay.extract.provenance.passing_verbs import passing_verbs, provenance_forms
from hearsay.lexicon import load_table, load_words

# How far behind a thing, in tokens, a participle can still speak of it.
BEHIND = 30
# How far back, in tokens, the recording of remarks that were obtained was named.
FAR = 400
# How far before "that" the thing can stand of which it tells.
RELATIVE = 8
# How far before a thing the verb can stand whose object it is.
OBJECT = 9


def thing_before(prose: Prose, mentions: Mentions, at: int, first: int) -> Mention | None:
    """The thing that a participle behind it speaks of."""
    near = mentions.between(max(first, at - BEHIND), at)
    if prose.low[at - 1] == "and" and len(near) > 1:
        # Obtained for their book and aired by: what was obtained was aired.
        verb = next((i for i in range(at - 2, first, -1) if prose.low[i] in passing_verbs()), first)
        near = [each for each in near if each.head < verb] or near
    for thing in reversed(near):
        between = prose.low[thing.stop : at]
        if any(word in (";", ":", "“", '"', "”") for word in between):
            return None
        shown = between[:1] and between[0] in load_words("showing_participles")
        if any(_is_telling(between, n) for n in range(1 if shown else 0, len(between))):
            return None
        if _is_of_another(between):
            return None
        return thing
    return None


def _is_telling(words: Sequence[str], at: int) -> bool:
    """Whether the word is a verb of saying there: not behind an article (filed with the state)."""
    word = words[at]
    # Of the phone call between them.
    talks = load_words("recordable_talks")
    talk = any(each in talks for each in words[at : at + 2])
    noun = talk or (at > 0 and words[at - 1] in determiners())
    return word in _reporting() and word not in artefact_nouns() and not noun


def _is_of_another(between: Sequence[str]) -> bool:
    """Whether a noun right before the participle is what it speaks of: an email, a daily update sent by."""
    if "," not in between:
        return False
    last = between[len(between) - between[::-1].index(",") :]
    return (
        len(last) > 1 and last[0] in ("a", "an") and not any(word in load_words("excerpts") for word in last)
    )


def thing_of_pronoun(prose: Prose, mentions: Mentions, at: int, first: int) -> Mention | None:
    """The thing that it or they stand for before the verb: The tape is old. It was found and given to."""
    start, _ = prose.paragraph(at)
    if prose.low[first] not in ("it", "they") or first == start:
        return None
    before = mentions.between(prose.sentence(first - 1)[0], first)
    return before[0] if before and before[0].start <= prose.sentence(first - 1)[0] + 1 else None


def thing_of_opening(prose: Prose, mentions: Mentions, at: int, last: int) -> Mention | None:
    """The thing that a participle before its clause speaks of: filed with a court, they | the tapes show."""
    low = prose.low
    for comma in range(at + 1, min(last - 1, at + BEHIND)):
        if low[comma] != ",":
            continue
        behind = mentions.between(comma + 1, min(last, comma + 1 + OBJECT))
        if behind and behind[0].start == comma + 1:
            return behind[0]
        if low[comma + 1] in ("it", "they"):
            start, _ = prose.paragraph(at)
            return next(reversed(mentions.between(start, at)), None)
    return None


def thing_behind(prose: Prose, mentions: Mentions, at: int, last: int) -> Mention | None:
    """The thing that is the object of the verb; not of what it did for, about or after the thing."""
    near = mentions.between(at + 1, min(last, at + 1 + OBJECT + 4))
    if not near or near[0].start > at + OBJECT:
        return None
    start = _object_start(prose, at, near[0].start)
    put = [k for k in range(start, near[0].start) if prose.low[k] in load_words("online_places")]
    # Posted on the internet | a call.
    between = prose.low[put[-1] + 1 if put else start : near[0].start]
    return near[0] if not any(word in _turning() or word in ",;:" for word in between) else None


def _object_start(prose: Prose, at: int, stop: int) -> int:
    """Where the object of the verb begins: the first of | the tapes, what it says is | the memo."""
    low = prose.low
    if low[at + 1] == "what":
        for be in range(at + 2, stop):
            if low[be] in ("is", "was", "are", "were", "as"):
                return be + 1
    for of in range(at + 1, stop):
        if low[of] == "of" and low[of - 1] in load_words("containers") | load_words("ordinals"):
            return of + 1
    return at + 1


def relative_thing(prose: Prose, mentions: Mentions, at: int, first: int) -> Mention | None:
    """The thing before the verb's subject: the emails that WikiLeaks released."""
    subject = party_before(prose, at)
    if subject is None:
        return None
    start = subject.start
    start -= start > first and prose.low[start - 1] == "the"
    that = start > first and prose.low[start - 1] in ("that", "which")
    if that:
        start -= 1
        while start > first and prose.low[start - 1] in (",", "”", "’", '"'):
            start -= 1
    near = mentions.between(max(first, start - RELATIVE), start)
    if not near:
        return None
    # A draft letter to shareholders that a clerk passed on.
    between = prose.low[near[-1].stop : start]
    plain = all(word not in _reporting() and word not in ',;:“”"' for word in between)
    return near[-1] if near[-1].stop >= start or (that and plain) else None


def event_recorded(prose: Prose, mentions: Mentions, at: int, first: int, last: int) -> Mention | None:
    """Taped the speech, the call was recorded: the recording that the text speaks of next to it."""
    if not any(
        word in load_words("taped_events") for word in prose.low[max(first, at - 6) : min(last, at + 6)]
    ):
        return None
    start, stop = prose.paragraph(at)
    recordings = [each for each in mentions.between(start, stop) if each.kind == "recording"]
    return min(recordings, key=lambda each: abs(each.head - at), default=None)


def event_obtained(prose: Prose, mentions: Mentions, at: int, first: int) -> Mention | None:
    """His remarks were obtained by: the recording of them that the text spoke of last."""
    if not any(word in load_words("taped_events") for word in prose.low[max(first, at - BEHIND) : at]):
        return None
    before = mentions.between(max(0, at - FAR), at)
    return next((each for each in reversed(before) if each.kind == "recording"), None)


@cache
def _turning() -> frozenset[str]:
    """Words behind which a noun is no object of the verb before them."""
    return load_words("phrase_borders") - load_words("object_leads")


@cache
def _reporting() -> frozenset[str]:
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["mode"] == "speech") - provenance_forms()
