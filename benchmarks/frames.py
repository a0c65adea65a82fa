"""Shifts of MP3 frames: how many edits of what was once an MP3 they show, and how often they mislead.

    python -m benchmarks.frames [--tapes N] [--seed N] [--real FOLDER]

makes N tapes of 90 seconds, each recorded as MP3 at one of four bit rates, decoded, edited at known places
and saved in five ways; and the same tapes saved without an edit. With --real, does the same with the
recordings of a folder. A place is right that lies within a second of a changed stretch. What was tuned was
tuned on seed 1.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.tapes.asking import asked, real
from benchmarks.tapes.finding import near
from benchmarks.tapes.making import EDITS, SECONDS, Room, Samples, Tape, edited, recorded, room, written
from hearsay.tape.listening import Place
from hearsay.tape.listening.frames import Frames, Offsets
from hearsay.tape.media import inspect
from hearsay.tape.sound import Sound

# Kilobits a second of the first encoding, one channel.
FIRST = (32, 64, 96, 128)
# Edits behind which the tape goes on elsewhere than before.
SHIFTING = ("cut", "moved", "inserted")
SAVED = {
    "wav": ("wav", ("-c:a", "pcm_s16le")),
    "mp3 64": ("mp3", ("-c:a", "libmp3lame", "-b:a", "64k")),
    "mp3 128": ("mp3", ("-c:a", "libmp3lame", "-b:a", "128k")),
    "aac 128": ("m4a", ("-c:a", "aac", "-b:a", "128k")),
    "opus 32": ("ogg", ("-c:a", "libopus", "-b:a", "32k")),
}


def main() -> int:
    """Print the tables."""
    chosen = asked(__doc__, 40)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print(f"made tapes, seed {chosen.seed}", flush=True)
        _report(_made(chosen.tapes, chosen.seed), chosen.seed, place)
        if chosen.real:
            print(f"\nreal recordings, {len(chosen.real)} files")
            _report(map(real, chosen.real), chosen.seed, place)
    return 0


def _made(number: int, seed: int) -> Iterator[tuple[Samples, Room]]:
    for n in range(number):
        chance = np.random.default_rng([seed, n])
        where = room(chance)
        yield recorded(where, SECONDS, chance), where


def _report(recordings: Iterator[tuple[Samples, Room]], seed: int, folder: Path) -> None:
    """Each recording by way of one of the first encodings, saved in every way: edited, and as it is."""
    made: Counter[tuple[object, ...]] = Counter()
    found: Counter[tuple[object, ...]] = Counter()
    right = named = alarms = 0
    seconds = 0.0
    before: dict[int, Samples] = {}
    for n, (sound, where) in enumerate(recordings):
        first = FIRST[n % len(FIRST)]
        source = _by_way_of_mp3(sound, where, first, folder)
        other = before.get(where.rate, source[::-1])
        for saved, way in SAVED.items():
            chance = np.random.default_rng([seed, n])
            tape = edited(source, where, folder / "edited", EDITS, chance, other, {saved: way})
            shifts = _shifts(tape)
            for edit in tape.edits:
                hit = any(near(place, edit) for place in shifts)
                keys: list[tuple[object, ...]] = [(edit.kind,)]
                if edit.kind in SHIFTING:
                    keys.append((first, saved))
                made.update(keys)
                found.update(keys if hit else [])
            named += len(shifts)
            right += sum(any(near(place, edit) for edit in tape.edits) for place in shifts)
            whole = edited(source, where, folder / "whole", (), chance, None, {saved: way})
            alarms += len(_shifts(whole))
            seconds += len(source) / where.rate
        before[where.rate] = source
    print(f"{', '.join(SHIFTING)}: found, by kbit/s of the first MP3 and by how it was saved")
    print(" " * 10 + "".join(f"{saved:>12}" for saved in SAVED))
    for first in FIRST:
        cells = (f"{found[first, saved]} of {made[first, saved]}" for saved in SAVED)
        print(f"{first:<10}" + "".join(f"{cell:>12}" for cell in cells))
    for kind in EDITS:
        print(f"  {kind:12}{found[kind,]:5} of {made[kind,]}")
    print(f"{right} of {named} places right; in {seconds / 60:.0f} minutes without edits {alarms}")


def _by_way_of_mp3(sound: Samples, where: Room, kilobits: int, folder: Path) -> Samples:
    path = folder / "first.mp3"
    options = ("-c:a", "libmp3lame", "-b:a", f"{kilobits}k")
    written(sound / np.abs(sound).max() * 0.7, where.rate, path, options)
    return Sound(path, where.rate).whole().astype(np.float64)


def _shifts(tape: Tape) -> tuple[Place, ...]:
    sound = Sound(tape.path, inspect(tape.path).rate)
    offsets = Offsets(sound.rate)
    for block in sound.blocks():
        offsets.take(block)
    frames = Frames(sound.rate, offsets.found())
    for block in sound.blocks():
        frames.take(block)
    return frames.places()


if __name__ == "__main__":
    sys.exit(main())
