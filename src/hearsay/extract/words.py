"""What is known of a word by itself, worked out once a word and kept.

A feature is a short string: place, kind, value. Places are relative to the token: "0", "-1", "+2". Features
are UTF-8 bytes, which CRFsuite takes as they are: encoding text for every token took a sixth of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.lexicon import load_table

# Words that are kept; a fuller store is emptied, so that memory stays bounded.
_KEPT = 60_000
_BUCKET = (b"0", b"1", b"2", b"3", b"4", b"4", b"6", b"6", b"6", b"6") + (b"9",) * 10 + (b"K",) * 20


@cache
def _lemmas() -> dict[str, tuple[str, str]]:
    return {row["form"]: (row["lemma"], row["mode"]) for row in load_table("reporting_verbs")}


@cache
def _classes() -> dict[str, str]:
    return {row["form"]: row["class"] for row in load_table("word_classes")}


def _shape(word: str) -> str:
    if word.isdigit():
        return "9"
    if word.islower():
        return "a"
    if word.istitle():
        return "Aa" if len(word) > 1 else "A"
    if word.isupper():
        return "AA"
    if word[0].isdigit():
        return "9x"
    return "Ax" if word[0].isupper() else "x" if word[0].isalpha() else word[0]


_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")


def _stem(low: str) -> str:
    """A word without its inflection, roughly: what the forms of one verb have in common."""
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    return low[:-1] if len(low) > 3 and low[-1] == low[-2] else low


class Word:
    """What is known of a word by itself, and its features at each place it can stand in."""

    __slots__ = (
        "core", "core_after", "core_before", "here", "lemma", "low", "low_b", "low_n", "minus1", "minus2",
        "minus3", "plus1", "plus2", "plus3", "sort", "sort_bar", "sort_d", "sort_e", "sort_k", "sort_t",
        "sort_u", "sort_v", "stem", "stem_j",
    )  # fmt: skip

    def __init__(self, word: str) -> None:
        low = word.lower().replace("’", "'")
        lemma, mode = _lemmas().get(low, ("", ""))
        shape = _shape(word)
        verb_form = low[-3:] if low.endswith("ing") else low[-1:] if mode else ""
        sort = _classes().get(low, "")
        if mode:
            sort += "V" + mode[0] + verb_form
        if not sort:
            sort = shape + (low[-2:] if shape == "a" else "")
        stem = lemma or _stem(low)
        self.low, self.lemma, self.sort, self.stem = _encode(low, lemma, sort, stem)
        # The beginnings of features of several words, so that one more `+` makes the feature.
        self.low_b, self.low_n, self.stem_j = _encode(f"b{low}|", f"n{low}|", f"j{stem}|")
        self.sort_bar, self.sort_d, self.sort_e, self.sort_k = (
            place + self.sort + b"|" for place in (b"", b"d", b"e", b"k")
        )
        self.sort_t, self.sort_u, self.sort_v = (place + self.sort_bar for place in (b"t", b"u", b"v"))
        four = ("w" + low, "c" + sort, "h" + shape, "3" + low[-3:])
        more = ("2" + low[-2:], "p" + low[:3], "m" + stem)
        self.here = _at("0", four + more)
        self.minus1, self.plus1 = _at("-1", four), _at("+1", four)
        self.minus2, self.plus2 = _at("-2", four[:2]), _at("+2", four[:2])
        self.minus3, self.plus3 = _at("-3", four[:2]), _at("+3", four[:2])
        # The few that the second pass looks at again.
        self.core = (*self.here[:2], self.here[3])
        self.core_before, self.core_after = self.minus1[:2], self.plus1[:2]


def _at(place: str, values: Sequence[str]) -> tuple[bytes, ...]:
    return _encode(*(place + value for value in values))


def _encode(*values: str) -> tuple[bytes, ...]:
    # Half of a surrogate pair can stand in a text that came from JSON; CRFsuite only compares bytes.
    return tuple(value.encode("utf-8", "surrogatepass") for value in values)


_words: dict[str, Word] = {}


@cache
def edge() -> Word:
    """What stands before the first and after the last token of a sequence."""
    return Word("\n")


def bucket(distance: int) -> bytes:
    """A number of tokens, coarser the larger it is."""
    return _BUCKET[min(distance, 39)]


def word_facts(words: Sequence[str]) -> list[Word]:
    """What is known of each of `words`."""
    if len(_words) > _KEPT:
        _words.clear()
    facts = []
    for word in words:
        fact = _words.get(word)
        if fact is None:
            fact = _words[word] = Word(word)
        facts.append(fact)
    return facts
