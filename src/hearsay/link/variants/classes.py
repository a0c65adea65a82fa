"""What kind of difference it is where two printings part, and whether the sense turns on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz.distance import OSA

from hearsay.link.levelling import ELLIPSIS, INSERT
from hearsay.link.rarity import is_known
from hearsay.link.variants.words import Word, is_small, shifted, weighty
from hearsay.model import Span

# Cut: one of them prints less. Inserted: one of them puts in words that the other has not, in brackets or of
# the reporter's own. Masked: a word is hidden. Spelling: the same words in other letters, or in the
# form of indirect speech, or with other small words. Substance: the sense may turn on it.
Class: TypeAlias = Literal["substance", "cut", "inserted", "masked", "spelling"]
# On what it turns; "moved" is said of words that stand elsewhere in the other printing.
Sort: TypeAlias = Literal["negation", "number", "name", "modal", "word", "moved"]

SORTS: tuple[Sort, ...] = ("negation", "number", "name", "modal", "word")
# A bracketed insert stands for at most this many words (see `link.likeness`).
INSERT_WORDS = 8
# More words than these that one printing leaves out in the middle are a cut, and no word changed.
SHORT_CUT = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One place where two printings differ: the words of each as printed ("" for none), and where they stand.

    `one` and `other` are spans in the two texts, empty ones where nothing stands; `sort` tells on what the
    sense turns (of substance), or that the words are moved.
    """

    kind: Class
    sort: Sort | None
    one: Span
    other: Span


def class_of(
    one: Sequence[Word], other: Sequence[Word], *, inner: bool, indirect: bool
) -> tuple[Class, Sort | None]:
    """The class of a stretch in which two printings have no word in common.

    `inner` tells that words which both print stand on both sides of it; `indirect` that one of the printings
    is in a reporter's words there.
    """
    here, there = [w for w in one if not w.open], [w for w in other if not w.open]
    opens = {w.token for w in (*one, *other) if w.open}
    masks = [w for w in (*one, *other) if w.open and "*" in w.token]
    if masks and len(here) <= 2 * len(masks) and len(there) <= 2 * len(masks):
        return "masked", None
    if INSERT in opens and max(len(here), len(there)) <= INSERT_WORDS:
        return "inserted", None
    if ELLIPSIS in opens and (not here or not there):
        return "cut", None
    if not here or not there:
        return _one_sided(here or there, inner=inner, indirect=indirect)
    left, right = _unlike(here, there, indirect=indirect)
    if not left and not right:
        return "spelling", None
    sort = _weight([*left, *right])
    if sort is None:
        return "spelling", None
    return "substance", sort


def _one_sided(words: Sequence[Word], *, inner: bool, indirect: bool) -> tuple[Class, Sort | None]:
    """Words that only one of the printings has, where nothing marks that the other leaves them out."""
    sort = _weight(words)
    if not inner:
        if any(word.quoted for word in words):
            return "cut", None
        # A reporter's "did not" before the quoted words is no part of them, and turns them over.
        return ("substance", sort) if sort == "negation" else ("inserted", None)
    if indirect:
        # The reporter's own words between quoted ones; a "not" among them is said of the quotation.
        return ("substance", sort) if sort == "negation" else ("inserted", None)
    if sort is None:
        return "inserted", None
    if len(words) > SHORT_CUT and sort != "negation":
        return "cut", None
    return "substance", sort


def _unlike(here: Sequence[Word], there: Sequence[Word], *, indirect: bool) -> tuple[list[Word], list[Word]]:
    """What is left of both sides once words that are the same in other letters or forms are paired off."""
    if "".join(word.token for word in here) == "".join(word.token for word in there):
        return [], []
    left, right = list(here), list(there)
    for word in tuple(left):
        for twin in right:
            if _same(word, twin, indirect=indirect):
                left.remove(word)
                right.remove(twin)
                break
    return left, right


def _same(one: Word, other: Word, *, indirect: bool) -> bool:
    if one.form == other.form:
        return True
    classes = shifted()
    if one.token in classes and classes[one.token] == classes.get(other.token):
        return indirect or (one.token not in weighty() and other.token not in weighty())
    return _misspelt(one.token, other.token)


def _misspelt(a: str, b: str) -> bool:
    """Whether one of two words is the other misspelt: one letter in four differs, and one is no word."""
    if min(len(a), len(b)) < 4 or a[0] != b[0] or not (a + b).isalpha():
        return False
    far = max(len(a), len(b)) // 4
    return OSA.distance(a, b, score_cutoff=far) <= far and not (is_known(a) and is_known(b))


def _weight(words: Sequence[Word]) -> Sort | None:
    """The weightiest sort among words that the other printing lacks; `None` for small words alone."""
    sorts = weighty()
    found: set[str] = set()
    for word in words:
        if word.token in sorts:
            found.add(sorts[word.token])
        elif word.token[0].isdigit():
            found.add("number")
        elif word.name:
            found.add("name")
        elif not is_small(word.token):
            found.add("word")
    return next((sort for sort in SORTS if sort in found), None)
