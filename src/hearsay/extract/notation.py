"""Phrases written in a short notation, looked up in running text.

The notation is that of lexicon/hedges.tsv: `a/b` is either, `(a)` may be missing, `*` is one to five words
without a mark between them, BE is a form of be, and `[ ]` holds what of the phrase is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from hearsay.extract.phrase_words import be_forms

# The most words that a star stands for.
STAR = 5

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Place:
    """The words a place of a phrase takes (`None`: any), whether it may be missing, whether it is sought."""

    words: frozenset[str] | None
    optional: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Value]):
    """A phrase with its value; its first `lead` places always stand before the word it is found by."""

    places: tuple[_Place, ...]
    lead: int
    value: Value


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """The tokens [start, stop) of what is looked for in a phrase that was found."""

    start: int
    stop: int
    value: Value


class Phrases(Generic[Value]):
    """Phrases by the words that they are found by."""

    def __init__(self, forms: Iterable[tuple[str, Value]]) -> None:
        index: dict[str, list[Phrase[Value]]] = {}
        for form, value in forms:
            places = _places(form)
            lead = _anchor(places)
            phrase = Phrase(places, lead, value)
            for word in sorted(places[lead].words or ()):
                index.setdefault(word, []).append(phrase)
        self._index = index

    @property
    def anchors(self) -> Iterable[str]:
        """The words by which phrases are found."""
        return self._index.keys()

    def at(self, low: Sequence[str], token: int) -> list[Found[Value]]:
        """The phrases that are found by the word at `token` of the words in small letters."""
        found = []
        for phrase in self._index.get(low[token], ()):
            start = token - phrase.lead
            if start >= 0:
                match = _match(phrase.places, 0, low, start)
                if match is not None:
                    found.append(Found(*match, phrase.value))
        return found


def _places(form: str) -> tuple[_Place, ...]:
    places = []
    inside = "[" not in form
    for part in re.findall(r"\[|\]|[^\s\[\]]+", form):
        if part in "[]":
            inside = part == "["
            continue
        optional = part[0] == "("
        part = part.strip("()")
        if part == "*":
            words = None
        else:
            words = frozenset(
                word for each in part.split("/") for word in (be_forms() if each == "BE" else (each,))
            )
        places.append(_Place(words, optional, inside))
    return tuple(places)


def _anchor(places: Sequence[_Place]) -> int:
    """The place by which a phrase is found: of those at a fixed distance from its start the most telling."""
    fixed = []
    for n, place in enumerate(places):
        if place.words is None or place.optional:
            break
        fixed.append(n)
    return max(fixed, key=lambda n: (min(len(word) for word in places[n].words or ("",)), -n))


def _match(places: Sequence[_Place], n: int, low: Sequence[str], at: int) -> tuple[int, int] | None:
    """The tokens of the inside of the places from the n-th on, where they stand at token `at`."""
    if n == len(places):
        return _NOTHING
    place = places[n]
    if place.words is None:
        for stop in range(at + 1, min(at + STAR, len(low)) + 1):
            if not low[stop - 1][0].isalnum() and low[stop - 1] != "'s":
                break
            rest = _match(places, n + 1, low, stop)
            if rest is not None:
                return _joined(place, at, stop, rest)
    elif at < len(low) and low[at] in place.words:
        rest = _match(places, n + 1, low, at + 1)
        if rest is not None:
            return _joined(place, at, at + 1, rest)
    return _match(places, n + 1, low, at) if place.optional else None


_NOTHING = (-1, -1)


def _joined(place: _Place, start: int, stop: int, rest: tuple[int, int]) -> tuple[int, int]:
    if not place.inside:
        return rest
    return start, stop if rest == _NOTHING else rest[1]
