"""The best chain of parts for each cue, by the scores of the words and of what follows what."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def best_chains(scores: Floats, transitions: Floats) -> npt.NDArray[np.int8]:
    """The parts (chains, length) whose scores and transitions add up to most (Viterbi 1967).

    `scores` is (chains, length, parts), `transitions` (parts, parts), from the earlier to the later.
    """
    chains, length, parts = scores.shape
    came = np.empty((length, chains, parts), dtype=np.int8)
    best = scores[:, 0].copy()
    for place in range(1, length):
        ways = best[:, :, None] + transitions
        came[place] = ways.argmax(1)
        best = ways.max(1) + scores[:, place]
    found = np.empty((chains, length), dtype=np.int8)
    last = best.argmax(1)
    rows = np.arange(chains)
    for place in range(length - 1, 0, -1):
        found[:, place] = last
        last = came[place, rows, last]
    found[:, 0] = last
    return found
