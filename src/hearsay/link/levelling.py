"""Text -> the tokens under which two printings of the same words are the same.

Case, accents, typography, punctuation and contractions are levelled. What a newspaper does to a quotation
stays visible: an ellipsis of any form, a bracketed insert and a masked word become tokens of their own, and
so do quotation marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from hearsay.lexicon import load_table, load_words
from hearsay.model import Span

# Tokens that stand for words that are not printed. No word contains these signs.
ELLIPSIS = "…"
INSERT = "[]"
MASK = "*"

DOUBLE_MARKS = frozenset('"“”„‟«»「」『』〝〞＂')
SINGLE_MARKS = frozenset("'‘’‚‹›")
QUOTATION_MARKS = DOUBLE_MARKS | SINGLE_MARKS

# What is longer than any utterance that a paper prints in one piece is most likely a whole document: it is
# compared by its first words, since more would cost time without telling more.
LONGEST = 4000
_LONGEST_TEXT = LONGEST * 8

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
    | ["“”„‟«»「」『』〝〞＂] | '' | ``
    | (?<!\w)['‘‚‹](?=\w) | (?<=[\w.,!?…-])['’›](?!\w) # single quotation marks, or an apostrophe
    """,
    re.VERBOSE,
)
_MASKED = re.compile(r"[-*_@#$%&!—–]+")
_ALIKE_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`＇", "'"))
# Signs of tokens that can run over a space: brackets and spaced ellipses.
_OVER_SPACES = re.compile(r"[\[(]|\.[ \u00a0]\.")
_LONGEST_WORD = 60
_OPENING = re.compile(r'(?<![^\s(\[—–-])"(?=[^\s"])')
_CLOSING = re.compile(r'(?<=[^\s"])"(?![^\W_])')


def levelled(text: str) -> list[str]:
    """The tokens of any text, quotation marks among them."""
    text = _faced(text[:_LONGEST_TEXT])
    if _OVER_SPACES.search(text):
        found = [token for surface in _TOKEN.findall(text) for token in level(surface)]
    else:
        chunks = text.split()
        cut = (
            _chunk
            if len(text) <= _LONGEST_WORD or max(map(len, chunks), default=0) <= _LONGEST_WORD
            else _cut
        )
        found = list(chain.from_iterable(map(cut, chunks)))
    return found[:LONGEST]


def _faced(text: str) -> str:
    """The text, as long as it was, with straight double marks turned the way they face where that shows.

    A quotation that runs over paragraphs opens with a mark in each and closes only once.
    """
    if '"' not in text:
        return text
    return _CLOSING.sub("”", _OPENING.sub("“", text))


def spans(text: str) -> Iterator[tuple[str, Span]]:
    """The tokens of `text`, each with the place in `text` that it was read from."""
    for match in _TOKEN.finditer(_faced(text[:_LONGEST_TEXT])):
        for token in level(match[0]):
            yield token, match.span()


def is_open(token: str) -> bool:
    """Whether a token leaves open what was said: an ellipsis, an insert, a masked word."""
    return "*" in token or token in (ELLIPSIS, INSERT)


@lru_cache(maxsize=1 << 16)
def _chunk(chunk: str) -> tuple[str, ...]:
    return _cut(chunk)


def _cut(chunk: str) -> tuple[str, ...]:
    return tuple(token for surface in _TOKEN.findall(chunk) for token in level(surface))


@lru_cache(maxsize=1 << 16)
def level(surface: str) -> tuple[str, ...]:
    """The tokens of one piece of text as the pattern above cuts it: none, one, or several (contractions)."""
    if surface in QUOTATION_MARKS:
        return (surface,)
    if surface in ("''", "``"):
        return ('"',)
    first = surface[0]
    if first in "[(":
        if surface[-1] in "])":
            return (INSERT,) if any(map(str.isalnum, surface)) else (ELLIPSIS,)
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


@cache
def _contractions() -> dict[str, tuple[str, ...]]:
    return {row["form"]: tuple(row["words"].split()) for row in load_table("contractions")}
