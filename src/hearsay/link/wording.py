"""The words of a quotation in the form in which two printings of them are compared."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from hearsay.lexicon import load_table
from hearsay.link.levelling import DOUBLE_MARKS, ELLIPSIS, QUOTATION_MARKS, SINGLE_MARKS, is_open, levelled
from hearsay.link.numbers import pair_numbers
from hearsay.link.rarity import rarity

# Words of a mixed quotation that stand outside its marks are the reporter's, who may choose others: they
# count this many times less.
REPORTED = 4

_CLOSING = frozenset("”」』〞’")
_EITHER = frozenset("\"'＂‘»«›‹‟")


class Same(NamedTuple):
    """What decides a wording: printings that have it in common are the same to `likeness`.

    `words` are levelled words, or ELLIPSIS, INSERT, or a masked word with "*" for what is not printed.
    `inside` tells which stand between quotation marks (all, where there are no marks); the others are the
    reporter's. `pieces` numbers the stretches that were printed in one: a quotation mark or an ellipsis ends
    a piece.
    """

    words: tuple[str, ...]
    inside: tuple[bool, ...]
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The tokens of one printing, and what they tell.

    `words`, `inside` and `pieces` are as in `Same`; `folded` is `words` with what indirect speech shifts
    folded ("will" and "would" alike).

    `bits` is how much each token tells after the one before it, in tenths of a bit (see `rarity`); `worth`
    the same, but less for the reporter's words, and `total` their sum. `joined` is `folded` as text, for
    searching; `broken` whether a token is open. `pairs` has a number for each two neighbours in `folded`.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    inside: tuple[bool, ...]
    pieces: tuple[int, ...]
    bits: tuple[int, ...]
    worth: tuple[int, ...]
    total: int
    joined: str
    broken: bool
    pairs: array[int]

    @property
    def same(self) -> Same:
        """Equal for printings that are the same to `likeness`: quotation marks within can tell two apart."""
        return Same(self.words, self.inside, self.pieces)


@lru_cache(maxsize=1 << 14)
def wording(words: str) -> Wording:
    """Level the words of a quotation; any text will do, the empty one gives no tokens."""
    return weighed(read(words)[0])


@lru_cache(maxsize=1 << 14)
def read(words: str) -> tuple[Same, bool]:
    """What decides the wording of a quotation, and whether there are double quotation marks in it.

    That is half of the work: of printings that are the same the rest need be done once only (see `weighed`).
    """
    found = levelled(words)
    marked = not DOUBLE_MARKS.isdisjoint(found)
    tokens, inside, pieces = _pieces(found)
    if tokens and all(map(is_open, tokens)):
        # Everything stands in brackets or is masked: then that is what was quoted.
        tokens, inside, pieces = _pieces(levelled(words.translate(_NO_BRACKETS)))
    return Same(tuple(tokens), inside, pieces), marked


@lru_cache(maxsize=1 << 14)
def weighed(same: Same) -> Wording:
    """The wording of printings that have this in common."""
    tokens, inside, pieces = same
    fold = _folds().get
    folded = tuple(map(fold, tokens, tokens))
    bits = rarity(tokens)
    worth = bits
    if not all(inside):
        worth = tuple([bit if quoted else bit // REPORTED for bit, quoted in zip(bits, inside, strict=True)])
    joined = f" {' '.join(folded)} "
    broken = "*" in joined or ELLIPSIS in joined or "[" in joined
    return Wording(
        words=tokens,
        folded=folded,
        inside=inside,
        pieces=pieces,
        bits=bits,
        worth=worth,
        total=sum(worth),
        joined=joined,
        broken=broken,
        pairs=pair_numbers(folded),
    )


def _pieces(tokens: list[str]) -> tuple[list[str], tuple[bool, ...], tuple[int, ...]]:
    """The tokens without quotation marks; for each whether it is quoted, and the number of its piece."""
    present = QUOTATION_MARKS.intersection(tokens)
    if not present and ELLIPSIS not in tokens:
        return tokens, _all_quoted(len(tokens)), _one_piece(len(tokens))
    if present and ELLIPSIS not in tokens:
        # Most often the only marks are those around it all.
        bare = tokens[tokens[0] in DOUBLE_MARKS : len(tokens) - (tokens[-1] in DOUBLE_MARKS)]
        if QUOTATION_MARKS.isdisjoint(bare):
            return bare, _all_quoted(len(bare)), _one_piece(len(bare))
    marks = DOUBLE_MARKS if present & DOUBLE_MARKS else SINGLE_MARKS
    kept: list[str] = []
    inside: list[bool] = []
    pieces: list[int] = []
    piece, quoted, opening = 0, False, ""
    for token in tokens:
        if token not in QUOTATION_MARKS:
            piece += token == ELLIPSIS
            kept.append(token)
            inside.append(quoted)
            pieces.append(piece)
        elif token in marks:
            closes = token in _CLOSING or (quoted and (token in _EITHER or opening == "„"))
            if closes and not quoted:
                if marks is SINGLE_MARKS:
                    continue  # an apostrophe
                if not opening:
                    inside = [True] * len(inside)  # the opening mark was cut off
            quoted, opening = not closes, token
            piece += 1
    if not any(inside):
        return kept, _all_quoted(len(kept)), tuple(pieces)
    return kept, tuple(inside), tuple(pieces)


# Most quotations are one piece, all quoted: they share these.
@lru_cache(maxsize=1 << 12)
def _all_quoted(length: int) -> tuple[bool, ...]:
    return (True,) * length


@lru_cache(maxsize=1 << 12)
def _one_piece(length: int) -> tuple[int, ...]:
    return (0,) * length


_NO_BRACKETS = str.maketrans(dict.fromkeys("[]()", " "))


@cache
def _folds() -> dict[str, str]:
    return {row["word"]: row["class"] for row in load_table("shifted_words")}
