"""What a hedge leaves open, by the words that it governs: when it was, who it was, or whether it is so."""

from __future__ import annotations

from functools import cache

from hearsay.extract.prose import Prose, is_adverb
from hearsay.lexicon import load_table, load_words
from hearsay.model import Scope

# How far behind a hedge, in tokens, the verb of happening can stand, and behind that the time.
VERB = 5
TIME = 4


def scope_of(prose: Prose, stop: int) -> Scope | None:
    """Time or identity, where the words behind the hedge, which ends before `stop`, say so.

    Time: it is believed to have been made in May; apparently on Tuesday. Identity: a man believed to be
    Orlov, a voice that appears to be his.
    """
    _, last = prose.sentence(min(stop, len(prose.tokens) - 1))
    if stop >= last:
        return None
    if _is_when(prose, stop, last):
        return "time"
    at = stop
    while at < min(last, stop + VERB) and (prose.low[at] in _helpers() or is_adverb(prose.low[at])):
        at += 1
    if at < last and prose.low[at] in load_words("happening_verbs"):
        behind = at + 1
        while behind < min(last, at + TIME) and prose.low[behind] in ("place", "up", "down", "out"):
            behind += 1
        return "time" if _is_when(prose, behind, last) else None
    before = prose.low[stop:at]
    if any(word in ("be", "been", "being", "is", "was", "by", "from") for word in before) or (
        prose.low[stop - 1] == "be"
    ):
        return "identity" if _is_who(prose, at, last) else None
    return None


def _is_when(prose: Prose, at: int, last: int) -> bool:
    """Whether a time begins here: on March 3, in the spring of 2023, last week, as early as May."""
    low = prose.low
    start = at
    while at < min(last, start + TIME) and low[at] in load_words("time_leads"):
        at += 1
    if at == start or at >= last:
        return at < last and low[at] in ("yesterday", "last") and at == start
    word = low[at]
    return (
        (word in load_words("calendar_words") and prose.tokens.words[at][0].isupper())
        or (word.isdigit() and len(word) == 4 and word[:2] in ("19", "20"))
        or word in load_words("time_nouns")
    )


def _is_who(prose: Prose, at: int, last: int) -> bool:
    """Whether somebody is named here, or pointed at: Orlov, that of Orlov, his, the author."""
    if at >= last:
        return False
    word = prose.low[at]
    if word in ("his", "hers", "theirs", "him", "her", "them"):
        return at + 1 >= last or not prose.low[at + 1][0].isalpha()
    if word in ("that", "those", "the") and at + 2 < last:
        return prose.low[at + 1] == "of" or prose.low[at + 1] in load_words("voice_words")
    return prose.tokens.words[at][0].isupper() and word not in load_words("calendar_words")


@cache
def _helpers() -> frozenset[str]:
    forms = {row["form"] for row in load_table("auxiliaries")}
    return frozenset(forms | {"to", "by", "from"})
