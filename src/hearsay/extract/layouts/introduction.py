"""Who is credited by the line that leads to words set apart below it: "In a letter to Park, Lee wrote:"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hearsay.extract.settling.reported import (
    Credit,
    credit_after,
    is_determiner,
    is_possessive,
    is_pronoun,
    is_reporting_verb,
)
from hearsay.extract.tagging.links import Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# The longest subject of a verb (the statement that the ministry sent to the papers on Monday night reads).
SUBJECT = 14
# How far a sentence is followed back from its colon.
SENTENCE = 80
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_CLAUSES = frozenset(
    {",", ";", "—", "–", "and", "but", "when", "as", "where", "while", "that", "which", "how", "what"}
)
_STOPS = frozenset(',;:.()—–“”"')


def introduction(tokens: Tokens, start: int, stop: int) -> tuple[Piece | None, Piece | None]:
    """The cue and the source in the last sentence of the tokens `start`:`stop`, which end with a colon.

    A reporting verb with its subject, a document that reads or goes on, "according to", or somebody's
    statement, letter or words. `None` for both where nobody is named.
    """
    sentence = tokens.sentences[bisect_right(tokens.sentences, stop - 1) - 1]
    start = max(start, sentence, stop - SENTENCE)
    end = stop - 1
    credit = _according(tokens.words, start, end) or _clause(tokens, start, end)
    if credit is None:
        credit = _document(tokens.words, start, end)
    return (None, None) if credit is None else (credit.cue, credit.source)


def _clause(tokens: Tokens, start: int, end: int) -> Credit | None:
    """The last clause with a subject and a verb that reports, or with which a document introduces."""
    words = tokens.words
    starts = [start, *(i + 1 for i in range(start, end - 1) if words[i].lower() in _CLAUSES)]
    for clause in reversed(starts):
        credit = credit_after(tokens, clause, end)
        if credit is not None and _reports(words, credit.cue):
            return credit
    for clause in starts:
        stop = min(end, clause + SUBJECT)
        verb = next((i for i in range(clause + 1, stop) if words[i] in _introducing()), None)
        if verb is not None and _is_subject(words[clause:verb]):
            return Credit(Piece("Q", verb, verb + 1), Piece("S", clause, verb))
    return None


def _introducing() -> frozenset[str]:
    return load_words("introducing_verbs")


def _reports(words: Sequence[str], cue: Piece) -> bool:
    return any(is_reporting_verb(word) for word in words[cue.start : cue.end])


def _is_subject(words: Sequence[str]) -> bool:
    """Whether a noun phrase is all that `words` are: one that begins as one and has no stop."""
    first = words[0]
    begins = first[0].isupper() or is_determiner(first) or is_pronoun(first)
    return begins and first.lower() not in _CLAUSES and not any(word in _STOPS for word in words)


def _according(words: Sequence[str], start: int, end: int) -> Credit | None:
    for i in range(start, end - 2):
        if words[i].lower() == "according" and words[i + 1] == "to":
            stop = next((k for k in range(i + 2, end) if words[k] in _STOPS), end)
            return Credit(Piece("Q", i, i + 2), Piece("S", i + 2, stop)) if stop > i + 2 else None
    return None


def _document(words: Sequence[str], start: int, end: int) -> Credit | None:
    """Lee's full statement; her words; the statement from Lee; else the document itself."""
    nouns = [i for i in range(start, end) if words[i].lower() in load_words("document_nouns")]
    for noun in nouns:
        source = _author(words, start, noun, end)
        if source is not None:
            return Credit(Piece("Q", noun, noun + 1), source)
    for noun in reversed(nouns):
        first = next(
            (i for i in range(noun - 1, max(start, noun - 5) - 1, -1) if is_determiner(words[i])), None
        )
        if first is not None:
            return Credit(Piece("Q", end, end + 1), Piece("S", first, noun + 1))
    return None


def _author(words: Sequence[str], start: int, noun: int, end: int) -> Piece | None:
    """Whose document it is: Lee's, her, or from Lee."""
    for i in range(noun - 1, max(start, noun - 4) - 1, -1):
        if words[i] in _GENITIVES and i > start:
            owner = _owner(words, start, i)
            return Piece("S", owner, i) if owner < i else None
        if is_possessive(words[i]):
            return Piece("S", i, i + 1)
    if noun + 2 < end and words[noun + 1] in ("from", "by"):
        stop = next((k for k in range(noun + 2, end) if words[k] in _STOPS), end)
        return Piece("S", noun + 2, stop) if stop > noun + 2 else None
    return None


def _owner(words: Sequence[str], start: int, genitive: int) -> int:
    """Where the name or the noun phrase before a genitive begins."""
    i = genitive
    while i > start and (words[i - 1][0].isupper() or words[i - 1] == "."):
        i -= 1
    if i > start and is_determiner(words[i - 1]):
        return i - 1
    if i < genitive:
        return i
    return next(
        (k for k in range(genitive - 1, max(start, genitive - 5) - 1, -1) if is_determiner(words[k])),
        genitive,
    )
