"""Which characters are quotation marks, what closes what, and which way a mark faces.

The pairs follow the tables of the Unicode Standard (chapter 6.2, "Language-Based Usage of Quotation
Marks"), with the typewriter's and TeX's substitutes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hearsay.lexicon import load_words

# A letter or digit of a script that parts words by spaces: between two of them an apostrophe is part of
# the word. Chinese and Japanese put quotation marks between letters.
_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"

# Every mark that may matter, doubled and trebled singles as one. The set comes first: the search can skip.
CANDIDATE = re.compile(
    r"([\"＂“”„‟«»‹›「」『』《》〈〉〝〞〟`'‘’‚])"
    + rf"(?<!{_LETTER}['‘’](?={_LETTER}))"
    + r"(?:(?<=[`'‘’])\1{1,2})?"
)


class Pairing(NamedTuple):
    """What may close an opening mark: `always`, or `facing` only if it does not face the other way."""

    always: str
    facing: str
    single: bool = False


# Closing marks are separated by spaces, the usual one first. Mixed pairs (“…", "…”) are common where an
# editor's program curled only one of the two.
OPENERS: dict[str, Pairing] = {
    '"': Pairing("", '" ”'),
    "＂": Pairing("", "＂"),
    "“": Pairing("”", "\" “ '' ’’"),
    "”": Pairing("", "”"),
    "„": Pairing("”", '“ "'),
    "‟": Pairing("”", '"'),
    "«": Pairing("»", ""),
    "»": Pairing("", "« »"),
    "‹": Pairing("›", ""),
    "›": Pairing("", "‹ ›"),
    "「": Pairing("」", ""),
    "『": Pairing("』", ""),
    "《": Pairing("》", ""),
    "〈": Pairing("〉", ""),
    "〝": Pairing("〞 〟", ""),
    "``": Pairing("''", '" ”'),
    "''": Pairing("", "'' \""),
    "‘‘": Pairing("’’", "'' ” \""),
    "'": Pairing("", "' ’", single=True),
    "‘": Pairing("", "’ ' ‘", single=True),
    "’": Pairing("", "’", single=True),
    "‚": Pairing("", "‘ ’ '", single=True),
    "`": Pairing("", "' ’", single=True),
}
OPENS = {
    mark: frozenset(pairing.always.split() + pairing.facing.split()) for mark, pairing in OPENERS.items()
}
ALWAYS = frozenset((mark, end) for mark, pairing in OPENERS.items() for end in pairing.always.split())
DOUBLED = frozenset(mark for mark in OPENERS if len(mark) > 1)
SINGLES = frozenset(mark for mark, pairing in OPENERS.items() if pairing.single)
USUAL_END = {mark: (pairing.always or pairing.facing).split()[0] for mark, pairing in OPENERS.items()}

# Marks that open whatever stands around them.
OPENING_ONLY = frozenset("「『《〈〝") | {"``", "‘‘"}
# Marks that open unless they clearly face backwards; the others open only where they clearly face forwards.
OPENING_FIRST = frozenset("“‟„«‹‘‚")

_BEFORE_OPENING = frozenset("([{<=>-‐‑‒–—―/|*_~:•（【［：")
_AFTER_CLOSING = frozenset(".,;:!?)[]}>-‐‑‒–—―…/|*_~。、，；：！？）】］")
_MARKS = frozenset("\"＂“”„‟«»‹›「」『』《》〈〉〝〞〟`'‘’‚")
_LOOKAHEAD = 4

_ELISION = re.compile(r"(?P<year>\d\d(?:s|ers)?\b)|\w+")
# Scripts that part no words by spaces, or write endings right after a closing mark (Korean).
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_INCHES = re.compile(r"\d{1,3}['’′] ?\d{1,2}(?:\.\d+|[½¼¾])?\Z")


def facing(text: str, start: int, end: int, before: str, stop: int) -> tuple[bool, bool]:
    """Whether the mark at [start, end) can open, and whether it can close, by what stands around it.

    `before` is the character before it as it counts here: a space where an opening mark stands, a letter
    where a closing one stands. Up to `stop`, further marks that follow are looked through.
    """
    after = " "
    for position in range(end, min(stop, end + _LOOKAHEAD)):
        after = text[position]
        if after not in _MARKS:
            break
    else:
        if end + _LOOKAHEAD >= stop:
            after = " "
    blank_before, blank_after = before.isspace(), after.isspace()
    opens = (blank_before or before in _BEFORE_OPENING) and not blank_after
    closes = not blank_before and (blank_after or after in _AFTER_CLOSING)
    return opens, closes


def is_elision(text: str, end: int) -> bool:
    """Whether the single mark that ends at `end` stands for letters left out ('90s, 'em, 'n' roll)."""
    found = _ELISION.match(text, end, end + 12)
    if found is None:
        return False
    return found["year"] is not None or found[0] in load_words("elisions")


def is_unspaced(text: str, position: int) -> bool:
    """Whether the character there belongs to a script in which no apostrophe stands within a word."""
    return _UNSPACED.match(text, position) is not None


def is_measure(text: str, start: int) -> bool:
    """Whether the mark at `start` follows a height or an angle (6'2") and so says inches."""
    return _INCHES.search(text, max(0, start - 10), start) is not None
