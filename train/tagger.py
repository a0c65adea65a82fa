"""Train the tagger that Hearsay ships, from PolNeAR or from your own annotations in the same layout.

    python -m train.tagger CORPUS OUT [--evaluate FOLDER]

CORPUS is a folder as `train/corpus.py` describes. OUT gets `first.crf`, `second.crf` and `links.tsv`; copy
them to src/hearsay/extract/weights/ to use them. FOLDER is one that was not trained on; its figures are
printed. The same corpus gives the same weights, byte for byte.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import HearsayError
from hearsay.extract.context import context_features, source_words
from hearsay.extract.features import quotation_states, sequence_features, sequences
from hearsay.extract.labels import pieces
from hearsay.extract.quotes import find_quotations
from hearsay.extract.relations import link_weights
from hearsay.extract.tagger import CrfTagger
from hearsay.extract.tokens import Tokens, tokenize
from train.corpus import Article, read_corpus
from train.crf import Recipe, Rows, Sample, frequent, label_all, train_crf
from train.gold_labels import gold_labels
from train.linker import choices, train_linker
from train.score import score
from train.shrink import shrink

# Tuned on every eighth training article, trained on the others.
FIRST = Recipe("ap", {"max_iterations": 10}, frequency=5)
SECOND = Recipe("ap", {"max_iterations": 10}, frequency=4)
# In median weights. Perceptrons find too little in text as noisy as this: on the held-out articles this gave
# cue F1 +0.9, source +0.4, content +0.1, attributed +0.8.
OUTSIDE_WEIGHT = -8.0
# The second pass learns from first passes that had not seen the article: one for each fold.
FOLDS = 4


@dataclass(frozen=True)
class Prepared:
    """An article as the tagger sees it, with the labels that it should give."""

    article: Article
    tokens: Tokens
    states: list[bytes]
    borders: set[int]
    ranges: list[tuple[int, int]]
    gold: list[str]

    def first_rows(self) -> Iterator[Rows]:
        for start, end in self.ranges:
            yield sequence_features(self.tokens, self.states, start, end, self.borders)

    def second_rows(self, labels: Sequence[str]) -> Iterator[Rows]:
        sources = source_words(self.tokens, labels)
        for start, end in self.ranges:
            yield context_features(self.tokens, self.states, labels, start, end, self.borders, sources)

    def samples(self, rows: Iterator[Rows]) -> Iterator[Sample]:
        for (start, end), features in zip(self.ranges, rows, strict=True):
            yield features, self.gold[start:end]


def prepare(article: Article) -> Prepared:
    tokens = tokenize(article.text)
    return Prepared(
        article,
        tokens,
        quotation_states(tokens, find_quotations(article.text)),
        set(tokens.sentences),
        list(sequences(tokens)),
        gold_labels(tokens, article.gold),
    )


def train(articles: Sequence[Article], out: Path) -> None:
    """Write the weights of both passes and of the linker to the folder `out`."""
    prepared = [prepare(article) for article in articles]
    say(f"{len(prepared)} articles, {sum(len(each.tokens) for each in prepared):,} tokens")
    with tempfile.TemporaryDirectory() as scratch:
        kept = frequent(_first(prepared), FIRST.frequency)
        say(f"first pass: {len(kept):,} features")
        unseen = _labels_of_unseen(prepared, kept, Path(scratch))
        train_crf(_first(prepared), kept, FIRST, Path(scratch) / "first")
        shrink(Path(scratch) / "first", out / "first.crf")
        kept = frequent(_second(prepared, unseen), SECOND.frequency)
        say(f"second pass: {len(kept):,} features")
        train_crf(_second(prepared, unseen), kept, SECOND, Path(scratch) / "second")
        shrink(Path(scratch) / "second", out / "second.crf", OUTSIDE_WEIGHT)
    say("training the linker")
    weights = train_linker(
        decisions
        for each, labels in zip(prepared, unseen, strict=True)
        for decisions in (
            choices(each.article),
            choices(each.article, list(pieces(labels, each.tokens.paragraphs))),
        )
    )
    rows = "".join(f"{feature}\t{weight}\n" for feature, weight in weights.items())
    (out / "links.tsv").write_text(rows, encoding="utf-8")


def _labels_of_unseen(prepared: Sequence[Prepared], kept: frozenset[bytes], scratch: Path) -> list[list[str]]:
    """For each article the labels of a first pass that was trained on the other folds."""
    labels: list[list[str]] = [[] for _ in prepared]
    for fold in range(FOLDS):
        say(f"first pass, fold {fold + 1} of {FOLDS}")
        weights = scratch / f"{fold}.crf"
        seen = [each for i, each in enumerate(prepared) if i % FOLDS != fold]
        train_crf(_first(seen), kept, FIRST, weights)
        for i in range(fold, len(prepared), FOLDS):
            found = label_all(weights, prepared[i].first_rows())
            labels[i] = [label for sequence in found for label in sequence]
    return labels


def _first(prepared: Sequence[Prepared]) -> Iterator[Sample]:
    for each in prepared:
        yield from each.samples(each.first_rows())


def _second(prepared: Sequence[Prepared], unseen: Sequence[Sequence[str]]) -> Iterator[Sample]:
    for each, labels in zip(prepared, unseen, strict=True):
        yield from each.samples(each.second_rows(labels))


def say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--evaluate", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    try:
        articles = list(read_corpus(arguments.corpus))
        arguments.out.mkdir(parents=True, exist_ok=True)
        train(articles, arguments.out)
        if arguments.evaluate:
            say("measuring")
            weights = link_weights(arguments.out / "links.tsv")
            tagger = CrfTagger(arguments.out / "first.crf", arguments.out / "second.crf")
            for name, value in score(read_corpus(arguments.evaluate), tagger, weights).items():
                print(f"{name:20}{value:8.2f}")
    except HearsayError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
