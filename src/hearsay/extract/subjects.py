"""Who is the subject of a verb inside somebody's words: the noun phrase before it, and where its clause opens.

Only what is plainly a subject counts: a pronoun, a name, or a noun phrase from its article on, with
something before it that can end no other noun phrase ("the things he said" is no report).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from hearsay.extract.stretches import Stretch, is_adverb, is_end, is_negation, word_class
from hearsay.extract.verb_groups import VerbGroup, auxiliaries, verb_forms
from hearsay.lexicon import load_table, load_words

Sort: TypeAlias = Literal["pronoun", "name", "noun"]
# The longest subject in tokens, and the longest apposition between its commas.
_LONGEST = 10
_APPOSITION = 12
# How far back, in tokens, a subject may stand that several verbs share (he came in and told me).
_SHARED = 12
# How far back, in tokens, a word is looked for that makes the clause a supposition (if ... he says).
_OPENING = 10
_PERSONAL = frozenset({"i", "he", "she", "it", "we", "you", "they"})
_GENITIVES = frozenset({"'s", "'"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens [start, stop) of a subject; `opens` is the token at which its clause begins.

    `subordinate`: the clause is one of time, reason or contrast, which ends at the comma before the main
    clause.
    """

    start: int
    stop: int
    sort: Sort
    opens: int
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
    found = _noun_phrase(stretch, first, end)
    return None if found is None else _opened(stretch, first, found, group)


def _noun_phrase(stretch: Stretch, first: int, end: int) -> tuple[int, int, Sort] | None:
    """The noun phrase that ends before the token `end`."""
    low, last = stretch.low, end - 1
    if low[last] in _subjects():
        start = last
        if low[last] == "one":
            if last == first or low[last - 1] != "no":
                return None
            start = last - 1
        return start, end, "pronoun"
    if not low[last][0].isalnum() or low[last] in auxiliaries() or is_negation(low[last]):
        return None
    if stretch.is_name(last) or (low[last] == "." and stretch.is_name(last - 1)):
        return _name(stretch, first, end)
    return _noun(stretch, first, end)


def _name(stretch: Stretch, first: int, end: int) -> tuple[int, int, Sort] | None:
    words, low = stretch.tokens.words, stretch.low
    start = end - 1
    while start > first and end - start < _LONGEST:
        i = start - 1
        initial = words[i] == "." and i > first and words[i - 1][0].isupper() and len(words[i - 1]) < 5
        small = low[i] in _GENITIVES or words[i] in load_words("name_particles") or words[i] in "&"
        title = word_class(low[i]) in ("title", "person", "person+title", "group") or low[i] == "former"
        if not (stretch.is_name(i) or initial or (small and i > first) or title):
            break
        start = i
    while start < end and (low[start] in _GENITIVES or words[start] == "."):
        start += 1
    if start > first and word_class(low[start - 1]) in _DETERMINERS and low[start - 1] != "that":
        start -= 1
    if start > first + 1 and low[start - 1] in ("of", "from", "in", "at", "for"):
        # The head of the agency: the name is a part of a longer phrase.
        longer = _noun(stretch, first, end)
        return longer or None
    return start, end, "name"


_DETERMINERS = ("determiner", "possessive", "object-pronoun+possessive", "determiner+negation", "determiner+complementizer")


def _noun(stretch: Stretch, first: int, end: int) -> tuple[int, int, Sort] | None:
    low, words = stretch.low, stretch.tokens.words
    stop = max(first, end - _LONGEST)
    start = end
    if low[end - 1] in _prepositions() or low[end - 1] in ("this", "that", "these"):
        return None
    for i in range(end - 1, stop - 1, -1):
        word, kind = low[i], word_class(low[i])
        if word == "that":
            break
        if word in ("whom", "which"):
            return None
        if word in _subjects() and i < end - 1 and low[i + 1] in _prepositions() and word not in _PERSONAL:
            # Everybody in the town.
            return i, end, "noun"
        if kind in _DETERMINERS or word in load_words("indefinites") or word.isdigit():
            start = i
            if i > first and (low[i - 1] in _prepositions() or kind == "adverb") and i - 2 >= stop:
                continue
            return (start, end, "noun") if start < end - 1 else None
        if word in _prepositions():
            if i == first or not low[i - 1][0].isalnum() or word_class(low[i - 1]) in _OPENING_CLASSES:
                break
            continue
        if (
            not (word[0].isalnum() or word in _GENITIVES)
            or word in _subjects()
            or (word in auxiliaries() and word not in _GENITIVES)
            or kind in _OPENING_CLASSES
            or (i < end - 1 and _is_finite(stretch, i))
        ):
            break
        start = i
    while start < end and low[start] in _GENITIVES:
        start += 1
    if start >= end:
        return None
    head = low[end - 1]
    several = word_class(head).find("persons") >= 0 or word_class(head) == "group" or head in _several()
    return (start, end, "noun") if several and words[end - 1][0].islower() else None


def _is_finite(stretch: Stretch, i: int) -> bool:
    form = verb_forms().get(stretch.low[i])
    return form is not None and form[1] in ("past", "s") and not word_class(stretch.low[i])


_OPENING_CLASSES = (
    "conjunction",
    "conjunction+negation",
    "complementizer",
    "pronoun+complementizer",
    "determiner+complementizer",
    "object-pronoun",
)


def _explained(stretch: Stretch, first: int, comma: int, group: VerbGroup) -> Subject | None:
    """Jones, the mayor, told me: the name before the comma that opens the apposition."""
    low = stretch.low
    for i in range(comma - 2, max(first, comma - _APPOSITION), -1):
        if is_end(low[i]) or low[i] in auxiliaries() or (low[i] in verb_forms() and low[i] in _finite()):
            return None
        if low[i] == ",":
            if word_class(low[i + 1]) not in (*_DETERMINERS, "person", "person+title", "title") and low[i + 1] != "former":
                return None
            found = _noun_phrase(stretch, first, i)
            if found is None or found[2] == "pronoun":
                return None
            opened = _opened(stretch, first, found, group)
            return opened and Subject(opened.start, comma, opened.sort, opened.opens, opened.subordinate)
    return None


@cache
def _finite() -> frozenset[str]:
    return frozenset(form for form, (_, kind) in verb_forms().items() if kind in ("past", "s"))


def _shared(stretch: Stretch, first: int, conjunction: int, group: VerbGroup) -> Subject | None:
    """He came in and told me: the pronoun or name that opens the clause, if nobody else is named between."""
    low = stretch.low
    last = conjunction
    while last > first and low[last - 1] == ",":
        last -= 1
    i = last - 1
    low_end = max(first, last - _SHARED)
    found = -1
    while i >= low_end:
        if is_end(low[i]) or low[i] == "," or word_class(low[i]) in _OPENING_CLASSES[:5]:
            break
        if low[i] in _subjects() and low[i] not in ("it", "you"):
            if found >= 0:
                return None
            found = i
        i -= 1
    opens = i + 1
    if found < 0 and stretch.is_name(opens):
        stop = opens + 1
        while stop < last and stretch.is_name(stop):
            stop += 1
        return _opened(stretch, first, (opens, stop, "name"), group) if _looks_past(low[stop]) else None
    if found != opens or found + 1 >= last:
        return None
    return _opened(stretch, first, (found, found + 1, "pronoun"), group)


def _looks_past(word: str) -> bool:
    return word.endswith("ed") or word in load_words("past_forms")


def _opened(stretch: Stretch, first: int, phrase: tuple[int, int, Sort], group: VerbGroup | None) -> Subject | None:
    """The subject with its clause, if what stands before it lets a clause begin that says what happened."""
    low = stretch.low
    start, stop, sort = phrase
    i = start - 1
    while i >= first and is_adverb(low[i]):
        i -= 1
    if _is_set_phrase(low, start, stop, group):
        return None
    subordinate = False
    opens = i + 1
    if i >= first:
        word = low[i]
        kind = word_class(word)
        if word in load_words("clause_openers"):
            if word == "as" or (group is not None and group.bare):
                return None
            subordinate, opens = True, i
        elif word == "that":
            if not _takes_that(stretch, first, i):
                return None
        elif word.startswith(("where", "who", "what", "which", "how", "why")) or word in load_words("irreal_openers"):
            return None
        elif word in ("and", "but", "so", "or", "then", "yet") or not word[0].isalnum():
            if word in _GENITIVES:
                return None
        elif not (_is_report_verb(low, i) or kind == "object-pronoun" and i > first and _is_report_verb(low, i - 1)):
            return None
        for k in range(i, max(first, i - _OPENING) - 1, -1):
            if low[k] in load_words("irreal_openers"):
                return None
            if low[k] == "," or is_end(low[k]):
                break
    return Subject(start, stop, sort, opens, subordinate)


def _is_report_verb(low: object, i: int) -> bool:
    return low[i] in verb_forms()  # type: ignore[index]


def _takes_that(stretch: Stretch, first: int, i: int) -> bool:
    """Whether "that" at `i` opens what is said, and is not relative (the day that he told me)."""
    if i == first:
        return True
    low, before = stretch.low, stretch.low[i - 1]
    if not before[0].isalnum() or before in verb_forms() or word_class(before) in ("be", "conjunction", "object-pronoun"):
        return True
    return before in load_words("addressees") or is_adverb(before) or before in load_words("believing_adjectives")


def _is_set_phrase(low: object, start: int, stop: int, group: VerbGroup | None) -> bool:
    if group is None or stop - start > 2:
        return False
    spoken = [*low[start:stop], low[group.stop - 1]]  # type: ignore[index]
    return " ".join(spoken) in load_words("set_phrases")


@cache
def _subjects() -> frozenset[str]:
    """Words that are a subject by themselves."""
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"] == "pronoun") | {"it", "everybody", "no-one"}


@cache
def _prepositions() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"] == "preposition")


@cache
def _several() -> frozenset[str]:
    return load_words("plural_people")
