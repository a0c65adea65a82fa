"""A recording as samples: one channel, block by block, so that hours need no memory."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from hearsay.errors import SourceError
from hearsay.tape import programs

Samples = npt.NDArray[np.float32]

# Seconds in a block.
BLOCK_SECONDS = 10
# No recorder samples faster for speech; what is above is brought down to this.
HIGHEST_RATE = 48_000
_ADDRESS = re.compile(r" @ 0x[0-9a-f]+")


@dataclass(slots=True)
class Sound:
    """The sound of a file: `rate` in samples a second, and what its decoder complained about, once read."""

    path: Path
    rate: int
    start: float = 0.0
    stop: float | None = None
    complaint: str = ""

    def blocks(self) -> Iterator[Samples]:
        """All samples between `start` and `stop` (seconds), all channels as one, from -1 to 1.

        Raises `SourceError` where nothing can be decoded; what can be is given, and `complaint` set.
        """
        decoder = programs.find("ffmpeg")
        return self._decoded(decoder) if decoder else self._read()

    def whole(self) -> Samples:
        """All of it in one array."""
        blocks = list(self.blocks())
        return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)

    def _decoded(self, decoder: str) -> Iterator[Samples]:
        chosen = ["-ss", f"{self.start:.6f}"] if self.start else []
        if self.stop is not None:
            chosen += ["-t", f"{self.stop - self.start:.6f}"]
        order = [
            decoder,
            "-nostdin",
            *programs.opening(),
            *chosen,
            "-i",
            f"file:{self.path}",
            "-map",
            "0:a:0",
        ]
        order += ["-ac", "1", "-ar", str(self.rate), "-f", "f32le", "-"]
        with tempfile.TemporaryFile() as complaints:
            with subprocess.Popen(
                order, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints
            ) as process:
                assert process.stdout is not None  # noqa: S101 -- it was asked for
                size = 4 * self.rate * BLOCK_SECONDS
                got = 0
                try:
                    while block := process.stdout.read(size):
                        got += len(block) // 4
                        yield np.frombuffer(block[: len(block) // 4 * 4], dtype="<f4")
                finally:
                    process.kill()
            complaints.seek(0)
            said = complaints.read(2000).decode("utf-8", "replace").strip().splitlines()
        # Where in memory the decoder lay is another place every time.
        self.complaint = _ADDRESS.sub("", said[-1]) if said else ""
        if not got:
            raise SourceError(
                f"its sound cannot be decoded ({self.complaint or 'there is none'})",
                where=str(self.path),
                remedy="The file is likely cut off or damaged; ask for it again.",
            )

    def _read(self) -> Iterator[Samples]:
        import soundfile

        try:
            with soundfile.SoundFile(str(self.path)) as file:
                start = round(self.start * file.samplerate)
                stop = file.frames if self.stop is None else round(self.stop * file.samplerate)
                file.seek(min(start, file.frames))
                left = min(stop, file.frames) - start
                got = 0
                while left > 0:
                    block = file.read(
                        min(left, file.samplerate * BLOCK_SECONDS), dtype="float32", always_2d=True
                    )
                    if not len(block):
                        self.complaint = "the file ends before the sound that it announces"
                        break
                    got += len(block)
                    left -= len(block)
                    yield _resampled(block.mean(axis=1), file.samplerate, self.rate)
        except soundfile.LibsndfileError as error:
            raise SourceError(
                f"its sound cannot be decoded ({error.error_string})",
                where=str(self.path),
                remedy="The file is likely cut off or damaged; ask for it again, or install ffmpeg.",
            ) from error
        if not got:
            raise SourceError("it has no sound", where=str(self.path), remedy="Ask for the file again.")


def _resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """A block at another rate: what lies above half of the lower rate is taken out first (windowed sinc)."""
    if rate == wanted or not len(samples):
        return samples.astype(np.float32)
    if wanted < rate:
        cutoff, half = 0.45 * wanted / rate, 32
        places = np.arange(-half, half + 1)
        kernel = 2 * cutoff * np.sinc(2 * cutoff * places) * np.hamming(2 * half + 1)
        samples = np.convolve(samples, kernel / kernel.sum(), mode="same")
    number = round(len(samples) * wanted / rate)
    at = np.arange(number) * (rate / wanted)
    placed: Samples = np.interp(at, np.arange(len(samples)), samples).astype(np.float32)
    return placed
