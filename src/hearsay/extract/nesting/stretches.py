"""Somebody's words as a stretch of tokens, cut into sentences that no quotation inside them is cut by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# Marks around the titles of works, not around anybody's words.
_TITLES = "《〈"
_ENDS = frozenset(".!?…;:—–―()[]") | {"...", "-"}


@dataclass(frozen=True, slots=True)
class Inner:
    """A quotation inside a stretch, as tokens: [start, stop) with its marks, [first, last) without."""

    start: int
    stop: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens [start, stop) of one piece of a content, read as the words of one person.

    `low` are all words of the text in small letters, with straight apostrophes. `inner` are the quotations
    that stand in the stretch and in no other inside it, by their first token; each counts as one thing.
    `direct` tells whether the words are given as they were spoken, so that "I" is who speaks.
    """

    tokens: Tokens
    low: Sequence[str]
    start: int
    stop: int
    direct: bool
    inner: dict[int, Inner] = field(default_factory=dict)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences as ranges of tokens; a quotation inside one does not end it."""
        borders = self.tokens.sentences
        start = i = self.start
        if not self.inner and start < self.stop:
            inside = borders[bisect_right(borders, start) : bisect_left(borders, self.stop)]
            yield from pairwise((start, *inside, self.stop))
            return
        while i < self.stop:
            found = self.inner.get(i)
            after = found.stop if found else i + 1
            here = bisect_left(borders, after)
            if after >= self.stop or (here < len(borders) and borders[here] == after):
                yield start, min(after, self.stop)
                start = after
            i = after

    def outside(self, start: int, stop: int) -> Iterator[int]:
        """The tokens of [start, stop) that stand in no inner quotation."""
        i = start
        while i < stop:
            found = self.inner.get(i)
            if found is None:
                yield i
                i += 1
            else:
                i = found.stop

    def is_name(self, i: int) -> bool:
        """Whether the token begins with a capital that it does not have from its place alone."""
        word = self.tokens.words[i]
        if word == "US":
            return True
        return word[0].isupper() and word != "I" and self.low[i] not in load_words("function_words")


def stretch_of(
    tokens: Tokens,
    low: Sequence[str],
    quotations: Sequence[Quotation],
    start: int,
    stop: int,
    *,
    direct: bool,
) -> Stretch:
    """The tokens [start, stop) with the outermost of the `quotations` that lie inside them.

    `quotations` are in the order of the text. One that holds the whole stretch is its own pair of marks:
    the stretch then begins and ends inside them, and is `direct`.
    """
    inner: dict[int, Inner] = {}
    if start >= stop:
        return Stretch(tokens, low, start, stop, direct)
    begin, end = tokens.starts[start], tokens.ends[stop - 1]
    end_of_last = begin
    i = bisect_left(quotations, begin, key=lambda quotation: quotation.start)
    while i < len(quotations) and quotations[i].start < end:
        each = quotations[i]
        i += 1
        if each.end > end or each.start < end_of_last or each.style[:1] in _TITLES:
            continue
        found = _tokens_in(tokens, each)
        if found is None:
            continue
        if found.start <= start and found.stop >= stop:
            start, stop, direct = found.first, found.last, True
            end_of_last = tokens.starts[start] if start < len(tokens) else end
            continue
        inner[found.start] = found
        end_of_last = each.end
    return Stretch(tokens, low, start, stop, direct, inner)


def _tokens_in(tokens: Tokens, quotation: Quotation) -> Inner | None:
    start = bisect_left(tokens.starts, quotation.start)
    stop = bisect_right(tokens.ends, quotation.end)
    first = bisect_left(tokens.starts, quotation.inner_start)
    last = bisect_right(tokens.ends, quotation.inner_end)
    return Inner(start, stop, first, last) if start <= first < last <= stop else None


def is_end(word: str) -> bool:
    """Whether the token is a mark behind which another clause begins; no comma is."""
    return word in _ENDS


def is_word(low: str) -> bool:
    """Whether the token is a word, or the end of one (didn, 't), and no mark."""
    return low[0].isalnum() or (len(low) > 1 and low[0] == "'")


@cache
def word_class(low: str) -> str:
    """The class of a small word in `word_classes.tsv`, empty for others."""
    return _classes().get(low, "")


@cache
def _classes() -> dict[str, str]:
    return {row["form"]: row["class"] for row in load_table("word_classes")}


def is_adverb(low: str) -> bool:
    """Whether a word can stand between a subject and its verb without changing who does what."""
    known = word_class(low) == "adverb" or low in load_words("sentence_adverbs")
    return known or (low.endswith("ly") and len(low) > 4 and low.isalpha())


def is_negation(low: str) -> bool:
    """Whether a word denies the verb that it stands before: not, never, 't."""
    return word_class(low) == "negation" or low == "'t"
