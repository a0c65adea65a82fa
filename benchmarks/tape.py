"""How long a recording takes from intake to its quotations, and how much memory.

    python -m benchmarks.tape [HOURS ...]

makes a WAVE file of noise of so many hours and a transcript of 9,000 invented words an hour, takes both into
a new case, lays 500 quotations on it, aligns the same words without times to the sound, looks for places
worth a listen, and prints seconds and the peak of the process's memory after each. Sizes are measured in the
order given, so give the largest last.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from hearsay.case import Case
from hearsay.case.recordings import (
    add_times,
    add_transcript,
    listen_to,
    recording_damage,
    take,
    transcript,
)
from hearsay.lexicon import load_table
from hearsay.tape.comparing import Tape, lay

RATE = 16_000
WORDS_AN_HOUR = 9000
QUOTATIONS = 500


def main(sizes: list[float]) -> None:
    for hours in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _measure(hours, Path(folder))


def _measure(hours: float, folder: Path) -> None:
    chance = random.Random(1)
    _noise(folder / "tape.wav", hours)
    rows = load_table("word_counts")[1:]
    counts = [int(row["count"]) for row in rows]
    words = chance.choices([row["word"] for row in rows], counts, k=round(WORDS_AN_HOUR * hours))
    every = 3600 * hours / len(words)
    lines = (f"{n * every:.2f}\t{(n + 1) * every:.2f}\t{word}\n" for n, word in enumerate(words))
    (folder / "tape.txt").write_text("".join(lines))
    sentences = (" ".join(words[n : n + 12]) + ".\n" for n in range(0, len(words), 12))
    (folder / "typed.txt").write_text("".join(sentences))
    print(f"{hours:g} h, {(folder / 'tape.wav').stat().st_size >> 20} MiB, {len(words):,} words")
    with Case.create(folder / "story.case") as case:
        with _timed("taken in, hashed, inspected"):
            kept, _ = take(case, folder / "tape.wav", by="bench")
        with _timed("transcript taken in"):
            add_transcript(case, kept, folder / "tape.txt", by="bench")
        with _timed(f"{QUOTATIONS} quotations laid on it"):
            tape = Tape(transcript(case, kept).transcript)
            for _ in range(QUOTATIONS):
                start = chance.randrange(len(words) - 25)
                quotation = words[start : start + chance.randint(5, 25)]
                quotation[chance.randrange(5)] = "harbour"
                lay([" ".join(quotation)], tape)
        with _timed("aligned to a text without times"):
            typed, _ = add_transcript(case, kept, folder / "typed.txt", by="bench")
            add_times(case, kept, typed, "en-us", by="bench")
        with _timed("looked through for places worth a listen"):
            listen_to(case, kept)
        with _timed("verified"):
            assert not list(recording_damage(case))  # noqa: S101 -- a benchmark of the wrong thing is none


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began, worked = time.perf_counter(), time.process_time()
    yield
    spent, own = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"  {spent:6.1f} s ({own:.1f} of this process)  {what}; {peak:,} MiB at most so far")


def _noise(path: Path, hours: float) -> None:
    chance = np.random.default_rng(1)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for _ in range(round(hours * 60)):
            file.writeframes((chance.standard_normal(60 * RATE) * 2000).astype("<i2").tobytes())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("hours", type=float, nargs="*", default=[1.0], metavar="HOURS")
    main(parser.parse_args().hours)
