"""The face of a tagger, and the one that is shipped: a conditional random field."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Protocol

import pycrfsuite

from hearsay.errors import HearsayError
from hearsay.extract.context import context_features, source_words
from hearsay.extract.features import quotation_states, sequence_features, sequences
from hearsay.extract.labels import OUTSIDE
from hearsay.extract.quotes import Quotation
from hearsay.extract.tokens import Tokens


class Tagger(Protocol):
    """Anything that gives every token of a text one of the labels of `labels.py`.

    The same text must always give the same labels, whatever was labelled before it.
    """

    def label(self, text: str, tokens: Tokens, quotations: Sequence[Quotation]) -> list[str]: ...


class CrfTagger:
    """Two linear-chain conditional random fields, a paragraph at a time; the second sees the first's labels.

    Lafferty, McCallum and Pereira (ICML 2001), as implemented by CRFsuite. Safe to share between threads.
    `first` and `second` are deflated model files as `train/tagger.py` writes them.
    """

    def __init__(self, first: Path, second: Path) -> None:
        # CRFsuite reads the model where it lies in memory, so the bytes must live as long as the tagger.
        self._models = (_inflate(first), _inflate(second))
        self._first, self._second = pycrfsuite.Tagger(), pycrfsuite.Tagger()
        self._first.open_inmemory(self._models[0])
        self._second.open_inmemory(self._models[1])
        self._lock = threading.Lock()

    def label(self, text: str, tokens: Tokens, quotations: Sequence[Quotation]) -> list[str]:
        """One label a token; `text` itself is not needed beyond its tokens and quotations."""
        states = quotation_states(tokens, quotations)
        sentences = set(tokens.sentences)
        ranges = list(sequences(tokens))
        first: list[str] = []
        for start, end in ranges:
            first += self._tag(self._first, sequence_features(tokens, states, start, end, sentences))
        sources = source_words(tokens, first)
        labels: list[str] = []
        for start, end in ranges:
            # Where the first pass sees nothing at all, the second sees nothing either, as good as always.
            if first[start:end].count(OUTSIDE) == end - start:
                labels += first[start:end]
                continue
            rows = context_features(tokens, states, first, start, end, sentences, sources)
            labels += self._tag(self._second, rows)
        return labels

    def _tag(self, field: pycrfsuite.Tagger, rows: list[list[bytes]]) -> list[str]:
        with self._lock:
            labels: list[str] = field.tag(rows)
        return labels


def _inflate(weights: Path) -> bytes:
    try:
        model = zlib.decompress(weights.read_bytes())
    except (OSError, zlib.error) as error:
        raise _unreadable(weights) from error
    if not model.startswith(b"lCRF"):
        raise _unreadable(weights)
    return model


def _unreadable(weights: Path) -> HearsayError:
    return HearsayError(
        "the tagger's weights cannot be read",
        where=str(weights),
        remedy="Install Hearsay again, or train them: python -m train.tagger CORPUS OUT.",
    )


@cache
def default_tagger() -> Tagger:
    """The tagger with the weights of this package, loaded once a process."""
    weights = files("hearsay.extract") / "weights"
    with as_file(weights / "first.crf") as first, as_file(weights / "second.crf") as second:
        return CrfTagger(first, second)
