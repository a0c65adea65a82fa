"""The forms under which the spellings of one name compare: Müller, Mueller; Zelenskyy, Selenskyj, Zelenski.

What a letter stands for depends on who wrote it: "ch" is one sound in an English, another in a German and a
third in a French paper. A part of a name is therefore read in each way that its tradition allows, and two
spellings are one where any two of their readings meet. The tables are `transliterations.tsv` and
`name_traditions.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache

from hearsay.lexicon import load_table

# Shorter parts are compared as they are: in Li, Lee and Le every letter counts.
SHORTEST = 4
LATIN = "latin"


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Text in lower case, without accents and with the letters that only some alphabets have spelt out."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    folded = "".join(char for char in folded if not unicodedata.combining(char))
    return folded if folded.isascii() else folded.translate(_letters())


@lru_cache(maxsize=1 << 16)
def skeleton(part: str) -> str:
    """One form for the spellings between which a Latin name wavers; `part` is plain."""
    return _read(part, LATIN)


@lru_cache(maxsize=1 << 16)
def readings(part: str, ways: frozenset[str] = frozenset()) -> frozenset[str]:
    """All forms under which a plain part of a name compares, read in these `ways` besides the Latin one.

    Two spellings can be one name where these sets meet.
    """
    if not part.isascii() or len(part) < SHORTEST:
        return frozenset((part,))
    return frozenset((skeleton(part), *(_read(part, way) for way in ways)))


def spelt_alike(one: str, other: str, ways: frozenset[str]) -> bool:
    """Whether readings of two plain parts in these ways meet: not only as Latin names waver."""
    return one == other or not {_read(one, way) for way in ways}.isdisjoint(_read(other, way) for way in ways)


@lru_cache(maxsize=1 << 16)
def ways_of(part: str) -> frozenset[str]:
    """How else a plain part of a name may be read, by its spelling alone; empty for most."""
    return frozenset(
        way
        for pattern, ways in _traditions()
        if pattern.search(part)
        for way in ways
        if len(part) >= SHORTEST
    )


def _read(part: str, way: str) -> str:
    if not part.isascii() or len(part) < SHORTEST:
        return part
    for pattern, form in _patterns()[way]:
        part = pattern.sub(form, part)
    return re.sub(r"(.)\1+", r"\1", part)


@cache
def _patterns() -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    ways: defaultdict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for row in load_table("transliterations"):
        ways[row["reading"]].append((re.compile(row["spelling"]), row["form"]))
    return {way: tuple(patterns) for way, patterns in ways.items()}


@cache
def _letters() -> dict[int, str]:
    return {
        ord(row["spelling"]): row["form"]
        for row in load_table("transliterations")
        if row["reading"] == "letters"
    }


@cache
def _traditions() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (re.compile(row["pattern"]), frozenset(row["readings"].split()))
        for row in load_table("name_traditions")
    )
