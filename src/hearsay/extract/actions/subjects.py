"""Who does it: the subject of a group, or whom "by" names behind one that is suffered."""

from __future__ import annotations

from hearsay.extract.actions.groups import Group
from hearsay.extract.actions.phrases import Phrase, phrase_at
from hearsay.extract.nesting.phrases import opens_apposition, phrase_before
from hearsay.extract.nesting.stretches import Stretch, is_adverb, is_end, word_class
from hearsay.extract.nesting.subjects import subject_of as plain_subject
from hearsay.extract.nesting.verb_groups import VerbGroup, auxiliaries, verb_forms
from hearsay.lexicon import load_words

# How far behind a passive verb "by" is looked for, and how far before a verb its sentence's first subject.
_BY = 10
_SHARED = 30
# The longest explanation between commas, in tokens.
_APPOSITION = 12
# The longest subject that begins with a number, in tokens.
_COUNTED = 4


def subject_of(stretch: Stretch, first: int, group: Group) -> tuple[int, int] | None:
    """The tokens of the group's subject; `None` where it is not plain, or only supposed (if he signs)."""
    low = stretch.low
    end = group.start
    while end > first and is_adverb(low[end - 1]):
        end -= 1
    end = _before_day(stretch, first, end)
    if end <= first:
        return None
    if low[end - 1] in ("who", "which"):
        # The one | who leaked it: nobody is told.
        unnamed = end - 1 > first and low[end - 2] in load_words("indefinite_persons")
        return None if unnamed else (end - 1, end)
    verb = VerbGroup(end, group.stop, low[group.stop - 1], past=True, passive=group.passive)
    if word_class(low[end - 1]).startswith("determiner"):
        # The release of the | imprisoned tycoon.
        return None
    found = plain_subject(stretch, first, verb)
    if found is not None:
        # A number at its beginning is often the end of what stands before it.
        ragged = low[found.start] in load_words("irreal_openers") or (
            low[found.start][0].isdigit() and found.stop - found.start > _COUNTED
        )
        return None if ragged else (_widened(stretch, first, found.start), found.stop)
    if low[end - 1] == ",":
        return _explained(stretch, first, end - 1) or _earlier(stretch, first, end - 1)
    if low[end - 1] in ("and", "but", "then"):
        return _earlier(stretch, first, end - 1)
    phrase = phrase_before(stretch, first, end)
    if phrase is None or _is_supposed(stretch, first, phrase.start):
        return None
    before = low[phrase.start - 1] if phrase.start > first else ","
    # On Friday | the president signed; in Port Sable | the navy seized.
    timed = before in load_words("calendar_words") or before[0].isdigit() or not before[0].isalnum()
    # Told supporters on Thursday that | he was moving.
    told = before == "that" and (
        phrase.sort == "pronoun" or any(low[k] in verb_forms() for k in range(first, phrase.start - 1))
    )
    return (phrase.start, phrase.stop) if (timed or told) and before != "'s" else None


def _before_day(stretch: Stretch, first: int, end: int) -> int:
    """The end of the subject before a day between it and its verb: the president on Friday | signed."""
    low = stretch.low
    i = end
    while i > first and (low[i - 1] in load_words("calendar_words") or low[i - 1] in load_words("day_words")):
        i -= 1
    if i in (end, first):
        return end
    if low[i - 1] == "on":
        return i - 1
    return i if low[i] in load_words("day_words") else end


def _explained(stretch: Stretch, first: int, comma: int) -> tuple[int, int] | None:
    """The subject before what explains it between commas: the squadron, made up of nine ships, | sailed."""
    low = stretch.low
    for i in range(comma - 1, max(first, comma - _APPOSITION), -1):
        if is_end(low[i]) or low[i] in auxiliaries():
            return None
        if low[i] == ",":
            opens = low[i + 1]
            telling = opens.endswith(("ing", "ed")) or opens in load_words("past_forms")
            if not telling and not opens_apposition(opens):
                return None
            return _whole(stretch, first, i)
    return None


def _whole(stretch: Stretch, first: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at `end`, with what stands before "of" in it."""
    found = phrase_before(stretch, first, end)
    if found is None or found.sort == "pronoun":
        return None
    start = _widened(stretch, first, found.start)
    if start - 1 > first and stretch.low[start - 1] == "of":
        outer = phrase_before(stretch, first, start - 1)
        start = outer.start if outer is not None else start
    before = stretch.low[start - 1] if start > first else "."
    return (start, end) if not before[0].isalnum() or start <= first + 2 else None


def _widened(stretch: Stretch, first: int, start: int) -> int:
    """Where a name begins of which small words in capitals are a part: the | Second Fleet."""
    words = stretch.tokens.words
    while start > first + 1 and words[start][0].isupper() and words[start - 1][0].isupper():
        start -= 1
    return start


def agent_of(stretch: Stretch, start: int, stop: int) -> Phrase | None:
    """Whom "by" names behind the passive verb that ends at `start`."""
    low = stretch.low
    for i in range(start, min(stop, start + _BY)):
        if is_end(low[i]) or low[i] == "," or low[i] in auxiliaries():
            return None
        if low[i] == "by":
            found = phrase_at(stretch, i + 1, stop)
            if found is None or low[found.stop - 1] in load_words("calendar_words"):
                return None
            if low[found.stop - 1].endswith("ing") or low[found.start][0].isdigit():
                return None
            return found
    return None


def _earlier(stretch: Stretch, first: int, conjunction: int) -> tuple[int, int] | None:
    """The subject with which the sentence begins, if no other clause stands between: he came and signed."""
    low = stretch.low
    if conjunction - first > _SHARED:
        return None
    for i in range(first, conjunction):
        word = low[i]
        if is_end(word) or word in ("that", "who", "which", "if", "when", "because", "as", "while", '"', "“"):
            return None
        finite = word in load_words("past_forms") or (word.endswith("ed") and len(word) > 4)
        if i > first and (finite or word in auxiliaries()):
            found = phrase_before(stretch, first, i)
            return None if found is None or found.start > first + 1 else (found.start, found.stop)
    return None


def _is_supposed(stretch: Stretch, first: int, start: int) -> bool:
    low = stretch.low
    return any(low[k] in load_words("irreal_openers") for k in range(max(first, start - 10), start))
