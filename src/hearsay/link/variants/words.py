"""The words of one printing as they are compared with those of another, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.levelling import DOUBLE_MARKS, INSERT, MASK, is_open, spans
from hearsay.model import Span

_OPENING = frozenset("“„«「『〝")
_CLOSING = frozenset("”»」』〞")
_ENDS = re.compile(r"[.!?…:\n“”\"‘«„]\s*$")


_LETTERS = re.compile(r"[^\W\d_]+")
_TITLE = re.compile(r"(\w+)\.\s$")


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its levelled form, the form under which spellings and numbers compare, and where it stands.

    `quoted` tells whether it stands between double quotation marks (always, where the printing has none);
    `name` whether its capital says that it names somebody or something.
    """

    token: str
    form: str
    span: Span
    quoted: bool
    name: bool

    @property
    def open(self) -> bool:
        """Whether it leaves open what was said: an ellipsis, a bracketed insert, a masked word."""
        return is_open(self.token)


def words_in(text: str) -> list[Word]:
    """The tokens of a printing, without its quotation marks; any text will do."""
    found: list[Word] = []
    marks = [(token, span) for token, span in spans(text) if token in DOUBLE_MARKS]
    quoted, marked = False, bool(marks)
    closing_only = marked and all(token in _CLOSING for token, _ in marks)
    quoted = closing_only
    for token, span in spans(text):
        if token in DOUBLE_MARKS:
            quoted = token in _OPENING or (token not in _CLOSING and not quoted)
        elif token[0].isalnum() or is_open(token):
            surface = text[span[0] : span[1]]
            if token == INSERT and not load_words("mask_words").isdisjoint(_LETTERS.findall(surface.lower())):
                token = MASK  # "[an expletive]"
            found.append(Word(token, _form(token), span, quoted or not marked, _names(text, surface, span)))
    return list(_counted(found))


def _counted(words: Sequence[Word]) -> Iterator[Word]:
    """The words, "twenty" and "five" as one."""
    n = 0
    while n < len(words):
        one = words[n]
        other = words[n + 1] if n + 1 < len(words) else one
        form = _numbers().get(one.token + other.token)
        if form is None or other is one:
            yield one
            n += 1
        else:
            yield replace(one, token=one.token + other.token, form=form, span=(one.span[0], other.span[1]))
            n += 2


def _names(text: str, surface: str, span: Span) -> bool:
    """Whether a capital within a sentence shows a name. ("I" and words all in capitals show nothing.)"""
    if not surface[:1].isupper() or surface in ("I", "I'm", "I’m") or surface[:2] in ("I'", "I’"):
        return False
    before = text[max(0, span[0] - 40) : span[0]]
    if surface.isupper() and len(surface) > 4:
        return False
    title = _TITLE.search(before)
    if title and title[1].lower() in load_words("name_titles"):
        return True
    return bool(before.strip()) and not _ENDS.search(before)


@lru_cache(maxsize=1 << 14)
def _form(token: str) -> str:
    value = _numbers().get(token)
    if value is not None:
        return value
    whole, ends = _spellings()
    if token in whole:
        return whole[token]
    for end, form, letters in ends:
        if len(token) >= letters and token.endswith(end):
            return token[: -len(end)] + form
    return token


@cache
def _numbers() -> dict[str, str]:
    plain = {row["word"]: row["value"] for row in load_table("number_words") if row["kind"] != "scale"}
    tens = {word: int(value) for word, value in plain.items() if len(value) == 2 and value[1] == "0"}
    units = {word: int(value) for word, value in plain.items() if len(value) == 1 and value != "0"}
    return {f"{ten}{unit}": str(a + b) for ten, a in tens.items() for unit, b in units.items()} | plain


@cache
def _spellings() -> tuple[dict[str, str], Sequence[tuple[str, str, int]]]:
    rows = load_table("spelling_pairs")
    ends = sorted(
        ((row["form"], row["compared"], int(row["letters"])) for row in rows if row["part"] == "end"),
        key=lambda end: (-len(end[0]), end),
    )
    return {row["form"]: row["compared"] for row in rows if row["part"] == "word"}, ends


@cache
def weighty() -> dict[str, str]:
    """Words on which the sense turns, with their sort: negation, modal or number."""
    sorts = {row["word"]: row["sort"] for row in load_table("weighty_words")}
    return {**{row["word"]: "number" for row in load_table("number_words")}, **sorts}


def is_small(token: str) -> bool:
    """Whether a word has no content of its own."""
    return token in load_words("function_words")


@cache
def shifted() -> dict[str, str]:
    """Words that indirect speech shifts, with the class under which they are the same."""
    return {row["word"]: row["class"] for row in load_table("shifted_words")}
