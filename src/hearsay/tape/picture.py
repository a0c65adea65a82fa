"""What a recording looks like: how loud, and of which pitch, column by column."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hearsay.tape.sound import Sound

# Bins of the short-time spectrum, and the range of its levels that is shown, in dB.
_BINS = 512
_SHOWN = 60.0


@dataclass(frozen=True, slots=True)
class Picture:
    """`lows` and `highs` are the least and the greatest sample of each column, from -1 to 1; `spectrum` the
    level of each column (first axis) in each band from 0 to half the rate, 0 to 255."""

    lows: npt.NDArray[np.float32]
    highs: npt.NDArray[np.float32]
    spectrum: npt.NDArray[np.uint8]


def picture(sound: Sound, seconds: float, columns: int, bands: int) -> Picture:
    """The picture of `seconds` of sound, in one pass over its samples."""
    lows, highs = np.zeros(columns, np.float32), np.zeros(columns, np.float32)
    power = np.zeros((columns, bands), np.float64)
    frames = np.zeros(columns)
    at = 0
    window = np.hanning(_BINS).astype(np.float32)
    for block in sound.blocks():
        places = np.minimum(
            (at + np.arange(len(block))) * columns // max(1, round(seconds * sound.rate)), columns - 1
        )
        np.minimum.at(lows, places, block)
        np.maximum.at(highs, places, block)
        number = len(block) // _BINS
        cut = block[: number * _BINS].reshape(-1, _BINS)
        levels = np.square(np.abs(np.fft.rfft(cut * window)))[:, : _BINS // 2]
        levels = levels.reshape(number, bands, _BINS // 2 // bands).mean(axis=2)
        np.add.at(power, places[: number * _BINS : _BINS], levels)
        np.add.at(frames, places[: number * _BINS : _BINS], 1)
        at += len(block)
    # A column narrower than a frame shows what its neighbour does.
    filled = np.maximum.accumulate(np.where(frames > 0, np.arange(columns), 0))
    decibels = 10 * np.log10(power[filled] / np.maximum(frames[filled], 1)[:, None] + 1e-10)
    shown = (decibels - decibels.max() + _SHOWN) / _SHOWN
    return Picture(lows, highs, (np.clip(shown, 0, 1) * 255).astype(np.uint8))


def png(grey: npt.NDArray[np.uint8]) -> bytes:
    """A picture of grey levels (rows, columns) as a PNG file (RFC 2083)."""
    height, width = grey.shape
    rows = b"".join(b"\x00" + row.tobytes() for row in grey)

    def chunk(kind: bytes, content: bytes) -> bytes:
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )
