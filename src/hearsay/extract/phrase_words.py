"""Words by which a noun phrase is known to begin and to end, and the forms of be."""

from __future__ import annotations

from functools import cache

from hearsay.lexicon import load_table, load_words

# Classes of words, in lexicon/word_classes.tsv, that can follow a whole noun phrase.
_SMALL = frozenset(
    {"adverb", "be", "complementizer", "conjunction", "determiner", "do", "have", "modal", "negation"}
    | {"object-pronoun", "possessive", "preposition", "pronoun", "pronoun+complementizer", "wh-day"}
    | {"determiner+complementizer", "object-pronoun+possessive", "preposition+negation", "month"}
)


@cache
def be_forms() -> frozenset[str]:
    """The forms of the verb be."""
    return frozenset(row["form"] for row in load_table("auxiliaries") if row["sort"] == "be")


@cache
def before_nouns() -> frozenset[str]:
    """Words that are no part of the phrase before a noun."""
    return load_words("phrase_borders") | load_words("function_words") | {"and", "or", "but", "then"}


@cache
def behind_phrases() -> frozenset[str]:
    """Words that can follow a whole noun phrase."""
    forms = {row["form"] for row in load_table("auxiliaries")}
    forms |= {row["form"] for row in load_table("word_classes") if row["class"] in _SMALL}
    lists = ("phrase_borders", "function_words", "calendar_words")
    return frozenset(forms.union(*map(load_words, lists), ("and", "or", "but", "first")))
