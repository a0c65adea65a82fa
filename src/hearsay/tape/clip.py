"""A stretch of a recording to listen to: a copy brought to one loudness; the recording stays as it is.

Loudness is the mean power of what is not silence: blocks of 0.4 s within 10 dB of the loudest tenth, which
is the gating of ITU-R BS.1770 without its weighting of frequencies.
"""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hearsay.errors import HearsayError
from hearsay.tape.sound import HIGHEST_RATE, Samples, Sound

# Where speech is brought to, and what no sample goes beyond, in dB of full scale.
LOUDNESS = -20.0
PEAK = -1.0
# Nothing is made louder than this: what is quieter is not speech.
MOST_GAIN = 40.0

_BLOCK_SECONDS = 0.4


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch as a WAVE file (16 bits, one channel), and by how many dB it was made louder."""

    content: bytes
    gain: float
    seconds: float


def clip(path: Path, rate: int, start: float, stop: float, *, of: float) -> Clip:
    """The stretch of a recording of `of` seconds between two times, at the `rate` that it is sampled at.

    Raises `HearsayError` for times that are not in it.
    """
    if not 0 <= start < stop or start >= of:
        raise HearsayError(
            f"{start:g} to {stop:g} s is no stretch of it: it has {of:.2f} s",
            where=path.name,
            remedy="Give seconds from the beginning, the earlier first.",
        )
    rate = min(rate, HIGHEST_RATE)
    samples = Sound(path, rate, start, min(stop, of)).whole()
    gain = loudening(samples, rate)
    louder = np.clip(samples * 10 ** (gain / 20), -1.0, 1.0)
    return Clip(_wave(louder, rate), round(gain, 1), len(samples) / rate)


def loudening(samples: Samples, rate: int) -> float:
    """By how many dB a stretch is to be made louder (or quieter, below 0)."""
    size = max(1, round(_BLOCK_SECONDS * rate))
    power = [float(np.mean(np.square(samples[n : n + size]))) for n in range(0, len(samples), size)]
    loud = sorted((value for value in power if value > 1e-10), reverse=True)
    if not loud:
        return 0.0
    gate = loud[len(loud) // 10] / 10
    mean = float(np.mean([value for value in loud if value >= gate]))
    peak = float(np.abs(samples).max())
    wanted = LOUDNESS - 10 * float(np.log10(mean))
    return min(wanted, PEAK - 20 * float(np.log10(peak)), MOST_GAIN)


def _wave(samples: Samples, rate: int) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.round(samples * 32767).astype("<i2").tobytes())
    return buffer.getvalue()
