"""Train one conditional random field on sequences of features, small enough to ship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

# Features of a token, a list for each token; the label of each.
Rows = list[list[bytes]]
Sample = tuple[Rows, Sequence[str]]


@dataclass(frozen=True)
class Recipe:
    """How a field is trained; the same recipe on the same samples gives the same bytes.

    A feature is kept if at least `frequency` tokens have it. `algorithm` and `settings` are CRFsuite's.
    """

    algorithm: str
    settings: Mapping[str, float]
    frequency: int


def frequent(samples: Iterable[Sample], frequency: int) -> frozenset[bytes]:
    """The features that at least `frequency` tokens have."""
    counts: Counter[bytes] = Counter()
    for rows, _ in samples:
        for row in rows:
            counts.update(row)
    return frozenset(feature for feature, count in counts.items() if count >= frequency)


def train_crf(samples: Iterable[Sample], kept: frozenset[bytes], recipe: Recipe, out: Path) -> None:
    """Write to `out` the field that `recipe` makes of `samples`, of the features `kept` alone."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for rows, labels in samples:
        trainer.append([[feature for feature in row if feature in kept] for row in rows], labels)
    trainer.select(recipe.algorithm)
    trainer.set_params(dict(recipe.settings))
    trainer.train(str(out))


def label_all(weights: Path, sequences: Iterable[Rows]) -> Iterator[list[str]]:
    """The labels that the field in `weights` gives to each sequence."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(weights))
    for rows in sequences:
        yield tagger.tag(rows)
