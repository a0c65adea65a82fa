"""Turn marked attributions into one label a token, the form in which an encoder learns them.

Every token has one label: `O`, or the begin (`B`) or inside (`I`) of a part of an attribution: `S` source,
`Q` cue, `A` content that follows its cue, `Z` content that precedes it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from hearsay.extract.tokens import Tokens
from train.corpus import Gold, Span

LABELS = ("O", "BS", "IS", "BQ", "IQ", "BA", "IA", "BZ", "IZ")
OUTSIDE = LABELS[0]


def gold_labels(tokens: Tokens, gold: Iterable[Gold]) -> list[str]:
    """The labels of all tokens; where attributions overlap, cues win over sources, sources over contents."""
    labels = [OUTSIDE] * len(tokens)
    attributions = tuple(gold)
    for attribution in attributions:
        cue = attribution.cue[0][0] if attribution.cue else None
        for span in attribution.content:
            # Without a cue the source stands for it.
            pivot = cue if cue is not None else attribution.source[0][0] if attribution.source else span[1]
            _mark(labels, tokens, span, "A" if span[0] >= pivot else "Z")
    for attribution in attributions:
        for span in attribution.source:
            _mark(labels, tokens, span, "S")
    for attribution in attributions:
        for span in attribution.cue:
            _mark(labels, tokens, span, "Q")
    return labels


def token_range(tokens: Tokens, span: Span) -> tuple[int, int]:
    """The half-open range of the tokens that `span` overlaps."""
    return bisect_right(tokens.ends, span[0]), bisect_left(tokens.starts, span[1])


def _mark(labels: list[str], tokens: Tokens, span: Span, part: str) -> None:
    first, last = token_range(tokens, span)
    for i in range(first, last):
        labels[i] = ("B" if i == first else "I") + part
