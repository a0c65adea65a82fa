"""Many patterns laid over a text, each tried only where the word stands that it begins with.

One alternation of a hundred phrases is tried in full at every word of a text; most words begin none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LETTERS = re.compile(r"\w+")


class Leading:
    """Patterns by their first words; at one place those given first go before the others."""

    def __init__(
        self, patterns: Iterable[tuple[str, str]], *, after: str = r"\b", before: str = r"\b"
    ) -> None:
        """`patterns` are pairs: a first word, letters and digits alone, and the pattern that begins with it.

        Without a first word, a pattern is tried at every word. `after` is what must hold where a pattern
        begins, and `before` where it ends. Capitals do not matter.
        """
        listed = [(first.lower(), pattern) for first, pattern in patterns]
        firsts = {first for first, _ in listed}
        # Where every pattern has a first word, others are not even looked at, most for their first letter.
        letters = "".join(re.escape(letter) for letter in sorted({first[:1] for first in firsts}))
        any_word = (
            r"\w+"
            if "" in firsts or not firsts
            else rf"(?=[{letters}])(?:{'|'.join(map(re.escape, sorted(firsts)))})\b"
        )
        self._words = re.compile(rf"{after}\b{any_word}", re.IGNORECASE)
        self._by_first = {
            word: re.compile(
                rf"(?:{'|'.join(pattern for first, pattern in listed if first in ('', word))}){before}",
                re.IGNORECASE,
            )
            for word in dict.fromkeys(first for first, _ in listed)
        }

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What is found in `text[start:end]`, in order and without overlap."""
        end = len(text) if end is None else end
        every = self._by_first.get("")
        for word in self._words.finditer(text, start, end):
            if word.start() < start:
                continue
            pattern = self._by_first.get(word[0].lower(), every)
            found = pattern.match(text, word.start(), end) if pattern else None
            if found:
                yield found
                start = found.end()


def first_letters(words: str) -> str:
    """The letters and digits that `words` begin with, up to the first other sign."""
    found = _LETTERS.match(words)
    return found[0] if found else ""
