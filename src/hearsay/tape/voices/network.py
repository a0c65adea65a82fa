"""A voice as 256 numbers: the network of Resemblyzer (Wan et al. 2018), from `network.onnx`.

`train/voice.py` wrote that file from the weights of the package Resemblyzer 0.1.4 (Apache-2.0).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from hearsay.tape.sound import Samples
from hearsay.tape.voices.mels import HOP, mels

Embedding = npt.NDArray[np.float32]

# Frames that the network looks at together (1.6 s), and from one look to the next.
FRAMES, STEP = 160, 80


def embedding(speech: Samples) -> Embedding:
    """The voice in some speech (`mels.spoken`), of length 1; less than a look is filled up with zeros."""
    short = FRAMES * HOP - len(speech)
    rows = mels(np.pad(speech, (0, short)) if short > 0 else speech)
    looks = np.lib.stride_tricks.sliding_window_view(rows, FRAMES, axis=0)[::STEP].transpose(0, 2, 1)
    (found,) = _session().run(None, {"mels": np.ascontiguousarray(looks)})
    mean = found.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: the same sums in the same order on every machine.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(Path(__file__).parent / "network.onnx"), options, providers=["CPUExecutionProvider"]
    )
