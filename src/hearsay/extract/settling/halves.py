"""One quotation in two halves around its cue: “We go,” Lee said, “and you stay.”"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from hearsay.extract.settling.quoted import Quoted
from hearsay.extract.settling.reported import credit_after, is_reporting_verb
from hearsay.extract.tokens import Tokens

# The longest clause between two halves. 99% of those in training articles are shorter.
CLAUSE = 40
_JOINS = frozenset({",", "—", "–", "-", ";"})


def halves(tokens: Tokens, quoted: Sequence[Quoted]) -> list[tuple[Quoted, Quoted]]:
    """Each quotation that breaks off for its cue, with the one that goes on after it in the same sentence.

    The first ends with a comma inside or outside its marks; between the two stands one clause with a subject
    and a verb that reports, and a comma or a dash. A chain of halves gives a pair for each cue.
    """
    sentences = set(tokens.sentences)
    return [pair for pair in pairwise(quoted) if _goes_on(tokens, sentences, *pair)]


def _goes_on(tokens: Tokens, sentences: set[int], first: Quoted, second: Quoted) -> bool:
    words = tokens.words
    start, stop = first.end, second.start
    if not (first.closed and 2 < stop - start <= CLAUSE and words[stop - 1] in _JOINS):
        return False
    if bisect_right(tokens.paragraphs, first.start) != bisect_right(tokens.paragraphs, second.start):
        return False
    if words[start] in _JOINS:
        start += 1
    elif words[first.end - 2] not in _JOINS:
        return False
    if any(i in sentences for i in range(start + 1, stop)):
        return False
    credit = credit_after(tokens, start, stop - 1)
    if credit is None:
        return False
    # Lee said on Monday, “...”: but not Lee said, noting that Park ..., “...”.
    rest = words[max(credit.cue.end, credit.source.end) : stop - 1]
    return not any(is_reporting_verb(word) or word.endswith("ing") for word in rest)
