"""A tagger that is a neural network: it finds the cues of a text and reads around each what belongs to it.

Made and explained by `train/network.py`; run here by ONNX Runtime, a window of the text at a time, then some
cues of the same text at a time, on one thread, so that the outcome depends on nothing but the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime

from hearsay.errors import HearsayError
from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.tagging.chains import best_chains
from hearsay.extract.tagging.cues import cue_spans
from hearsay.extract.tagging.links import Link
from hearsay.extract.tagging.parts import NOTHING
from hearsay.extract.tagging.selection import Reading, select
from hearsay.extract.tagging.states import quotation_states
from hearsay.extract.tagging.windows import context_start, cut_windows, places, shape, state_numbers
from hearsay.extract.tagging.wordpiece import WordPieces
from hearsay.extract.tokens import Tokens

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

# What ONNX Runtime raises for a file that is no graph; it gives its errors no common parent.
_GRAPH_ERRORS = tuple(
    getattr(onnxruntime.capi.onnxruntime_pybind11_state, name)
    for name in ("Fail", "InvalidGraph", "InvalidProtobuf", "InvalidArgument", "NoSuchFile")
)
# Cues read in one run: enough to keep the processor busy, few enough for its cache.
TOGETHER = 16
_FAR = np.float32(-1e4)


class Settings(msgspec.Struct, frozen=True):
    """What `settings.json` beside the graphs holds.

    `left` and `right` are the words that the reader sees before and after the first word of a cue. The
    encoder reads windows of at most `largest` word pieces, of which `context` belong to the sentences before
    and are there to be understood by. From a probability of `likely` on a word is looked at as a cue; from
    log odds of `valid` on it is one; without a source and a quotation it needs those of `unsourced`.
    """

    transitions: list[list[float]]
    left: int
    right: int
    largest: int
    context: int
    likely: float
    valid: float
    unsourced: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder says of a text: probabilities of labels (tokens, 9), vectors (tokens, width)."""

    probabilities: Floats
    vectors: Floats


class NetworkTagger:
    """The tagger whose files `train.tagger` wrote to `folder`. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        try:
            vocabulary = (
                (folder / "vocabulary.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
            )
            self._pieces = WordPieces(vocabulary)
            self._settings = msgspec.json.decode((folder / "settings.json").read_bytes(), type=Settings)
            self._encoder = _session(folder / "encoder.onnx")
            self._reader = _session(folder / "reader.onnx")
        except (OSError, ValueError, KeyError, msgspec.MsgspecError, *_GRAPH_ERRORS) as error:
            raise HearsayError(
                "the tagger's weights cannot be read",
                where=str(folder),
                remedy="Install Hearsay again, or train them: python -m train.tagger CORPUS OUT.",
            ) from error
        self._transitions = np.array(self._settings.transitions, dtype=np.float32)
        self._around = np.arange(-self._settings.left, self._settings.right + 1)

    def links(self, text: str, tokens: Tokens, quotations: Sequence[Quotation]) -> list[Link]:
        """The attributions of the text, in the order of their cues; no token has two parts."""
        if not len(tokens):
            return []
        states = quotation_states(tokens, quotations)
        seen = self.see(tokens, states)
        spans = cue_spans(seen.probabilities, tokens.paragraphs, self._settings.likely)
        settings = self._settings
        return select(self.read(seen, spans), len(tokens), settings.valid, settings.unsourced, states)

    def see(self, tokens: Tokens, states: Sequence[bytes]) -> Seen:
        """Run the encoder over the windows of a text."""
        pieces = self._pieces.pieces(tokens.words)
        counts = list(map(len, pieces))
        told = np.array(
            [list(map(shape, tokens.words)), state_numbers(states), places(tokens)], dtype=np.int64
        ).T
        room, labels, vectors = self._settings.context, [], []
        largest = self._settings.largest - room
        for start, stop in cut_windows(counts, tokens, largest, largest):
            first = context_start(counts, tokens, start, room)
            numbers = [self._pieces.begin, *chain.from_iterable(pieces[first:stop]), self._pieces.end]
            about = np.zeros((len(numbers), 3), dtype=np.int64)
            about[1:-1] = np.repeat(told[first:stop], counts[first:stop], axis=0)
            heads = np.cumsum([1, *counts[first : stop - 1]])[start - first :]
            scores, vector = self._encoder.run(
                None, {"pieces": np.array(numbers, dtype=np.int64), "told": about}
            )
            labels.append(scores[heads])
            vectors.append(vector[heads])
        scores = np.concatenate(labels)
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return Seen(scores / scores.sum(1, keepdims=True), np.concatenate(vectors))

    def read(self, seen: Seen, spans: Sequence[tuple[int, int]]) -> list[Reading]:
        """What belongs to each of the cues at `spans`."""
        if not spans:
            return []
        around = self._around
        own = np.array(spans, dtype=np.int64)
        index = own[:, :1] + around
        mask = (index >= 0) & (index < len(seen.vectors))
        index = index.clip(0, len(seen.vectors) - 1)
        within = (around >= 0) & (around < own[:, 1:] - own[:, :1])
        scores, valid = zip(
            *(
                self._reader.run(
                    None,
                    {
                        "around": seen.vectors[index[some]],
                        "mask": mask[some].astype(np.float32),
                        "within": within[some].astype(np.float32),
                    },
                )
                for some in (slice(n, n + TOGETHER) for n in range(0, len(spans), TOGETHER))
            ),
            strict=True,
        )
        parts = np.concatenate(scores)
        parts[~mask] = _FAR
        parts[~mask, NOTHING] = 0.0
        chains = best_chains(parts, self._transitions)
        left = int(around[0])
        return [
            Reading(span, span[0] + left, chain, sure)
            for span, chain, sure in zip(spans, chains, np.concatenate(valid)[:, 0].tolist(), strict=True)
        ]


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # Whoever wants more cores runs more processes; so nothing depends on how many there are.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        path.read_bytes(),
        options,
        providers=["CPUExecutionProvider"],
        # The operator that it would make of a sum and its normalisation takes three times as long as these.
        disabled_optimizers=["SkipLayerNormFusion"],
    )
