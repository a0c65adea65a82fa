"""The words of time expressions, each with its classes: what the grammar is written in.

A word may belong to several classes (second: an ordinal and a unit). Each set of classes that some word has
is one character, its code. So a text becomes a string of codes, and a pattern over words becomes a regular
expression over that string: a class is all codes whose words belong to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table

# The code of a word that no class holds. The others are characters of the private use area.
OTHER = "."
_FIRST_CODE = 0xE000
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,40}(?:\.\d{1,40})?")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
# Years that a bare number of four digits may name.
_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Codes by written form, classes by code, values by lowered word and class."""

    codes: dict[str, str]
    classes: dict[str, frozenset[str]]
    values: dict[tuple[str, str], str]

    def characters(self, name: str) -> str:
        """All codes whose words belong to the class `name`; `KeyError` where no word does."""
        found = "".join(code for code, names in self.classes.items() if name in names)
        if not found:
            raise KeyError(name)
        return found

    def code(self, word: str) -> str:
        """The code of `word`, which is written as in the text."""
        known = self.codes.get(word)
        if known is not None:
            return known
        return self.codes[_shape(word)] if word[0].isdigit() else OTHER


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the lexicon: `time_words.tsv`, the months, the zones, the holidays."""
    classes: dict[str, set[str]] = {}
    values: dict[tuple[str, str], str] = {}

    def add(word: str, name: str, value: str, case: str) -> None:
        values[word.lower(), name] = value
        for form in _forms(word, case):
            classes.setdefault(form, set()).add(name)

    for row in load_table("time_words"):
        add(row["word"], row["class"], row["value"], row["case"])
    for row in load_table("months"):
        name = row["name"]
        short = len(name) < 5 and name not in ("May", "June", "July")
        add(name, "month_short" if short else "month", row["number"], "capital")
    for row in load_table("zones"):
        add(row["name"], "zone", "", "exact")
    for row in load_table("time_holidays"):
        if (first := re.split(r"[\s'’.-]", row["name"])[0]).isalpha():
            add(first, "feast", "", "exact")
    for shape, names in _SHAPES.items():
        classes[shape] = set(names)
    sets = sorted({tuple(sorted(names)) for names in classes.values()})
    by_set = {names: chr(_FIRST_CODE + i) for i, names in enumerate(sets)}
    return Vocabulary(
        {form: by_set[tuple(sorted(names))] for form, names in classes.items()},
        {code: frozenset(names) for names, code in by_set.items()},
        values,
    )


def _forms(word: str, case: str) -> tuple[str, ...]:
    if case == "exact":
        return (word,)
    if case == "small":
        return (word.lower(),)
    capital = (word[0].upper() + word[1:], word.upper())
    return capital if case == "capital" else (word.lower(), *capital)


# What a token that begins with a digit can be; the keys are no words that a text can hold.
_SHAPES = {
    "\0number": ("number",),
    "\0two": ("number", "two"),
    "\0day": ("number", "day", "hour"),
    "\0late day": ("number", "two", "day", "hour"),
    "\0last day": ("number", "two", "day"),
    "\0zero day": ("number", "two", "day", "padded"),
    "\0year": ("number", "year"),
    "\0clock": ("clock",),
    "\0dotted clock": ("number", "clock_dotted"),
    "\0dotted": ("dotted",),
    "\0digits": ("digits",),
}


def _shape(word: str) -> str:
    if word.isdecimal() and word.isascii():
        number = int(word) if len(word) < 5 else 0
        if len(word) == 4 and number in _YEARS:
            return "\0year"
        if len(word) <= 2 and 1 <= number <= 31:
            if len(word) == 1:
                return "\0day"
            if word[0] == "0":
                return "\0zero day"
            return "\0late day" if number <= 24 else "\0last day"
        return "\0two" if len(word) == 2 else "\0number"
    if _CLOCK.fullmatch(word):
        return "\0clock" if ":" in word else "\0dotted clock"
    if _DOTTED.fullmatch(word):
        return "\0dotted"
    return "\0number" if _NUMBER.fullmatch(word) else "\0digits"
