"""Statements that were not made where their speaker was quoted last: has said, on Monday, in 1984."""

from __future__ import annotations

from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.reports import beside_cue, opens_earlier
from hearsay.lexicon import load_words
from hearsay.model import Attribution


def at_other_times(prose: Prose, attribution: Attribution) -> bool:
    """Has said, had often praised her, saying; in 1984 he asked: not where the last statement was made."""
    if not attribution.cue:
        return False
    start, stop = prose.range_of(attribution.cue[0])
    words = prose.low[max(0, start - 2) : stop]
    if any(word in load_words("perfect_words") for word in words):
        return True
    if prose.low[start - 1 : start] == ["later"] and any(word in ("said", "told") for word in words):
        return True
    first, _ = prose.sentence(start)
    if opens_earlier(prose, start):
        return True
    if prose.low[first] in ("in", "by", "since") and _is_year(prose.low[first + 1 : first + 2]):
        return True
    if not attribution.source:
        return False
    behind = prose.range_of(attribution.source[0])[1]
    while behind < start and is_adverb(prose.low[behind]):
        behind += 1
    return first < behind < start and prose.low[behind] in load_words("perfect_words")


def on_another_day(prose: Prose, attribution: Attribution, place: int) -> bool:
    """Whether a day stands beside the cue, and another one in the sentence of the place, a token."""
    days = load_words("weekdays")
    mine = {prose.low[at] for at in beside_cue(prose, attribution)} & days
    there = set(prose.low[slice(*prose.sentence(place))]) & days
    return bool(mine) and bool(there) and not mine & there


def _is_year(words: list[str]) -> bool:
    return bool(words) and len(words[0]) == 4 and words[0].isdigit()
