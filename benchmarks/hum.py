"""Jumps of mains hum: how many cuts they show, and how many are none, by how loud the hum is.

    python -m benchmarks.hum [--tapes N] [--seed N] [--real FOLDER]

makes N tapes of 90 seconds, each with its own room, noise, voice, mains and encoding; gives each hum at six
levels against its speech, and one none; cuts four stretches out of it, and listens to that and to the whole.
With --real, listens to the recordings of a folder as they are, and with a stretch cut out at each of fifteen
places.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.tapes.asking import asked, real
from benchmarks.tapes.finding import near
from benchmarks.tapes.making import (
    ENCODINGS,
    SECONDS,
    Edit,
    Samples,
    Tape,
    edited,
    hum,
    recorded,
    room,
    written,
)
from hearsay.tape.listening import hum as detector
from hearsay.tape.sound import Sound

# Decibels against the speech; nobody hears a hum of the last.
LEVELS = (-10.0, -15.0, -20.0, -25.0, -30.0, -35.0, -200.0)
PLACES = 15


def main() -> int:
    """Print the table."""
    chosen = asked(__doc__, 20)
    with tempfile.TemporaryDirectory() as folder:
        print(f"made tapes, seed {chosen.seed}")
        print(
            f"{'hum':>8}{'cuts':>6}{'found':>7}{'places':>8}{'right':>7}{'heard in':>10}{'in whole ones':>21}"
        )
        rows = {level: [0] * 6 for level in LEVELS}
        for number in range(chosen.tapes):
            for level, cut, whole in _tapes(number, chosen.seed, Path(folder)):
                heard, places = _listened(whole)
                counted = (*_counted(cut), heard, len(places))
                rows[level] = [a + b for a, b in zip(rows[level], counted, strict=True)]
        for level, (cuts, found, places, right, heard, alarms) in rows.items():
            name = "none" if level < -100 else f"{level:g} dB"
            print(f"{name:>8}{cuts:6}{found:7}{places:8}{right:7}{heard:10}{alarms:21}")
        minutes = chosen.tapes * SECONDS / 60
        print(f"{chosen.tapes} tapes without edits at each level, {minutes:g} minutes")
        for path in chosen.real or ():
            _real(path, Path(folder))
    return 0


def _tapes(number: int, seed: int, folder: Path) -> Iterator[tuple[float, Tape, Tape]]:
    """A tape of each level: cut, and whole."""
    chance = np.random.default_rng([seed, number])
    where = room(chance)
    quiet = recorded(replace(where, hum=LEVELS[-1]), SECONDS, chance)
    for level in LEVELS:
        again = np.random.default_rng([seed, number, round(-level)])
        sound = quiet + hum(replace(where, hum=level), len(quiet), again)
        cut = edited(sound, where, folder / "cut", ("cut",), again)
        whole = edited(sound, where, folder / "whole", (), again)
        yield level, cut, whole


def _counted(tape: Tape) -> tuple[int, int, int, int]:
    """Cuts, those found, places, those that are right."""
    _, places = _listened(tape)
    found = sum(any(near(place, edit) for place in places) for edit in tape.edits)
    right = sum(any(near(place, edit) for edit in tape.edits) for place in places)
    return len(tape.edits), found, len(places), right


def _listened(tape: Tape) -> tuple[bool, tuple[detector.Place, ...]]:
    """Whether hum is heard, and where it jumps."""
    found = detector.strongest(Sound(tape.path, detector.RATE).whole())
    return bool(found), detector.jumps(found)


def _real(path: Path, folder: Path) -> None:
    sound, where = real(path)
    whole = Tape(path, ())
    seconds = len(sound) / where.rate
    heard, places = _listened(whole)
    print(f"{path.name}, {seconds:.0f} s: {'hum' if heard else 'no hum'}, {len(places)} places")
    for ending, options in ENCODINGS.values() if seconds > 20 else ():
        found, other = _cut_once(sound, where.rate, folder / f"once.{ending}", options)
        print(f"    cut at one of {PLACES} places, as {ending}: {found} found, {other} other places")


def _cut_once(sound: Samples, rate: int, path: Path, options: tuple[str, ...]) -> tuple[int, int]:
    chance = np.random.default_rng(len(sound))
    found = other = 0
    for at in np.linspace(4, len(sound) / rate - 8, PLACES):
        start, stop = round(at * rate), round((at + chance.uniform(0.5, 4)) * rate)
        written(np.concatenate((sound[:start], sound[stop:])), rate, path, options)
        here = [near(place, Edit("cut", (float(at),))) for place in _listened(Tape(path, ()))[1]]
        found += any(here)
        other += len(here) - sum(here)
    return found, other


if __name__ == "__main__":
    sys.exit(main())
