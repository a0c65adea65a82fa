"""A place on a recording that is worth a listen, and the kinds of trace that point to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

Kind: TypeAlias = Literal["hum", "frames", "floor", "cutoff", "silence", "repeat", "clipping"]
KINDS: tuple[Kind, ...] = ("hum", "frames", "floor", "cutoff", "silence", "repeat", "clipping")


@dataclass(frozen=True, slots=True)
class Place:
    """Between `start` and `stop` (seconds) is something of this kind; `value` is what was measured there.

    What `value` counts, and how often such a place is one, stands in `lexicon/tape_listening.tsv`.
    """

    kind: Kind
    start: float
    stop: float
    value: float


def peaks(values: npt.NDArray[np.floating[Any]], least: float, apart: int) -> list[int]:
    """Where `values` are at least `least` and highest within `apart` to either side, in order."""
    left = np.array(values, np.float64)
    found = []
    while len(left):
        at = int(np.argmax(left))
        if not left[at] >= least:
            break
        found.append(at)
        left[max(0, at - apart) : at + apart + 1] = -np.inf
    return sorted(found)
