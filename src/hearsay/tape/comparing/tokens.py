"""Printed and spoken words in the one form in which they are compared, each with where it stands.

Built on `link.levelling`: case, accents, typography and contractions are levelled; here numbers in words and
in figures, and the spellings of two houses, are levelled too. What stands for words that are not printed
stays: an ellipsis, a bracketed insert, a masked word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.levelling import (
    DOUBLE_MARKS,
    ELLIPSIS,
    INSERT,
    MASK,
    QUOTATION_MARKS,
    SINGLE_MARKS,
    spans,
)
from hearsay.tape.transcripts import Word

# Stands between two parts of a quotation with the reporter's words between them.
BREAK = "|"
# What stands for the reporter's words where the parts of a quotation are shown as one.
JOINT = " | "

# What hides letters beside the stars and dashes that all texts are read for: blocks; dots within a word
# ("s...t") after a single consonant, since after any other word they are an ellipsis without its spaces; dots
# and dashes between "a" or "i" and one letter that is no word ("a—e").
_HIDDEN = re.compile(
    r"█+|(?<=[A-Za-z])[•●■]+"
    r"|(?<!\w)(?:[b-hj-zB-HJ-Z]|[Ss]h)(…|\.{3})(?=[a-z]{1,4}(?!\w))"
    r"|(?<!\w)[AIai](…|\.{3}|[—–])(?=[b-hj-z](?!\w))"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word as it is compared (`key`), and as it stands (`text`).

    Of a spoken token `first` and `last` are the positions of the transcript's words that it is from, of a
    printed one where it begins and ends in the quotation, whose parts count as joined by `JOINT`.
    """

    key: str
    text: str
    first: int = 0
    last: int = 0

    @property
    def open(self) -> bool:
        """Whether it leaves open what was said: an ellipsis, an insert, a break."""
        return self.key in (ELLIPSIS, INSERT, BREAK)

    @property
    def masked(self) -> bool:
        """Whether it is a word of which letters, or all, are hidden."""
        return MASK in self.key


def spoken(words: Sequence[Word]) -> tuple[Token, ...]:
    """The tokens of a transcript; `first` and `last` are positions in `words`."""
    return tuple(_counted(_paired(_spoken(words))))


def printed(parts: Sequence[str], *, quoted_only: bool = False) -> tuple[Token, ...]:
    """The tokens of a printed quotation, whose parts the reporter's words stand between.

    With `quoted_only`, only what stands between quotation marks is taken, where there are any.
    """
    found: list[Token] = []
    base = 0
    marks = _marks_in(parts) if quoted_only else frozenset()
    for part in parts:
        tokens = list(_inside(_printed(part, base), marks))
        if found and tokens:
            found.append(Token(BREAK, "", base - len(JOINT), base))
        found += tokens
        base += len(part) + len(JOINT)
    return tuple(_counted(_paired(found)))


def _spoken(words: Sequence[Word]) -> Iterator[Token]:
    sign: Token | None = None
    for position, word in enumerate(words):
        for token in _signed(word.text):
            if token.key in QUOTATION_MARKS or token.key in (ELLIPSIS, INSERT):
                continue
            if sign is not None and token.key not in _scales():
                yield sign
                sign = None
            placed = replace(token, first=position, last=position)
            if token.text:
                yield placed
            else:
                sign = placed  # "$5" and "million" are two words: the dollars come after both
    if sign is not None:
        yield sign


def _printed(text: str, base: int) -> Iterator[Token]:
    for token in _signed(_HIDDEN.sub(_starred, text), base):
        if token.key == INSERT and _is_mask(token.text):
            yield replace(token, key=MASK)
        else:
            yield token


def _starred(hidden: re.Match[str]) -> str:
    """What hides letters as stars, as many as it has signs."""
    kept = hidden[0].removesuffix(hidden[hidden.lastindex]) if hidden.lastindex else ""
    return kept + "*" * (len(hidden[0]) - len(kept))


def _is_mask(insert: str) -> bool:
    """Whether a bracketed insert says that a word is hidden: "[an expletive]", "[bleep]"."""
    return any(word.strip("[]().,").casefold() in load_words("mask_words") for word in insert.split())


def _signed(text: str, base: int = 0) -> Iterator[Token]:
    """The tokens of `text`; a sign beside a number becomes the word that is spoken for it."""
    pending, stop = "", 0
    for key, (start, stop) in spans(text):
        surface = text[start:stop]
        if pending and key not in _scales():
            yield Token(_spelling(pending), "", base + start, base + start)
            pending = ""
        yield Token(_spelling(key), surface, base + start, base + stop)
        if key[0].isdigit():
            before, after = text[start - 1 : start], text[stop : stop + 1]
            pending = _signs().get(("before", before), _signs().get(("after", after), ""))
    if pending:
        yield Token(_spelling(pending), "", base + stop, base + stop)


def _marks_in(parts: Sequence[str]) -> frozenset[str]:
    """The marks that set apart what is quoted: double ones where there are any, else single ones."""
    keys = {key for part in parts for key, _ in spans(part)}
    return DOUBLE_MARKS if keys & DOUBLE_MARKS else SINGLE_MARKS if keys & SINGLE_MARKS else frozenset()


def _inside(tokens: Iterable[Token], marks: frozenset[str]) -> Iterator[Token]:
    """The tokens without quotation marks; where `marks` are given, only those that stand between some."""
    if not marks:
        yield from (token for token in tokens if token.key not in QUOTATION_MARKS)
        return
    quoted = left = False
    for token in tokens:
        if token.key in marks:
            quoted = not quoted
            left = left or not quoted
        elif quoted and token.key not in QUOTATION_MARKS:
            if left:
                yield Token(BREAK, "", token.first, token.first)
                left = False
            yield token


def _paired(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with what some houses write as two words as one ("per cent")."""
    before: Token | None = None
    for token in tokens:
        one = _as_one().get(f"{before.key} {token.key}") if before is not None else None
        if before is not None and one is not None:
            before = Token(one, f"{before.text} {token.text}", before.first, token.last)
            continue
        if before is not None:
            yield before
        before = token
    if before is not None:
        yield before


def _counted(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with each run of number words as one number."""
    run: list[Token] = []
    for token in tokens:
        if token.key in _numbers() or (token.key == "and" and run and run[-1].key in _scales()):
            if run and not _goes_on(run[-1].key, token.key):
                yield from _number(run)
                run = []
            run.append(token)
        elif run and token.key in _scales():
            run.append(token)
        elif token.key.isdigit():
            yield from _number(run)
            run = [token]
        else:
            yield from _number(run)
            run = []
            yield token
    yield from _number(run)


def _goes_on(before: str, word: str) -> bool:
    """Whether a number word can belong to the number that the word before it belongs to."""
    kinds = _numbers()
    if word in _scales() or before in _scales() or before == "and" or word == "and":
        return True
    return (
        before in kinds
        and kinds[before][1] == "ten"
        and kinds[word] != (0, "unit")
        and 0 < kinds[word][0] < 10
    )


def _number(run: list[Token]) -> Iterator[Token]:
    tail = []
    while run and run[-1].key == "and":
        tail.append(run.pop())
    if (len(run) == 1 and run[0].key not in _numbers()) or (len(run) == 1 and run[0].key in _scales()):
        yield run[0]
    elif run:
        total = whole = 0
        for token in run:
            value, kind = _numbers().get(token.key, (int(token.key) if token.key.isdigit() else 0, "unit"))
            if token.key == "and":
                continue
            if kind != "scale":
                whole += value
            elif value == 100:
                whole = max(whole, 1) * 100
            else:
                total += max(whole, 1) * value
                whole = 0
        text = " ".join(token.text for token in run if token.text)
        yield Token(str(total + whole), text, run[0].first, run[-1].last)
    yield from tail


@lru_cache(maxsize=1 << 15)
def _spelling(key: str) -> str:
    words, ends = _pairs()
    if key in words:
        return words[key]
    for form, compared, letters in ends:
        if len(key) >= letters and key.endswith(form):
            return key[: -len(form)] + compared
    return key


@cache
def _pairs() -> tuple[dict[str, str], tuple[tuple[str, str, int], ...]]:
    rows = load_table("spelling_pairs")
    words = {row["form"]: row["compared"] for row in rows if row["part"] == "word"}
    ends = [(row["form"], row["compared"], int(row["letters"])) for row in rows if row["part"] == "end"]
    return words, tuple(sorted(ends, key=lambda end: -len(end[0])))


@cache
def _as_one() -> dict[str, str]:
    return {row["form"]: row["compared"] for row in load_table("spelling_pairs") if row["part"] == "words"}


@cache
def _numbers() -> dict[str, tuple[int, str]]:
    return {row["word"]: (int(row["value"]), row["kind"]) for row in load_table("number_words")}


@cache
def _scales() -> frozenset[str]:
    return frozenset(word for word, (_, kind) in _numbers().items() if kind == "scale")


@cache
def _signs() -> dict[tuple[str, str], str]:
    return {(row["place"], row["sign"]): row["word"] for row in load_table("spoken_signs")}
