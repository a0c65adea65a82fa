"""Small sound files made for a test, with the standard library alone."""

import math
import struct
import wave
from pathlib import Path


def tone(
    path: Path, seconds: float = 1.0, *, rate: int = 8000, channels: int = 1, amplitude: float = 0.3
) -> Path:
    """A WAVE file with a steady tone of 220 Hz."""
    frames = bytearray()
    for n in range(round(seconds * rate)):
        value = round(32767 * amplitude * math.sin(2 * math.pi * 220 * n / rate))
        frames += struct.pack("<h", value) * channels
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(bytes(frames))
    return path
