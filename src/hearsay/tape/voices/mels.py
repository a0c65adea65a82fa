"""Speech as the voice network takes it: power in mel bands, without silence, at one loudness."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from hearsay.tape.sound import Samples

Mels = npt.NDArray[np.float32]

RATE = 16_000
WINDOW, HOP, BANDS = 400, 160, 40
# Speech is what lies within so many dB of its loudest tenth, smoothed over so many frames of `_FRAME`
# samples.
_RANGE, _SMOOTH, _FRAME = 30.0, 8, 480
# The power to which speech is brought: -30 dB of full scale, as the network knows it.
_LOUDNESS = 10 ** (-30 / 10)


def spoken(sound: Samples) -> Samples:
    """What of a sound at `RATE` is speech, without the silence between, at one loudness."""
    number = len(sound) // _FRAME
    if not number:
        return sound[:0]
    frames = sound[: number * _FRAME].reshape(number, _FRAME)
    power = np.square(frames, dtype=np.float64).mean(axis=1) + 1e-12
    level = 10 * np.log10(power)
    loud = (level > np.quantile(level, 0.9) - _RANGE).astype(np.float64)
    width = min(_SMOOTH, number)
    kept = np.convolve(loud, np.ones(width) / width, mode="same") > 0.5
    speech = frames[kept].reshape(-1)
    mean = float(np.square(speech, dtype=np.float64).mean()) if len(speech) else 0.0
    return np.asarray(speech * np.sqrt(_LOUDNESS / mean), np.float32) if mean else speech[:0]


def mels(sound: Samples) -> Mels:
    """Power in each band, a row every `HOP` samples; not its logarithm."""
    padded = np.pad(sound, WINDOW // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP]
    window = np.hanning(WINDOW + 1)[:-1]
    power = np.square(np.abs(np.fft.rfft(frames * window)))
    return np.asarray(power @ _filters(), np.float32)


@cache
def _filters() -> npt.NDArray[np.float64]:
    """Triangles of equal area on Slaney's mel scale: even below 1000 Hz, logarithmic above."""

    def hertz(mel: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((mel - 15) * np.log(6.4) / 27))

    top = 15 + 27 * np.log(RATE / 2 / 1000) / np.log(6.4)
    points = hertz(np.linspace(0.0, top, BANDS + 2))
    bins = np.fft.rfftfreq(WINDOW, 1 / RATE)
    rising = (bins[:, None] - points[:-2]) / (points[1:-1] - points[:-2])
    falling = (points[2:] - bins[:, None]) / (points[2:] - points[1:-1])
    return np.maximum(0, np.minimum(rising, falling)) * (2 / (points[2:] - points[:-2]))
