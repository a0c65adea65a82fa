"""What the tagger sees of each token; training and running share every line of this.

A feature is a short string, "place + kind + value"; places are relative to the token ("0", "-1", "+2").
What depends on one word alone is worked out once a word and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hearsay.extract.quotes import Quotation
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table

# The longest sequence that is labelled at once: a longer paragraph is cut, preferably between sentences.
# 99.9% of the paragraphs of the training articles are shorter.
LONGEST = 400
# Words whose features are kept; a cache beyond this is emptied, so that memory stays bounded.
_KEPT = 60_000
_BUCKET = ("0", "1", "2", "3", "4", "4", "6", "6", "6", "6") + ("9",) * 10 + ("K",) * 20


def sequences(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The half-open ranges of tokens that are labelled as one sequence each: paragraphs, cut if overlong."""
    sentences = set(tokens.sentences)
    for start, end in zip(tokens.paragraphs, tokens.paragraphs[1:], strict=False):
        while end - start > LONGEST:
            cut = start + LONGEST
            cut = next((i for i in range(cut, start + LONGEST // 2, -1) if i in sentences), cut)
            yield start, cut
            start = cut
        yield start, end


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


class _Word:
    """What is known of a word by itself, and its feature strings at each place it can stand in."""

    __slots__ = ("here", "lemma", "low", "minus1", "minus2", "minus3", "plus1", "plus2", "plus3", "sort")

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
        self.low = low
        self.lemma = lemma
        self.sort = sort
        suffix = low[-3:]
        here = ["0w" + low, "0c" + sort, "0h" + shape, "0p" + low[:3]]
        here += ["03" + suffix, "02" + low[-2:], "04" + low[-4:]]
        if lemma:
            here.append("0l" + lemma)
        self.here = tuple(here)
        self.minus1 = ("-1w" + low, "-1c" + sort, "-1h" + shape, "-13" + suffix)
        self.plus1 = ("+1w" + low, "+1c" + sort, "+1h" + shape, "+13" + suffix)
        self.minus2 = ("-2w" + low, "-2c" + sort)
        self.plus2 = ("+2w" + low, "+2c" + sort)
        self.minus3 = ("-3w" + low, "-3c" + sort)
        self.plus3 = ("+3w" + low, "+3c" + sort)


_words: dict[str, _Word] = {}


def _facts(words: Sequence[str]) -> list[_Word]:
    if len(_words) > _KEPT:
        _words.clear()
    facts = []
    for word in words:
        fact = _words.get(word)
        if fact is None:
            fact = _words[word] = _Word(word)
        facts.append(fact)
    return facts


def quotation_states(tokens: Tokens, quotations: Sequence[Quotation]) -> list[str]:
    """For each token "" outside quotations, else how long and how ended the outermost one around it is."""
    states = [""] * len(tokens)
    i = 0
    count = len(tokens)
    starts = tokens.starts
    words = tokens.words
    for quotation in quotations:
        if quotation.depth:
            continue
        while i < count and starts[i] < quotation.start:
            i += 1
        first = i
        while i < count and starts[i] < quotation.end:
            i += 1
        length = i - first - 2
        size = "1" if length < 2 else "2" if length < 3 else "3" if length < 5 else "5" if length < 9 else "9"
        end = words[i - 2] if length > 0 else ""
        state = size + (end if end in _STOPS else "")
        if not quotation.closed:
            state += "~"
        for k in range(first, i):
            states[k] = state
        if i > first:
            states[first] += "("
            if i - 1 > first and quotation.closed:
                states[i - 1] += ")"
    return states


_STOPS = frozenset(".,!?")


def sequence_features(
    tokens: Tokens, states: Sequence[str], start: int, end: int, sentences: set[int]
) -> list[list[str]]:
    """One list of features for each token of the sequence `start`:`end`."""
    count = end - start
    facts = _facts(tokens.words[start:end])
    outside = _Word("\n")
    facts = [outside, outside, outside, *facts, outside, outside, outside]
    state = ["<", "<", *states[start:end], ">", ">"]

    # The nearest reporting verb outside quotation marks on either side within the sentence.
    left: list[str] = [""] * count
    verb, since = "", 0
    for i in range(count):
        if start + i in sentences:
            verb, since = "", 0
        left[i] = f"{verb}{_BUCKET[min(since, 39)]}" if verb else ("<" + _BUCKET[min(since, 39)])
        since += 1
        fact = facts[i + 3]
        if fact.lemma and not states[start + i]:
            verb, since = fact.lemma, 0
    right: list[str] = [""] * count
    verb, since = "", 0
    for i in range(count - 1, -1, -1):
        right[i] = f"{verb}{_BUCKET[min(since, 39)]}" if verb else ""
        since += 1
        fact = facts[i + 3]
        if start + i in sentences:
            verb, since = "", 0
        elif fact.lemma and not states[start + i]:
            verb, since = fact.lemma, 0

    rows: list[list[str]] = []
    a, b, c, d, e, f, g = facts[:7]
    for i in range(count):
        if i:
            a, b, c, d, e, f, g = b, c, d, e, f, g, facts[i + 6]
        now = state[i + 2]
        row = [
            *d.here, *c.minus1, *e.plus1, *b.minus2, *f.plus2, *a.minus3, *g.plus3,
            "b" + c.low + "|" + d.low,
            "n" + d.low + "|" + e.low,
            "d" + c.sort + "|" + d.sort,
            "e" + d.sort + "|" + e.sort,
            "t" + c.sort + "|" + d.sort + "|" + e.sort,
            "u" + b.sort + "|" + c.sort + "|" + d.sort,
            "v" + d.sort + "|" + e.sort + "|" + f.sort,
            "q" + now,
            "r" + state[i + 1] + "|" + now + "|" + state[i + 3],
            "s" + now + "|" + d.sort,
            "x" + state[i] + "|" + state[i + 4],
            "L" + left[i],
            "R" + right[i],
            "M" + left[i][-1:] + right[i][-1:],
        ]  # fmt: skip
        if start + i in sentences:
            row.append("^" if i else "^^")
        rows.append(row)
    return rows
