"""The title that the text gives a book or a paper behind the noun for it."""

from __future__ import annotations

from hearsay.extract.naming.name_words import given_gender
from hearsay.extract.prose import Prose
from hearsay.lexicon import load_words

# How long a title can be, in tokens.
LONGEST = 14


def title_behind(prose: Prose, at: int, last: int, *, book: bool) -> tuple[int, int] | None:
    """The tokens [start, stop) of the title that follows from the token `at` on, before `last`."""
    return _quoted(prose, at, last) or (_printed(prose, at, last) if book else None)


def title_before(prose: Prose, start: int, first: int) -> tuple[int, int] | None:
    """The tokens [start, stop) of the title before a phrase that explains it: “Long Nights,” a memoir."""
    words = prose.tokens.words
    at = start - 1
    while at > first and words[at] in ",”\"’'":
        at -= 1
    if at == start - 1 or words[at + 1 : start].count(",") != 1:
        return None
    for opening in range(at - 1, max(first, at - LONGEST) - 1, -1):
        if words[opening] in '“"‘':
            inner = words[opening + 1]
            return (opening + 1, at + 1) if inner[0].isupper() or inner[0].isdigit() else None
        if words[opening] in "”’":
            return None
    return None


def _quoted(prose: Prose, at: int, last: int) -> tuple[int, int] | None:
    """The title behind the noun: the memoir “Long Nights”, her book, Long Nights; entitled, called."""
    low, words = prose.low, prose.tokens.words
    if at < last and low[at] == ",":
        at += 1
    if at < last and low[at] in ("entitled", "titled", "called"):
        at += 1
    if at < last and words[at] in "“\"‘'":
        for stop in range(at + 2, min(last, at + LONGEST)):
            if words[stop] in "”\"’'":
                inner = words[at + 1]
                end = stop - 1 if words[stop - 1] in ",." and stop - 1 > at + 1 else stop
                return (at + 1, end) if inner[0].isupper() or inner[0].isdigit() else None
    return None


def _printed(prose: Prose, at: int, last: int) -> tuple[int, int] | None:
    """The title of a book without marks: her book Long Nights; her memoir, Cold Harbour, in which."""
    low, words = prose.low, prose.tokens.words
    if at >= last:
        return None
    aside = low[at] == ","
    at += aside
    stop = at
    small = load_words("title_words")
    while stop < last and (words[stop][0].isupper() or (stop > at and low[stop] in small)):
        stop += 1
    while stop > at and not words[stop - 1][0].isupper():
        stop -= 1
    if stop - at < 2 or given_gender(low[at]) is not None or low[at] in load_words("name_titles"):
        return None
    if aside:
        after = low[stop : stop + 3]
        told = after[:1] == [","] and any(word in load_words("book_news") for word in after[1:])
        return (at, stop) if told else None
    return (at, stop) if low[stop : stop + 1] and low[stop] not in load_words("verbs_behind") else None
