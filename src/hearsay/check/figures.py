"""Figures in digits and in words, with what they count."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hearsay.lexicon import load_table


@cache
def things() -> dict[str, frozenset[str]]:
    """Nouns by the class of what they count."""
    return {row["class"]: frozenset(row["nouns"].split()) for row in load_table("counted_things")}


@cache
def values() -> dict[str, str]:
    """Figures in words, in digits."""
    return {row["word"]: row["value"] for row in load_table("figures")}


def value_of(figure: str) -> str:
    """A figure as digits without commas."""
    return values().get(figure.lower(), figure.replace(",", ""))


def class_of(noun: str) -> str:
    """The class of a noun that one of the patterns found."""
    return next(class_ for class_, nouns in things().items() if noun.lower() in nouns)


@cache
def figure_pattern() -> str:
    """A figure, as a regular expression."""
    return rf"\d[\d,]*|{'|'.join(_longest_first(values()))}"


@cache
def noun_pattern() -> str:
    """A noun that is counted, as a regular expression."""
    return "|".join(_longest_first(noun for each in things().values() for noun in each))


def _longest_first(words: Iterable[str]) -> list[str]:
    found = sorted(words)
    return sorted(found, key=lambda word: -len(word))
