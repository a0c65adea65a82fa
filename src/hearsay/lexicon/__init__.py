"""Vocabulary as data: plain text files beside this one, each with a line on where it is from.

A word list (`NAME.txt`) has one entry a line; a table (`NAME.tsv`) has tab-separated fields, its first
line naming the columns. Empty lines and lines that begin with `#` are for people.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_words(name: str) -> frozenset[str]:
    """The entries of the word list `name` (without ".txt"); `FileNotFoundError` where there is none."""
    return frozenset(_lines(f"{name}.txt"))


@cache
def load_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table `name` (without ".tsv") by column; missing last fields are empty."""
    head, *rows = _lines(f"{name}.tsv")
    columns = head.split("\t")
    return tuple(dict(zip(columns, row.split("\t") + [""] * len(columns), strict=False)) for row in rows)


def _lines(file: str) -> list[str]:
    text = files(__name__).joinpath(file).read_text(encoding="utf-8")
    return [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
