"""The noun phrase that ends at a place: a pronoun, a name, or a phrase from its article on.

A phrase is read from its last word back, as far as nothing says that another one stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from hearsay.extract.nesting.stretches import Stretch, is_adverb, is_negation, word_class
from hearsay.extract.nesting.verb_groups import auxiliaries, verb_forms
from hearsay.lexicon import load_table, load_words

Sort: TypeAlias = Literal["pronoun", "name", "noun"]
# The longest phrase in tokens.
_LONGEST = 10
_GENITIVES = frozenset({"'s", "'"})
_DETERMINERS = frozenset(
    {
        "determiner",
        "possessive",
        "object-pronoun+possessive",
        "determiner+negation",
        "determiner+complementizer",
    }
)
# Words of these classes stand between two phrases.
_OPENERS = frozenset(
    {
        "conjunction",
        "conjunction+negation",
        "complementizer",
        "pronoun+complementizer",
        "determiner+complementizer",
        "object-pronoun",
    }
)
_TITLES = frozenset({"title", "person", "person+title", "group"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens [start, stop) of a noun phrase, and what its head is."""

    start: int
    stop: int
    sort: Sort


def phrase_before(stretch: Stretch, first: int, end: int) -> Phrase | None:
    """The noun phrase that ends before the token `end`, in the sentence that begins at `first`."""
    low, last = stretch.low, end - 1
    word = low[last]
    if word in pronouns():
        if word != "one":
            return Phrase(last, end, "pronoun")
        return Phrase(last - 1, end, "pronoun") if last > first and low[last - 1] == "no" else None
    if not word[0].isalnum() and word != ".":
        return None
    if word in auxiliaries() or is_negation(word) or word in _prepositions():
        return None
    if stretch.is_name(last) or (word == "." and last > first and stretch.is_name(last - 1)):
        return _name(stretch, first, end)
    return _noun(stretch, first, end)


def opens_apposition(low: str) -> bool:
    """Whether a word behind a name and a comma begins what the name is explained by (Lee, the mayor)."""
    return word_class(low) in _DETERMINERS | _TITLES or low == "former"


def opens_clause(low: str) -> bool:
    """Whether a word between two clauses or phrases is one that opens the second."""
    return word_class(low) in _OPENERS and word_class(low) != "object-pronoun"


@cache
def pronouns() -> frozenset[str]:
    """Words that are a subject by themselves."""
    return frozenset(row["form"] for row in load_table("word_classes") if row["class"] == "pronoun") | {"it"}


def _name(stretch: Stretch, first: int, end: int) -> Phrase | None:
    words, low = stretch.tokens.words, stretch.low
    start = end - 1
    while start > first and end - start < _LONGEST:
        i = start - 1
        initial = words[i] == "." and i > first and words[i - 1][0].isupper() and len(words[i - 1]) < 5
        small = i > first and (
            low[i] in _GENITIVES or words[i] in load_words("name_particles") or words[i] == "&"
        )
        title = word_class(low[i]) in _TITLES or low[i] == "former"
        if is_adverb(low[i]) or not (stretch.is_name(i) or initial or small or title):
            break
        start = i
    while start < end and (low[start] in _GENITIVES or words[start] == "."):
        start += 1
    if start > first and word_class(low[start - 1]) in _DETERMINERS and low[start - 1] != "that":
        start -= 1
    if start > first + 1 and low[start - 1] in load_words("phrase_links"):
        # The head of the Agency: the name is a part of a longer phrase.
        return _noun(stretch, first, end)
    return Phrase(start, end, "name") if start < end else None


def _noun(stretch: Stretch, first: int, end: int) -> Phrase | None:
    low = stretch.low
    stop = max(first, end - _LONGEST)
    start = end
    for i in range(end - 1, stop - 1, -1):
        word, kind = low[i], word_class(low[i])
        if word in ("whom", "which"):
            return None
        if word in pronouns():
            # Everybody in the town; but "he of the town" is none.
            of_many = i < end - 1 and low[i + 1] in _prepositions() and len(word) > 4
            if of_many:
                return Phrase(i, end, "noun")
            break
        if word != "that" and (kind in _DETERMINERS or word in load_words("indefinites") or word.isdigit()):
            start = i
            if i - 2 >= stop and low[i - 1] in _prepositions():
                continue
            while word.isdigit() and start > first and low[start - 1] in load_words("number_leads"):
                start -= 1
            return Phrase(start, end, "noun") if start < end - 1 else None
        if word in _prepositions():
            if i == first or not low[i - 1][0].isalnum() or word_class(low[i - 1]) in _OPENERS:
                break
            continue
        genitive = word in _GENITIVES
        if (
            kind in _OPENERS
            or not (word[0].isalnum() or genitive)
            or (word in auxiliaries() and not genitive)
        ):
            break
        if i < end - 1 and (_is_finite(word) or (i == first and is_adverb(word))):
            break
        start = i
    return _bare(stretch, start, end)


def _bare(stretch: Stretch, start: int, end: int) -> Phrase | None:
    """A phrase without an article: officials, people in the town."""
    low = stretch.low
    while start < end and low[start] in _GENITIVES:
        start += 1
    if start >= end:
        return None
    head, kind = low[end - 1], word_class(low[end - 1])
    several = "persons" in kind or kind == "group" or head in load_words("plural_people")
    return Phrase(start, end, "noun") if several and stretch.tokens.words[end - 1][0].islower() else None


def _is_finite(low: str) -> bool:
    known = verb_forms().get(low)
    return known is not None and known[1] in ("past", "s") and not word_class(low)


@cache
def _prepositions() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"] == "preposition")
