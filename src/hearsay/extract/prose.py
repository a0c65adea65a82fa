"""A text as the stages read it that look for words in it: tokens, in small letters, by sentence and place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words
from hearsay.model import Span


@dataclass(frozen=True, slots=True)
class Prose:
    """`low` holds the tokens in small letters, with straight apostrophes; places are indices of tokens."""

    text: str
    tokens: Tokens
    low: list[str]

    def at(self, offset: int) -> int:
        """The token that stands at the offset, or the next one behind it."""
        return bisect_right(self.tokens.ends, offset)

    def range_of(self, span: Span) -> tuple[int, int]:
        """The tokens [start, stop) that lie in the span."""
        start = bisect_left(self.tokens.starts, span[0])
        return start, max(start, bisect_right(self.tokens.ends, span[1]))

    def span(self, start: int, stop: int) -> Span:
        """Where the tokens [start, stop) stand in the text."""
        return self.tokens.starts[start], self.tokens.ends[stop - 1]

    def words_in(self, spans: Iterable[Span]) -> list[str]:
        """The words of the spans, in small letters."""
        return [word for span in spans for word in self.low[slice(*self.range_of(span))]]

    def sentence(self, token: int) -> tuple[int, int]:
        """The tokens [start, stop) of the sentence that the token stands in."""
        return _around(self.tokens.sentences, token)

    def paragraph(self, token: int) -> tuple[int, int]:
        """The tokens [start, stop) of the paragraph that the token stands in."""
        return _around(self.tokens.paragraphs, token)


def prose(text: str, tokens: Tokens) -> Prose:
    """`tokens` are those of `text`."""
    return Prose(text, tokens, [word.lower().replace("’", "'") for word in tokens.words])


def is_adverb(word: str) -> bool:
    """Whether a word in small letters looks like an adverb: reportedly, not family."""
    return word.endswith("ly") and word not in load_words("ly_words")


def _around(borders: list[int], token: int) -> tuple[int, int]:
    after = bisect_right(borders, token)
    return borders[after - 1], borders[after] if after < len(borders) else borders[-1]
