"""Look through a recording for places that are worth a listen.

Every detector has its own error rates, in `lexicon/tape_listening.tsv`; none proves anything, and finding
nothing means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hearsay.lexicon import load_table
from hearsay.tape.listening import hum
from hearsay.tape.listening.clipping import Clipping
from hearsay.tape.listening.frames import Frames, Offsets
from hearsay.tape.listening.place import KINDS, Kind, Place
from hearsay.tape.listening.repeats import RATE as REPEATS_RATE
from hearsay.tape.listening.repeats import Repeats
from hearsay.tape.listening.silence import Silence
from hearsay.tape.listening.spectrum import Spectrum
from hearsay.tape.listening.steps import can_look, steps
from hearsay.tape.sound import HIGHEST_RATE, Sound


@dataclass(frozen=True, slots=True)
class Listened:
    """Places by their time; `without` names the detectors that could not look, and why."""

    places: tuple[Place, ...]
    without: tuple[tuple[Kind, str], ...]


@dataclass(frozen=True, slots=True)
class Detector:
    """What a kind of place is called and says, what it can be and misses, how often it was right.

    `unit` is that of `Place.value`; `measured` says on what tapes, how many of which edits were found, and
    how many of its places were none.
    """

    kind: Kind
    name: str
    says: str
    can: str
    misses: str
    unit: str
    measured: str


def listen(path: Path, rate: int) -> Listened:
    """The places of a recording of `rate` samples a second; three passes over its samples.

    There is a fourth where an earlier encoding had its frames at more than one offset.
    """
    sound = Sound(path, min(rate, HIGHEST_RATE))
    spectrum, silence, clipping = Spectrum(sound.rate), Silence(sound.rate), Clipping(sound.rate)
    offsets = Offsets(sound.rate)
    length = 0
    for block in sound.blocks():
        length += len(block)
        spectrum.take(block)
        silence.take(block)
        clipping.take(block)
        offsets.take(block)
    if length < sound.rate:
        return Listened((), tuple((kind, "it is shorter than a second") for kind in KINDS))
    repeats = Repeats()
    for block in Sound(path, REPEATS_RATE).blocks():
        repeats.take(block)
    bands = spectrum.bands()
    lines = hum.strongest(Sound(path, hum.RATE).whole())
    frames = Frames(sound.rate, offsets.found())
    if frames.can_change:
        for block in sound.blocks():
            frames.take(block)
    found = [*silence.places(), *clipping.places(), *repeats.places(), *steps(bands), *hum.jumps(lines)]
    found += frames.places()
    without: list[tuple[Kind, str]] = []
    if not lines:
        without.append(("hum", "no mains hum is heard in it"))
    if not offsets.found():
        without.append(("frames", "no MP3 encoding is seen in it"))
    if not can_look(bands):
        reason = f"it is sampled at {rate:,} Hz; 14,000 are needed"
        without += [("floor", reason), ("cutoff", reason)]
    ordered = sorted(found, key=lambda place: (place.start, KINDS.index(place.kind), place.stop))
    return Listened(tuple(ordered), tuple(without))


def detectors() -> dict[Kind, Detector]:
    """The detectors by kind, in the order in which they are listed."""
    rows = {row["kind"]: row for row in load_table("tape_listening")}
    return {kind: Detector(kind, *(rows[kind][field] for field in _FIELDS)) for kind in KINDS}


_FIELDS = ("name", "says", "can", "misses", "unit", "measured")
