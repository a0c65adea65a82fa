"""Train the ranking that gives each content its cue and each cue its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from hearsay.extract.features import quotation_states
from hearsay.extract.labels import Piece
from hearsay.extract.quotes import find_quotations
from hearsay.extract.relations import Layout, no_cue, no_source
from hearsay.extract.tokens import Tokens, tokenize
from train.corpus import Article, Gold, Span
from train.gold_labels import token_range

ROUNDS = 8
# One decision: the features of every candidate, and which of them is right.
Choice = tuple[list[list[str]], int]


def choices(article: Article, found: Sequence[Piece] | None = None) -> Iterator[Choice]:
    """The decisions that the marked pieces (or those `found` by a tagger) of an article call for."""
    tokens = tokenize(article.text)
    states = quotation_states(tokens, find_quotations(article.text))
    layout = Layout(
        tokens,
        states,
        sorted(_pieces(tokens, article.gold), key=lambda p: (p.start, p.end)) if found is None else found,
    )
    cues = _owners(tokens, article.gold, layout.cues, "cue")
    contents = _owners(tokens, article.gold, layout.contents, "content")
    sources = _owners(tokens, article.gold, layout.sources, "source")
    for content in layout.contents:
        near = layout.cues_near(content)
        right = [i for i, cue in enumerate(near) if contents[content] & cues[cue]]
        if near:
            features = [layout.features(content, cue) for cue in near]
            yield [*features, no_cue(layout, content)], right[0] if right else len(near)
    for cue in layout.cues:
        if not cues[cue]:
            continue
        near = layout.sources_near(cue)
        right = [i for i, source in enumerate(near) if cues[cue] & sources[source]]
        if near:
            yield (
                [layout.features(cue, s) for s in near] + [no_source(layout, cue)],
                right[0] if right else len(near),
            )


def train_linker(articles: Iterable[Iterable[Choice]]) -> dict[str, float]:
    """The averaged weights after a fixed number of rounds over all decisions, shuffled with a fixed seed."""
    decisions = [choice for article in articles for choice in article]
    shuffle = Random(1).shuffle
    weights: dict[str, float] = defaultdict(float)
    sums: dict[str, float] = defaultdict(float)
    step = 1
    for _ in range(ROUNDS):
        shuffle(decisions)
        for candidates, right in decisions:
            scores = [sum(weights[f] for f in features) for features in candidates]
            chosen = max(range(len(scores)), key=lambda i: (scores[i], -i))
            if chosen != right:
                for sign, features in ((1.0, candidates[right]), (-1.0, candidates[chosen])):
                    for feature in features:
                        weights[feature] += sign
                        sums[feature] += sign * step
            step += 1
    averaged = {feature: weight - sums[feature] / step for feature, weight in weights.items()}
    return {
        feature: round(averaged[feature], 2) for feature in sorted(averaged) if abs(averaged[feature]) >= 0.02
    }


def _pieces(tokens: Tokens, gold: Iterable[Gold]) -> set[Piece]:
    found: set[Piece] = set()
    for attribution in gold:
        pivot = attribution.cue[0][0] if attribution.cue else 0
        for span in attribution.content:
            found.add(Piece("A" if span[0] >= pivot else "Z", *token_range(tokens, span)))
        found.update(Piece("Q", *token_range(tokens, span)) for span in attribution.cue)
        found.update(Piece("S", *token_range(tokens, span)) for span in attribution.source)
    return {piece for piece in found if piece.start < piece.end}


def _owners(tokens: Tokens, gold: Sequence[Gold], found: Iterable[Piece], role: str) -> dict[Piece, set[int]]:
    """For each piece the attributions in which it plays this part."""
    at: dict[int, set[int]] = defaultdict(set)
    for number, attribution in enumerate(gold):
        spans: tuple[Span, ...] = getattr(attribution, role)
        for span in spans:
            for token in range(*token_range(tokens, span)):
                at[token].add(number)
    return {piece: set().union(*(at[token] for token in range(piece.start, piece.end))) for piece in found}
