"""The face of a tagger, and the one that is shipped: a conditional random field."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Protocol

import pycrfsuite

from hearsay.errors import HearsayError
from hearsay.extract.features import quotation_states, sequence_features, sequences
from hearsay.extract.quotes import Quotation
from hearsay.extract.tokens import Tokens


class Tagger(Protocol):
    """Anything that gives every token of a text one of the labels of `labels.py`.

    The same text must always give the same labels, whatever was labelled before it.
    """

    def label(self, text: str, tokens: Tokens, quotations: Sequence[Quotation]) -> list[str]: ...


class CrfTagger:
    """A linear-chain conditional random field over the features of `features.py`, a paragraph at a time.

    Lafferty, McCallum and Pereira (ICML 2001), as implemented by CRFsuite. Safe to share between threads.
    """

    def __init__(self, weights: Path) -> None:
        self._crf = pycrfsuite.Tagger()
        self._lock = threading.Lock()
        try:
            self._crf.open(str(weights))
        except (OSError, ValueError) as error:
            raise HearsayError(
                "the tagger's weights cannot be read",
                where=str(weights),
                remedy="Install Hearsay again, or train them: python -m train.tagger CORPUS OUT.",
            ) from error

    def label(self, text: str, tokens: Tokens, quotations: Sequence[Quotation]) -> list[str]:
        """One label a token; `text` itself is not needed beyond its tokens and quotations."""
        states = quotation_states(tokens, quotations)
        sentences = set(tokens.sentences)
        labels: list[str] = []
        for start, end in sequences(tokens):
            rows = sequence_features(tokens, states, start, end, sentences)
            with self._lock:
                labels.extend(self._crf.tag(rows))
        return labels


@cache
def default_tagger() -> Tagger:
    """The tagger with the weights of this package, loaded once a process."""
    with as_file(files("hearsay.extract") / "weights" / "attribution.crf") as path:
        return CrfTagger(path)
