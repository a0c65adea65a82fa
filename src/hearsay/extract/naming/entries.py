"""The entries of a live report: where a line or a time of day parts them, each names its people anew."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from hearsay.extract.tokens import Tokens

# The longest line, in tokens, that is nothing but a time of day: 4:05 p.m. EST.
TIME = 4
_TIME = re.compile(r"\d{1,2}(?:[:.]\d{2})?(?:[ap]\.?m\.?)?")
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)


def find_entries(tokens: Tokens) -> list[int]:
    """The tokens at which the entries of a live report begin; none for any other article."""
    bounds = [*tokens.paragraphs, len(tokens)]
    found = [a for a, b in pairwise(bounds) if b - a <= TIME and _parts(tokens.words[a:b])]
    return found if len(found) > 1 else []


def entry_of(entries: list[int], token: int) -> int:
    """The number of the entry that the token stands in, 0 before the first."""
    return bisect_right(entries, token)


def _parts(words: list[str]) -> bool:
    """Whether a paragraph of these words is a line or a time of day."""
    if not words:
        return False
    if not any(word[0].isalnum() for word in words):
        return True
    timed = _TIME.fullmatch(words[0]) is not None
    return timed and (_HALF.search(words[0]) is not None or _HALF.fullmatch("".join(words[1:2])) is not None)
