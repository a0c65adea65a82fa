"""Who is credited with a quotation by the plain grammar of reported speech: “…,” NAME VERB; “…,” VERB NAME.

A clause right after a quotation that ends with a comma (or ? or !) inside its marks cannot be anything
else, whatever verb it has: “…,” she goes on. So the cue and the source can be read off without training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.extract.tagging.links import Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# The longest subject before its verb without a comma, and with what is put after a name between commas.
# 99% of the subjects in training articles are shorter.
SUBJECT = 12
APPOSITION = 40
# How many small words may stand before a name (said former party chairman Lee).
BEFORE_NAME = 3
# A word such as "press" after a name is no verb if a verb of speech follows within so many words.
NEAR_VERB = 5

_STOPS = frozenset('.!?…;:“”"')
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_BEFORE_NAMES = frozenset({"person", "persons", "title", "person+title"})


@dataclass(frozen=True, slots=True)
class Credit:
    """The cue of a quotation and who is credited by it."""

    cue: Piece
    source: Piece


def credit_after(tokens: Tokens, start: int, stop: int) -> Credit | None:
    """The cue and the source in the clause that begins with the token `start`; `stop` is its paragraph's end.

    `None` where the words are not plainly a subject and its verb, or a verb of speech and its subject.
    """
    words = tokens.words
    stop = min(stop, start + SUBJECT + APPOSITION)
    if start >= stop:
        return None
    if words[start].lower() in _verbs() and words[start][0].islower():
        return _verb_first(words, start, stop)
    return _subject_first(words, start, stop)


def _verb_first(words: Sequence[str], start: int, stop: int) -> Credit | None:
    verb = start + 1
    subject = verb
    while subject < stop and _is_adverb(words[subject]):
        subject += 1
    end = _noun_phrase(words, subject, stop, until_verb=False)
    if end == subject:
        return None
    if end + 1 < stop and words[end] == "," and words[end + 1].lower() in _explaining():
        end = next((i for i in range(end, stop) if words[i] in _STOPS), end)
    return Credit(Piece("Q", start, verb), Piece("S", subject, end))


def _subject_first(words: Sequence[str], start: int, stop: int) -> Credit | None:
    end = _noun_phrase(words, start, stop, until_verb=True)
    if end == start:
        return None
    after = end
    explained = end < stop and words[end] == ","
    if explained:
        begins = _after_apposition(words, end, stop)
        if begins is None:
            return None
        after, end = begins, begins - 1
    verb = after
    while verb < stop and (_is_adverb(words[verb]) or words[verb].lower() in _auxiliaries()):
        verb += 1
    if verb >= stop:
        return None
    if words[verb].lower() not in _verbs() and (explained or not _looks_finite(words[verb], words[verb - 1])):
        return None
    last = verb + 1
    if last + 1 < stop and words[last] in load_words("verb_particles") and not words[last + 1][0].isalnum():
        last += 1
    return Credit(Piece("Q", after, last), Piece("S", start, end))


def _after_apposition(words: Sequence[str], comma: int, stop: int) -> int | None:
    """Where the verb's part begins after the comma that ends what a name is explained by."""
    for i in range(comma + 1, stop):
        if words[i] in _STOPS:
            return None
        if words[i] == "," and i + 1 < stop:
            j = i + 1
            while j + 1 < stop and (_is_adverb(words[j]) or words[j].lower() in _auxiliaries()):
                j += 1
            if words[j].lower() in _verbs():
                return i + 1
    return None


def _noun_phrase(words: Sequence[str], start: int, stop: int, *, until_verb: bool) -> int:
    """The end of the noun phrase that begins at `start`; `start` where there is none.

    With `until_verb` it ends before a verb or a comma, and may hold small words (the mayor of the town);
    without, it is a pronoun or a name with what stands directly before it.
    """
    if start >= stop:
        return start
    if words[start].lower() in _pronouns():
        return start + 1
    stop = min(stop, start + SUBJECT)
    named = _name_start(words, start, stop)
    if named is None and words[start].lower() not in _articles():
        return start
    i = start if named is None else named
    while i < stop:
        word = words[i]
        if word == ".":
            if not _abbreviated(words[i - 1]):
                break
        elif word in _GENITIVES or word[0].isupper():
            pass
        elif (
            not word[0].isalnum()
            or word.lower() in _pronouns()
            or word in _openers()
            or (until_verb and i > start and _ends_subject(words, i, stop))
            or (not until_verb and named is not None and word not in load_words("name_particles"))
        ):
            break
        i += 1
    while i > start and not words[i - 1][0].isalnum():
        i -= 1
    return i if i - start > 1 or named is not None else start


def _name_start(words: Sequence[str], start: int, stop: int) -> int | None:
    """Where the capitals of a name begin that starts here, perhaps with "former" or "spokesman" before."""
    for i in range(start, min(stop, start + BEFORE_NAME + 1)):
        word = words[i]
        if word[0].isupper():
            return i
        if not word.isalpha() or _classes().get(word, "person") not in _BEFORE_NAMES or word in _verbs():
            return None
    return None


def _ends_subject(words: Sequence[str], i: int, stop: int) -> bool:
    """Whether the verb's part begins at `i`: a plain verb ending counts only if no verb of speech is near."""
    word, before = words[i], words[i - 1]
    low = word.lower()
    if low in _verbs() or low in _auxiliaries() or _is_adverb(word):
        return True
    if not before[:1].isupper() or not _looks_finite(word, before):
        return False
    for near in words[i + 1 : min(stop, i + NEAR_VERB)]:
        if not near[0].isalnum():
            return True
        if near.lower() in _verbs():
            return False
    return True


def _looks_finite(word: str, before: str) -> bool:
    """A word in small letters with the ending of a finite verb, right after a name or a pronoun."""
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 3
        and (word.endswith(("ed", "s")) or word in load_words("past_forms"))
        and (before[:1].isupper() or before.lower() in _pronouns())
    )


def _is_adverb(word: str) -> bool:
    low = word.lower()
    return _classes().get(low) == "adverb" or (low.endswith("ly") and len(low) > 4 and word.islower())


def _abbreviated(word: str) -> bool:
    return word.lower() in load_words("abbreviations") or (len(word) == 1 and word.isupper())


@cache
def _classes() -> dict[str, str]:
    return {row["form"]: row["class"] for row in load_table("word_classes")}


@cache
def _of_class(*names: str) -> frozenset[str]:
    return frozenset(form for form, name in _classes().items() if name in names)


def is_pronoun(word: str) -> bool:
    """Whether `word` can be a subject by itself (she, they, everybody)."""
    return word.lower() in _pronouns()


def is_determiner(word: str) -> bool:
    """Whether a noun phrase can begin with `word` (the, a, her)."""
    return word.lower() in _articles()


def is_possessive(word: str) -> bool:
    """Whether `word` says whose something is (her, their)."""
    return word.lower() in _of_class("possessive", "object-pronoun+possessive")


def noun_phrase_end(words: Sequence[str], start: int, stop: int) -> int:
    """The end of the noun phrase before a verb that begins at `start`; `start` where there is none."""
    return _noun_phrase(words, start, stop, until_verb=True)


def is_finite_behind(words: Sequence[str], end: int) -> bool:
    """Whether a finite verb, or an adverb before one, stands at the token `end`, behind its subject."""
    word = words[end]
    low = word.lower()
    return (
        low in _verbs()
        or low in _auxiliaries()
        or low in load_words("finite_be")
        or _is_adverb(word)
        or _looks_finite(word, words[end - 1])
    )


def is_reporting_verb(word: str) -> bool:
    """Whether `word` is a finite form of a verb that reports words or thoughts."""
    return word in _verbs()


def _pronouns() -> frozenset[str]:
    return _of_class("pronoun")


def _openers() -> frozenset[str]:
    """Words with which another clause begins."""
    return _of_class("conjunction", "complementizer", "pronoun+complementizer", "determiner+complementizer")


def _articles() -> frozenset[str]:
    return _of_class("determiner", "possessive", "object-pronoun+possessive")


def _explaining() -> frozenset[str]:
    """Words with which an explanation of a name begins (Lee, who runs the port; Lee, a pilot)."""
    return _of_class("determiner", "possessive", "object-pronoun+possessive", "pronoun+complementizer")


def _auxiliaries() -> frozenset[str]:
    return _of_class("have", "modal")


@cache
def _verbs() -> frozenset[str]:
    """Finite forms of the verbs that report words or thoughts."""
    return frozenset(
        row["form"]
        for row in load_table("reporting_verbs")
        if row["form"] != row["lemma"] and not row["form"].endswith("ing")
    )
