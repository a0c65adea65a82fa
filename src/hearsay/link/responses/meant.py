"""Whose words a question was about, where the question names them: "asked about Orlov's remarks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from hearsay.lexicon import load_table, load_words
from hearsay.link.responses.sides import surnames
from hearsay.link.responses.ties import Tie
from hearsay.link.responses.turns import Turn, words_of


@cache
def holding_nouns() -> frozenset[str]:
    """Nouns for what was said, and for what holds it."""
    artefacts = frozenset(row["noun"] for row in load_table("artefacts"))
    return load_words("claim_nouns") | load_words("document_nouns") | artefacts


def said_of_it(text: str, answer: Turn, tie: Tie, ties: Sequence[Tie]) -> Tie | None:
    """The last words before it of him whom the question behind `tie`, or the answer to it, names.

    Only a question about somebody's words, or about what holds them (a recording), is about words at all.
    `None` for others, where `tie` is no question, and where nobody whom they name has said anything near.
    """
    topic = tie.target
    if topic.topic is None:
        return None
    words = set(words_of(text, topic.content))
    if words.isdisjoint(holding_nouns()):
        return None
    words.update(words_of(text, answer.content))
    for other in ties:
        told = other.target
        if told.of_others or not told.spoken or told.start >= topic.start:
            continue
        if surnames(told) - surnames(answer) and surnames(told) & words:
            return replace(other, evidence=(*tie.evidence, *other.evidence))
    return None
