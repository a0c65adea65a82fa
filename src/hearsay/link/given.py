"""Given names that can be one person's: short forms, other languages, initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from hearsay.extract.naming.spellings import readings
from hearsay.lexicon import load_table, load_words


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Plain given names with the rows of `short_names.tsv` that hold them: Bill and William share one."""
    return _rows((row["name"], *row["short"].split()) for row in load_table("short_names"))


@cache
def variants() -> dict[str, frozenset[str]]:
    """Plain given names with the rows of `given_name_variants.tsv` that hold them: Volodymyr, Vladimir."""
    return _rows(row["names"].split() for row in load_table("given_name_variants"))


@cache
def ways_by_given() -> dict[str, frozenset[str]]:
    """How the surname behind a plain given name may be read besides the Latin way."""
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for row in load_table("given_name_variants"):
        for name in row["names"].split():
            ways[name].update(row["readings"].replace("-", "").split())
    return {name: frozenset(found) for name, found in ways.items()}


@cache
def genders() -> dict[str, str]:
    """Plain given names with m, f or u; the hand-written list wins over the census."""
    return {
        row["name"]: row["gender"] for row in (*load_table("given_names"), *load_table("more_given_names"))
    }


def is_given(part: str) -> bool:
    """Whether a plain word is known as a given name."""
    return part in genders() or part in variants() or part in short_forms()


@cache
def family_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    return load_words("family_first")


@lru_cache(maxsize=1 << 16)
def agree(one: str, other: str, ways: frozenset[str] = frozenset()) -> str | None:
    """How two plain given names can be one: the rule, or `None` where they cannot.

    "same", "initial", "short given name", "given name in another language" or "transliteration".
    """
    if one == other:
        return "same"
    if not one or not other:
        return None
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else None
    if not short_forms().get(one, _NONE).isdisjoint(short_forms().get(other, _NONE)):
        return "short given name"
    if not variants().get(one, _NONE).isdisjoint(variants().get(other, _NONE)):
        return "given name in another language"
    if not readings(one, ways).isdisjoint(readings(other, ways)):
        return "transliteration"
    return None


_NONE: frozenset[str] = frozenset()


def _rows(rows: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for number, names in enumerate(rows):
        for name in names:
            found[name].add(str(number))
    return {name: frozenset(numbers) for name, numbers in found.items()}
