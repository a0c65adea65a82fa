"""Who is the subject of a verb inside somebody's words, and whether its clause says what happened.

Only what is plainly a subject counts, with something before it that can end no other noun phrase: "the
things he said" is no report, and "if he says" none that was made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hearsay.extract.nesting.inner_clauses import has_verb
from hearsay.extract.nesting.phrases import (
    Phrase,
    Sort,
    opens_apposition,
    opens_clause,
    phrase_before,
    pronouns,
)
from hearsay.extract.nesting.stretches import Stretch, is_adverb, is_end, word_class
from hearsay.extract.nesting.verb_groups import VerbGroup, auxiliaries, verb_forms
from hearsay.lexicon import load_words

# The longest apposition between its commas, in tokens.
_APPOSITION = 12
# How far back, in tokens, a subject may stand that several verbs share (he came in and told me).
_SHARED = 12
# How far back, in tokens, a word is looked for that makes the clause a supposition (if ... he says).
_OPENING = 10
# The longest name, in tokens, behind a preposition before the subject.
_NAME = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens [start, stop) of a subject.

    `subordinate`: its clause is one of time, reason or contrast, which ends at the comma before the main
    clause.
    """

    start: int
    stop: int
    sort: Sort
    subordinate: bool = False


def subject_of(stretch: Stretch, first: int, group: VerbGroup) -> Subject | None:
    """The subject of the verb group in the sentence that begins at `first`; `None` where it is not plain."""
    low = stretch.low
    end = group.start
    while end > first and is_adverb(low[end - 1]):
        end -= 1
    if end == first:
        return None
    before = low[end - 1]
    if before in ("and", "but"):
        return None if group.bare else _shared(stretch, first, end - 1, group)
    if before == ",":
        return _explained(stretch, first, end - 1, group)
    found = phrase_before(stretch, first, end)
    if found is None:
        return None
    joined = found.sort != "pronoun" and found.start > first + 1 and low[found.start - 1] == "and"
    other = phrase_before(stretch, first, found.start - 1) if joined else None
    glued = joined and other is None and low[found.start - 2][0].isalnum()
    if glued and not has_verb(stretch, first, found.start - 1, plain=True):
        # One of the bakers and old sailors said: half of who said it, as no clause stands before.
        return None
    if other is None or other.sort == "pronoun":
        return _opened(stretch, first, found, group)
    # Ann Lee and Bo Park told me: the two of them, if the first begins a clause, and else nobody knows who.
    opened = _opened(stretch, first, other, group)
    return replace(opened, stop=found.stop) if opened and not opened.subordinate else None


def _explained(stretch: Stretch, first: int, comma: int, group: VerbGroup) -> Subject | None:
    """Jones, the mayor, told me: the name before the comma that opens the apposition."""
    low = stretch.low
    for i in range(comma - 2, max(first, comma - _APPOSITION), -1):
        if (
            is_end(low[i])
            or low[i] in auxiliaries()
            or verb_forms().get(low[i], ("", ""))[1] in ("past", "s")
        ):
            return None
        if low[i] != ",":
            continue
        found = phrase_before(stretch, first, i) if opens_apposition(low[i + 1]) else None
        if found is None or found.sort == "pronoun":
            return None
        opened = _opened(stretch, first, found, group)
        return replace(opened, stop=comma) if opened else None
    return None


def _shared(stretch: Stretch, first: int, conjunction: int, group: VerbGroup) -> Subject | None:
    """He came in and told me: the pronoun or name that opens the clause, if nobody else is named between."""
    low = stretch.low
    if word_class(low[group.stop - 1]):
        # He won the crowd with speeches and promises to stay: a noun.
        return None
    last = conjunction
    while last > first and low[last - 1] == ",":
        last -= 1
    opens, found = last, -1
    while opens > max(first, last - _SHARED):
        word = low[opens - 1]
        if is_end(word) or word == "," or opens_clause(word):
            break
        opens -= 1
        if word in pronouns() and word not in ("it", "you"):
            if found >= 0:
                return None
            found = opens
    if found < 0 and opens < last and stretch.is_name(opens):
        stop = opens + 1
        while stop < last and stretch.is_name(stop):
            stop += 1
        verb = low[stop]
        if verb.endswith("ed") or verb in load_words("past_forms"):
            return _main(_opened(stretch, first, Phrase(opens, stop, "name"), group))
        return None
    if found != opens or found + 1 >= last:
        return None
    return _main(_opened(stretch, first, Phrase(found, found + 1, "pronoun"), group))


def _main(subject: Subject | None) -> Subject | None:
    """The subject of a main clause: behind "when he came, and" another one may go on."""
    return None if subject is None or subject.subordinate else subject


def _opened(stretch: Stretch, first: int, phrase: Phrase, group: VerbGroup) -> Subject | None:
    """The subject with its clause, if what stands before it lets a clause begin that says what happened."""
    low = stretch.low
    spoken = [*low[phrase.start : phrase.stop], low[group.stop - 1]]
    if len(spoken) < 4 and " ".join(spoken) in load_words("set_phrases"):
        return None
    i = phrase.start - 1
    while i >= first and is_adverb(low[i]):
        i -= 1
    if i < first:
        return Subject(phrase.start, phrase.stop, phrase.sort)
    subordinate = low[i] in load_words("clause_openers")
    fronted = phrase.sort == "pronoun" and _is_fronted(stretch, first, phrase.start)
    if (subordinate and (low[i] == "as" or group.bare)) or not (
        subordinate or fronted or _may_precede(stretch, first, i)
    ):
        return None
    for k in range(i, max(first, i - _OPENING) - 1, -1):
        if low[k] in load_words("irreal_openers"):
            return None
        if low[k] == "," or is_end(low[k]):
            break
    return Subject(phrase.start, phrase.stop, phrase.sort, subordinate)


def _is_fronted(stretch: Stretch, first: int, end: int) -> bool:
    """Whether nothing but a preposition and a name stands before `end`: with Ann Lee | I said."""
    low = stretch.low
    while first < end and (word_class(low[first]) == "conjunction" or low[first] in ("so", "then")):
        first += 1
    return (
        first + 1 < end <= first + 1 + _NAME
        and word_class(low[first]) == "preposition"
        and all(stretch.is_name(i) for i in range(first + 1, end))
    )


def _may_precede(stretch: Stretch, first: int, i: int) -> bool:
    """Whether a clause that says what happened can begin behind the token `i`."""
    low, word = stretch.low, stretch.low[i]
    if word == "that":
        return i == first or _takes_that(low[i - 1])
    if not word[0].isalnum():
        return word not in ("'s", "'")
    if word_class(word) == "conjunction" or word in ("so", "then"):
        return True
    # She said he promised; he told me they knew.
    hearer = word_class(word) == "object-pronoun" and i > first and low[i - 1] in verb_forms()
    return hearer or (word in verb_forms() and not word_class(word))


def _takes_that(before: str) -> bool:
    """Whether "that" behind this word opens what is said, and is not relative (the day that he told me)."""
    return (
        not before[0].isalnum()
        or before in verb_forms()
        or is_adverb(before)
        or word_class(before) in ("be", "conjunction", "object-pronoun")
        or before in load_words("addressees")
        or before in load_words("believing_adjectives")
    )
