"""Phrases of the lexicon in a text: how `bare_answers.tsv` and the tables of answers are read.

A phrase is words in small letters, of which a/b are alternatives, (x) may be missing, ~ stands for up to
three adverbs, *ing for any word of this ending, and @name for a word of the list `name.txt` with up to five
words before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.leading import Leading, first_letters

_ADVERBS = r"(?:(?:[a-z]+ly|yet|even|ever|also|so|far|again|on|record|first|either|just|all|back) ){0,3}"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found at `[start, end)`, and the row of its table."""

    start: int
    end: int
    row: dict[str, str]


def find(table: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The phrases of the table `table` (its column `phrase`) in `text[start:end]`, in order, without overlap.

    Capital letters and the form of apostrophes do not matter; rows that stand first win. Time grows linearly.
    """
    end = len(text) if end is None else end
    before = max(0, start - 1)
    # Only what is asked about is copied; one character stays one character, so that offsets hold.
    plain = text[before:end].replace("’", "'")
    rows = load_table(table)
    for found in _patterns(table).find(plain, start - before):
        row = rows[int((found.lastgroup or "r0")[1:])]
        yield Found(before + found.start(), before + found.end(), row)


@cache
def _patterns(table: str) -> Leading:
    return Leading(
        (
            (first, f"(?P<r{n}>{_phrase(row['phrase'])})")
            for n, row in enumerate(load_table(table))
            for first in _first_words(row["phrase"])
        ),
        after=r"(?<![\w'])",
        before=r"(?!\w)",
    )


def _first_words(phrase: str) -> list[str]:
    """The words that a phrase can begin with, up to their first sign; the empty one where it can be any."""
    found = set(map(first_letters, phrase.split(" ")[0].split("/")))
    return [""] if "" in found else sorted(found)


def _phrase(phrase: str) -> str:
    words = list(_joined(phrase.split(" ")))
    made = ""
    for n, word in enumerate(words):
        space = "" if n == len(words) - 1 else " "
        if word == "~":
            made += _ADVERBS
        elif word.startswith("@"):
            nouns = "|".join(sorted(load_words(word[1:])))
            made += rf"(?:that )?(?:(?!(?:and|or|that|but|by) )[\w'\-]+ ){{0,5}}?(?:{nouns}){space}"
        elif word.startswith("("):
            made += f"(?:(?:{_either(word[1:-1])}) )?"
        else:
            made += f"(?:{_either(word)}){space}"
    return made


def _joined(words: Iterable[str]) -> Iterator[str]:
    """The words of a phrase, those of one pair of brackets together."""
    open_: list[str] = []
    for word in words:
        open_.append(word)
        if not open_[0].startswith("(") or word.endswith(")"):
            yield " ".join(open_)
            open_ = []


def _either(words: str) -> str:
    return "|".join(r"\w+" + word[1:] if word[0] == "*" else re.escape(word) for word in words.split("/"))
