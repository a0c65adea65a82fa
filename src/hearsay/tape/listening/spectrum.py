"""What of a recording is left when nobody speaks: the levels of its bands, and how low they fall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.tape.sound import Samples

Levels = npt.NDArray[np.float32]

# Seconds from frame to frame, and edges of bands in hertz; above them, bands of 1000 Hz up to half the rate.
HOP = 0.02
EDGES = (120.0, 250.0, 400.0, 600.0, 900.0, 1300.0, 1900.0, 2700.0, 3600.0)
WIDE = 1000.0
# What is below this counts as nothing: quieter than half a step of 16 bits.
NOTHING = -105.0


@dataclass(frozen=True, slots=True)
class Bands:
    """Levels in dB by frame and band; `edges` in hertz, one more than bands."""

    levels: Levels
    edges: tuple[float, ...]


class Spectrum:
    """Takes a recording block by block; `bands` gives what came in."""

    def __init__(self, rate: int) -> None:
        self._hop = round(HOP * rate)
        self._left = np.zeros(0, np.float32)
        self._rows: list[Levels] = []
        top = rate / 2
        edges = [edge for edge in EDGES if edge < top]
        while edges and edges[-1] + WIDE <= top:
            edges.append(edges[-1] + WIDE)
        self._edges = tuple(edges)
        places = np.searchsorted(np.fft.rfftfreq(2 * self._hop, 1 / rate), self._edges)
        self._bins = np.maximum(np.diff(places), 1)
        self._places = np.minimum(places, self._hop)
        self._window = np.hanning(2 * self._hop).astype(np.float32)

    def take(self, block: Samples) -> None:
        """The next samples."""
        sound = np.concatenate((self._left, block))
        number = len(sound) // self._hop - 1
        if number < 1 or len(self._edges) < 2:
            self._left = sound[-2 * self._hop :]
            return
        frames = np.lib.stride_tricks.sliding_window_view(sound, 2 * self._hop)[:: self._hop][:number]
        self._left = sound[number * self._hop :]
        power = np.square(np.abs(np.fft.rfft(frames * self._window))) / self._hop**2
        summed = np.add.reduceat(power, self._places, axis=1)[:, :-1] / self._bins
        self._rows.append(np.maximum(10 * np.log10(summed + 1e-14), NOTHING).astype(np.float32))

    def bands(self) -> Bands:
        """All that was taken."""
        number = max(0, len(self._edges) - 1)
        rows = np.concatenate(self._rows) if self._rows else np.zeros((0, number), np.float32)
        return Bands(rows, self._edges)


def floors(levels: Levels, size: int, part: float) -> Levels:
    """For each frame the level that a `part` of the `size` frames from it on stays below, by band."""
    if len(levels) < size:
        return levels[:0]
    windows = np.lib.stride_tricks.sliding_window_view(levels, size, axis=0)
    rank = round(part * (size - 1))
    found = np.empty(windows.shape[:2], np.float32)
    for n in range(0, len(windows), 2000):
        found[n : n + 2000] = np.partition(windows[n : n + 2000], rank, axis=-1)[..., rank]
    return found
