"""What the lexicons say of the words of names: titles, given names, suffixes, words that are no names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from hearsay.lexicon import load_table, load_words


@dataclass(frozen=True, slots=True)
class Role:
    """What a word says about the person it is said of; see the head of `lexicon/roles.tsv`."""

    gender: str
    before: str
    office: str
    the: bool


@cache
def roles() -> dict[str, Role]:
    """Words for what a person is, by the word in lower case."""
    return {
        row["word"]: Role(row["gender"], row["before"], row["office"], row["the"] == "yes")
        for row in load_table("roles")
    }


def role_at(words: Sequence[str], position: int) -> Role | None:
    """What the word at `position`, in lower case, says of a person; of an office of two words, its second."""
    role = roles().get(words[position])
    if role is None:
        return None
    offices = _compounds()
    office = offices.get((words[position - 1], words[position])) if position else None
    if office is not None:
        return replace(role, office=office)
    return None if tuple(words[position : position + 2]) in offices else role


@cache
def _compounds() -> dict[tuple[str, ...], str]:
    """Offices of two words."""
    return {tuple(row["words"].split()): row["office"] for row in load_table("compound_offices")}


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case, with m, f, or u for both; the hand-written list wins over the census."""
    return {
        row["name"]: row["gender"] for row in (*load_table("given_names"), *load_table("more_given_names"))
    }


def given_gender(word: str) -> str | None:
    """The gender of a given name in lower case (m, f, u), by its first part if hyphenated."""
    known = given_names()
    return known.get(word) or (known.get(word.split("-")[0]) if "-" in word else None)


@cache
def suffixes() -> frozenset[str]:
    """Jr., III, M.D.: words after a surname."""
    return load_words("name_suffixes")


def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is one that prints in small letters, so that a capital is no name's."""
    return word in load_words("ordinary_words") or word in load_words("function_words")
