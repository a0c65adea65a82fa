"""Which words belong to a name or a description of somebody: where it ends, and what goes on to its left."""

from __future__ import annotations

from functools import cache

from hearsay.extract.prose import Prose
from hearsay.lexicon import load_table, load_words


def name_end(prose: Prose, at: int, last: int) -> int:
    """Where the name that begins at the token ends; `at` where none does."""
    words, low = prose.tokens.words, prose.low
    stop = at
    while stop < last:
        word = words[stop]
        if stop == at and low[at] in load_words("function_words"):
            return at
        if word[0].isupper() or (stop > at and word[0].isdigit()):
            stop += 1
        elif stop == at:
            return at
        elif low[stop] in ("'", "’") and len(words[stop - 1]) == 1 and words[stop + 1 : stop + 2]:
            # O'Grady.
            if not words[stop + 1][0].isupper():
                break
            stop += 2
        elif low[stop] in _inside_names() and stop + 1 < last and words[stop + 1][0].isupper():
            if word == "." and len(words[stop - 1]) > 3:
                break
            stop += 2
        elif low[stop] in ("of", "for", "the") and stop + 1 < last:
            ahead = stop + 1 + (low[stop + 1] == "the")
            if ahead < last and words[ahead][0].isupper() and low[stop] == "of":
                stop = ahead + 1
                continue
            break
        else:
            break
    while stop - at > 1 and low[stop - 1] in load_words("calendar_words"):
        stop -= 1
    return stop


def noun_end(prose: Prose, at: int, last: int) -> int:
    """Where a description in small letters ends: attorneys for the family, a person in attendance."""
    low, words = prose.low, prose.tokens.words
    stop = at
    while stop < last:
        word = low[stop]
        if word in ("of", "for", "in") and stop > at and stop + 1 < last and words[stop + 1][0].isalnum():
            inner = stop + 1
            while inner < last and low[inner] in ("a", "an", "the"):
                inner += 1
            if (
                inner < last
                and low[inner] not in _borders() | determiners()
                and (word != "in" or low[inner] == "attendance")
            ):
                stop = inner + 1
                continue
            break
        if not words[stop][0].isalnum() or (word in _ends() and stop > at):
            break
        if stop > at and (word in load_words("thing_verbs") or _is_verb_behind(low[stop - 1], word)):
            break
        if stop == at and at and low[at - 1] in determiners() and word in _base_verbs():
            # A judge, a guide.
            stop += 1
            continue
        kind = low[stop + 1 : stop + 2] and low[stop + 1] in load_words("outlet_kinds")
        if (word in _borders() and not (kind and stop == at)) or word in determiners():
            # An online | portal goes on.
            break
        stop += 1
    return stop


def _is_verb_behind(noun: str, word: str) -> bool:
    """Whether a word behind a plural can only be its verb: two guests | taped it."""
    plural = (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in load_words("s_words")
    )
    return plural and word.endswith(("s", "ed"))


def goes_left(prose: Prose, at: int) -> bool:
    """Whether the token can belong to the phrase that goes on behind it."""
    low, words = prose.low, prose.tokens.words
    word = low[at]
    if words[at][0].isupper() or word in determiners() or word in ("of", "for", "&", "and"):
        return True
    if word in ("'s", ".") or low[at : at + 2] == ["in", "attendance"]:
        return True
    if word == ",":
        # In a list of names: Ada Holt, Tom Brandt and.
        return 0 < at < len(words) - 1 and words[at - 1][0].isupper() and words[at + 1][0].isupper()
    return words[at][0].isalpha() and word not in _borders()


@cache
def determiners() -> frozenset[str]:
    rows = load_table("word_classes")
    classes = ("determiner", "possessive", "object-pronoun+possessive")
    return frozenset(row["form"] for row in rows if row["class"] in classes) | {"several", "another"}


@cache
def _borders() -> frozenset[str]:
    """Words at which a description ends: prepositions, verbs, and what joins clauses."""
    forms = {row["form"] for row in load_table("auxiliaries")}
    forms |= {row["form"] for row in load_table("reporting_verbs")}
    forms |= {row["form"] for row in load_table("provenance_verbs")}
    lists = ("phrase_borders", "calendar_words", "sentence_adverbs")
    borders = forms.union(*map(load_words, lists), ("and", "or", "but", "that", "then", "also"))
    # A federal judge is no verb.
    return frozenset(borders - ({row["word"] for row in load_table("roles")} & _base_verbs()))


@cache
def _ends() -> frozenset[str]:
    """Borders, and pronouns that open a clause: told the broadcaster | he was ill."""
    rows = load_table("word_classes")
    return _borders() | {row["form"] for row in rows if row["class"] == "pronoun"}


@cache
def _base_verbs() -> frozenset[str]:
    """Base forms of verbs of reporting, which are nouns behind an article."""
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["form"] == row["lemma"])


@cache
def _inside_names() -> frozenset[str]:
    return frozenset({"&", ".", "-", "’s", "'s"}) | load_words("name_particles")
