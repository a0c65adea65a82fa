"""A recording as samples, block by block, so that hours need no memory."""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from hearsay.errors import SourceError
from hearsay.tape import programs

Samples = npt.NDArray[np.float32]

# Seconds in a block.
BLOCK_SECONDS = 10
# Samples of each channel that are read at once where a file turns out to be damaged.
_STEP = 1024
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
        """All samples between `start` and `stop` (seconds), the mean of all channels, from -1 to 1.

        Raises `SourceError` where nothing can be decoded; what can be is given, and `complaint` set.
        """
        for block in self.channels():
            yield block[:, 0] if block.shape[1] == 1 else block.mean(axis=1)

    def channels(self) -> Iterator[Samples]:
        """The same with every channel by itself: a row a sample, a column a channel."""
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
        # An AU file says how many channels it has; ffmpeg's own mean of two is louder than either.
        order += ["-ar", str(self.rate), "-c:a", "pcm_f32be", "-f", "au", "-"]
        with tempfile.TemporaryFile() as complaints:
            with subprocess.Popen(
                order, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints
            ) as process:
                assert process.stdout is not None  # noqa: S101 -- it was asked for
                got = 0
                try:
                    frame = 4 * _au_channels(process.stdout)
                    while block := process.stdout.read(frame * self.rate * BLOCK_SECONDS):
                        whole = len(block) // frame
                        got += whole
                        samples = np.frombuffer(block[: whole * frame], dtype=">f4")
                        yield samples.astype(np.float32).reshape(whole, frame // 4)
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
                    block, fault = _read_block(file, min(left, file.samplerate * BLOCK_SECONDS))
                    if len(block):
                        got += len(block)
                        left -= len(block)
                        yield _resampled(block, file.samplerate, self.rate)
                    if fault or not len(block):
                        self.complaint = fault or "the file ends before the sound that it announces"
                        break
        except soundfile.LibsndfileError as error:
            raise SourceError(
                f"its sound cannot be decoded ({error.error_string})",
                where=str(self.path),
                remedy="The file is likely cut off or damaged; ask for it again, or install ffmpeg.",
            ) from error
        if not got:
            what = f"its sound cannot be decoded ({self.complaint})" if self.complaint else "it has no sound"
            raise SourceError(what, where=str(self.path), remedy="Ask for the file again, or install ffmpeg.")


def _au_channels(file: IO[bytes]) -> int:
    """The channels of an AU file, whose sound begins where it is left; 1 where there is no such file."""
    head = file.read(24)
    if len(head) < 24:
        return 1
    _, start, _, _, _, number = struct.unpack(">4s5I", head)
    file.read(start - 24)
    return int(number)


def _read_block(file: Any, number: int) -> tuple[Samples, str]:
    """The next `number` samples of each channel; or those before a damaged place, and what is said of it."""
    import soundfile

    at = file.tell()
    try:
        return file.read(number, dtype="float32", always_2d=True), ""
    except soundfile.LibsndfileError as error:
        fault = str(error.error_string).rstrip(".")
    found = [np.zeros((0, file.channels), np.float32)]
    try:
        with soundfile.SoundFile(file.name) as anew:  # one that met damage seeks no more
            anew.seek(at)
            while len(piece := anew.read(_STEP, dtype="float32", always_2d=True)):
                found.append(piece)
    except soundfile.LibsndfileError:
        pass
    return np.concatenate(found), fault


def _resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """A block at another rate."""
    if rate == wanted or not len(samples):
        return samples.astype(np.float32)
    return np.stack([_resampled_channel(one, rate, wanted) for one in samples.T], axis=1)


def _resampled_channel(samples: Samples, rate: int, wanted: int) -> Samples:
    """What lies above half of the lower rate is taken out first (windowed sinc)."""
    if wanted < rate:
        cutoff, half = 0.45 * wanted / rate, 32
        places = np.arange(-half, half + 1)
        kernel = 2 * cutoff * np.sinc(2 * cutoff * places) * np.hamming(2 * half + 1)
        samples = np.convolve(samples, kernel / kernel.sum(), mode="same")
    number = round(len(samples) * wanted / rate)
    at = np.arange(number) * (rate / wanted)
    placed: Samples = np.interp(at, np.arange(len(samples)), samples).astype(np.float32)
    return placed
