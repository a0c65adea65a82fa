"""A text as the grammar reads it: its tokens, compounds taken apart, each with its code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.extract.times.vocabulary import OTHER, Vocabulary, vocabulary
from hearsay.extract.tokens import Tokens

_PARTS = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text as parallel lists; `codes` has one character an atom.

    An atom is a token, or a part of a token with hyphens or digits in it that the vocabulary knows part of
    (mid-1990s: mid, -, 1990, s). `paragraphs` and `sentences` are indices as in `Tokens`; `borders` are the
    latter as a set.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str
    paragraphs: list[int]
    sentences: list[int]
    borders: frozenset[int]

    def __len__(self) -> int:
        return len(self.words)

    def has(self, i: int, name: str) -> bool:
        """Whether the atom `i` exists and belongs to the class `name`."""
        if not 0 <= i < len(self.codes) or self.codes[i] == OTHER:
            return False
        return name in vocabulary().classes[self.codes[i]]

    def value(self, i: int, name: str) -> str:
        """The value that the atom `i` has in the class `name`."""
        return vocabulary().values[self.words[i].lower(), name]

    def low(self, i: int) -> str:
        """The atom `i` in small letters; empty where there is none."""
        return self.words[i].lower() if 0 <= i < len(self.words) else ""


def atoms_of(tokens: Tokens) -> Atoms:
    """The atoms of a tokenized text."""
    known = vocabulary()
    get = known.codes.get
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    codes = [get(word) or (OTHER if word.isalpha() else _code(known, word)) for word in words]
    joined = [i for i, code in enumerate(codes) if not code]
    if not joined:
        sentences = tokens.sentences
        return Atoms(words, starts, ends, "".join(codes), tokens.paragraphs, sentences, frozenset(sentences))
    return _taken_apart(known, tokens, codes, joined)


def _code(known: Vocabulary, word: str) -> str:
    """The code of a word that is not all letters; empty where it has to be taken apart."""
    if word[0].isdigit():
        return known.code(word)
    if len(word) > 1 and word[0].isalpha():
        for part in _PARTS.findall(word):
            if part != "-" and known.code(part) != OTHER:
                return ""
    return OTHER


def _taken_apart(known: Vocabulary, tokens: Tokens, codes: list[str], joined: list[int]) -> Atoms:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    out: list[str] = []
    # From which token on everything has moved, and by how many atoms.
    moved: list[tuple[int, int]] = []
    done = 0
    for i in joined:
        words += tokens.words[done:i]
        starts += tokens.starts[done:i]
        ends += tokens.ends[done:i]
        out += codes[done:i]
        for part in _PARTS.finditer(tokens.words[i]):
            words.append(part.group())
            starts.append(tokens.starts[i] + part.start())
            ends.append(tokens.starts[i] + part.end())
            out.append(known.code(part.group()))
        done = i + 1
        moved.append((done, len(words) - done))
    words += tokens.words[done:]
    starts += tokens.starts[done:]
    ends += tokens.ends[done:]
    out += codes[done:]
    paragraphs, sentences = _moved(tokens.paragraphs, moved), _moved(tokens.sentences, moved)
    return Atoms(words, starts, ends, "".join(out), paragraphs, sentences, frozenset(sentences))


def _moved(borders: list[int], moved: list[tuple[int, int]]) -> list[int]:
    result: list[int] = []
    steps = iter([*moved, (1 << 62, 0)])
    by = 0
    until, grown = next(steps)
    for border in borders:
        while border >= until:
            by = grown
            until, grown = next(steps)
        result.append(border + by)
    return result
