"""Where cues may be, by the probabilities of the labels of the words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# The places of a cue's labels among the nine (`train/gold_labels.py`).
BEGIN_CUE, INSIDE_CUE = 3, 4


def cue_spans(probabilities: Floats, borders: Sequence[int], least: float) -> list[tuple[int, int]]:
    """The half-open ranges of tokens that may be cues, in order; none reaches over a token of `borders`.

    `probabilities` is (tokens, 9). A token is looked at as part of a cue from the probability `least` on.
    """
    begin, inside = probabilities[:, BEGIN_CUE], probabilities[:, INSIDE_CUE]
    likely = np.flatnonzero(begin + inside >= least).tolist()
    begins = (begin >= inside).tolist()
    cuts = set(borders)
    spans: list[tuple[int, int]] = []
    for token in likely:
        if spans and spans[-1][1] == token and not begins[token] and token not in cuts:
            spans[-1] = (spans[-1][0], token + 1)
        else:
            spans.append((token, token + 1))
    return spans
