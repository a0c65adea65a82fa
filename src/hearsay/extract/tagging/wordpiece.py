"""Words as numbers of word pieces, the vocabulary of BERT-like encoders.

A word is written in small letters without accents, cut at punctuation, and each part taken apart into the
longest pieces that the vocabulary has, from the left (Wu et al. 2016; Devlin et al., NAACL 2019). Here words
come one by one, and few are new, so a table of words seen is all the speed that is needed; the libraries that
do this for whole texts bring a model hub along.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

# A word of more pieces (a web address, 40 letters of base64) is cut: its beginning says what it is.
MOST = 6
# Words remembered; when there are more, the table starts anew. Ten days of a newspaper have fewer.
REMEMBERED = 200_000

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"


class WordPieces:
    """The vocabulary: `pieces(word)` gives the numbers of a word's pieces, never none.

    `vocabulary` has one piece a row, in the order of the encoder's embeddings; pieces inside a word begin
    with "##". Safe to share between threads: the table of words only ever gains equal entries.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers[UNKNOWN]
        self.begin, self.end = self._numbers[BEGIN], self._numbers[END]
        self._seen: dict[str, tuple[int, ...]] = {}

    def pieces(self, words: Iterable[str]) -> list[tuple[int, ...]]:
        """The piece numbers of each word."""
        if len(self._seen) > REMEMBERED:
            self._seen = {}
        seen = self._seen
        found = []
        for word in words:
            numbers = seen.get(word)
            if numbers is None:
                numbers = seen[word] = self._take_apart(word)
            found.append(numbers)
        return found

    def _take_apart(self, word: str) -> tuple[int, ...]:
        numbers: list[int] = []
        for part in _parts(word):
            numbers += self._longest(part)
        return tuple(numbers[:MOST]) or (self._unknown,)

    def _longest(self, part: str) -> list[int]:
        numbers: list[int] = []
        start = 0
        while start < len(part):
            head = "##" if start else ""
            for stop in range(len(part), start, -1):
                number = self._numbers.get(head + part[start:stop])
                if number is not None:
                    break
            else:
                return [self._unknown]
            numbers.append(number)
            start = stop
        return numbers


def _parts(word: str) -> list[str]:
    """The word in small letters without accents, cut around each mark and each Chinese character."""
    plain = unicodedata.normalize("NFD", word.lower())
    parts = [""]
    for character in plain:
        category = unicodedata.category(character)
        if category == "Mn" or category.startswith("C"):
            continue
        if not character.isalnum() or 0x3400 <= ord(character) <= 0x9FFF:
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]
