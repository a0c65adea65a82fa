"""Marked articles as the arrays that the network learns from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.tagging.parts import CONTENT, CUE, NOTHING, SOURCE
from hearsay.extract.tagging.states import quotation_states
from hearsay.extract.tagging.windows import cut_windows, places, shape, state_numbers
from hearsay.extract.tagging.wordpiece import WordPieces
from hearsay.extract.tokens import Tokens, tokenize
from train.corpus import Article
from train.gold_labels import LABELS, gold_labels, token_range

Integers = npt.NDArray[np.int64]
# Windows in a batch are a multiple of this.
ROUND = 4


@dataclass(frozen=True)
class Sample:
    """One article: the pieces of each token, what else is known of it, and what people marked.

    `told` is (tokens, 3): shape, state, place. `parts` holds for each attribution the part of each token (one
    row an attribution), `cues` its cue's half-open range of tokens.
    """

    article: Article
    tokens: Tokens
    pieces: list[tuple[int, ...]]
    told: Integers
    labels: Integers
    cues: Integers
    parts: npt.NDArray[np.int8]


def prepare(article: Article, vocabulary: WordPieces) -> Sample:
    tokens = tokenize(article.text)
    states = quotation_states(tokens, find_quotations(article.text))
    told = np.array(
        list(zip(map(shape, tokens.words), state_numbers(states), places(tokens), strict=True)),
        dtype=np.int64,
    ).reshape(len(tokens), 3)
    labels = [LABELS.index(label) for label in gold_labels(tokens, article.gold)]
    cues, rows = [], []
    for gold in article.gold:
        if not gold.cue:
            continue
        start, stop = token_range(tokens, (gold.cue[0][0], gold.cue[-1][1]))
        if stop <= start:
            continue
        row = np.full(len(tokens), NOTHING, dtype=np.int8)
        for part, spans in ((CONTENT, gold.content), (SOURCE, gold.source), (CUE, gold.cue)):
            for span in spans:
                first, last = token_range(tokens, span)
                row[first:last] = part
        cues.append((start, stop))
        rows.append(row)
    return Sample(
        article,
        tokens,
        vocabulary.pieces(tokens.words),
        told,
        np.array(labels, dtype=np.int64),
        np.array(cues, dtype=np.int64).reshape(-1, 2),
        np.array(rows, dtype=np.int8).reshape(-1, len(tokens)),
    )


@dataclass(frozen=True)
class Batch:
    """Windows of some articles side by side.

    `heads` are the places, in the flattened windows, of the first piece of every token of all articles;
    `borders` says where each article's tokens begin.
    """

    samples: list[Sample]
    pieces: Integers
    told: Integers
    mask: Integers
    heads: Integers
    borders: list[int]


def collate(samples: list[Sample], vocabulary: WordPieces, largest: int, first: list[int]) -> Batch:
    """The windows of `samples` of at most `largest` pieces, the first of each article of at most `first`."""
    rows: list[tuple[list[int], list[list[int]]]] = []
    where: list[list[tuple[int, int]]] = []
    borders = [0]
    for number, sample in enumerate(samples):
        counts = [len(each) for each in sample.pieces]
        told = sample.told.tolist()
        places_of: list[tuple[int, int]] = []
        for start, stop in cut_windows(counts, sample.tokens, first[number], largest):
            ids, about = [vocabulary.begin], [[0, 0, 0]]
            for token in range(start, stop):
                places_of.append((len(rows), len(ids)))
                ids += sample.pieces[token]
                about += [told[token]] * len(sample.pieces[token])
            rows.append(([*ids, vocabulary.end], [*about, [0, 0, 0]]))
        where.append(places_of)
        borders.append(borders[-1] + len(places_of))
    # Few different shapes: for each new one the library makes new machine code.
    length, height = largest, -(-len(rows) // ROUND) * ROUND
    pieces = np.zeros((height, length), dtype=np.int64)
    told_all = np.zeros((height, length, 3), dtype=np.int64)
    mask = np.zeros((height, length), dtype=np.int64)
    for row, (ids, about) in enumerate(rows):
        pieces[row, : len(ids)] = ids
        told_all[row, : len(ids)] = about
        mask[row, : len(ids)] = 1
    heads = np.array([row * length + place for each in where for row, place in each], dtype=np.int64)
    return Batch(samples, pieces, told_all, mask, heads, borders)
