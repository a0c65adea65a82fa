"""Numbers under which quotations that can be alike find each other.

Each is the hash of three neighbouring words. Of every window of neighbouring triples the one that tells
most is kept (winnowing, after Schleimer, Wilkerson and Aiken, SIGMOD 2003, with rarity in the place of a
random order): what is kept in a window depends on nothing outside it, so two wordings that share a run of
five words share a fingerprint, and stock phrases seldom are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import add

from hearsay.lexicon import load_table
from hearsay.link.levelling import is_open
from hearsay.link.numbers import MASK, triple_numbers, word_number
from hearsay.link.wording import Wording, wording

# Triples in a window: any shared run of WINDOW + 2 words meets.
WINDOW = 3
# Wordings up to this many words keep every triple: they are the ones that a cut leaves over.
SHORT = 8
# A triple of which the last two words tell this much (tenths of a bit) is kept wherever it stands, so that
# three or four rare words quoted on their own meet the sentence they are from.
RARE = 330
# A triple of which the last two words tell less than this is in too many quotations to find them by: with the
# word before it, and with the one behind, it is in few.
ALONE = 130
# A triple of which the last two words tell less than this is a stock phrase ("one of the"): it is kept in
# short wordings only.
STOCK = 90


def fingerprints(words: str) -> frozenset[int]:
    """The fingerprints of a quotation: 63-bit numbers, the same on every machine; none for no words.

    They depend on `words` alone: on what stands between quotation marks, where that is enough. Pronouns and
    tenses are folded (see `wording`), so that direct and indirect speech can meet; ellipses, inserts and
    masked words break a run.
    """
    return of_wording(wording(words))


def of_wording(form: Wording) -> frozenset[int]:
    """The fingerprints of a wording that is at hand."""
    short = len(form.folded) <= SHORT
    found: set[int] = set()
    if not all(form.inside):
        for start, end in _runs(form, quoted=True):
            found |= _kept(form.folded[start:end], form.bits[start:end], short)
    if not found:
        for start, end in _runs(form, quoted=False):
            found |= _kept(form.folded[start:end], form.bits[start:end], short)
    if not found:
        plain = [token for token in form.folded if not is_open(token)]
        if plain:
            found.add(_combined(plain))
    return frozenset(found)


def _runs(form: Wording, *, quoted: bool) -> Iterator[tuple[int, int]]:
    """The runs of words between what is left open; of the quoted words alone, if so wanted."""
    tokens = form.folded
    if not form.broken and not quoted:
        yield 0, len(tokens)
        return
    start = 0
    for place, token in enumerate(tokens):
        if (quoted and not form.inside[place]) or is_open(token):
            yield start, place
            start = place + 1
    yield start, len(tokens)


def _kept(tokens: Sequence[str], bits: Sequence[int], short: bool) -> set[int]:
    """The triples of a run that are kept: all of a short wording, else of each window what tells most.

    A triple that tells too little to stand alone is kept with the word before it, and with the one behind.
    """
    numbers = triple_numbers(tokens)
    if len(numbers) < 2:
        return set(numbers)
    # What the first word tells depends on the word before it, which is outside the triple: leave it out.
    told = list(map(add, bits[1:], bits[2:]))
    if short:
        chosen = set(range(len(numbers)))
    else:
        places = range(len(numbers))
        ranked = list(zip(told, numbers, places, strict=False))
        best = set(map(max, *(ranked[n:] for n in range(WINDOW)))) if len(ranked) > WINDOW else {max(ranked)}
        chosen = {place for worth, _, place in best if worth >= STOCK or len(ranked) <= WINDOW}
        chosen.update(place for place in places if told[place] >= RARE)
    kept: set[int] = set()
    classes = _classes()
    for place in chosen:
        if told[place] >= ALONE:
            kept.add(numbers[place])
            if classes.isdisjoint(tokens[place : place + 3]):
                continue
            # Of words that compare as the same one may tell more than the other.
        if place:
            kept.add(_longer(numbers[place - 1], tokens[place + 2]))
        if place + 3 < len(tokens):
            kept.add(_longer(numbers[place], tokens[place + 3]))
    return kept


@cache
def _classes() -> frozenset[str]:
    """What words are folded into that compare as the same (see `wording`)."""
    return frozenset(row["class"] for row in load_table("shifted_words"))


def _longer(triple: int, token: str) -> int:
    """The number of a triple with the word behind it."""
    return (triple * 0x2545F4914F6CDD1D + word_number(token)) & MASK


def _combined(tokens: Sequence[str]) -> int:
    number = len(tokens)
    for token in tokens:
        number = (number * 6364136223846793005 + word_number(token)) & MASK
    return number
