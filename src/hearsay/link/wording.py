"""The words of a quotation in the form in which two printings of them are compared.

Case, accents, typography, punctuation and contractions are levelled. What a newspaper does to a quotation
stays visible: an ellipsis of any form, a bracketed insert and a masked word become tokens of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.rarity import rarity
from hearsay.model import Span

# Tokens that stand for words that are not printed. No word contains these signs.
ELLIPSIS = "…"
INSERT = "[]"
MASK = "*"

# A quotation is compared by its first words; what is longer than any utterance a paper prints in one
# piece is most likely a whole document, and comparing it in full would cost time without telling more.
LONGEST = 4000

_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
# Scripts written without spaces: every character is a token.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
)
_APOSTROPHE = "['’‘ʼ´`＇]"
_TOKEN = re.compile(
    rf"""
      \[[^\W\d_]{{1,12}}\](?={_LETTER}){_LETTER}+(?:{_APOSTROPHE}{_LETTER}+)*  # [t]he: a letter changed
    | \[[^\[\]]{{0,300}}\]                          # [an insert]
    | \([^()]{{0,120}}\)                            # (an insert)
    | …+ | \.(?:[ \u00a0]?\.)+                      # ellipses
    | {_UNSPACED}
    | (?:[A-Za-z]\.){{2,}}[A-Za-z]?(?!\w)           # U.S.
    | \d+(?:[.,:]\d+)*                              # 10,000
    | {_LETTER}*\*+(?:{_LETTER}|\*)*                # sh*t, ***
    | (?:[b-hj-zB-HJ-Z]|[Ss]h)--+{_LETTER}*         # s--t
    | {_LETTER}{{1,3}}(?:-{{3,}}|_{{2,}}){_LETTER}* # f---, f__k
    | (?<!\w)[b-hj-zB-HJ-Z][—–][a-z]{{0,4}}(?!\w)   # s—t
    | {_LETTER}{{0,3}}[@\#$%&!]{{2,}}{_LETTER}*     # f#@%, @#$%!
    | {_APOSTROPHE}(?:em|cause|til)(?!\w)
    | {_LETTER}+?(?:{_APOSTROPHE}{_LETTER}+)*(?={_UNSPACED}|(?!{_LETTER}|{_APOSTROPHE}{_LETTER}))
    | &
    """,
    re.VERBOSE,
)
_MASKED = re.compile(r"[-*_@#$%&!—–]+")
_ALIKE_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`＇", "'"))


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The tokens of one printing, and what they tell.

    `words` are levelled words, or ELLIPSIS, INSERT, or a masked word with "*" for what is not printed;
    `folded` the same with what indirect speech shifts folded ("will" and "would" alike); `bits` how much
    each token tells, given the one before it (see `rarity`), and `total` their sum.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    bits: tuple[int, ...]
    total: int
    joined: str
    broken: bool


@lru_cache(maxsize=1 << 16)
def wording(words: str) -> Wording:
    """Level the words of a quotation; any text will do, the empty one gives no tokens."""
    levelled = tuple(token for surface in _surfaces(words) for token in level(surface))
    if all(is_open(token) for token in levelled):
        # Everything stands in brackets or is masked: then that is what was quoted.
        bare = words.translate(_NO_BRACKETS)
        levelled = tuple(token for surface in _surfaces(bare) for token in level(surface))
    folds = _folds()
    folded = tuple(folds.get(token, token) for token in levelled)
    bits = tuple(rarity(levelled))
    broken = any(is_open(token) for token in levelled)
    return Wording(levelled, folded, bits, sum(bits), " " + " ".join(folded) + " ", broken)


def spans(words: str) -> Iterator[tuple[str, Span]]:
    """The levelled tokens of `words`, each with the place in `words` that it was read from."""
    for match in _TOKEN.finditer(words):
        for token in level(match[0]):
            yield token, match.span()


def is_open(token: str) -> bool:
    """Whether a token leaves open what was said: an ellipsis, an insert, a masked word."""
    return "*" in token or token in (ELLIPSIS, INSERT)


@lru_cache(maxsize=1 << 17)
def level(surface: str) -> tuple[str, ...]:
    """The tokens of one piece of text as the pattern above cuts it: none, one, or several (contractions)."""
    first = surface[0]
    if first in "[(":
        inside = surface[1:-1].strip()
        if surface[-1] in "])":
            return (ELLIPSIS,) if not any(map(str.isalnum, inside)) else (INSERT,)
        surface = surface.replace("[", "").replace("]", "")
    elif first in "….":
        return (ELLIPSIS,)
    flat = unicodedata.normalize("NFKD", surface.casefold().translate(_ALIKE_APOSTROPHES))
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    contraction = _contractions().get(flat)
    if contraction:
        return contraction
    if not flat.isalnum():
        if flat[:1].isdigit():
            return (flat.replace(",", ""),)
        if "." in flat:
            return (flat.replace(".", ""),)
        flat = flat.removesuffix("'s")
        flat = "".join(char for char in _MASKED.sub("*", flat) if char.isalnum() or char == "*")
    if not flat:
        return ()
    return (MASK,) if flat in load_words("mask_words") else (flat,)


_NO_BRACKETS = str.maketrans(dict.fromkeys("[]()", " "))


def _surfaces(words: str) -> list[str]:
    found = _TOKEN.findall(words[: LONGEST * 8])
    return found[:LONGEST]


@cache
def _contractions() -> dict[str, tuple[str, ...]]:
    return {row["form"]: tuple(row["words"].split()) for row in load_table("contractions")}


@cache
def _folds() -> dict[str, str]:
    return {row["word"]: row["class"] for row in load_table("shifted_words")}
