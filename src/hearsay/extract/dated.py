"""The words near a place in the text that say when: Friday, March 19, 2011, in May."""

from __future__ import annotations

from hearsay.extract.prose import Prose
from hearsay.lexicon import load_words
from hearsay.model import Span

# How far from the place, in tokens, its date can stand.
NEAR = 8


def date_near(prose: Prose, start: int, stop: int) -> Span | None:
    """The run of calendar words and year numbers in [start, stop), or the nearest in its sentence."""
    first, last = prose.sentence(start)
    inside = [at for at in range(start, stop) if _is_calendar(prose, at)]
    behind = [at for at in range(stop, min(last, stop + NEAR)) if _is_calendar(prose, at)]
    before = [at for at in range(start - 1, max(first, start - NEAR) - 1, -1) if _is_calendar(prose, at)]
    found = (inside or behind or before)[:1]
    if not found:
        return None
    begin = end = found[0]
    while begin > first and _goes_on(prose, begin - 1):
        begin -= 1
    while end + 1 < last and _goes_on(prose, end + 1):
        end += 1
    while prose.tokens.words[end] == "," and end > begin:
        end -= 1
    while prose.tokens.words[begin] == "," and begin < end:
        begin += 1
    return prose.span(begin, end + 1)


def _is_calendar(prose: Prose, at: int) -> bool:
    """A day or month with its capital, or the number of a year."""
    word = prose.tokens.words[at]
    if word.isdigit():
        return len(word) == 4 and word[:2] in ("19", "20")
    return word[0].isupper() and prose.low[at] in load_words("calendar_words") and len(word) > 2


def _goes_on(prose: Prose, at: int) -> bool:
    word = prose.tokens.words[at]
    return _is_calendar(prose, at) or word == "," or (word.isdigit() and len(word) <= 2)
