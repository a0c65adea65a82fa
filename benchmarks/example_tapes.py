"""The example's tape made anew, with other edits: which are found, and what is named where nobody edited.

    python -m benchmarks.example_tapes [--tapes N] [--seed N]

has the words of the example's transcript spoken by other voices in other rooms, with other noises and hum,
once for each seed; makes a dozen edits of four kinds in each; writes it in one of four encodings, and the
untouched one as well. A place is right that lies within a second of a changed stretch.
"""

from __future__ import annotations

import argparse
import random
import runpy
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.tapes.finding import near
from benchmarks.tapes.making import Edit, Samples, written
from hearsay.tape.listening import Place, listen

SCRIPT = runpy.run_path(str(Path(__file__).parents[1] / "examples/dinner-tape/make_tape.py"), run_name="made")
RATE = SCRIPT["RATE"]
KINDS = ("cut", "moved", "muted", "repeated")
SPEAKERS = ("en-us+m7", "en-us+m3", "en-us+m1", "en-gb+m5", "en-us+f4")
ENCODINGS = {
    "WAVE": ("wav", ("-c:a", "pcm_s16le")),
    "MP3 64": ("mp3", ("-c:a", "libmp3lame", "-b:a", "64k")),
    "AAC 96": ("m4a", ("-c:a", "aac", "-b:a", "96k")),
    "Opus 14": ("ogg", ("-c:a", "libopus", "-b:a", "14k")),
}


def main() -> None:
    """Print how many edits of each kind are found, and the places named."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--tapes", type=int, default=4)
    options.add_argument("--seed", type=int, default=31)
    chosen = options.parse_args()
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    places: Counter[str] = Counter()
    right: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    minutes = 0.0
    for seed in range(chosen.seed, chosen.seed + chosen.tapes):
        chance = random.Random(seed)
        tape = _tape(seed, chance)
        edited, edits = _edited(tape, chance)
        encoding = chance.choice(list(ENCODINGS))
        named = _places(edited, encoding)
        for edit in edits:
            made[edit.kind] += 1
            found[edit.kind] += any(near(place, edit) for place in named)
        for place in named:
            places[place.kind] += 1
            right[place.kind] += any(near(place, edit) for edit in edits)
        alarms.update(place.kind for place in _places(tape, encoding))
        minutes += len(tape) / RATE / 60
    for kind in KINDS:
        print(f"{kind:9} {found[kind]:4} of {made[kind]:4} found")
    for kind in sorted(places):
        print(f"{kind:9} {right[kind]:4} of {places[kind]:4} places right")
    print(f"in {minutes:.0f} minutes that nobody edited: {dict(sorted(alarms.items()))}")


def _tape(seed: int, chance: random.Random) -> Samples:
    speakers = list(SPEAKERS)
    chance.shuffle(speakers)
    voices = {
        name: (speaker, pace + chance.randint(-10, 10), loudness)
        for (name, (_, pace, loudness)), speaker in zip(SCRIPT["VOICES"].items(), speakers, strict=False)
    }
    hum, room = chance.choice((0.004, 0.008, 0.012, 0.02)), chance.choice((0.002, 0.004, 0.008))
    sound = SCRIPT["recorded"](SCRIPT["transcribed"](), seed, voices, hum, room)
    return np.asarray(0.9 * sound / np.abs(sound).max())


def _edited(sound: Samples, chance: random.Random) -> tuple[Samples, list[Edit]]:
    """The sound with an edit of 1 to 5 seconds every 10 to 20 seconds, and where they are."""
    at = chance.uniform(8, 12)
    pieces, edits, begun = [sound[: round(at * RATE)]], [], at
    while at < len(sound) / RATE - 25:
        kind, length, pause = chance.choice(KINDS), chance.uniform(1, 5), chance.uniform(10, 20)
        part = sound[round(at * RATE) : round((at + length) * RATE)]
        if kind == "muted":
            new = np.zeros_like(part)
        elif kind == "repeated":
            new = np.concatenate((part, part))
        elif kind == "moved":
            begin = round(chance.uniform(0, at - length) * RATE)
            new = sound[begin : begin + len(part)]
        else:
            new = part[:0]
        rest = sound[round((at + length) * RATE) : round((at + length + pause) * RATE)]
        start = begun + (len(part) / RATE if kind == "repeated" else 0.0)
        begun += len(new) / RATE
        edits.append(Edit(kind, (start, begun)))
        pieces += [new, rest]
        begun += len(rest) / RATE
        at += length + pause
    return np.concatenate(pieces), edits


def _places(sound: Samples, encoding: str) -> tuple[Place, ...]:
    ending, options = ENCODINGS[encoding]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"tape.{ending}")
        written(sound, RATE, path, options)
        return listen(path, RATE).places


if __name__ == "__main__":
    main()
