"""A text spoken by espeak-ng: a second recording of the same words, of which every line's place is known."""

from __future__ import annotations

import io
import subprocess
import wave
from collections.abc import Iterator, Sequence

import numpy as np

from hearsay.errors import HearsayError
from hearsay.tape import programs
from hearsay.tape.aligning.features import RATE
from hearsay.tape.sound import Samples

# Before each line and after the last, in seconds: a pause that the warping can stretch.
PAUSE = 0.3


def speak(lines: Sequence[str], language: str) -> Iterator[Samples]:
    """The lines spoken one by one at `RATE`, a pause before each; last, the pause after them.

    Raises `HearsayError` without espeak-ng, and for a language that it does not speak.
    """
    program = programs.find("espeak-ng")
    if program is None:
        raise HearsayError(
            "aligning a text needs espeak-ng, which is not installed",
            remedy="Install it (Debian, Ubuntu: apt-get install espeak-ng), or give a transcript with times.",
        )
    silence = np.zeros(round(PAUSE * RATE), np.float32)
    for line in lines:
        yield np.concatenate((silence, _spoken(program, line, language)))
    yield silence


def version() -> str:
    """Name and version of the program."""
    program = programs.find("espeak-ng")
    _, output, _ = programs.run([program or "espeak-ng", "--version"], seconds=20)
    return "espeak-ng " + output.decode("utf-8", "replace").partition("speech:")[2].split(" ")[1]


def _spoken(program: str, line: str, language: str) -> Samples:
    done = subprocess.run(
        [program, "-v", language, "--stdin", "--stdout"],
        input=line.encode("utf-8", "replace"),
        capture_output=True,
        check=False,
    )
    if done.returncode or not done.stdout:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise HearsayError(
            f"espeak-ng cannot speak it ({said[0] if said else 'it gives no sound'})",
            remedy=f"Check that it speaks the language {language!r}: espeak-ng --voices.",
        )
    with wave.open(io.BytesIO(done.stdout)) as file:
        rate = file.getframerate()
        # The length in the header of a stream is not known when it is written.
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768
    heard = np.flatnonzero(np.abs(samples) > 1e-3)
    samples = samples[heard[0] : heard[-1] + 1] if len(heard) else samples[: rate // 10]
    at = np.arange(round(len(samples) * RATE / rate)) * (rate / RATE)
    resampled: Samples = np.interp(at, np.arange(len(samples)), samples).astype(np.float32)
    return resampled
